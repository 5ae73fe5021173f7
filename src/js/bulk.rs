//! Many at once: what `pkg-template/bulk.js` makes `validateTrunks` and its like from.

use serde::Serialize;
use wasm_bindgen::prelude::*;

use super::error::WavixError;
use super::{read, write};
use crate::rules::Issue;
use crate::rules::bulk::{self, BulkOptions, Row, Summary};
use crate::trunk::TrunkConfig;

/// A file on its way through the rules. Not exported from the package: whoever forgot to free it would lose its memory.
#[wasm_bindgen(skip_typescript)]
pub struct BulkReader {
    reader: bulk::BulkReader,
    filter: Filter,
}

/// Which rows JavaScript gets to see.
struct Filter {
    /// Also those about which there is nothing to say, and every row with its config.
    every: bool,
    /// How many more.
    left: usize,
    truncated: bool,
}

#[derive(Serialize)]
struct SeenRow<'a> {
    row: u64,
    line: u64,
    ok: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<&'a TrunkConfig>,
    issues: &'a [Issue],
}

#[derive(Serialize)]
struct SeenSummary<'a> {
    ok: bool,
    #[serde(flatten)]
    summary: &'a Summary,
}

// `&mut self`, because no call of these leaves wasm before it is done, so none can meet another one half-way.
#[wasm_bindgen]
impl BulkReader {
    /// A reader before the first byte.
    #[wasm_bindgen(constructor, skip_typescript)]
    pub fn new(options: &JsValue, every: bool) -> Self {
        let options = BulkOptions::from(&read::any(options));
        let left = if every { usize::MAX } else { options.max_rows };
        Self { reader: bulk::BulkReader::new(&options), filter: Filter { every, left, truncated: false } }
    }

    /// The rows that are complete with these bytes.
    #[wasm_bindgen(skip_typescript)]
    pub fn push(&mut self, bytes: &[u8]) -> Result<Vec<JsValue>, WavixError> {
        let mut rows = Vec::new();
        self.reader.push(bytes, &mut |row| rows.extend(self.filter.seen(&row)));
        rows.into_iter().collect()
    }

    /// The rows that the end of the file completes.
    #[wasm_bindgen(skip_typescript)]
    pub fn finish(&mut self) -> Result<Vec<JsValue>, WavixError> {
        let mut rows = Vec::new();
        self.reader.finish(&mut |row| rows.extend(self.filter.seen(&row)));
        rows.into_iter().collect()
    }

    /// Counts so far, and what is wrong with the file itself.
    #[wasm_bindgen(skip_typescript)]
    pub fn summary(&self) -> Result<JsValue, WavixError> {
        let summary = self.reader.summary();
        write::plain(&SeenSummary { ok: summary.is_ok(), summary })
    }

    /// How many rows there are so far.
    #[wasm_bindgen(getter, skip_typescript)]
    pub fn total(&self) -> f64 {
        // Exact below 2^53.
        self.reader.summary().total as f64
    }

    /// There are more rows with issues than were shown.
    #[wasm_bindgen(getter, skip_typescript)]
    pub fn truncated(&self) -> bool {
        self.filter.truncated
    }

    /// Whether the rest of the file makes no difference.
    #[wasm_bindgen(getter, skip_typescript)]
    pub fn stopped(&self) -> bool {
        self.reader.has_stopped()
    }
}

impl Filter {
    /// The row as JavaScript sees it, if it does.
    fn seen(&mut self, row: &Row) -> Option<Result<JsValue, WavixError>> {
        if !self.every && row.report.issues.is_empty() {
            return None;
        }
        let left = self.left.checked_sub(1);
        self.truncated |= left.is_none();
        self.left = left?;
        Some(write::plain(&SeenRow {
            row: row.number,
            line: row.line,
            ok: row.report.is_ok(),
            value: row.report.value.as_ref().filter(|_| self.every),
            issues: &row.report.issues,
        }))
    }
}
