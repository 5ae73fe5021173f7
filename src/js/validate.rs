//! `validateTrunk`.

use serde::Serialize;
use wasm_bindgen::prelude::*;

use super::error::WavixError;
use super::{options, read, write};
use crate::rules::{self, Issue};
use crate::trunk::TrunkConfig;

#[derive(Serialize)]
struct Report<'a> {
    ok: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<&'a TrunkConfig>,
    issues: &'a [Issue],
}

/// Judges the settings of a trunk by the rules of Wavix's documents. Takes anything and never throws.
///
/// @param input settings of a trunk, or whatever somebody typed
/// @param options how strictly, and against what, they are judged
/// @returns `ok`, the complete and normalised settings, and what is wrong or worth a second look
/// @example
/// const report = validateTrunk({ label: "Fax", password: "********", callerid: "12121234567" });
/// report.ok; // false
/// report.issues[0]; // { path: ["password"], code: "masked", severity: "error", message: "…", params: {} }
#[wasm_bindgen(js_name = validateTrunk, unchecked_return_type = "Report")]
pub fn validate_trunk(
    #[wasm_bindgen(unchecked_param_type = "unknown")] input: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "ValidateOptions")] options: &JsValue,
) -> Result<JsValue, WavixError> {
    let report = rules::validate(&read::settings(input), &options::validation(options));
    write::plain(&Report { ok: report.is_ok(), value: report.value.as_ref(), issues: &report.issues })
}
