//! `validateTrunk` and `validateField`.

use wasm_bindgen::prelude::*;

use super::{Returned, read, write};
use crate::json::JsonText;
use crate::rules::{self, Options};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** What came out of a validation. */
export type Report =
  | {
      /** It can be sent. */
      ok: true;
      /** The settings, complete and normalised. */
      value: TrunkConfig;
      /** Warnings: advice that keeps nothing from being sent. */
      issues: Issue[];
    }
  | {
      /** It cannot be sent. */
      ok: false;
      value?: undefined;
      /** Errors and warnings, in the order of the fields. */
      issues: Issue[];
    };

/** How strictly, against what, and in which language settings are judged. */
export interface ValidateOptions {
  /**
   * The values come from a form, where everything is text: numeric strings become numbers, `"on"`, `"true"`, `"false"`
   * and `""` become switches, and empty fields count as not given. Default false; a `FormData` is always read so.
   */
  coerce?: boolean;
  /** Warnings count as errors. Default false. */
  strict?: boolean;
  /** What your account allows at most: seconds, USD, concurrent calls. */
  limits?: { call_limit?: number; max_call_cost?: number; max_channels?: number };
  /** The language of the messages. Default English. */
  language?: Language;
}

/** How one field is judged. */
export interface ValidateFieldOptions extends ValidateOptions {
  /** The rest of the form, in any shape that {@link validateTrunk} takes. */
  context?: unknown;
}

/**
 * A language pack: what replaces the English labels, messages and words. What it leaves out stays English.
 *
 * @example
 * const german: Language = { labels: { label: "Name" }, messages: { blank: "{label} fehlt: bitte eintragen." } };
 * validateTrunk({ label: " " }, { language: german }).issues[0].message; // "Name fehlt: bitte eintragen."
 */
export interface Language {
  /** What the fields are called on your form. */
  labels?: { [Name in FieldName]?: string };
  /**
   * Sentences by code, or by code and variant: `e164.letters`, `required.callerid`. `{label}` stands for the label,
   * `{unit}` for the unit, `{min}` and the like for the issue's params, and the name of a field for its label.
   */
  messages?: { [Key in IssueCode | `${IssueCode}.${string}`]?: string };
  /** What params name: types (`string`), units (`seconds`), reasons (`short`), address ranges. */
  words?: Record<string, string>;
}
"#;

/// Judges the settings of a trunk by the rules of Wavix's documents. Takes anything and never throws: objects, a `Map`,
/// what a form holds (`FormData`, `URLSearchParams`), and whatever else somebody comes up with.
///
/// @param input settings of a trunk, or whatever somebody typed
/// @param options how strictly, against what, and in which language they are judged
/// @returns `ok`, the complete and normalised settings, and what is wrong or worth a second look
/// @example
/// const report = validateTrunk({ label: "Fax", password: "********", callerid: "12121234567" });
/// report.ok; // false
/// report.issues.at(0); // { path: ["password"], code: "masked", severity: "error", message: "…", params: {} }
#[wasm_bindgen(js_name = validateTrunk, unchecked_return_type = "Report")]
pub fn validate_trunk(
    #[wasm_bindgen(unchecked_param_type = "unknown")] input: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "ValidateOptions")] options: &JsValue,
) -> Returned {
    let settings = read::settings(input);
    let mut options = Options::from(&read::any(options));
    options.coerce |= settings.from_form;
    let report = rules::validate(&settings.input, &options);
    Ok(write::object(&mut |json| write::report(json, report.is_ok(), &report)))
}

/// Judges one field as somebody types, given the rest of the form. Takes anything and never throws; a name that is no
/// field's is one issue.
///
/// @param name which field
/// @param value what it holds, before it is part of the form
/// @param options how it is judged; `context` is the rest of the form
/// @returns what there is to say about this field, and nothing about the others
/// @example
/// const issues = validateField("call_limit", "", { context: { call_restrict: "on" }, coerce: true });
/// issues.at(0)?.message; // "Longest call is missing: enter it, or turn off “Limit call duration”."
#[wasm_bindgen(js_name = validateField, unchecked_return_type = "Issue[]")]
pub fn validate_field(
    #[wasm_bindgen(unchecked_param_type = "FieldName | (string & {})")] name: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "unknown")] value: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "ValidateFieldOptions")] options: &JsValue,
) -> Returned {
    let name = name.as_string().unwrap_or_default();
    let context = read::settings(&read::property(options, "context"));
    let mut judged = Options::from(&read::any(options));
    judged.coerce |= context.from_form;
    let mut json = JsonText::default();
    write::issues(&mut json, &rules::validate_field(&name, read::one(value), &context.input, &judged));
    Ok(write::parsed(json))
}
