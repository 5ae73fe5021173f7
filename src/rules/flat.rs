//! Settings of the ordinary shape, laid out flat by who has them: switches as bits, numbers by field, texts one behind the
//! other. They are judged without a sentence for anything; each issue is told by a number, and who has seen that number
//! before knows the sentence.

use super::draft::Draft;
use super::field::Kind;
use super::field_set::{FieldSet, fields_with};
use super::input::trimmed;
use super::reading;
use super::report::Findings;
use super::{Issue, Language, Options, check_draft};

/// The settings.
pub(crate) struct Flat<'a> {
    /// A bit for each field that is given.
    pub(crate) given: u32,
    /// A bit for each switch that is on.
    pub(crate) on: u32,
    /// A number for each field; those of fields that are no numbers mean nothing.
    pub(crate) numbers: &'a [f64],
    /// The texts of the fields that are given, one behind the other in the order of the table, and behind all of them the
    /// addresses of the list.
    pub(crate) texts: &'a [u8],
    /// The length of each in bytes.
    pub(crate) lengths: &'a [u32],
    /// How many addresses there are.
    pub(crate) addresses: u32,
}

/// What the checks say about them.
pub(crate) struct FlatVerdict {
    /// A number for each issue, in the order of the fields: the same for the same issue.
    pub(crate) issues: Vec<f64>,
    /// All texts are as they are sent.
    pub(crate) normal: bool,
}

const SWITCHES: FieldSet = fields_with!(kind: Kind::Switch);
const NUMBERS: FieldSet = fields_with!(kind: Kind::Whole | Kind::Amount);
const TEXTS: FieldSet = fields_with!(kind: Kind::Text | Kind::PhoneNumber | Kind::Digits | Kind::Host);
const ADDRESSES: FieldSet = fields_with!(kind: Kind::Addresses);

/// Judges by default options; nothing when the layout is wrong.
pub(crate) fn judge(flat: &Flat<'_>) -> Option<FlatVerdict> {
    let language = Language::default();
    let mut findings = Findings::new(&language);
    let mut texts = Texts { rest: std::str::from_utf8(flat.texts).ok()?, lengths: flat.lengths.iter(), normal: true };
    let mut draft = Draft::empty();
    let given = FieldSet(flat.given);
    draft.put_switches(given.and(SWITCHES), FieldSet(flat.on));
    // Kind by kind and not field by field, so that no processor has to guess which kind comes next.
    for name in given.and(NUMBERS) {
        let number = *flat.numbers.get(name as usize)?;
        draft.put_number(name, number, &mut findings);
    }
    for name in given.and(TEXTS) {
        let text = texts.next()?;
        draft.put_text(name, texts.told(text, reading::normalised(name, text)));
    }
    if given.and(ADDRESSES).count() > 0 {
        draft.open_addresses();
        for _ in 0..flat.addresses {
            let text = texts.next()?;
            draft.push_address(texts.told(text, trimmed(text)));
        }
    }
    check_draft(&draft, &Options::default(), &mut findings);
    let issues = if findings.are_none() { Vec::new() } else { numbers_of(findings) };
    Some(FlatVerdict { issues, normal: texts.normal })
}

#[cold]
fn numbers_of(findings: Findings<'_>) -> Vec<f64> {
    findings.unsaid().iter().map(Issue::number).collect()
}

struct Texts<'a> {
    rest: &'a str,
    lengths: std::slice::Iter<'a, u32>,
    normal: bool,
}

impl<'a> Texts<'a> {
    fn next(&mut self) -> Option<&'a str> {
        let (text, rest) = self.rest.split_at_checked(*self.lengths.next()? as usize)?;
        self.rest = rest;
        Some(text)
    }

    /// The text as it is sent, after it was told whether it came so.
    fn told<T: AsRef<str>>(&mut self, text: &str, normalised: T) -> T {
        // Normalising only ever takes something away.
        self.normal &= normalised.as_ref().len() == text.len();
        normalised
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::rules::{self, FieldName, Input};

    fn judged(label: &str) -> Option<FlatVerdict> {
        let texts = [label, "correct-Horse-7", "12121234567"];
        let lengths = texts.map(|text| text.len() as u32);
        judge(&Flat {
            given: 0b111,
            on: 0,
            numbers: &[],
            texts: texts.concat().as_bytes(),
            lengths: &lengths,
            addresses: 0,
        })
    }

    #[test]
    fn issues_are_told_by_the_numbers_that_those_of_the_complete_way_have() {
        let settings = json!({ "label": " ", "password": "correct-Horse-7", "callerid": "12121234567" });
        let report = rules::validate(&Input::from(&settings), &Options::default());
        let numbers: Vec<f64> = report.issues.iter().map(rules::Issue::number).collect();
        assert_eq!(judged(" ").unwrap().issues, numbers);
        assert_eq!(numbers.len(), 1);
    }

    #[test]
    fn texts_that_are_sent_otherwise_are_told() {
        assert!(judged("Desk").unwrap().normal);
        assert!(!judged(" Desk").unwrap().normal);
    }

    #[test]
    fn what_is_not_laid_out_is_not_judged() {
        let cut_off = Flat { given: 1, on: 0, numbers: &[], texts: b"D", lengths: &[4], addresses: 0 };
        assert!(judge(&cut_off).is_none());
        assert!(judge(&Flat { given: 1 << FieldName::CallLimit as u32, ..cut_off }).is_none());
    }
}
