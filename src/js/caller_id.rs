//! `describeCallerId`.

use wasm_bindgen::prelude::*;

use super::error::WavixError;
use super::write;
use crate::rules;

/// Reads a caller ID as people write it: its digits, its country calling code, and how to show it. Never throws.
///
/// @returns `null` when it is not an E.164 number; {@link validateField} says why
/// @example
/// describeCallerId("+1 (212) 123-4567");
/// // { digits: "12121234567", countryCode: "1", country: "North America and the Caribbean", display: "+1 212 123 4567" }
#[wasm_bindgen(js_name = describeCallerId, unchecked_return_type = "CallerId | null")]
pub fn describe_caller_id(
    #[wasm_bindgen(unchecked_param_type = "unknown")] value: &JsValue,
) -> Result<JsValue, WavixError> {
    write::plain(&rules::describe_caller_id(&value.as_string().unwrap_or_default()))
}
