//! `describeCallerId`.

use wasm_bindgen::prelude::*;

use super::{Returned, write};
use crate::rules;

/// Reads a caller ID as people write it: its digits, its country calling code, and how to show it. Never throws.
///
/// @returns `null` when it is not an E.164 number; {@link validateField} says why
/// @example
/// describeCallerId("+1 (212) 123-4567");
/// // { digits: "12121234567", countryCode: "1", country: "North America and the Caribbean", display: "+1 212 123 4567" }
#[wasm_bindgen(js_name = describeCallerId, unchecked_return_type = "CallerId | null")]
pub fn describe_caller_id(#[wasm_bindgen(unchecked_param_type = "unknown")] value: &JsValue) -> Returned {
    let Some(caller_id) = rules::describe_caller_id(&value.as_string().unwrap_or_default()) else {
        return Ok(JsValue::NULL);
    };
    Ok(write::object(&mut |json| {
        json.member_text("digits", &caller_id.digits);
        for (name, text) in [("countryCode", caller_id.country_code), ("country", caller_id.country)] {
            json.name(name);
            match text {
                Some(text) => json.text(text),
                None => json.null(),
            }
        }
        json.member_text("display", &caller_id.display);
    }))
}
