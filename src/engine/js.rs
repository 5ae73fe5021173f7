//! The same from JavaScript's engine.

use wasm_bindgen::prelude::*;

use super::Kinds;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = String)]
    fn string(number: f64) -> String;
    #[wasm_bindgen(js_name = Number)]
    fn number(text: &str) -> f64;
    #[wasm_bindgen(js_namespace = Date, js_name = parse)]
    fn date(text: &str) -> f64;
}

#[wasm_bindgen(module = "/pkg-template/unicode.js")]
extern "C" {
    #[wasm_bindgen(js_name = lowerCase)]
    pub(super) fn lower_case(text: &str) -> String;
    #[wasm_bindgen(js_name = kindsOf)]
    fn kinds_of(code: u32) -> u32;
}

pub(super) fn fraction_text(number: f64) -> String {
    if number.is_finite() { string(number) } else { "null".to_owned() }
}

pub(super) fn number_of(text: &str) -> Option<f64> {
    // No text is 0 to JavaScript.
    Some(number(text)).filter(|number| !number.is_nan() && !text.is_empty())
}

/// Milliseconds from 1970 to a date in one of the three forms of HTTP.
pub(crate) fn http_date(text: &str) -> Option<f64> {
    // Engines also take what is no such date, and take the oldest of the forms for local time.
    let begins = text.starts_with(|c: char| c.is_ascii_alphabetic()) && text.contains(':');
    let milliseconds = if text.ends_with(" GMT") { date(text) } else { date(&[text, " GMT"].concat()) };
    Some(milliseconds).filter(|milliseconds| begins && milliseconds.is_finite())
}

pub(super) fn kinds(character: char) -> Kinds {
    // The bits are the same, and there are four.
    Kinds(kinds_of(character.into()) as u8)
}
