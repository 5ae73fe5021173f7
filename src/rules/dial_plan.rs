//! The dial plan: digits in front of the dialled number, digits removed from it.

use super::draft::{Draft, Slot};
use super::field::FieldName;
use super::issue::IssueCode;
use super::report::Findings;

/// `digits` and `dial_plan_empty`, while the dial plan is on.
pub(super) fn check(draft: &Draft, findings: &mut Findings) {
    const PARTS: [FieldName; 2] = [FieldName::RewritePrefix, FieldName::RewriteCond];
    if draft.switch(FieldName::RewriteEnabled) != Some(true) {
        return;
    }
    for name in PARTS {
        if draft.text(name).is_some_and(|text| !text.bytes().all(|b| b.is_ascii_digit())) {
            findings.add(name, IssueCode::Digits, []);
        }
    }
    let is_empty = |name| match draft.slot(name) {
        Slot::Missing => true,
        Slot::Text(text) => text.is_empty(),
        _ => false,
    };
    if PARTS.into_iter().all(is_empty) {
        findings.add(FieldName::RewritePrefix, IssueCode::DialPlanEmpty, []);
    }
}
