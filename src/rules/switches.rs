//! What must be there: always, or because a switch is on; and what somebody has to approve.

use super::draft::{Draft, Slot};
use super::field::{FIELDS, FieldName, Presence};
use super::issue::IssueCode;
use super::report::Findings;

/// `required`, `blank` and `required_when`.
pub(super) fn check_required(draft: &Draft, findings: &mut Findings) {
    for &name in FIELDS {
        let field = name.field();
        let needed = match field.presence {
            Presence::Required => true,
            Presence::RequiredUnless(switches) => !switches.iter().any(|&switch| draft.switch(switch) == Some(true)),
            Presence::RequiredWhenOn => {
                if let (Some(switch), Slot::Missing, true) = (field.depends_on, draft.slot(name), draft.in_effect(name))
                {
                    findings.add(name, IssueCode::RequiredWhen, [("switch", switch.as_str().into())]);
                }
                false
            }
            Presence::SwitchDefault(_) | Presence::WholeDefault(_) | Presence::Optional => false,
        };
        match draft.slot(name) {
            Slot::Missing if needed => findings.add(name, IssueCode::Required, []),
            Slot::Text(text) if needed && text.is_empty() && name == FieldName::Label => {
                findings.add(name, IssueCode::Blank, []);
            }
            Slot::Text(text) if needed && text.is_empty() => findings.add(name, IssueCode::Required, []),
            _ => {}
        }
    }
}

/// `needs_approval`: Wavix reviews these by hand.
pub(super) fn check_approval(draft: &Draft, findings: &mut Findings) {
    if draft.host(FieldName::HostRequest).is_some() {
        findings.add(FieldName::HostRequest, IssueCode::NeedsApproval, []);
    }
    if draft.switch(FieldName::Passthrough) == Some(true) {
        findings.add(FieldName::Passthrough, IssueCode::NeedsApproval, []);
    }
}
