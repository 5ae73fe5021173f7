//! Sentences, in English and in other languages.

use serde_json::json;

use super::*;
use crate::rules::english::{MESSAGES, WORDS};

/// Settings with as many things wrong as fit into one.
fn everything_wrong() -> Value {
    json!({
        "label": " ", "password": "abc", "callerid": "00", "ip_restrict": false,
        "allowed_ips": ["x", "10.0.0.1", "10.0.0.1", "8.8.8.8/8", "a.example", "1.1.1.1:1", 7],
        "host_request": { "host": "a.example" }, "didinfo_enabled": 1, "call_restrict": true, "call_limit": 0.5,
        "cost_limit": true, "max_call_cost": 0, "channels_restrict": true, "rewrite_enabled": true, "passthrough": true,
        "transcription_enabled": true, "transcription_threshold": -1, "callerId": "1", "id": 7, "other": 1
    })
}

fn in_language(settings: &Value, pack: &Value) -> Vec<Issue> {
    let options = Options { language: Language::from(&Input::from(pack)), ..Options::default() };
    validate(&Input::from(settings), &options).issues
}

fn messages(settings: &Value, pack: &Value) -> Vec<String> {
    in_language(settings, pack).into_iter().map(|issue| issue.message).collect()
}

#[test]
fn every_message_is_a_sentence_that_names_its_field() {
    let issues = judge(&everything_wrong()).issues;
    assert!(issues.len() > 18);
    for issue in &issues {
        assert!(issue.message.ends_with(['.', '?']) && issue.message.len() > 20, "{}", issue.message);
        assert!(!issue.message.contains(['{', '}']), "{}", issue.message);
        if let Some(Step::Key(key)) = issue.path.first() {
            let label = FieldName::of(key).map_or(&**key, |name| name.field().label);
            assert!(issue.message.contains(label), "{}", issue.message);
        }
    }
}

#[test]
fn messages_say_what_to_do() {
    let said = |changes: Value| judge(&with(changes)).issues.into_iter().map(|issue| issue.message).collect::<Vec<_>>();
    for (changes, message) in [
        (
            json!({ "callerid": "" }),
            "Caller ID is missing: enter it with its country code, 7 to 15 digits, for example 12121234567.",
        ),
        (
            json!({ "callerid": "0301234567" }),
            "Caller ID must begin with its country code, for example 12121234567: put it in place of the leading 0.",
        ),
        (json!({ "call_restrict": true }), "Longest call is missing: enter it, or turn off “Limit call duration”."),
        (json!({ "call_restrict": true, "call_limit": 0 }), "Longest call must be between 1 and 2147483647 seconds."),
        (json!({ "cost_limit": true, "max_call_cost": 0 }), "Highest call cost must be more than 0 USD."),
        (
            json!({ "cost_limit": true, "max_call_cost": "0,18" }),
            "Highest call cost must be a number without a comma: write a fraction with a point, for example 0.18.",
        ),
        (json!({ "label": 7 }), "Label must be text, not a number."),
        (
            json!({ "ip_restrict": true, "allowed_ips": ["8.8.8.8", "8.8.8.8"] }),
            "Allowed IP addresses, entry 2, is listed twice: remove one of the two.",
        ),
        (
            json!({ "passwrod": "x" }),
            "“passwrod” is not a trunk setting that this version knows: did you mean “password”?",
        ),
        (
            json!({ "rewrite_enabled": true }),
            "Prefix to add and “Digits to remove” are both empty: enter one of them, or turn off “Dial plan”.",
        ),
    ] {
        assert_eq!(said(changes), [message]);
    }
    assert_eq!(judge(&json!("x")).issues[0].message, "The trunk must be an object, not text.");
    let limits = AccountLimits { max_call_cost: Some(1.5), ..AccountLimits::default() };
    let options = Options { limits, ..Options::default() };
    let dear = with(json!({ "cost_limit": true, "max_call_cost": 2 }));
    assert_eq!(
        validate(&Input::from(&dear), &options).issues[0].message,
        "Highest call cost is above your account's limit: enter 1.5 USD or less."
    );
}

#[test]
fn every_code_and_every_word_has_an_english_text() {
    for issue in judge(&everything_wrong()).issues {
        assert!(MESSAGES.get(issue.code.as_str()).is_some(), "{:?}", issue.code);
    }
    for name in ["string", "number", "boolean", "array", "object", "function", "bigint", "symbol", "unreadable"] {
        assert!(WORDS.get(name).is_some(), "{name}");
    }
    for reason in password_strength("aaaaB1-22", "aaa", "22").reasons {
        assert!(WORDS.get(reason).is_some(), "{reason}");
    }
}

#[test]
fn a_pack_replaces_labels_sentences_and_words_and_nothing_else() {
    let wrong = json!({ "label": " ", "password": "****", "callerid": "abc" });
    let pack = json!({
        "labels": { "label": "Name" },
        "messages": { "blank": "{label} fehlt.", "e164": "{label}: {nonsense} {hint} {", "masked": 7 },
        "words": { "letters": "Buchstaben" }
    });
    let said = messages(&wrong, &pack);
    assert_eq!(said[0], "Name fehlt.");
    assert_eq!(said[1], messages(&wrong, &json!(null))[1], "a sentence that is no text is none");
    assert_eq!(said[2], "Caller ID: {nonsense} Buchstaben {", "the pack's general sentence, not English for letters");
}

#[test]
fn the_sentence_for_a_field_or_a_variant_is_taken_before_the_general_one() {
    let general = json!({ "required": "general" });
    let pack = |more: &str| {
        let mut messages = general.clone();
        messages[more] = json!("narrow");
        json!({ "messages": messages })
    };
    assert_eq!(messages(&json!({}), &pack("required.callerid")), ["general", "general", "narrow"]);
    assert_eq!(messages(&json!({}), &pack("required.label")), ["narrow", "general", "general"]);
    let letters = json!({ "messages": { "e164": "general", "e164.letters": "narrow" } });
    assert_eq!(messages(&with(json!({ "callerid": "x" })), &letters), ["narrow"]);
    assert_eq!(messages(&with(json!({ "callerid": "0" })), &letters), ["general"]);
}

#[test]
fn a_pack_of_any_shape_is_a_pack() {
    for pack in [json!(7), json!([]), json!({ "messages": [], "labels": "x" }), json!({ "messages": { "blank": {} } })]
    {
        assert_eq!(messages(&everything_wrong(), &pack), messages(&everything_wrong(), &json!(null)), "{pack}");
    }
}

#[test]
fn the_german_of_the_documentation_is_complete_and_leaves_no_english() {
    let page = include_str!("../../../docs/languages.md");
    let pack = page.split("```json\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    let pack: Value = serde_json::from_str(pack).unwrap();
    let has = |part: &str, key: &str| assert!(pack[part][key].is_string(), "{part}.{key}");
    for (key, english) in MESSAGES.rows() {
        has("messages", key);
        let placeholders = |text: &str| text.matches('{').count();
        assert!(placeholders(pack["messages"][key].as_str().unwrap()) <= placeholders(english), "{key}");
    }
    for (key, _) in WORDS.rows() {
        has("words", key);
    }
    for name in FIELDS {
        has("labels", name.as_str());
        name.field().unit.into_iter().for_each(|unit| has("words", unit));
    }
    for (german, english) in in_language(&everything_wrong(), &pack).iter().zip(judge(&everything_wrong()).issues) {
        assert_eq!((&german.path, german.code, &german.params), (&english.path, english.code, &english.params));
        assert_ne!(german.message, english.message);
        assert!(!german.message.contains(['{', '}']) && !german.message.contains(" the "), "{}", german.message);
    }
}
