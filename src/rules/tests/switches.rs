//! Numbers and digits that depend on a switch.

use serde_json::json;

use super::*;

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
