//! `generatePassword` and `passwordStrength`.

use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;

use super::error::{WavixError, wavix_error};
use super::read::property;
use super::{Returned, write};
use crate::api::ErrorCode;
use crate::rules::{self, PasswordError, PasswordOptions};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** What a new password is to be like. */
export interface PasswordOptions {
  /** How many characters, 12 to 64. Default 20. */
  length?: number;
  /** Without `0`, `O`, `1`, `I` and `l`, for passwords that somebody reads out or copies by hand. Default true. */
  avoidAmbiguous?: boolean;
}

/** For which trunk a password is. */
export interface PasswordContext {
  /** The trunk's label. */
  label?: string;
  /** The trunk's caller ID. */
  callerid?: string;
}

/** What speaks against a password. */
export type PasswordReason =
  | "masked"
  | "short"
  | "few_kinds"
  | "repeats"
  | "runs"
  | "contains_label"
  | "contains_callerid";
"#;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = crypto, js_name = getRandomValues)]
    fn get_random_values(bytes: &Uint8Array) -> Result<(), JsValue>;
}

/// A password that nobody can guess, from `crypto.getRandomValues`: letters, digits and `-`, `_`, `.`, which no PBX's
/// configuration file takes for anything else.
///
/// @throws {WavixError} code `configuration` when `length` is not from 12 to 64, or the runtime has no `crypto`
/// @example
/// const password = generatePassword({ length: 24 });
/// passwordStrength(password).score; // 4
#[wasm_bindgen(js_name = generatePassword)]
pub fn generate_password(
    #[wasm_bindgen(unchecked_optional_param_type = "PasswordOptions")] options: &JsValue,
) -> Result<String, WavixError> {
    let length = property(options, "length");
    let length = match length.as_f64() {
        None if length.is_undefined() => PasswordOptions::default().length,
        // Exact where it counts: too large a number saturates, and is refused.
        Some(length) if length.fract() == 0.0 => length as usize,
        _ => 0,
    };
    let avoid_ambiguous = property(options, "avoidAmbiguous").as_bool().unwrap_or(true);
    let random = |bytes: &mut [u8]| {
        let filled = Uint8Array::new_with_length(u32::try_from(bytes.len()).ok()?);
        get_random_values(&filled).ok()?;
        filled.copy_to(bytes);
        Some(())
    };
    rules::generate_password(&PasswordOptions { length, avoid_ambiguous }, random)
        .map_err(|error: PasswordError| wavix_error(ErrorCode::Configuration, error.sentence()))
}

/// How hard a password is to guess: the same judgement as the warning `weak_password`. Takes anything and never throws.
///
/// @param password what somebody typed
/// @param context the trunk that it is for, whose label and caller ID must not be part of it
/// @example
/// passwordStrength("Branch-2026", { label: "Branch" }); // { score: 1, reasons: ["short", "contains_label"] }
#[wasm_bindgen(js_name = passwordStrength, unchecked_return_type = "PasswordStrength")]
pub fn password_strength(
    #[wasm_bindgen(unchecked_param_type = "unknown")] password: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "PasswordContext")] context: &JsValue,
) -> Returned {
    let text = |value: JsValue| value.as_string().unwrap_or_default();
    let (label, caller_id) = (text(property(context, "label")), text(property(context, "callerid")));
    let strength = rules::password_strength(&text(password.clone()), &label, &caller_id);
    Ok(write::object(&mut |json| {
        json.name("score");
        json.number(f64::from(strength.score));
        json.name("reasons");
        write::texts(json, &strength.reasons);
    }))
}
