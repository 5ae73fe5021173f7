//! Many at once: what `pkg-template/bulk.js` makes `validateTrunks` and its like from.

use wasm_bindgen::prelude::*;

use super::{Returned, read, write};
use crate::json::JsonText;
use crate::rules::Issue;
use crate::rules::bulk::{self, BulkOptions, Judged};

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
    /// The numbers of the issues that JavaScript has seen, in the order in which it has seen them.
    said: Vec<f64>,
}

/// So many different issues are told by their place among those that JavaScript has seen: most mistakes of a file are made
/// again and again, and an issue costs three times as much as a row without one. `pkg-template/bulk.js` keeps as many.
const MOST_SAID: usize = 100;

// `&mut self`, because no call of these leaves wasm before it is done, so none can meet another one half-way.
#[wasm_bindgen]
impl BulkReader {
    /// A reader before the first byte.
    #[wasm_bindgen(constructor, skip_typescript)]
    pub fn new(options: &JsValue, every: bool) -> Self {
        let options = BulkOptions::from(&read::any(options));
        let left = if every { usize::MAX } else { options.max_rows };
        Self {
            reader: bulk::BulkReader::new(&options),
            filter: Filter { every, left, truncated: false, said: Vec::new() },
        }
    }

    /// The rows that are complete with these bytes.
    #[wasm_bindgen(skip_typescript)]
    pub fn push(&mut self, bytes: &[u8]) -> Returned {
        rows(&mut |json| self.reader.push_judged(bytes, &mut |row| self.filter.write(row, json)))
    }

    /// The rows that the end of the file completes.
    #[wasm_bindgen(skip_typescript)]
    pub fn finish(&mut self) -> Returned {
        rows(&mut |json| self.reader.finish_judged(&mut |row| self.filter.write(row, json)))
    }

    /// Counts so far, and what is wrong with the file itself.
    #[wasm_bindgen(skip_typescript)]
    pub fn summary(&self) -> Returned {
        let summary = self.reader.summary();
        Ok(write::object(&mut |json| {
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
        }))
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

/// An array of rows. All of them in one text, because a text on its way to JavaScript costs as much as a row.
fn rows(write: &mut dyn FnMut(&mut JsonText)) -> Returned {
    let mut json = JsonText::default();
    json.open('[');
    write(&mut json);
    json.close(']');
    Ok(write::parsed(json))
}

impl Filter {
    /// Writes the row as JavaScript sees it, if it does.
    fn write(&mut self, mut row: Judged<'_>, json: &mut JsonText) {
        if !self.every && row.issues().is_empty() {
            return;
        }
        let Some(left) = self.left.checked_sub(1) else {
            self.truncated = true;
            return;
        };
        self.left = left;
        json.open('{');
        json.name("row");
        json.number(row.number as f64);
        json.name("line");
        json.number(row.line as f64);
        json.name("ok");
        json.switch(row.is_ok());
        if let Some(config) = self.every.then(|| row.take_config()).flatten() {
            json.name("value");
            config.write(json);
        }
        json.name("issues");
        json.open('[');
        row.issues().iter().for_each(|issue| self.tell(issue, &row, json));
        json.close(']');
        json.close('}');
    }

    fn tell(&mut self, issue: &Issue, row: &Judged<'_>, json: &mut JsonText) {
        let number = issue.number();
        if let Some(place) = self.said.iter().position(|said| *said == number) {
            return json.number(place as f64);
        }
        write::issue(json, &Issue { message: row.sentence(issue), ..issue.clone() });
        if self.said.len() < MOST_SAID {
            self.said.push(number);
        }
    }
}
