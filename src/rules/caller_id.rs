//! Caller IDs: E.164 digits that begin with the code of a country.

use std::borrow::Cow;

use serde::Serialize;

use super::country;
use super::draft::Draft;
use super::field::FieldName;
use super::issue::IssueCode;
use super::report::Findings;
use super::scan::are_digits;

/// Digits as Wavix wants them: without `+`, white space, dashes, dots, brackets, and without the invisible marks of
/// writing direction that come along when a number is copied from an address book.
pub(super) fn normalise(text: &str) -> Cow<'_, str> {
    if are_digits(text) {
        return text.into();
    }
    let is_layout = |c: char| {
        c.is_whitespace()
            || matches!(c, '+' | '-' | '.' | '(' | ')' | '[' | ']' | '{' | '}' | '<' | '>')
            || matches!(c, '\u{2010}'..='\u{2015}' | '\u{2212}')
            || matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
    };
    text.chars().filter(|&c| !is_layout(c)).collect()
}

/// `e164` and `country_code`. A missing one is `required`, which stands with the other required fields.
pub(super) fn check(draft: &Draft, findings: &mut Findings) {
    let Some(digits) = draft.text(FieldName::Callerid).filter(|digits| !digits.is_empty()) else {
        return;
    };
    if let Some(hint) = why_not_e164(digits) {
        findings.add(FieldName::Callerid, IssueCode::E164, [("hint", hint.into())]);
    } else if !country::has_code(digits) {
        findings.add(FieldName::Callerid, IssueCode::CountryCode, []);
    }
}

/// What a caller ID says about itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct CallerId {
    /// Digits with the country code, as Wavix wants them: `12121234567`.
    pub digits: String,
    /// Country calling code: `1`, `44`; `null` when no code of the ITU's list begins the number.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub country_code: Option<&'static str>,
    /// Who has that code, in English. Several countries share `1` and `7`.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub country: Option<&'static str>,
    /// For people: `+1 212 123 4567`, `+44 2079460018`. Only North American numbers are grouped, because elsewhere the
    /// length of the area code would be a guess.
    pub display: String,
}

/// Reads a caller ID as people write it; nothing when it is not an E.164 number.
///
/// ```
/// use wavix_trunks::rules::describe_caller_id;
///
/// let caller_id = describe_caller_id("+44 (20) 7946-0018").unwrap();
/// assert_eq!((caller_id.country_code, caller_id.digits.as_str()), (Some("44"), "442079460018"));
/// assert_eq!(describe_caller_id("1 212 123 4567").unwrap().display, "+1 212 123 4567");
/// assert_eq!(describe_caller_id("020 7946 0018"), None);
/// ```
pub fn describe_caller_id(text: &str) -> Option<CallerId> {
    let digits = normalise(text).into_owned();
    if why_not_e164(&digits).is_some() {
        return None;
    }
    let (country_code, country) = country::of(&digits).unzip();
    let display = display(&digits, country_code);
    Some(CallerId { digits, country_code, country, display })
}

fn display(digits: &str, country_code: Option<&str>) -> String {
    let Some((code, rest)) = country_code.and_then(|code| Some((code, digits.strip_prefix(code)?))) else {
        return ["+", digits].concat();
    };
    match (code, rest.get(..3), rest.get(3..6), rest.get(6..)) {
        ("1", Some(area), Some(exchange), Some(line)) => ["+1", area, exchange, line].join(" "),
        _ => ["+", code, " ", rest].concat(),
    }
}

pub(super) fn why_not_e164(digits: &str) -> Option<&'static str> {
    if !are_digits(digits) {
        Some("letters")
    } else if digits.starts_with("00") {
        Some("international_prefix")
    } else if digits.starts_with('0') {
        Some("leading_zero")
    } else if !(7..=15).contains(&digits.len()) {
        Some("length")
    } else if digits.starts_with('1') && digits.len() != 11 {
        Some("north_america")
    } else {
        None
    }
}
