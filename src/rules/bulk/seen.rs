//! Labels and hosts that earlier rows have: two trunks with the same are hard to tell apart, or cannot both work.

use std::collections::HashMap;
use std::hash::{BuildHasher, BuildHasherDefault, Hash, Hasher, RandomState};

use crate::rules::address;
use crate::rules::draft::Draft;
use crate::rules::report::Findings;
use crate::rules::{FieldName, IssueCode, Step};

/// Of each value only a hash of 64 bits is kept, with the number of its row: 17 to 39 bytes in the table. Two different
/// values with one hash are one chance in 40 million for a file of a million rows, and cost a needless warning.
#[derive(Default)]
pub(super) struct Seen {
    labels: Rows,
    hosts: Rows,
    hasher: RandomState,
}

type Rows = HashMap<u64, u32, BuildHasherDefault<Hashed>>;

/// What is a hash already, with a secret in it, is not hashed again.
#[derive(Default)]
struct Hashed(u64);

impl Hasher for Hashed {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        self.0 = bytes.iter().fold(self.0, |hash, byte| hash.rotate_left(8) ^ u64::from(*byte));
    }

    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }
}

impl Seen {
    /// `duplicate` for the label and the host of a row.
    pub(super) fn check(&mut self, row: u64, draft: &Draft, findings: &mut Findings) {
        // A file of so many rows fills no memory before it gets here.
        let Ok(row) = u32::try_from(row) else { return };
        if let Some(label) = draft.text(FieldName::Label).filter(|label| !label.is_empty()) {
            let first = first(&mut self.labels, row, self.hasher.hash_one(label));
            report(first, [FieldName::Label.into()], findings);
        }
        if let Some(host) = draft.text(FieldName::HostRequest).filter(|host| !host.is_empty()) {
            let hash = address::parsed(host).map_or_else(|| self.hash(host), |ip| self.hash(ip));
            let first = first(&mut self.hosts, row, hash);
            report(first, [FieldName::HostRequest.into(), "host".into()], findings);
        }
    }

    fn hash(&self, value: impl Hash) -> u64 {
        self.hasher.hash_one(value)
    }
}

/// The row that had it first, unless it is this one.
fn first(rows: &mut Rows, row: u32, hash: u64) -> Option<u32> {
    let first = *rows.entry(hash).or_insert(row);
    (first != row).then_some(first)
}

fn report<const N: usize>(first: Option<u32>, path: [Step; N], findings: &mut Findings) {
    if let Some(first) = first {
        findings.add_at(path, IssueCode::Duplicate, [("first_row", f64::from(first).into())]);
    }
}
