//! Many at once: what `pkg-template/bulk.js` makes `validateTrunks` and its like from.

use wasm_bindgen::prelude::*;

use super::{read, write};
use crate::rules::bulk::{self, BulkOptions, Row};

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
    pub fn push(&mut self, bytes: &[u8]) -> Vec<JsValue> {
        let mut rows = Vec::new();
        self.reader.push(bytes, &mut |row| rows.extend(self.filter.seen(&row)));
        rows
    }

    /// The rows that the end of the file completes.
    #[wasm_bindgen(skip_typescript)]
    pub fn finish(&mut self) -> Vec<JsValue> {
        let mut rows = Vec::new();
        self.reader.finish(&mut |row| rows.extend(self.filter.seen(&row)));
        rows
    }

    /// Counts so far, and what is wrong with the file itself.
    #[wasm_bindgen(skip_typescript)]
    pub fn summary(&self) -> JsValue {
        let summary = self.reader.summary();
        write::object(&mut |json| {
            json.name("ok");
            json.switch(summary.is_ok());
            json.name("format");
            match summary.format {
                Some(format) => json.text(format.as_str()),
                None => json.null(),
            }
            for (name, count) in [
                ("total", summary.total),
                ("valid", summary.valid),
                ("invalid", summary.invalid),
                ("warnings", summary.warnings),
            ] {
                json.name(name);
                // Exact below 2^53.
                json.number(count as f64);
            }
            json.name("issues");
            write::issues(json, &summary.issues);
        })
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
    fn seen(&mut self, row: &Row) -> Option<JsValue> {
        if !self.every && row.report.issues.is_empty() {
            return None;
        }
        let left = self.left.checked_sub(1);
        self.truncated |= left.is_none();
        self.left = left?;
        Some(write::object(&mut |json| {
            json.name("row");
            json.number(row.number as f64);
            json.name("line");
            json.number(row.line as f64);
            write::report(json, &row.report, self.every);
        }))
    }
}
