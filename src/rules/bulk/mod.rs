//! Many at once: the rows of a file, read from its bytes as they arrive and judged one by one.
//!
//! A file is a JSON array, NDJSON (objects on lines, or with any white space between them) or CSV (RFC 4180, separated by
//! commas, semicolons or tabs as its first line is). The three give the same issues for the same rows; the cells of a CSV
//! file are read as those of a form are, and an empty one counts as not given.
//!
//! Memory stays bounded however large the file is: one row of at most 128 KiB, and up to 30 bytes for each label and
//! host, by which duplicates are found. A row that cannot be read is one [`IssueCode::Syntax`](super::IssueCode::Syntax)
//! with its place, which never quotes the file, and the others are judged all the same; where it cannot be told how a
//! JSON array goes on, [`Summary::issues`] says where reading stopped.
//!
//! ```
//! use wavix_trunks::rules::bulk::{self, BulkOptions, Format};
//!
//! let file = b"label;password;callerid\nFax;********;12121234567\nDesk;correct-Horse-7;+1 212 123 4567\n";
//! let report = bulk::validate_trunks(file, &BulkOptions::default());
//!
//! assert_eq!(report.summary.format, Some(Format::Csv));
//! assert_eq!((report.summary.total, report.summary.valid), (2, 1));
//! assert_eq!((report.rows[0].number, report.rows[0].line), (1, 2));
//! ```

mod array;
mod csv;
mod cursor;
mod fault;
mod json;
mod lines;
mod plain;
mod report;
mod seen;

#[cfg(test)]
mod tests;

pub(crate) use report::Judged;
pub use report::{BulkReport, Format, Row, Summary};

use array::Array;
use csv::Csv;
use cursor::{Cursor, Halt, Read};
use fault::{Fault, Place};
use lines::Lines;
use plain::{PlainReader, Settings};
use seen::Seen;

use super::draft::Draft;
use super::report::Findings;
use super::{Input, Issue, Options, Severity, Verdict};

/// Who gets the rows.
type Take<'t> = dyn FnMut(Judged<'_>) + 't;

/// Of the issues of one row so many are kept.
const MOST_ISSUES: usize = 100;

/// How many at once are read and judged.
#[derive(Clone, Debug, PartialEq)]
pub struct BulkOptions {
    /// How each row is judged. The cells of a CSV file are coerced in any case.
    pub options: Options,
    /// How the rows are written. By default the first byte that is no white space tells: `[`, `{` or anything else.
    pub format: Option<Format>,
    /// How many rows with issues a report keeps; the counts are complete all the same. Default 10,000.
    pub max_rows: usize,
}

impl Default for BulkOptions {
    fn default() -> Self {
        Self { options: Options::default(), format: None, max_rows: 10_000 }
    }
}

impl From<&Input> for BulkOptions {
    /// By the names `format` and `maxRows` beside those of [`Options`]; what is of the wrong type counts as not given.
    fn from(input: &Input) -> Self {
        let default = Self::default();
        Self {
            options: Options::from(input),
            format: if let Input::Text(name) = input.get("format") { Format::of(name) } else { None },
            max_rows: match input.get("maxRows") {
                // Saturates: there are not that many rows.
                Input::Number(number) if *number >= 0.0 => *number as usize,
                _ => default.max_rows,
            },
        }
    }
}

/// What one JSON document holds, of any length; nothing when it is none.
pub(crate) fn document(text: &str) -> Input {
    json::value(&mut Cursor::of_document(text)).unwrap_or(Input::Missing)
}

/// The counts of a file about which there is nothing to say; nothing for any other.
#[cfg(any(test, target_arch = "wasm32"))]
pub(crate) fn good_file(file: &[u8]) -> Option<Summary> {
    let mut reader = BulkReader::new(&BulkOptions::default());
    let mut is_good = true;
    reader.read(file, true, &mut |row| is_good &= row.issues().is_empty());
    (is_good && reader.summary.issues.is_empty()).then_some(reader.summary)
}

/// Judges every row of a file that is in memory.
pub fn validate_trunks(file: &[u8], options: &BulkOptions) -> BulkReport {
    let mut report = BulkReport::default();
    let mut keep = |row: Judged| {
        if row.issues().is_empty() {
            return;
        }
        if report.rows.len() < options.max_rows {
            report.rows.push(row.into_row());
        } else {
            report.truncated = true;
        }
    };
    let mut reader = BulkReader::new(options);
    reader.push_judged(file, &mut keep);
    reader.finish_judged(&mut keep);
    report.summary = reader.summary;
    report
}

/// Leaves the first issues: of warnings so many that no error must go.
fn most_of(issues: &mut Vec<Issue>) {
    let is_error = |issue: &Issue| issue.severity == Severity::Error;
    let errors = issues.iter().filter(|issue| is_error(issue)).count();
    let mut warnings = MOST_ISSUES.saturating_sub(errors);
    issues.retain(|issue| is_error(issue) || warnings.checked_sub(1).map(|left| warnings = left).is_some());
    issues.truncate(MOST_ISSUES);
}

/// Reads a file in chunks that may end anywhere.
///
/// ```
/// use wavix_trunks::rules::bulk::{BulkOptions, BulkReader, Row};
///
/// let mut labels = Vec::new();
/// let mut take = |row: Row| labels.extend(row.report.value.map(|config| config.label));
///
/// let mut reader = BulkReader::new(&BulkOptions::default());
/// reader.push(br#"[{ "label": "Head off"#, &mut take);
/// reader.push(br#"ice", "password": "correct-Horse-7", "callerid": "12121234567" }]"#, &mut take);
/// reader.finish(&mut take);
///
/// assert!(reader.summary().is_ok());
/// assert_eq!(labels, ["Head office"]);
/// ```
pub struct BulkReader {
    options: Options,
    format: Option<Format>,
    rows: Rows,
    /// What has arrived of the row in which the last chunk ended.
    pending: Vec<u8>,
    /// So much of it was there when it was read last.
    tried: usize,
    /// Where it begins.
    place: Place,
    plain: PlainReader,
    seen: Seen,
    summary: Summary,
    stopped: bool,
}

/// Where in a file of which format reading goes on.
enum Rows {
    /// Before a byte order mark.
    Start,
    /// Behind it.
    Unknown,
    Array(Array),
    Lines(Lines),
    Csv(Csv),
}

/// What stands next in a file.
enum Found {
    Row { line: u64, settings: Result<Settings, Fault> },
    End,
}

impl BulkReader {
    /// A reader before the first byte of a file. It keeps no rows, whatever `max_rows` says.
    pub fn new(options: &BulkOptions) -> Self {
        Self {
            options: options.options.clone(),
            format: options.format,
            rows: Rows::Start,
            pending: Vec::new(),
            tried: 0,
            place: Place { line: 1, column: 1 },
            plain: PlainReader::new(options.options.coerce),
            seen: Seen::default(),
            summary: Summary::default(),
            stopped: false,
        }
    }

    /// Takes the next bytes and hands over the rows that are complete.
    pub fn push(&mut self, bytes: &[u8], take: &mut dyn FnMut(Row)) {
        self.push_judged(bytes, &mut |row| take(row.into_row()));
    }

    /// Takes the end of the file.
    pub fn finish(&mut self, take: &mut dyn FnMut(Row)) {
        self.finish_judged(&mut |row| take(row.into_row()));
    }

    /// As [`Self::push`], without making configs that nobody may want.
    pub(crate) fn push_judged(&mut self, bytes: &[u8], take: &mut Take<'_>) {
        let mut rest = bytes;
        while !self.pending.is_empty() {
            // The row is read again from its beginning, but only when there is twice as much of it: in chunks of one byte
            // the time would otherwise grow with the square of its length.
            let missing = self.tried.saturating_mul(2).saturating_sub(self.pending.len());
            let Some((next, behind)) = rest.split_at_checked(missing) else {
                return self.pending.extend_from_slice(rest);
            };
            self.pending.extend_from_slice(next);
            self.read_pending(false, take);
            if self.pending.len() > next.len() {
                rest = behind;
            } else {
                // The row that it was about is done. What is left stands in the chunk, too, which is read where it is.
                rest = rest.get(next.len().saturating_sub(self.pending.len())..).unwrap_or_default();
                self.pending.clear();
            }
        }
        if !self.stopped {
            let read = self.read(rest, false, take);
            self.pending.extend_from_slice(rest.get(read..).unwrap_or_default());
            self.tried = self.pending.len();
        }
    }

    /// As [`Self::finish`], without making configs that nobody may want.
    pub(crate) fn finish_judged(&mut self, take: &mut Take<'_>) {
        if !self.stopped {
            self.read_pending(true, take);
        }
    }

    /// Counts so far, and what is wrong with the file itself.
    pub fn summary(&self) -> &Summary {
        &self.summary
    }

    /// Whether the rest of the file makes no difference.
    pub fn has_stopped(&self) -> bool {
        self.stopped
    }

    fn read_pending(&mut self, last: bool, take: &mut Take<'_>) {
        let mut pending = std::mem::take(&mut self.pending);
        let read = self.read(&pending, last, take);
        pending.drain(..read);
        self.tried = pending.len();
        self.pending = pending;
    }

    /// Reads all rows that are complete, and says how many bytes that took.
    fn read(&mut self, bytes: &[u8], last: bool, take: &mut Take<'_>) -> usize {
        let mut cursor = Cursor::new(bytes, last, self.place);
        let mut draft = Draft::empty();
        loop {
            draft.clear();
            match self.next(&mut cursor, &mut draft) {
                Ok(Found::Row { line, settings }) => self.judge(line, settings, &draft, take),
                Ok(Found::End) => self.stopped = true,
                Err(Halt::Fault(fault)) => {
                    self.summary.issues = fault.issues(&self.options.language);
                    self.stopped = true;
                }
                Err(Halt::More) => {
                    self.place = cursor.kept().place();
                    return cursor.kept().at;
                }
            }
            if self.stopped {
                return bytes.len();
            }
        }
    }

    /// What stands next. The fields of a row that is plain are in `draft` afterwards: it is large, and moving it about
    /// would take as long as a rule.
    fn next<'a>(&mut self, cursor: &mut Cursor<'a>, draft: &mut Draft<'a>) -> Read<Found> {
        match &mut self.rows {
            Rows::Start => {
                cursor.byte_order_mark()?;
                self.rows = Rows::Unknown;
                self.next(cursor, draft)
            }
            Rows::Unknown => self.begin(cursor, draft),
            Rows::Array(rows) => rows.next(cursor, &mut self.plain, draft),
            Rows::Lines(rows) => rows.next(cursor, &mut self.plain, draft),
            Rows::Csv(rows) => rows.next(cursor, draft),
        }
    }

    /// Finds out how the rows are written.
    fn begin<'a>(&mut self, cursor: &mut Cursor<'a>, draft: &mut Draft<'a>) -> Read<Found> {
        cursor.margin()?;
        let start = cursor.mark();
        cursor.space()?;
        let format = match (self.format, cursor.peek()?) {
            (Some(format), _) => format,
            (None, None) => return Ok(Found::End),
            (None, Some(b'[')) => Format::Json,
            (None, Some(b'{')) => Format::Ndjson,
            (None, Some(_)) => Format::Csv,
        };
        self.summary.format = Some(format);
        if format == Format::Csv {
            cursor.reset(start);
        }
        self.rows = match format {
            Format::Json => Rows::Array(Array::default()),
            Format::Ndjson => Rows::Lines(Lines::default()),
            Format::Csv => Rows::Csv(Csv::default()),
        };
        self.options.coerce |= format == Format::Csv;
        self.plain.coerce = self.options.coerce;
        self.next(cursor, draft)
    }

    fn judge(&mut self, line: u64, settings: Result<Settings, Fault>, plain: &Draft<'_>, take: &mut Take<'_>) {
        self.summary.total = self.summary.total.saturating_add(1);
        let mut findings = Findings::new(&self.options.language);
        let (input, read);
        let (draft, extra, can_be_judged) = match settings {
            Ok(Settings::Plain(found)) => {
                findings.go_on_from(found);
                (plain, Input::Record(Vec::new()), true)
            }
            Ok(Settings::Any(any)) => {
                input = any;
                match super::drafted(&input, &self.options, &mut findings) {
                    Some((draft, extra)) => {
                        read = draft;
                        (&read, extra, true)
                    }
                    None => (plain, Input::Missing, false),
                }
            }
            Err(fault) => {
                fault.report(&mut findings);
                (plain, Input::Missing, false)
            }
        };
        let number = self.summary.total;
        if can_be_judged {
            super::check_draft(draft, &self.options, &mut findings);
            self.seen.check(number, draft, &mut findings);
        }
        // What cannot be judged has an error that says so.
        let verdict = Verdict::new(draft, extra, &self.options, findings);
        self.summary.count(verdict.ok, &verdict.issues);
        let mut row = Judged { number, line, verdict };
        most_of(&mut row.verdict.issues);
        take(row);
    }
}
