//! What must be there: always, or because a switch is on; and what somebody has to approve.

use super::draft::Draft;
use super::field::{FieldName, Presence};
use super::field_set::{FieldSet, fields_with};
use super::issue::IssueCode;
use super::report::Findings;

/// `required`, `blank` and `required_when`.
pub(super) fn check_required(draft: &Draft, findings: &mut Findings) {
    const ALWAYS: FieldSet = fields_with!(presence: Presence::Required | Presence::RequiredUnless(_));
    const WHEN_ON: FieldSet = fields_with!(presence: Presence::RequiredWhenOn);
    let missing = draft.missing(ALWAYS);
    for name in missing.or(draft.empty_texts().and(ALWAYS)) {
        if is_needed(draft, name) {
            let is_blank = name == FieldName::Label && !missing.has(name);
            findings.add(name, if is_blank { IssueCode::Blank } else { IssueCode::Required }, []);
        }
    }
    for name in draft.missing(WHEN_ON) {
        if let (Some(switch), true) = (name.field().depends_on, draft.in_effect(name)) {
            findings.add(name, IssueCode::RequiredWhen, [("switch", switch.as_str().into())]);
        }
    }
}

/// Whether no switch that is on does without a required field.
fn is_needed(draft: &Draft, name: FieldName) -> bool {
    match name.field().presence {
        Presence::RequiredUnless(switches) => !switches.iter().any(|&switch| draft.is_on(switch)),
        _ => true,
    }
}

/// `needs_approval`: Wavix reviews these by hand.
pub(super) fn check_approval(draft: &Draft, findings: &mut Findings) {
    if draft.text(FieldName::HostRequest).is_some() {
        findings.add(FieldName::HostRequest, IssueCode::NeedsApproval, []);
    }
    if draft.is_on(FieldName::Passthrough) {
        findings.add(FieldName::Passthrough, IssueCode::NeedsApproval, []);
    }
}
