//! The dial plan: digits in front of the dialled number, digits removed from it.

use super::draft::Draft;
use super::field::FieldName;
use super::issue::IssueCode;
use super::report::Findings;
use super::scan::are_digits;

/// `digits` and `dial_plan_empty`, while the dial plan is on.
pub(super) fn check(draft: &Draft, findings: &mut Findings) {
    const PARTS: [FieldName; 2] = [FieldName::RewritePrefix, FieldName::RewriteCond];
    if !draft.is_on(FieldName::RewriteEnabled) {
        return;
    }
    for name in PARTS {
        if draft.text(name).is_some_and(|text| !are_digits(text)) {
            findings.add(name, IssueCode::Digits, []);
        }
    }
    let is_empty = |name| !draft.is_unusable(name) && draft.text(name).is_none_or(str::is_empty);
    if PARTS.into_iter().all(is_empty) {
        findings.add(FieldName::RewritePrefix, IssueCode::DialPlanEmpty, []);
    }
}
