//! What `pkg-template/validate.js` judges settings of the ordinary shape by: it lays them out in the memory of the wasm.

use std::cell::RefCell;

use wasm_bindgen::prelude::*;

use crate::rules::bulk::{self, Format};
use crate::rules::flat::{self, Flat};

/// How many bytes of text there is room for. Settings with more take the complete way.
const BYTES: usize = 4096;
/// How many numbers and how many lengths of texts: the numbers are those of the fields on the way in and those of the issues
/// on the way out.
const NUMBERS: usize = 64;

/// The way to say that the settings must take the complete way.
const COMPLETE: u32 = u32::MAX;
/// Added to the count of issues when texts are not as they are sent.
const NOT_NORMAL: u32 = 0x100;

struct Desk {
    numbers: Box<[f64]>,
    lengths: Box<[u32]>,
    bytes: Box<[u8]>,
}

thread_local! {
    static DESK: RefCell<Desk> = RefCell::new(Desk {
        numbers: [0.0; NUMBERS].into(),
        lengths: [0; NUMBERS].into(),
        bytes: vec![0; BYTES].into(),
    });
}

/// Where the numbers are, and behind how many of them there is no room.
#[wasm_bindgen(js_name = flatNumbers, skip_typescript)]
pub fn flat_numbers() -> *const f64 {
    DESK.with_borrow_mut(|desk| desk.numbers.as_mut_ptr())
}

/// Where the lengths of the texts are, and behind how many of them there is no room.
#[wasm_bindgen(js_name = flatLengths, skip_typescript)]
pub fn flat_lengths() -> *const u32 {
    DESK.with_borrow_mut(|desk| desk.lengths.as_mut_ptr())
}

/// Where the texts are.
#[wasm_bindgen(js_name = flatBytes, skip_typescript)]
pub fn flat_bytes() -> *const u8 {
    DESK.with_borrow_mut(|desk| desk.bytes.as_mut_ptr())
}

/// How many issues there are, and whether texts are as they are sent; the number of each issue is where the numbers of the
/// fields were.
#[wasm_bindgen(js_name = judgeFlat, skip_typescript)]
pub fn judge_flat(given: u32, on: u32, addresses: u32, length: usize) -> u32 {
    DESK.with_borrow_mut(|desk| {
        let texts = desk.bytes.get(..length).unwrap_or_default();
        let verdict =
            flat::judge(&Flat { given, on, numbers: &desk.numbers, texts, lengths: &desk.lengths, addresses });
        let Some(verdict) = verdict.filter(|verdict| verdict.issues.len() <= NUMBERS) else {
            return COMPLETE;
        };
        for (number, issue) in desk.numbers.iter_mut().zip(&verdict.issues) {
            *number = *issue;
        }
        // At most as many as there is room for.
        let count = verdict.issues.len() as u32;
        if verdict.normal { count } else { count | NOT_NORMAL }
    })
}

/// How many rows a file has that lies where the texts do, times four, and its format; when there is nothing to say about it.
#[wasm_bindgen(js_name = judgeFile, skip_typescript)]
pub fn judge_file(length: usize) -> u32 {
    DESK.with_borrow(|desk| {
        let file = bulk::good_file(desk.bytes.get(..length).unwrap_or_default());
        file.map_or(COMPLETE, |summary| {
            let format = match summary.format {
                None => 0,
                Some(Format::Json) => 1,
                Some(Format::Ndjson) => 2,
                Some(Format::Csv) => 3,
            };
            // As few as there is room for.
            (summary.total as u32) << 2 | format
        })
    })
}
