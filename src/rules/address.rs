//! IP addresses: those from which a trunk may register, and the one that asks for IP authentication.

use std::collections::HashMap;
use std::net::{IpAddr, SocketAddr};

use super::draft::{Draft, Slot};
use super::field::FieldName;
use super::issue::{IssueCode, Step};
use super::report::Findings;
use super::special_range;
use crate::engine::Kinds;

/// `allowed_ips_missing`, `no_effect`, `duplicate`, `ip` and `ip_not_public`.
pub(super) fn check(draft: &Draft, findings: &mut Findings) {
    let addresses = draft.addresses(FieldName::AllowedIps).unwrap_or_default();
    let restricted = draft.in_effect(FieldName::AllowedIps);
    let unusable = matches!(draft.slot(FieldName::AllowedIps), Slot::Unusable);
    if restricted && addresses.is_empty() && !unusable {
        findings.add(FieldName::IpRestrict, IssueCode::AllowedIpsMissing, []);
    }
    if !restricted && !addresses.is_empty() {
        findings.add(FieldName::AllowedIps, IssueCode::NoEffect, [("switch", FieldName::IpRestrict.as_str().into())]);
    }

    let mut seen = Seen::default();
    for (index, text) in addresses.iter().enumerate() {
        let Some(text) = text else { continue };
        let path = [FieldName::AllowedIps.into(), index.into(), "ip".into()];
        let Some(ip) = check_ip(text, &path, findings) else { continue };
        let first = seen.first(ip, index);
        if first != index {
            findings.add_at(path, IssueCode::Duplicate, [("first", (first as f64).into())]);
        }
    }

    if let Some(host) = draft.host(FieldName::HostRequest) {
        check_ip(host, &[FieldName::HostRequest.into(), "host".into()], findings);
    }
}

/// Addresses that stand earlier in a list.
#[derive(Default)]
struct Seen {
    few: Vec<(IpAddr, usize)>,
    /// Behind the first of them, because looking through all would take longer and longer.
    many: HashMap<IpAddr, usize>,
}

impl Seen {
    const FEW: usize = 8;

    /// The index at which an address stands first.
    fn first(&mut self, ip: IpAddr, index: usize) -> usize {
        if let Some((_, first)) = self.few.iter().find(|(known, _)| *known == ip) {
            return *first;
        }
        if self.few.len() < Self::FEW {
            self.few.push((ip, index));
            return index;
        }
        *self.many.entry(ip).or_insert(index)
    }
}

fn check_ip(text: &str, path: &[Step], findings: &mut Findings) -> Option<IpAddr> {
    let Ok(ip) = text.parse::<IpAddr>() else {
        let hint = hint(text).map(|hint| ("hint", hint.into()));
        match hint {
            Some(hint) => findings.add_at(path, IssueCode::Ip, [hint]),
            None => findings.add_at(path, IssueCode::Ip, []),
        }
        return None;
    };
    let ip = ip.to_canonical();
    if let Some(range) = special_range::of(ip) {
        findings.add_at(path, IssueCode::IpNotPublic, [("range", range.into())]);
    }
    Some(ip)
}

/// What the text is instead of an address.
fn hint(text: &str) -> Option<&'static str> {
    if text.split_once('/').is_some_and(|(ip, _)| ip.parse::<IpAddr>().is_ok()) {
        Some("cidr")
    } else if text.parse::<SocketAddr>().is_ok() {
        Some("port")
    } else if text.contains('.') && text.chars().any(|c| Kinds::of(c).letter) && !text.contains(':') {
        Some("host_name")
    } else {
        None
    }
}
