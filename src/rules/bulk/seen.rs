//! Labels and hosts that earlier rows have: two trunks with the same are hard to tell apart, or cannot both work.

use crate::rules::address;
use crate::rules::draft::Draft;
use crate::rules::firsts::Firsts;
use crate::rules::report::Findings;
use crate::rules::{FieldName, IssueCode, Step};

#[derive(Default)]
pub(super) struct Seen {
    labels: Firsts,
    hosts: Firsts,
}

impl Seen {
    /// `duplicate` for the label and the host of a row.
    pub(super) fn check(&mut self, row: u64, draft: &Draft, findings: &mut Findings) {
        // A file of so many rows fills no memory before it gets here.
        let Ok(row) = u32::try_from(row) else { return };
        if let Some(label) = draft.text(FieldName::Label).filter(|label| !label.is_empty()) {
            let first = self.labels.of(label, row);
            report(first, row, [FieldName::Label.into()], findings);
        }
        if let Some(host) = draft.text(FieldName::HostRequest).filter(|host| !host.is_empty()) {
            let first = match address::parsed(host) {
                Some(ip) => self.hosts.of(ip, row),
                None => self.hosts.of(host, row),
            };
            report(first, row, [FieldName::HostRequest.into(), "host".into()], findings);
        }
    }
}

fn report<const N: usize>(first: u32, row: u32, path: [Step; N], findings: &mut Findings) {
    if first != row {
        findings.add_at(path, IssueCode::Duplicate, [("first_row", f64::from(first).into())]);
    }
}
