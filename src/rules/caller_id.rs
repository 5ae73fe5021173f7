//! Caller IDs: E.164 digits that begin with the code of a country.

use super::country;
use super::draft::Draft;
use super::field::FieldName;
use super::issue::IssueCode;
use super::report::Findings;

/// Digits as Wavix wants them: without `+`, white space, dashes, dots, brackets, and without the invisible marks of
/// writing direction that come along when a number is copied from an address book.
pub(super) fn normalise(text: &str) -> String {
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
    } else if country::of(digits).is_none() {
        findings.add(FieldName::Callerid, IssueCode::CountryCode, []);
    }
}

fn why_not_e164(digits: &str) -> Option<&'static str> {
    if !digits.bytes().all(|b| b.is_ascii_digit()) {
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
