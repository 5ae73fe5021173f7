//! Every row of the table of rules, from both sides.

use serde_json::{Value, json};

use super::*;

/// Settings about which there is nothing to say.
fn good() -> Value {
    json!({ "label": "Head office", "password": "correct-Horse-7", "callerid": "12121234567" })
}

fn with(changes: Value) -> Value {
    let mut settings = good();
    for (name, value) in changes.as_object().unwrap() {
        settings[name] = value.clone();
    }
    settings
}

fn judge(settings: &Value) -> Report {
    validate(&Input::from(settings), &Options::default())
}

/// `allowed_ips.0.ip duplicate`, one for each issue.
fn said(issues: &[Issue]) -> Vec<String> {
    let step = |step: &Step| match step {
        Step::Key(key) => key.to_string(),
        Step::Index(index) => index.to_string(),
    };
    let place = |issue: &Issue| issue.path.iter().map(step).collect::<Vec<_>>().join(".");
    let code = |issue: &Issue| serde_json::to_value(issue.code).unwrap().as_str().unwrap().to_owned();
    issues.iter().map(|issue| format!("{} {}", place(issue), code(issue))).collect()
}

/// Each row: what is changed in good settings, and all that must be said about it.
fn check(rows: &[(Value, &[&str])]) {
    for (changes, expected) in rows {
        let report = judge(&with(changes.clone()));
        assert_eq!(said(&report.issues), *expected, "{changes}");
        assert_eq!(report.is_ok(), report.errors().next().is_none(), "{changes}");
    }
}

fn sent(changes: Value) -> Value {
    serde_json::to_value(judge(&with(changes)).value.unwrap()).unwrap()
}

#[test]
fn the_least_that_is_enough_becomes_complete() {
    let complete = json!({
        "label": "Head office", "password": "correct-Horse-7", "callerid": "12121234567", "ip_restrict": false,
        "didinfo_enabled": true, "call_restrict": false, "cost_limit": false, "channels_restrict": false,
        "rewrite_enabled": false, "transcription_enabled": false, "transcription_threshold": 6
    });
    assert_eq!(sent(json!({})), complete);
    let nulls = FIELDS.iter().map(|name| (name.as_str().to_owned(), Value::Null));
    let mut settings: Value = nulls.collect::<serde_json::Map<_, _>>().into();
    for (name, value) in good().as_object().unwrap() {
        settings[name] = value.clone();
    }
    assert_eq!(serde_json::to_value(judge(&settings).value.unwrap()).unwrap(), complete);
}

#[test]
fn values_are_normalised_before_they_are_judged() {
    let rows = [
        ("label", json!("  Head office \n"), json!("Head office")),
        ("callerid", json!("+1 (212) 123-4567"), json!("12121234567")),
        ("callerid", json!("+44.20.7946\u{a0}0018"), json!("442079460018")),
        ("callerid", json!("\u{202a}+49\u{2011}30\u{2013}1234567\u{202c}"), json!("49301234567")),
        (
            "allowed_ips",
            json!(["1.1.1.1", { "ip": " 8.8.8.8 " }, { "id": 7, "ip": "9.9.9.9" }]),
            json!([{ "ip": "1.1.1.1" }, { "ip": "8.8.8.8" }, { "ip": "9.9.9.9" }]),
        ),
        ("max_call_cost", json!("0.18"), json!(0.18)),
        ("host_request", json!({ "host": " 8.8.8.8 ", "status": "pending" }), json!({ "host": "8.8.8.8" })),
        ("rewrite_prefix", json!(" 00 "), json!("00")),
        ("password", json!(" correct-Horse-7 "), json!(" correct-Horse-7 ")),
    ];
    for (name, given, expected) in rows {
        assert_eq!(sent(json!({ name: given }))[name], expected, "{name}");
    }
}

#[test]
fn what_is_optional_is_sent_only_when_it_was_given() {
    for name in
        ["passthrough", "multiple_numbers", "call_recording_enabled", "machine_detection_enabled", "encrypted_media"]
    {
        assert_eq!(sent(json!({})).get(name), None);
        assert_eq!(sent(json!({ name: false }))[name], json!(false));
    }
}

#[test]
fn anything_but_an_object_is_one_issue_at_the_root() {
    for input in [Value::Null, json!("trunk"), json!(7), json!([good()]), json!(true)] {
        assert_eq!(said(&judge(&input).issues), [" type"], "{input}");
    }
    assert_eq!(said(&validate(&Input::Missing, &Options::default()).issues), [" type"]);
    assert_eq!(said(&validate(&Input::Other("function"), &Options::default()).issues), [" type"]);
}

#[test]
fn wrong_types_are_issues_of_their_fields() {
    for &name in FIELDS {
        let wrong = if name.field().kind == Kind::Switch { json!("on") } else { json!(true) };
        let report = judge(&with(json!({ name.as_str(): wrong })));
        assert_eq!(said(&report.issues), [format!("{} type", name.as_str())]);
    }
    check(&[
        (json!({ "callerid": 12121234567_u64 }), &["callerid type"]),
        (json!({ "max_call_cost": "much" }), &["max_call_cost type"]),
        (json!({ "call_limit": "60" }), &["call_limit type"]),
        (
            json!({ "ip_restrict": true, "allowed_ips": ["8.8.8.8", 7, { "ip": false }, {}] }),
            &["allowed_ips.1 type", "allowed_ips.2.ip type", "allowed_ips.3.ip type"],
        ),
        (json!({ "host_request": { "host": 8 } }), &["host_request.host type"]),
        (json!({ "host_request": "8.8.8.8" }), &["host_request type"]),
    ]);
}

#[test]
fn unknown_fields_are_named_and_sent_all_the_same() {
    check(&[
        (json!({ "passwrod": 1 }), &["passwrod unknown_field"]),
        (json!({ "codec": "PCMU", "call_limits": 7 }), &["call_limits unknown_field", "codec unknown_field"]),
    ]);
    let issues =
        judge(&with(json!({ "call_limits": 7, "codec": { "a": [1.5, null, "x"] }, "access_token": "t" }))).issues;
    let param = |index: usize, name| issues[index].params.get(name).cloned();
    assert_eq!(param(0, "read_only"), Some(Param::Yes(true)));
    assert_eq!(param(1, "did_you_mean"), Some(Param::Text("call_limit")));
    assert_eq!(param(2, "did_you_mean"), None);
    let sent =
        sent(json!({ "call_limits": 7, "codec": { "a": [1.5, null, "x"] }, "access_token": "t", "__proto__": {} }));
    assert_eq!(sent["call_limits"].to_string(), "7");
    assert_eq!(sent["codec"], json!({ "a": [1.5, null, "x"] }));
    assert_eq!((sent.get("access_token"), sent.get("__proto__")), (None, None));
}

#[test]
fn label_and_password_must_be_there() {
    check(&[
        (json!({ "label": null }), &["label required"]),
        (json!({ "label": "" }), &["label blank"]),
        (json!({ "label": " \t\n" }), &["label blank"]),
        (json!({ "label": "x" }), &[]),
        (json!({ "password": null }), &["password required"]),
        (json!({ "password": "" }), &["password required"]),
        (json!({ "password": "********" }), &["password masked"]),
        (json!({ "password": "••••••••••••" }), &["password masked"]),
        (json!({ "password": "●●●●" }), &["password masked"]),
        (json!({ "password": "xxxxxxxx" }), &["password masked"]),
        (json!({ "password": "****-Horse-777" }), &["password weak_password"]),
    ]);
}

#[test]
fn weak_passwords_are_sent_with_the_reasons_why_they_are_weak() {
    let reasons = |password: &str| {
        let report = judge(&with(json!({ "password": password })));
        assert!(report.is_ok());
        match report.issues.first().and_then(|issue| issue.params.get("reasons")) {
            Some(Param::List(reasons)) => reasons.clone(),
            _ => Vec::new(),
        }
    };
    let none: [&str; 0] = [];
    assert_eq!(reasons("correct-Horse-7"), none);
    assert_eq!(reasons("Ünïcödé-päss1"), none);
    assert_eq!(reasons("Sh0rt-pass"), ["short"]);
    assert_eq!(reasons("onlylowercase-"), ["few_kinds"]);
    assert_eq!(reasons("correct-Horse-7777"), ["repeats"]);
    assert_eq!(reasons("correct-Horse-777"), none);
    assert_eq!(reasons("correct-Horse-4567"), ["runs"]);
    assert_eq!(reasons("correct-Horse-9876"), ["runs"]);
    assert_eq!(reasons("my-HEAD OFFICE-7"), ["contains_label"]);
    assert_eq!(reasons("Tel-12121234567"), ["runs", "contains_callerid"]);
    assert_eq!(reasons("aaaa"), ["short", "few_kinds", "repeats"]);
}

#[test]
fn a_caller_id_is_needed_unless_others_may_stand_in() {
    check(&[
        (json!({ "callerid": null }), &["callerid required"]),
        (json!({ "callerid": "" }), &["callerid required"]),
        (json!({ "callerid": "+" }), &["callerid required"]),
        (json!({ "callerid": "", "multiple_numbers": true }), &[]),
        (json!({ "callerid": null, "multiple_numbers": true }), &[]),
        (json!({ "callerid": "", "multiple_numbers": false }), &["callerid required"]),
        (json!({ "callerid": "", "passthrough": true }), &["passthrough needs_approval"]),
        (json!({ "callerid": "abc", "multiple_numbers": true }), &["callerid e164"]),
    ]);
}

#[test]
fn caller_ids_are_e164() {
    let hint = |callerid: &str| {
        let issues = judge(&with(json!({ "callerid": callerid }))).issues;
        assert!(issues.len() < 2);
        issues.first().map(|issue| (issue.code, issue.params.get("hint").cloned()))
    };
    let e164 = |hint| Some((IssueCode::E164, Some(Param::Text(hint))));
    assert_eq!(hint("12121234567"), None);
    assert_eq!(hint("4930123"), None);
    assert_eq!(hint("491512345678901"), None);
    assert_eq!(hint("493012"), e164("length"));
    assert_eq!(hint("4915123456789012"), e164("length"));
    assert_eq!(hint("0049301234567"), e164("international_prefix"));
    assert_eq!(hint("0301234567"), e164("leading_zero"));
    assert_eq!(hint("1212123456"), e164("north_america"));
    assert_eq!(hint("121212345678"), e164("north_america"));
    assert_eq!(hint("4930ABC4567"), e164("letters"));
    assert_eq!(hint("٤٩٣٠١٢٣٤٥٦٧"), e164("letters"));
    assert_eq!(hint("2101234567"), Some((IssueCode::CountryCode, None)));
    assert_eq!(hint("9991234567"), Some((IssueCode::CountryCode, None)));
}

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

#[test]
fn numbers_are_needed_and_bounded_while_their_switch_is_on() {
    check(&[
        (json!({ "call_restrict": true }), &["call_limit required_when"]),
        (json!({ "call_restrict": true, "call_limit": null }), &["call_limit required_when"]),
        (json!({ "call_restrict": true, "call_limit": 0 }), &["call_limit range"]),
        (json!({ "call_restrict": true, "call_limit": 1 }), &[]),
        (json!({ "call_restrict": true, "call_limit": 2147483647 }), &[]),
        (json!({ "call_restrict": true, "call_limit": 2147483648_u64 }), &["call_limit range"]),
        (json!({ "call_restrict": true, "call_limit": 60.5 }), &["call_limit integer"]),
        (json!({ "call_restrict": true, "call_limit": 60.0 }), &[]),
        (json!({ "cost_limit": true }), &["max_call_cost required_when"]),
        (json!({ "cost_limit": true, "max_call_cost": 0 }), &["max_call_cost range"]),
        (json!({ "cost_limit": true, "max_call_cost": -0.0 }), &["max_call_cost range"]),
        (json!({ "cost_limit": true, "max_call_cost": "-1" }), &["max_call_cost range"]),
        (json!({ "cost_limit": true, "max_call_cost": 0.0001 }), &[]),
        (json!({ "channels_restrict": true }), &["max_channels required_when"]),
        (json!({ "channels_restrict": true, "max_channels": 0 }), &["max_channels range"]),
        (json!({ "channels_restrict": true, "max_channels": 1 }), &[]),
        (json!({ "transcription_enabled": true, "transcription_threshold": -1 }), &["transcription_threshold range"]),
        (json!({ "transcription_enabled": true, "transcription_threshold": 0 }), &[]),
        (json!({ "transcription_enabled": true }), &[]),
    ]);
    for (number, code) in [(f64::NAN, "range"), (f64::INFINITY, "range")] {
        let Input::Record(mut fields) = Input::from(&with(json!({ "cost_limit": true }))) else { unreachable!() };
        fields.push(("max_call_cost".into(), Input::Number(number)));
        let report = validate(&Input::Record(fields), &Options::default());
        assert_eq!(said(&report.issues), [format!("max_call_cost {code}")]);
    }
    for (number, code) in [(f64::NAN, "integer"), (f64::NEG_INFINITY, "range")] {
        let Input::Record(mut fields) = Input::from(&with(json!({ "call_restrict": true }))) else { unreachable!() };
        fields.push(("call_limit".into(), Input::Number(number)));
        let report = validate(&Input::Record(fields), &Options::default());
        assert_eq!(said(&report.issues), [format!("call_limit {code}")]);
    }
}

#[test]
fn a_value_whose_switch_is_off_is_kept_and_only_its_type_is_judged() {
    let off = json!({
        "call_restrict": false, "call_limit": 0, "cost_limit": false, "max_call_cost": -1, "channels_restrict": false,
        "max_channels": -5, "rewrite_enabled": false, "rewrite_prefix": "<string>", "transcription_threshold": -3
    });
    check(&[
        (off.clone(), &[]),
        (json!({ "call_restrict": false, "call_limit": "60" }), &["call_limit type"]),
        (json!({ "channels_restrict": false, "max_channels": 1.5 }), &["max_channels integer"]),
    ]);
    let sent = sent(off);
    assert_eq!(
        (&sent["call_limit"], &sent["max_channels"], &sent["rewrite_prefix"]),
        (&json!(0), &json!(-5), &json!("<string>"))
    );
}

#[test]
fn the_accounts_own_limits_count_when_they_are_given() {
    let limits = AccountLimits { call_limit: Some(3600.0), max_call_cost: Some(1.5), max_channels: Some(2.0) };
    let judge = |changes| {
        let options = Options { limits: limits.clone(), ..Options::default() };
        said(&validate(&Input::from(&with(changes)), &options).issues)
    };
    assert_eq!(judge(json!({ "call_restrict": true, "call_limit": 3601 })), ["call_limit above_account_limit"]);
    assert_eq!(judge(json!({ "cost_limit": true, "max_call_cost": "1.51" })), ["max_call_cost above_account_limit"]);
    assert_eq!(judge(json!({ "channels_restrict": true, "max_channels": 3 })), ["max_channels above_account_limit"]);
    let none: [&str; 0] = [];
    assert_eq!(judge(json!({ "call_restrict": true, "call_limit": 3600, "max_channels": 9 })), none);
}

#[test]
fn the_dial_plan_holds_digits_and_does_something() {
    check(&[
        (json!({ "rewrite_enabled": true, "rewrite_prefix": "00", "rewrite_cond": "1" }), &[]),
        (json!({ "rewrite_enabled": true, "rewrite_prefix": "+1" }), &["rewrite_prefix digits"]),
        (json!({ "rewrite_enabled": true, "rewrite_cond": "<string>" }), &["rewrite_cond digits"]),
        (json!({ "rewrite_enabled": true, "rewrite_cond": "1" }), &[]),
        (json!({ "rewrite_enabled": true }), &["rewrite_prefix dial_plan_empty"]),
        (
            json!({ "rewrite_enabled": true, "rewrite_prefix": "", "rewrite_cond": " " }),
            &["rewrite_prefix dial_plan_empty"],
        ),
        (json!({ "rewrite_enabled": true, "rewrite_prefix": 0 }), &["rewrite_prefix type"]),
    ]);
}

#[test]
fn issues_come_in_the_order_of_the_fields() {
    let settings = json!({ "zeta": 1, "rewrite_enabled": true, "callerid": "0", "label": "", "call_restrict": true });
    assert_eq!(
        said(&judge(&settings).issues),
        [
            "label blank",
            "password required",
            "callerid e164",
            "call_limit required_when",
            "rewrite_prefix dial_plan_empty",
            "zeta unknown_field"
        ]
    );
}

#[test]
fn strict_takes_warnings_for_errors() {
    let weak = Input::from(&with(json!({ "password": "abc" })));
    assert!(validate(&weak, &Options::default()).is_ok());
    let report = validate(&weak, &Options { strict: true, ..Options::default() });
    assert!(!report.is_ok());
    assert_eq!(report.issues[0].severity, Severity::Warning);
}

#[test]
fn forms_where_all_is_text_mean_what_they_say() {
    let form = json!({
        "label": "Fax", "password": "correct-Horse-7", "callerid": 12121234567_u64, "ip_restrict": "on",
        "allowed_ips": "8.8.8.8, 1.1.1.1\n9.9.9.9", "host_request": "", "didinfo_enabled": "", "call_restrict": "true",
        "call_limit": "60", "cost_limit": "false", "max_call_cost": "", "channels_restrict": 1, "max_channels": " 3 ",
        "rewrite_enabled": "off", "rewrite_prefix": "", "transcription_threshold": ""
    });
    let coerce = Options { coerce: true, ..Options::default() };
    let report = validate(&Input::from(&form), &coerce);
    assert_eq!(said(&report.issues), Vec::<String>::new());
    let sent = serde_json::to_value(report.value.unwrap()).unwrap();
    assert_eq!(sent["allowed_ips"], json!([{ "ip": "8.8.8.8" }, { "ip": "1.1.1.1" }, { "ip": "9.9.9.9" }]));
    assert_eq!(
        (&sent["callerid"], &sent["call_limit"], &sent["max_channels"]),
        (&json!("12121234567"), &json!(60), &json!(3))
    );
    assert_eq!(
        (&sent["ip_restrict"], &sent["didinfo_enabled"], &sent["call_restrict"]),
        (&json!(true), &json!(false), &json!(true))
    );
    assert_eq!((sent.get("host_request"), sent.get("rewrite_prefix"), sent.get("max_call_cost")), (None, None, None));
    let listed =
        validate(&Input::from(&with(json!({ "ip_restrict": "1", "allowed_ips": ["8.8.8.8 1.1.1.1", ""] }))), &coerce);
    assert_eq!(listed.value.unwrap().allowed_ips.unwrap().len(), 2);
    let wrong = with(json!({ "call_restrict": "maybe", "call_limit": "soon", "allowed_ips": "8.8.8.8/24" }));
    let issues = said(&validate(&Input::from(&wrong), &coerce).issues);
    assert_eq!(issues, ["allowed_ips no_effect", "allowed_ips.0.ip ip", "call_restrict type", "call_limit type"]);
}

#[test]
fn one_field_is_judged_with_the_rest_of_the_form() {
    let form = Input::from(&with(json!({ "call_restrict": true, "callerid": "0" })));
    let judge = |value| said(&validate_field("call_limit", value, &form, &Options::default()));
    assert_eq!(judge(Input::Missing), ["call_limit required_when"]);
    assert_eq!(judge(Input::Number(0.0)), ["call_limit range"]);
    assert!(judge(Input::Number(60.0)).is_empty());
    assert_eq!(said(&validate_field("label", Input::Null, &Input::Null, &Options::default())), ["label required"]);
}

#[test]
fn every_message_is_a_sentence_that_names_its_field() {
    let everything = json!({
        "label": " ", "password": "abc", "callerid": "00", "ip_restrict": false, "allowed_ips": ["x", "10.0.0.1", "10.0.0.1"],
        "host_request": { "host": "a.example" }, "didinfo_enabled": 1, "call_restrict": true, "call_limit": 0.5,
        "cost_limit": true, "max_call_cost": 0, "channels_restrict": true, "rewrite_enabled": true, "passthrough": true,
        "callerId": "1", "id": 7
    });
    let issues = judge(&everything).issues;
    assert!(issues.len() > 14);
    for issue in &issues {
        assert!(issue.message.ends_with(['.', '?']) && issue.message.len() > 20, "{}", issue.message);
        if let Some(Step::Key(key)) = issue.path.first() {
            let label = FIELDS.iter().find(|name| name.as_str() == key).map_or(&**key, |name| name.field().label);
            assert!(issue.message.contains(label), "{}", issue.message);
        }
    }
}

#[test]
fn the_table_describes_every_field_of_a_config() {
    let all = json!({
        "allowed_ips": [], "host_request": { "host": "8.8.8.8" }, "call_limit": 1, "max_call_cost": 1, "max_channels": 1,
        "rewrite_prefix": "", "rewrite_cond": "", "passthrough": true, "multiple_numbers": true,
        "call_recording_enabled": true, "machine_detection_enabled": true, "encrypted_media": true
    });
    let sent = sent(all);
    let mut names: Vec<&str> = FIELDS.iter().map(|name| name.as_str()).collect();
    names.sort_unstable();
    assert_eq!(sent.as_object().unwrap().keys().collect::<Vec<_>>(), names);
    for &name in FIELDS {
        let field = name.field();
        assert_eq!(field.name, name);
        assert!(!field.label.is_empty() && field.help.ends_with('.'), "{}", name.as_str());
        assert!(field.depends_on.is_none_or(|switch| switch.field().kind == Kind::Switch));
        assert_eq!(serde_json::to_value(name).unwrap(), json!(name.as_str()));
    }
}
