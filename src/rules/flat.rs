//! Settings of the ordinary shape, laid out flat by who has them: switches as bits, numbers by field, texts one behind the
//! other. They are judged without a sentence for anything; each issue is told by a number, and who has seen that number
//! before knows the sentence.

use super::draft::{self, Draft, Given, Slot};
use super::field::{FIELDS, FieldName, Kind};
use super::report::Findings;
use super::{Language, Options, check_draft};

/// The settings. The order is that of the table everywhere.
pub(crate) struct Flat<'a> {
    /// A bit for each field that is given.
    pub(crate) given: u32,
    /// A bit for each switch that is on.
    pub(crate) on: u32,
    /// A number for each field; those of fields that are no numbers mean nothing.
    pub(crate) numbers: &'a [f64],
    /// The texts of the fields that are given, each behind its length in bytes as two bytes, the lower one first.
    pub(crate) texts: &'a [u8],
    /// How many of them are addresses of the list.
    pub(crate) addresses: u32,
}

/// What the checks say about them.
pub(crate) struct FlatVerdict {
    /// A number for each issue, in the order of the fields: the same for the same issue.
    pub(crate) issues: Vec<f64>,
    /// All texts are as they are sent.
    pub(crate) normal: bool,
}

/// Judges by default options; nothing when the layout is wrong.
pub(crate) fn judge(flat: &Flat<'_>) -> Option<FlatVerdict> {
    let language = Language::default();
    let mut findings = Findings::new(&language);
    let mut texts = Texts { rest: flat.texts, normal: true };
    let mut draft = Draft::empty();
    for &name in FIELDS {
        if flat.given & bit(name)? == 0 {
            continue;
        }
        let slot = match name.field().kind {
            Kind::Switch => Slot::Switch(flat.on & bit(name)? != 0),
            Kind::Whole | Kind::Amount => {
                let number = Given::Number(*flat.numbers.get(name as usize)?);
                draft::read(name, number, false, &mut findings)
            }
            Kind::Text | Kind::PhoneNumber | Kind::Digits => {
                texts.normalised(|text| draft::read(name, Given::Text(text), false, &mut findings))?
            }
            Kind::Host => texts.normalised(|text| draft::host(text, false))?,
            Kind::Addresses => {
                let mut addresses = Vec::new();
                for _ in 0..flat.addresses {
                    if let Slot::Host(ip) = texts.normalised(|text| draft::host(text, false))? {
                        addresses.push(Some(ip));
                    }
                }
                Slot::Addresses(addresses)
            }
        };
        draft.put(name, slot);
    }
    check_draft(&draft, &Options::default(), &mut findings);
    Some(FlatVerdict { issues: findings.unsaid().iter().map(super::Issue::number).collect(), normal: texts.normal })
}

fn bit(name: FieldName) -> Option<u32> {
    1_u32.checked_shl(name as u32)
}

struct Texts<'a> {
    rest: &'a [u8],
    normal: bool,
}

impl<'a> Texts<'a> {
    /// The next text, as `read` makes it.
    fn normalised(&mut self, read: impl FnOnce(&'a str) -> Slot<'a>) -> Option<Slot<'a>> {
        let (length, behind) = self.rest.split_first_chunk::<2>()?;
        let (text, rest) = behind.split_at_checked(u16::from_le_bytes(*length).into())?;
        self.rest = rest;
        let slot = read(std::str::from_utf8(text).ok()?);
        if let Slot::Text(normalised) | Slot::Host(normalised) = &slot {
            // Normalising only ever takes something away.
            self.normal &= normalised.len() == text.len();
        }
        Some(slot)
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::rules::{self, Input};

    fn judged(label: &str) -> Option<FlatVerdict> {
        let texts = [label, "correct-Horse-7", "12121234567"];
        let texts: Vec<u8> = texts.iter().flat_map(|text| [&[text.len() as u8, 0], text.as_bytes()].concat()).collect();
        judge(&Flat { given: 0b111, on: 0, numbers: &[], texts: &texts, addresses: 0 })
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
        let cut_off = Flat { given: 1, on: 0, numbers: &[], texts: &[4, 0, b'D'], addresses: 0 };
        assert!(judge(&cut_off).is_none());
        assert!(judge(&Flat { given: 1 << FieldName::CallLimit as u32, ..cut_off }).is_none());
    }
}
