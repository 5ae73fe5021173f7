//! What came out of a validation of many.

use serde::Serialize;

use crate::rules::{Issue, Report, Severity, Verdict};
#[cfg(target_arch = "wasm32")]
use crate::{
    rules::{Input, config, message},
    trunk::TrunkConfig,
};

/// How the rows are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Format {
    /// One array of objects.
    Json,
    /// An object on each line, or objects with white space between them.
    Ndjson,
    /// A first line that names the fields, and cells.
    Csv,
}

impl Format {
    /// Its name.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Ndjson => "ndjson",
            Self::Csv => "csv",
        }
    }

    /// The format of a name: `json`, `ndjson` or `csv`.
    pub fn of(name: &str) -> Option<Self> {
        match name {
            "json" => Some(Self::Json),
            "ndjson" => Some(Self::Ndjson),
            "csv" => Some(Self::Csv),
            _ => None,
        }
    }
}

/// One row, judged.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Which one, from 1. The first line of a CSV file is no row.
    pub number: u64,
    /// The line on which it begins, from 1.
    pub line: u64,
    /// What there is to say about it. Of a row with more than 100 issues the first 100.
    pub report: Report,
}

/// A row that was judged, and whose config is made only when somebody wants it.
pub(crate) struct Judged<'a> {
    pub(crate) number: u64,
    pub(crate) line: u64,
    pub(super) verdict: Verdict<'a>,
}

impl Judged<'_> {
    /// Without their sentences.
    pub(crate) fn issues(&self) -> &[Issue] {
        &self.verdict.issues
    }

    pub(super) fn into_row(self) -> Row {
        Row { number: self.number, line: self.line, report: self.verdict.into_report() }
    }
}

/// What JavaScript makes of it.
#[cfg(target_arch = "wasm32")]
impl Judged<'_> {
    pub(crate) fn is_ok(&self) -> bool {
        self.verdict.ok
    }

    pub(crate) fn sentence(&self, issue: &Issue) -> String {
        message::sentence(issue, self.verdict.language)
    }

    /// The config, once.
    pub(crate) fn take_config(&mut self) -> Option<TrunkConfig> {
        let extra = std::mem::replace(&mut self.verdict.extra, Input::Missing);
        self.verdict.ok.then(|| config(self.verdict.draft, extra))
    }
}

/// Counts, and what is wrong with the file itself.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Summary {
    /// How the rows are written; `None` for a file in which there is nothing.
    pub format: Option<Format>,
    /// How many rows there are.
    pub total: u64,
    /// How many of them can be sent.
    pub valid: u64,
    /// How many of them cannot.
    pub invalid: u64,
    /// How many of them have warnings.
    pub warnings: u64,
    /// Where reading stopped before the end, and why. What came before it has been judged.
    pub issues: Vec<Issue>,
}

impl Summary {
    /// Whether everything was read and every row can be sent.
    pub fn is_ok(&self) -> bool {
        self.invalid == 0 && self.issues.is_empty()
    }

    pub(super) fn count(&mut self, ok: bool, issues: &[Issue]) {
        let warns = issues.iter().any(|issue| issue.severity == Severity::Warning);
        for (counter, counts) in [(&mut self.valid, ok), (&mut self.invalid, !ok), (&mut self.warnings, warns)] {
            *counter = counter.saturating_add(u64::from(counts));
        }
    }
}

/// The summary and the rows about which there is something to say.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BulkReport {
    /// Counts, and what is wrong with the file itself.
    pub summary: Summary,
    /// The rows with issues, the first ones if there are too many.
    pub rows: Vec<Row>,
    /// There are more rows with issues than were kept.
    pub truncated: bool,
}
