//! What is read, whatever its shape: normalised, completed, wrong types told from missing values.

use serde_json::json;

use super::*;

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
fn one_field_is_judged_with_the_rest_of_the_form() {
    let form = Input::from(&with(json!({ "call_restrict": true, "callerid": "0" })));
    let judge = |value| said(&validate_field("call_limit", value, &form, &Options::default()));
    assert_eq!(judge(Input::Missing), ["call_limit required_when"]);
    assert_eq!(judge(Input::Number(0.0)), ["call_limit range"]);
    assert!(judge(Input::Number(60.0)).is_empty());
    let host = |name| validate_field(name, Input::Text("10.0.0.1".to_owned()), &Input::Null, &Options::default());
    assert_eq!(said(&host("host_request.host")), ["host_request.host ip_not_public", "host_request needs_approval"]);
    assert_eq!(said(&validate_field("label", Input::Null, &Input::Null, &Options::default())), ["label required"]);
}

#[test]
fn a_name_that_is_no_field_is_one_issue() {
    let judge = |name| validate_field(name, Input::Null, &Input::Null, &Options::default());
    assert_eq!(said(&judge("call_limits")), ["call_limits unknown_field"]);
    assert_eq!(judge("call_limits")[0].params.get("did_you_mean"), Some(&Param::Text("call_limit")));
    assert_eq!(said(&judge("")), [" unknown_field"]);
    assert_eq!(said(&judge("__proto__")), ["__proto__ unknown_field"]);
}

#[test]
fn what_a_form_sends_is_settings() {
    let blank = Input::from(&with(json!({ "rewrite_prefix": " " })));
    let coerced = Options { coerce: true, ..Options::default() };
    assert_eq!(validate(&blank, &coerced).value.unwrap().rewrite_prefix, None);
    let pairs = |pairs: &[(&str, &str)]| {
        form::record(pairs.iter().map(|(name, text)| ((*name).to_owned(), Input::Text((*text).to_owned()))).collect())
    };
    let sent = pairs(&[
        ("label", "Fax"),
        ("password", "correct-Horse-7"),
        ("callerid", "+1 (212) 123-4567"),
        ("didinfo_enabled", "off"),
        ("ip_restrict", "off"),
        ("ip_restrict", "on"),
        ("allowed_ips", "8.8.8.8, 1.1.1.1"),
        ("allowed_ips", "9.9.9.9"),
        ("host_request.host", "8.8.4.4"),
    ]);
    let report = validate(&sent, &Options { coerce: true, ..Options::default() });
    let config = report.value.unwrap();
    assert_eq!((config.didinfo_enabled, config.ip_restrict), (false, true));
    let addresses: Vec<_> = config.allowed_ips.unwrap().into_iter().map(|address| address.ip).collect();
    assert_eq!(addresses, ["8.8.8.8", "1.1.1.1", "9.9.9.9"]);
    assert_eq!(config.host_request.unwrap().host, "8.8.4.4");
    let Input::Record(fields) = pairs(&[("allowed_ips", "a"), ("label.host", "b"), (".host", "c")]) else { panic!() };
    assert_eq!(
        fields.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(),
        ["allowed_ips", "label.host", ".host"]
    );
}

#[test]
fn options_of_the_wrong_type_count_as_not_given() {
    let options = |options: Value| Options::from(&Input::from(&options));
    for nothing in [
        json!(null),
        json!(7),
        json!("coerce"),
        json!([true]),
        json!({ "coerce": "yes", "strict": 1, "limits": [] }),
        json!({ "coerce": null, "limits": { "call_limit": "60", "max_channels": null } }),
    ] {
        assert_eq!(options(nothing.clone()).limits, AccountLimits::default(), "{nothing}");
        assert!(!options(nothing.clone()).coerce && !options(nothing).strict);
    }
    let given = options(json!({ "coerce": true, "strict": true, "limits": { "max_channels": 2 } }));
    assert!(given.coerce && given.strict && given.limits.max_channels == Some(2.0));
}

#[test]
fn a_key_named_proto_is_nowhere_in_what_is_sent() {
    let nested: Value = serde_json::from_str(r#"{ "codec": { "__proto__": { "evil": 1 }, "name": "PCMU" } }"#).unwrap();
    assert_eq!(sent(nested)["codec"], json!({ "name": "PCMU" }));
}
