//! IP addresses: those from which a trunk may register, and the one that asks for IP authentication.

use std::collections::HashMap;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use super::draft::Draft;
use super::field::FieldName;
use super::issue::{IssueCode, Step};
use super::report::Findings;
use super::special_range;
use crate::engine::Kinds;

/// `allowed_ips_missing`, `no_effect`, `duplicate`, `ip` and `ip_not_public`.
pub(super) fn check(draft: &Draft, findings: &mut Findings) {
    let addresses = draft.addresses();
    let restricted = draft.in_effect(FieldName::AllowedIps);
    let unusable = draft.is_unusable(FieldName::AllowedIps);
    if restricted && addresses.is_empty() && !unusable {
        findings.add(FieldName::IpRestrict, IssueCode::AllowedIpsMissing, []);
    }
    if !restricted && !addresses.is_empty() {
        findings.add(FieldName::AllowedIps, IssueCode::NoEffect, [("switch", FieldName::IpRestrict.as_str().into())]);
    }

    let mut seen = Seen::default();
    for (index, text) in addresses.iter().enumerate() {
        let Some(text) = text else { continue };
        let path = || vec![FieldName::AllowedIps.into(), index.into(), "ip".into()];
        let Some(ip) = check_ip(text, path, findings) else { continue };
        let first = seen.first(ip, index);
        if first != index {
            findings.add_at(path(), IssueCode::Duplicate, [("first", (first as f64).into())]);
        }
    }

    if let Some(host) = draft.text(FieldName::HostRequest) {
        check_ip(host, || vec![FieldName::HostRequest.into(), "host".into()], findings);
    }
}

/// Addresses that stand earlier in a list.
#[derive(Default)]
struct Seen {
    few: [Option<(IpAddr, usize)>; 8],
    /// Behind the first of them, because looking through all would take longer and longer.
    many: Option<HashMap<IpAddr, usize>>,
}

impl Seen {
    /// The index at which an address stands first.
    fn first(&mut self, ip: IpAddr, index: usize) -> usize {
        for place in &mut self.few {
            match place {
                Some((known, first)) if *known == ip => return *first,
                Some(_) => {}
                None => {
                    *place = Some((ip, index));
                    return index;
                }
            }
        }
        *self.many.get_or_insert_default().entry(ip).or_insert(index)
    }
}

/// Says what is wrong with a text at a place that is only made when there is something.
fn check_ip(text: &str, path: impl Fn() -> Vec<Step>, findings: &mut Findings) -> Option<IpAddr> {
    let Some(ip) = parsed(text) else {
        let hint = hint(text).map(|hint| ("hint", hint.into()));
        match hint {
            Some(hint) => findings.add_at(path(), IssueCode::Ip, [hint]),
            None => findings.add_at(path(), IssueCode::Ip, []),
        }
        return None;
    };
    let ip = ip.to_canonical();
    if let Some(range) = special_range::of(ip) {
        findings.add_at(path(), IssueCode::IpNotPublic, [("range", range.into())]);
    }
    Some(ip)
}

fn parsed(text: &str) -> Option<IpAddr> {
    dotted(text).map(IpAddr::V4).or_else(|| text.parse().ok().map(IpAddr::V6))
}

/// What the standard library takes for an IPv4 address, in one pass over its bytes.
fn dotted(text: &str) -> Option<Ipv4Addr> {
    let (mut bits, mut octet, mut digits, mut dots) = (0_u32, 0_u32, 0_u32, 0_u32);
    for byte in text.bytes() {
        match byte {
            b'.' if digits > 0 && dots < 3 => {
                bits = bits << 8 | octet;
                (octet, digits, dots) = (0, 0, dots.wrapping_add(1));
            }
            // No zero in front of others.
            b'0'..=b'9' if octet < 26 && (digits == 0 || octet > 0) => {
                octet = octet.wrapping_mul(10).wrapping_add(byte.wrapping_sub(b'0').into());
                digits = digits.wrapping_add(1);
            }
            _ => return None,
        }
        if octet > 255 {
            return None;
        }
    }
    (dots == 3 && digits > 0).then(|| Ipv4Addr::from_bits(bits << 8 | octet))
}

/// What the text is instead of an address.
fn hint(text: &str) -> Option<&'static str> {
    if text.split_once('/').is_some_and(|(ip, _)| ip.parse::<IpAddr>().is_ok()) {
        Some("cidr")
    } else if text.parse::<SocketAddr>().is_ok() {
        Some("port")
    } else if text.contains('.') && text.chars().any(|c| Kinds::of(c).has(Kinds::LETTER)) && !text.contains(':') {
        Some("host_name")
    } else {
        None
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn addresses_are_those_of_the_standard_library(text in r"([0-9]{1,3}|256|00)?([.:]([0-9]{1,3}|25[4-6]|0[0-9]?|f)?){2,5}") {
            prop_assert_eq!(parsed(&text), text.parse().ok());
        }
    }
}
