//! The same from Rust's standard library and two crates, for native programs.

use std::time::UNIX_EPOCH;

use serde_json::{Number, Value};

use super::Kinds;

pub(super) fn fraction_text(number: f64) -> String {
    Number::from_f64(number).map_or(Value::Null, Value::Number).to_string()
}

pub(super) fn number_of(text: &str) -> Option<f64> {
    text.parse().ok()
}

/// Milliseconds from 1970 to a date in one of the three forms of HTTP.
pub(crate) fn http_date(text: &str) -> Option<f64> {
    let date = httpdate::parse_http_date(text).ok()?;
    Some(date.duration_since(UNIX_EPOCH).ok()?.as_secs_f64() * 1000.0)
}

pub(super) fn lower_case(text: &str) -> String {
    text.to_lowercase()
}

pub(super) fn kinds(character: char) -> Kinds {
    let kinds = [
        (Kinds::LOWER, character.is_lowercase()),
        (Kinds::UPPER, character.is_uppercase()),
        (Kinds::NUMERIC, character.is_numeric()),
        (Kinds::LETTER, character.is_alphabetic()),
    ];
    Kinds(kinds.into_iter().map(|(kind, holds)| if holds { kind } else { 0 }).sum())
}
