//! IP addresses: those from which a trunk may register, and the one that asks for IP authentication.

use super::draft::Draft;
use super::field::FieldName;
use super::firsts::Firsts;
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
    for (index, text) in (0_u32..).zip(addresses.iter()) {
        let Some(text) = text else { continue };
        let path = || vec![FieldName::AllowedIps.into(), (index as usize).into(), "ip".into()];
        let Some(ip) = check_ip(text, path, findings) else { continue };
        let first = seen.first(ip, index);
        if first != index {
            findings.add_at(path(), IssueCode::Duplicate, [("first", f64::from(first).into())]);
        }
    }

    if let Some(host) = draft.text(FieldName::HostRequest) {
        check_ip(host, || vec![FieldName::HostRequest.into(), "host".into()], findings);
    }
}

/// Addresses that stand earlier in a list.
#[derive(Default)]
struct Seen {
    /// The first of them, with their index.
    few: [Option<(u128, u32)>; 8],
    /// Behind those, because looking through all would take longer and longer.
    many: Option<Firsts>,
}

impl Seen {
    /// The index at which an address stands first.
    fn first(&mut self, ip: u128, index: u32) -> u32 {
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
        // Not before the eighth.
        self.many.get_or_insert_default().of(ip, index)
    }
}

/// Says what is wrong with a text at a place that is only made when there is something.
fn check_ip(text: &str, path: impl Fn() -> Vec<Step>, findings: &mut Findings) -> Option<u128> {
    let Some(ip) = parsed(text) else {
        let hint = hint(text).map(|hint| ("hint", hint.into()));
        match hint {
            Some(hint) => findings.add_at(path(), IssueCode::Ip, [hint]),
            None => findings.add_at(path(), IssueCode::Ip, []),
        }
        return None;
    };
    if let Some(range) = special_range::of(ip) {
        findings.add_at(path(), IssueCode::IpNotPublic, [("range", range.into())]);
    }
    Some(ip)
}

/// An address as 128 bits, those of IPv4 as IPv6 maps them (RFC 4291, 2.5.5.2): what the standard library takes for one. Its
/// own way of reading tries everything that an address could be, one after the other, which took a fifth of all rules
/// together.
pub(super) fn parsed(text: &str) -> Option<u128> {
    const MAPPED: u128 = 0xffff_0000_0000;
    let bytes = text.as_bytes();
    dotted(bytes).map(|bits| MAPPED | u128::from(bits)).or_else(|| grouped(bytes))
}

/// An IPv4 address, in one pass over its bytes.
fn dotted(text: &[u8]) -> Option<u32> {
    let (mut bits, mut octet, mut digits, mut dots) = (0_u32, 0_u32, 0_u32, 0_u32);
    for byte in text {
        if let Some(digit) = decimal(*byte) {
            octet = octet.wrapping_mul(10).wrapping_add(digit);
            // No zero in front of others.
            if octet > 255 || digits > 0 && octet < 10 {
                return None;
            }
            digits = digits.wrapping_add(1);
        } else if *byte == b'.' && digits > 0 && dots < 3 {
            bits = bits << 8 | octet;
            (octet, digits, dots) = (0, 0, dots.wrapping_add(1));
        } else {
            return None;
        }
    }
    (dots == 3 && digits > 0).then_some(bits << 8 | octet)
}

/// An IPv6 address (RFC 4291, 2.2), in one pass over its bytes.
fn grouped(text: &[u8]) -> Option<u128> {
    let (mut bits, mut count) = (0_u128, 0_u32);
    // What stands before `::`, and in how many groups.
    let mut head = None;
    let mut rest = text;
    if let Some(behind) = rest.strip_prefix(b"::") {
        (head, rest) = (Some((0, 0)), behind);
    }
    while !rest.is_empty() {
        let (mut group, mut digits, mut behind) = (0_u32, 0_u32, rest);
        while let Some((digit, left)) = behind.split_first().and_then(|(byte, left)| Some((hexadecimal(*byte)?, left)))
        {
            group = group << 4 | digit;
            digits = digits.wrapping_add(1);
            behind = left;
        }
        if behind.first() == Some(&b'.') {
            // The last two groups may be written as an IPv4 address.
            bits = bits << 32 | u128::from(dotted(rest)?);
            count = count.wrapping_add(2);
            break;
        }
        if digits == 0 || digits > 4 {
            return None;
        }
        bits = bits << 16 | u128::from(group);
        count = count.wrapping_add(1);
        rest = match behind {
            [] => behind,
            [b':', b':', left @ ..] if head.is_none() => {
                head = Some((bits, count));
                bits = 0;
                left
            }
            [b':', left @ ..] if !left.is_empty() => left,
            _ => return None,
        };
    }
    match head {
        None => (count == 8).then_some(bits),
        // `::` stands in for one group at least.
        Some((before, groups)) => (count < 8).then(|| (groups..8).fold(before, |before, _| before << 16) | bits),
    }
}

fn decimal(byte: u8) -> Option<u32> {
    let digit = byte.wrapping_sub(b'0');
    (digit < 10).then_some(digit.into())
}

fn hexadecimal(byte: u8) -> Option<u32> {
    // In lower case, if it is a letter.
    let digit = (byte | 0x20).wrapping_sub(b'a');
    decimal(byte).or((digit < 6).then_some(u32::from(digit).wrapping_add(10)))
}

/// What the text is instead of an address.
fn hint(text: &str) -> Option<&'static str> {
    if text.split_once('/').is_some_and(|(ip, _)| parsed(ip).is_some()) {
        Some("cidr")
    } else if text.rsplit_once(':').is_some_and(|(host, port)| is_host(host) && port.parse::<u16>().is_ok()) {
        Some("port")
    } else if text.contains('.') && text.chars().any(|c| Kinds::of(c).has(Kinds::LETTER)) && !text.contains(':') {
        Some("host_name")
    } else {
        None
    }
}

/// Whether an address is written as in front of a port.
fn is_host(text: &str) -> bool {
    let inner = text.strip_prefix('[').and_then(|text| text.strip_suffix(']'));
    inner.map_or_else(|| dotted(text.as_bytes()).is_some(), |inner| grouped(inner.as_bytes()).is_some())
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use std::net::{IpAddr, Ipv6Addr, SocketAddr};

    use proptest::prelude::*;

    use super::*;

    /// What the standard library reads, as 128 bits.
    fn of_the_standard_library(text: &str) -> Option<u128> {
        Some(match text.parse().ok()? {
            IpAddr::V4(ip) => ip.to_ipv6_mapped().to_bits(),
            IpAddr::V6(ip) => ip.to_bits(),
        })
    }

    proptest! {
        #[test]
        fn addresses_are_those_of_the_standard_library(text in r"([0-9]{1,3}|256|00)?([.:]([0-9]{1,3}|25[4-6]|0[0-9]?|f)?){2,5}") {
            prop_assert_eq!(parsed(&text), of_the_standard_library(&text));
        }

        #[test]
        fn so_are_those_of_groups(text in r"(::)?([0-9a-fA-F]{1,5}::?){0,8}([0-9a-fA-F]{0,4}|1\.2\.3\.4|1\.2\.3)[.:%g]?") {
            prop_assert_eq!(parsed(&text), of_the_standard_library(&text));
        }

        #[test]
        fn every_address_is_read_as_it_is_written(bits in any::<u128>(), zeros in any::<u128>()) {
            let bits = bits & zeros;
            prop_assert_eq!(parsed(&Ipv6Addr::from_bits(bits).to_string()), Some(bits));
        }

        #[test]
        fn a_port_is_one_behind_an_address(text in r"(\[)?(1\.2\.3\.4|::1|1\.2\.3)\]?:[0-9]{1,5}") {
            prop_assert_eq!(hint(&text) == Some("port"), text.parse::<SocketAddr>().is_ok());
        }
    }
}
