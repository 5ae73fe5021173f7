//! Address ranges that the public internet does not route to one host: the IANA special-purpose registries of 2025-10,
//! and multicast.

use std::net::{Ipv4Addr, Ipv6Addr};

/// What the range of an address is called, or `None` for a public one. IPv4 as IPv6 maps it.
pub(super) fn of(ip: u128) -> Option<&'static str> {
    if ip >> 32 == 0xffff {
        // The rest is all of it.
        let ip = ip as u32;
        let mut ranges = may_hold(&V4_BEGINNINGS, ip >> 24).then_some(V4)?.iter();
        ranges.find(|(start, length, _)| (ip ^ start.to_bits()).leading_zeros() >= *length)?.2
    } else {
        let mut ranges = may_hold(&V6_BEGINNINGS, (ip >> 120) as u32).then_some(V6)?.iter();
        ranges.find(|(start, length, _)| (ip ^ start.to_bits()).leading_zeros() >= *length)?.2
    }
}

/// A bit for each first byte with which an address of some range begins: most addresses begin with none of them.
type Beginnings = [u32; 8];

/// The beginnings of a table, made before anything runs. Of a range wider than a byte there are several.
macro_rules! beginnings {
    ($table:ident, $behind:literal) => {{
        const fn some(word: u32) -> u32 {
            let mut bits = 0;
            let mut rest = $table;
            while let Some(((start, length, _), behind)) = rest.split_first() {
                let first = (start.to_bits() >> $behind) as u32;
                let last = first | 0xff_u32.unbounded_shr(*length);
                let mut byte = first;
                while byte <= last {
                    if byte >> 5 == word {
                        bits |= 1_u32 << (byte & 31);
                    }
                    byte = byte.wrapping_add(1);
                }
                rest = behind;
            }
            bits
        }
        [some(0), some(1), some(2), some(3), some(4), some(5), some(6), some(7)]
    }};
}

const V4_BEGINNINGS: Beginnings = beginnings!(V4, 24);
const V6_BEGINNINGS: Beginnings = beginnings!(V6, 120);

fn may_hold(beginnings: &Beginnings, first: u32) -> bool {
    beginnings.get((first >> 5) as usize).is_some_and(|bits| bits & 1 << (first & 31) != 0)
}

/// Narrower ranges before the wider ones that hold them; no name: globally reachable after all.
static V4: &[(Ipv4Addr, u32, Option<&str>)] = &[
    (Ipv4Addr::new(0, 0, 0, 0), 8, Some("this network, RFC 791")),
    (Ipv4Addr::new(10, 0, 0, 0), 8, Some("private, RFC 1918")),
    (Ipv4Addr::new(100, 64, 0, 0), 10, Some("shared by carriers, RFC 6598")),
    (Ipv4Addr::new(127, 0, 0, 0), 8, Some("loopback, RFC 1122")),
    (Ipv4Addr::new(169, 254, 0, 0), 16, Some("link-local, RFC 3927")),
    (Ipv4Addr::new(172, 16, 0, 0), 12, Some("private, RFC 1918")),
    (Ipv4Addr::new(192, 0, 0, 9), 32, None),
    (Ipv4Addr::new(192, 0, 0, 10), 32, None),
    (Ipv4Addr::new(192, 0, 0, 0), 24, Some("protocol assignments, RFC 6890")),
    (Ipv4Addr::new(192, 0, 2, 0), 24, Some("documentation, RFC 5737")),
    (Ipv4Addr::new(192, 88, 99, 0), 24, Some("former 6to4 relays, RFC 7526")),
    (Ipv4Addr::new(192, 168, 0, 0), 16, Some("private, RFC 1918")),
    (Ipv4Addr::new(198, 18, 0, 0), 15, Some("benchmarking, RFC 2544")),
    (Ipv4Addr::new(198, 51, 100, 0), 24, Some("documentation, RFC 5737")),
    (Ipv4Addr::new(203, 0, 113, 0), 24, Some("documentation, RFC 5737")),
    (Ipv4Addr::new(224, 0, 0, 0), 4, Some("multicast, RFC 5771")),
    (Ipv4Addr::new(255, 255, 255, 255), 32, Some("broadcast, RFC 919")),
    (Ipv4Addr::new(240, 0, 0, 0), 4, Some("reserved, RFC 1112")),
];

static V6: &[(Ipv6Addr, u32, Option<&str>)] = &[
    (Ipv6Addr::UNSPECIFIED, 128, Some("unspecified, RFC 4291")),
    (Ipv6Addr::LOCALHOST, 128, Some("loopback, RFC 4291")),
    (Ipv6Addr::new(0x64, 0xff9b, 1, 0, 0, 0, 0, 0), 48, Some("local translation, RFC 8215")),
    (Ipv6Addr::new(0x100, 0, 0, 0, 0, 0, 0, 0), 64, Some("discard, RFC 6666")),
    (Ipv6Addr::new(0x100, 0, 0, 1, 0, 0, 0, 0), 64, Some("dummy prefix, RFC 9780")),
    (Ipv6Addr::new(0x2001, 1, 0, 0, 0, 0, 0, 1), 128, None),
    (Ipv6Addr::new(0x2001, 1, 0, 0, 0, 0, 0, 2), 128, None),
    (Ipv6Addr::new(0x2001, 1, 0, 0, 0, 0, 0, 3), 128, None),
    (Ipv6Addr::new(0x2001, 2, 0, 0, 0, 0, 0, 0), 48, Some("benchmarking, RFC 5180")),
    (Ipv6Addr::new(0x2001, 3, 0, 0, 0, 0, 0, 0), 32, None),
    (Ipv6Addr::new(0x2001, 4, 0x112, 0, 0, 0, 0, 0), 48, None),
    (Ipv6Addr::new(0x2001, 0x20, 0, 0, 0, 0, 0, 0), 28, None),
    (Ipv6Addr::new(0x2001, 0x30, 0, 0, 0, 0, 0, 0), 28, None),
    (Ipv6Addr::new(0x2001, 0, 0, 0, 0, 0, 0, 0), 23, Some("protocol assignments, RFC 2928")),
    (Ipv6Addr::new(0x2001, 0xdb8, 0, 0, 0, 0, 0, 0), 32, Some("documentation, RFC 3849")),
    (Ipv6Addr::new(0x2002, 0, 0, 0, 0, 0, 0, 0), 16, Some("6to4, RFC 3056")),
    (Ipv6Addr::new(0x3fff, 0, 0, 0, 0, 0, 0, 0), 20, Some("documentation, RFC 9637")),
    (Ipv6Addr::new(0x5f00, 0, 0, 0, 0, 0, 0, 0), 16, Some("segment routing, RFC 9602")),
    (Ipv6Addr::new(0xfc00, 0, 0, 0, 0, 0, 0, 0), 7, Some("unique local, RFC 4193")),
    (Ipv6Addr::new(0xfe80, 0, 0, 0, 0, 0, 0, 0), 10, Some("link-local, RFC 4291")),
    (Ipv6Addr::new(0xff00, 0, 0, 0, 0, 0, 0, 0), 8, Some("multicast, RFC 4291")),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_range_is_passed_over_because_of_how_it_begins() {
        for (start, length, name) in V4 {
            let last = start.to_bits() | u32::MAX.checked_shr(*length).unwrap_or(0);
            for ip in [start.to_bits(), last] {
                let narrowest = V4.iter().find(|(start, length, _)| (ip ^ start.to_bits()).leading_zeros() >= *length);
                let mapped = Ipv4Addr::from_bits(ip).to_ipv6_mapped().to_bits();
                assert_eq!(of(mapped), narrowest.and_then(|(_, _, name)| *name), "{name:?}");
            }
        }
        for (start, length, name) in V6 {
            let last = start.to_bits() | u128::MAX.checked_shr(*length).unwrap_or(0);
            for ip in [start.to_bits(), last] {
                let narrowest = V6.iter().find(|(start, length, _)| (ip ^ start.to_bits()).leading_zeros() >= *length);
                assert_eq!(of(ip), narrowest.and_then(|(_, _, name)| *name), "{name:?}");
            }
        }
    }
}
