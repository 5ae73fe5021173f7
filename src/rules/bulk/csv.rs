//! Rows as lines of cells (CSV, RFC 4180) under a first line that names the fields.
//!
//! Not by the crate csv-core, which takes whatever stands behind a closing quote into the cell: a quote that does not
//! end would silently swallow the rows after it. It checks this reader in a test.

use std::str::from_utf8;

use super::Found;
use super::cursor::{Cursor, Halt, Read};
use super::fault::{Fault, Place, Reason};
use super::plain::Settings;
use crate::input::trimmed;
use crate::rules::draft::{Draft, Slot};
use crate::rules::reading::{self, Given};
use crate::rules::report::Findings;
use crate::rules::scan::before_end_of_cell;
use crate::rules::{FieldName, Input, Issue, Kind, Language, form};

#[derive(Default)]
pub(super) enum Csv {
    /// Before the first line.
    #[default]
    Header,
    /// Before a row.
    Row(Columns),
    /// In the first line of a row that is broken.
    Broken(Columns),
}

/// What the first line says.
#[derive(Default)]
pub(super) struct Columns {
    names: Vec<String>,
    /// The same names, as far as the table has them.
    fields: Vec<Option<FieldName>>,
    separator: u8,
}

impl Csv {
    pub(super) fn next<'a>(&mut self, cursor: &mut Cursor<'a>, draft: &mut Draft<'a>) -> Read<Found> {
        if let Self::Header = self {
            cursor.margin()?;
            *self = Self::Row(header(cursor)?);
        }
        if let Self::Broken(columns) = self {
            cursor.skip_line()?;
            *self = Self::Row(std::mem::take(columns));
        }
        let Self::Row(columns) = self else { return Ok(Found::End) };
        loop {
            cursor.keep();
            if cursor.peek()?.is_none() {
                return Ok(Found::End);
            }
            let start = cursor.mark();
            let line = cursor.line();
            let plain = columns.plain(cursor.text_ahead(), draft);
            if let Some((length, found)) = plain.filter(|(length, _)| cursor.can_pass(*length)) {
                cursor.pass(length, 1, length);
                cursor.keep();
                return Ok(Found::Row { line, settings: Ok(Settings::Plain(found)) });
            }
            let settings = match columns.row(cursor) {
                // Spreadsheets write empty rows below the last one.
                Ok(None) => continue,
                Ok(Some(input)) => Ok(Settings::Any(input)),
                Err(Halt::More) => return Err(Halt::More),
                Err(Halt::Fault(fault)) => {
                    // The next row begins on the next line, even when a quote that does not end took it for its own.
                    cursor.reset(start);
                    *self = Self::Broken(std::mem::take(columns));
                    Err(fault)
                }
            };
            cursor.keep();
            return Ok(Found::Row { line, settings });
        }
    }
}

impl Columns {
    /// A row on one line without anything out of the ordinary, read straight into its fields, as the rows of JSON are (see
    /// `plain.rs`): how many bytes it takes, its line end included, and what there is to say about types.
    fn plain<'a>(&self, text: &'a str, draft: &mut Draft<'a>) -> Option<(usize, Vec<Issue>)> {
        let language = Language::default();
        let mut findings = Findings::new(&language);
        let (mut rest, mut is_empty) = (text.as_bytes(), true);
        let mut fields = self.fields.iter();
        while let Some(field) = fields.next() {
            let cell = plain_cell(&mut rest, text, self.separator)?;
            let (end, behind) = rest.split_first()?;
            rest = match (end, behind, fields.len()) {
                (b'\n', behind, 0) | (b'\r', [b'\n', behind @ ..], 0) => behind,
                (end, behind, 1..) if *end == self.separator => behind,
                _ => return None,
            };
            if !cell.is_empty() {
                let name = (*field)?;
                match (name.field().kind, cell) {
                    (Kind::Switch, "true") => draft.put(name, Slot::Switch(true)),
                    (Kind::Switch, "false") => draft.put(name, Slot::Switch(false)),
                    (Kind::Text | Kind::PhoneNumber | Kind::Digits, _) => {
                        draft.put_text(name, reading::normalised(name, cell));
                    }
                    (Kind::Addresses, _) => {
                        draft.open_addresses();
                        reading::split_addresses(cell, &mut |address| draft.push_address(address));
                    }
                    _ => draft.put(name, reading::read(name, Given::Text(cell), true, &mut findings)),
                }
                is_empty = false;
            }
        }
        let length = text.len().saturating_sub(rest.len());
        (!is_empty).then(|| (length, findings.unsaid()))
    }

    /// One row; `None` when all of its cells are empty. An empty cell counts as not given.
    fn row(&self, cursor: &mut Cursor) -> Read<Option<Input>> {
        let line = cursor.line();
        let cells = cells(cursor, self.separator)?;
        if cells.iter().all(String::is_empty) {
            return Ok(None);
        }
        if cells.len() != self.names.len() {
            let column = cells.len().min(self.names.len()).saturating_add(1) as u64;
            return Err(Halt::Fault(Fault { reason: Reason::Cells, place: Place { line, column } }));
        }
        let given = self.names.iter().zip(cells).filter(|(_, cell)| !cell.is_empty());
        Ok(Some(Input::Record(given.map(|(name, cell)| (name.clone(), Input::Text(cell))).collect())))
    }
}

const SEPARATORS: [u8; 3] = [b',', b';', b'\t'];

/// Past the line `sep=;` that spreadsheets want where commas are for fractions, and what it says.
fn separator_line(cursor: &mut Cursor) -> Read<Option<u8>> {
    let start = cursor.mark();
    let line = cursor.run(|byte| byte != b'\n' && byte != b'\r');
    if let [b's' | b'S', b'e' | b'E', b'p' | b'P', b'=', separator] = *line
        && SEPARATORS.contains(&separator)
        && cursor.line_end()?
    {
        return Ok(Some(separator));
    }
    // The bytes may have run out in the middle of the line.
    cursor.peek()?;
    cursor.reset(start);
    Ok(None)
}

/// The first line: the names of fields, separated as the cells below them are.
fn header(cursor: &mut Cursor) -> Read<Columns> {
    let said = separator_line(cursor)?;
    let start = cursor.mark();
    cursor.run(|byte| !SEPARATORS.contains(&byte) && byte != b'\n' && byte != b'\r');
    // No name of a field holds one of them.
    let found = cursor.peek()?.filter(|byte| SEPARATORS.contains(byte)).unwrap_or(b',');
    cursor.reset(start);

    let separator = said.unwrap_or(found);
    let cells = cells(cursor, separator)?;
    let mut names: Vec<String> = Vec::with_capacity(cells.len());
    for name in cells {
        let name = form::field_name(name.trim());
        // Spreadsheets begin names with a capital.
        let lower = name.to_ascii_lowercase();
        let name = if FieldName::of(&lower).is_some() { lower.as_str() } else { name };
        if !name.is_empty() && names.iter().any(|known| known == name) {
            let place = Place { column: names.len().saturating_add(1) as u64, ..start.place() };
            return Err(Halt::Fault(Fault { reason: Reason::HeaderTwice, place }));
        }
        names.push(name.to_owned());
    }
    if !names.iter().any(|name| FieldName::of(name).is_some()) {
        return Err(cursor.fault_after(start, 0, Reason::Header));
    }
    let fields = names.iter().map(|name| FieldName::of(name)).collect();
    Ok(Columns { names, fields, separator })
}

/// The cells of one row, and past the line end behind them. A fault is placed at its cell.
pub(super) fn cells(cursor: &mut Cursor, separator: u8) -> Read<Vec<String>> {
    let mut cells = Vec::new();
    loop {
        let place = Place { line: cursor.line(), column: cells.len().saturating_add(1) as u64 };
        let read = cell(cursor, separator).and_then(|cell| Ok((cell, next_cell(cursor, separator)?)));
        match read {
            Ok((cell, more)) => {
                cells.push(cell);
                if !more {
                    return Ok(cells);
                }
            }
            Err(Halt::Fault(fault)) => return Err(Halt::Fault(Fault { place, ..fault })),
            Err(Halt::More) => return Err(Halt::More),
        }
    }
}

/// Past what stands behind a cell; whether another one follows.
fn next_cell(cursor: &mut Cursor, separator: u8) -> Read<bool> {
    if cursor.eat(separator)? {
        return Ok(true);
    }
    if cursor.line_end()? || cursor.peek()?.is_none() {
        return Ok(false);
    }
    // Only a quoted cell ends before that.
    Err(cursor.fault(Reason::Quote))
}

/// Past a cell that consists of some of the text as it is, but for white space around it where it has no quotes.
fn plain_cell<'a>(rest: &mut &[u8], text: &'a str, separator: u8) -> Option<&'a str> {
    let (inner, length, behind) = match rest {
        [b'"', inner @ ..] => {
            let length = inner.iter().position(|byte| matches!(byte, b'"' | b'\n'))?;
            (inner, length, inner.get(length..)?.strip_prefix(b"\"")?)
        }
        _ => {
            let length = before_end_of_cell(rest, separator);
            (*rest, length, rest.get(length..)?)
        }
    };
    let start = text.len().wrapping_sub(inner.len());
    let is_quoted = rest.starts_with(b"\"");
    *rest = behind;
    let cell = text.get(start..start.wrapping_add(length))?;
    if is_quoted { Some(cell) } else { Some(trimmed(cell)).filter(|cell| !cell.starts_with('"')) }
}

/// White space around a cell without quotes is for the eye: of a password, too, which is otherwise taken letter for letter.
fn cell(cursor: &mut Cursor, separator: u8) -> Read<String> {
    if cursor.eat(b'"')? {
        return quoted(cursor);
    }
    let bytes = cursor.run(|byte| byte != separator && byte != b'\n' && byte != b'\r');
    // The bytes may have run out in the middle of the cell.
    cursor.peek()?;
    let cell = text(cursor, bytes)?;
    match trimmed(&cell) {
        // Its quotes would become part of a password, and no separator would be safe between them.
        quoted if quoted.starts_with('"') => Err(cursor.fault(Reason::Quote)),
        cell => Ok(cell.to_owned()),
    }
}

fn quoted(cursor: &mut Cursor) -> Read<String> {
    let mut cell = Vec::new();
    loop {
        cell.extend_from_slice(cursor.run(|byte| byte != b'"' && byte != b'\n'));
        match cursor.peek()? {
            Some(b'\n') => {
                cursor.step_line();
                cell.push(b'\n');
            }
            Some(_) => {
                cursor.step();
                if !cursor.eat(b'"')? {
                    return text(cursor, &cell);
                }
                cell.push(b'"');
            }
            None => return Err(cursor.fault(Reason::Quote)),
        }
    }
}

fn text(cursor: &Cursor, bytes: &[u8]) -> Read<String> {
    from_utf8(bytes).map(str::to_owned).map_err(|_| cursor.fault(Reason::Encoding))
}
