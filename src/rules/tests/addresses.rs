//! IP addresses, and what Wavix approves by hand.

use serde_json::json;

use super::*;

#[test]
fn addresses_fit_their_switch() {
    check(&[
        (json!({ "ip_restrict": true }), &["ip_restrict allowed_ips_missing"]),
        (json!({ "ip_restrict": true, "allowed_ips": [] }), &["ip_restrict allowed_ips_missing"]),
        (json!({ "ip_restrict": true, "allowed_ips": null }), &["ip_restrict allowed_ips_missing"]),
        (json!({ "ip_restrict": true, "allowed_ips": ["8.8.8.8"] }), &[]),
        (json!({ "ip_restrict": true, "allowed_ips": "8.8.8.8" }), &["allowed_ips type"]),
        (json!({ "ip_restrict": false, "allowed_ips": ["8.8.8.8"] }), &["allowed_ips no_effect"]),
        (json!({ "ip_restrict": false, "allowed_ips": [] }), &[]),
        (
            json!({ "ip_restrict": true, "allowed_ips": ["8.8.8.8", "1.1.1.1", "8.8.8.8", "::ffff:8.8.8.8"] }),
            &["allowed_ips.2.ip duplicate", "allowed_ips.3.ip duplicate"],
        ),
        (
            json!({ "ip_restrict": true, "allowed_ips": ["2606:4700::1111", "2606:4700:0::1111"] }),
            &["allowed_ips.1.ip duplicate"],
        ),
        (
            json!({ "ip_restrict": true, "allowed_ips": ["nope", "nope"] }),
            &["allowed_ips.0.ip ip", "allowed_ips.1.ip ip"],
        ),
    ]);
}

#[test]
fn what_is_no_address_gets_a_hint_what_it_is_instead() {
    let hint = |text: &str| {
        let host = judge(&with(json!({ "host_request": { "host": text } })));
        let listed = judge(&with(json!({ "ip_restrict": true, "allowed_ips": [text] })));
        assert_eq!(said(&listed.issues), ["allowed_ips.0.ip ip"], "{text}");
        let issues = host.issues.iter().filter(|issue| issue.code == IssueCode::Ip).collect::<Vec<_>>();
        assert_eq!(issues.len(), 1, "{text}");
        issues[0].params.get("hint").cloned()
    };
    for (text, expected) in [
        ("8.8.8.0/24", Some("cidr")),
        ("2606:4700::/32", Some("cidr")),
        ("sip.example.com", Some("host_name")),
        ("8.8.8.8:5060", Some("port")),
        ("[2606:4700::1]:5060", Some("port")),
        ("8.8.8", None),
        ("8.8.8.256", None),
        ("08.8.8.8", None),
        ("", None),
        ("localhost", None),
        ("fe80::1%eth0", None),
    ] {
        assert_eq!(hint(text), expected.map(Param::Text), "{text}");
    }
}

#[test]
fn addresses_that_the_internet_does_not_route_are_named() {
    let range = |ip: &str| {
        let report = judge(&with(json!({ "ip_restrict": true, "allowed_ips": [ip] })));
        assert!(report.is_ok(), "{ip}");
        report.issues.first().and_then(|issue| issue.params.get("range").cloned())
    };
    for (inside, name) in [
        ("10.0.0.0", "private, RFC 1918"),
        ("10.255.255.255", "private, RFC 1918"),
        ("172.16.0.1", "private, RFC 1918"),
        ("172.31.255.255", "private, RFC 1918"),
        ("192.168.1.1", "private, RFC 1918"),
        ("127.0.0.1", "loopback, RFC 1122"),
        ("100.64.0.1", "shared by carriers, RFC 6598"),
        ("169.254.1.1", "link-local, RFC 3927"),
        ("192.0.2.1", "documentation, RFC 5737"),
        ("203.0.113.9", "documentation, RFC 5737"),
        ("198.19.255.255", "benchmarking, RFC 2544"),
        ("224.0.0.1", "multicast, RFC 5771"),
        ("255.255.255.255", "broadcast, RFC 919"),
        ("240.0.0.1", "reserved, RFC 1112"),
        ("0.0.0.0", "this network, RFC 791"),
        ("::1", "loopback, RFC 4291"),
        ("::", "unspecified, RFC 4291"),
        ("fd00::1", "unique local, RFC 4193"),
        ("fe80::1", "link-local, RFC 4291"),
        ("2001:db8::1", "documentation, RFC 3849"),
        ("2002::1", "6to4, RFC 3056"),
        ("ff02::1", "multicast, RFC 4291"),
        ("::ffff:10.0.0.1", "private, RFC 1918"),
        ("2001::1", "protocol assignments, RFC 2928"),
    ] {
        assert_eq!(range(inside), Some(Param::Text(name)), "{inside}");
    }
    for public in [
        "8.8.8.8",
        "9.255.255.255",
        "11.0.0.0",
        "172.15.255.255",
        "172.32.0.0",
        "192.167.255.255",
        "100.63.255.255",
        "100.128.0.0",
        "192.0.0.9",
        "223.255.255.255",
        "2606:4700::1111",
        "2001:20::1",
        "2001:4860:4860::8888",
        "::ffff:8.8.8.8",
    ] {
        assert_eq!(range(public), None, "{public}");
    }
}

#[test]
fn what_wavix_approves_by_hand_is_said() {
    check(&[
        (json!({ "host_request": { "host": "8.8.8.8" } }), &["host_request needs_approval"]),
        (
            json!({ "host_request": { "host": "10.0.0.1" } }),
            &["host_request.host ip_not_public", "host_request needs_approval"],
        ),
        (json!({ "host_request": {} }), &["host_request.host type"]),
        (json!({ "host_request": null }), &[]),
        (json!({ "passthrough": true }), &["passthrough needs_approval"]),
        (json!({ "passthrough": false }), &[]),
    ]);
}
