//! Who the trunk is: label, password, caller ID.

use serde_json::json;

use super::*;

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
    let short = |caller_id| password_strength("correct-Horse-1212", "", caller_id).reasons;
    assert_eq!((short("121"), short("1212")), (vec![], vec!["contains_callerid"]), "as somebody types it");
    let long = "Ab1-".repeat(65);
    assert_eq!(password_strength(&long, &long, "").score, 4, "no password holds a label of that length by chance");
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
fn the_strength_of_a_password_is_the_warnings_judgement_with_a_score() {
    for (password, score, reasons) in [
        ("", 0, &["short", "few_kinds"][..]),
        ("********", 0, &["masked"]),
        ("aaaa", 0, &["short", "few_kinds", "repeats"]),
        ("abc", 1, &["short", "few_kinds"]),
        ("Sh0rt-pass", 2, &["short"]),
        ("Tel-1212 1234567", 2, &["runs"]),
        ("my-HEAD OFFICE-7", 2, &["contains_label"]),
        ("correct-Horse-7", 3, &[]),
        ("correct-Horse-77", 4, &[]),
    ] {
        let strength = password_strength(password, " Head office ", "+1 (212) 123-4567");
        assert_eq!((strength.score, strength.reasons.as_slice()), (score, reasons), "{password}");
        let warned = !judge(&with(json!({ "password": password }))).issues.is_empty();
        assert_eq!(warned, score < 3, "{password}");
    }
}

/// Bytes as if by chance, the same in every run.
fn random(seed: u64) -> impl FnMut(&mut [u8]) -> Option<()> {
    let mut state = seed;
    move |bytes| {
        for byte in bytes {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            *byte = state.to_be_bytes()[0];
        }
        Some(())
    }
}

#[test]
fn generated_passwords_are_strong_and_survive_any_configuration_file() {
    for length in [12, 20, 64] {
        for avoid_ambiguous in [true, false] {
            for seed in 0..200 {
                let options = PasswordOptions { length, avoid_ambiguous };
                let password = generate_password(&options, random(seed)).unwrap();
                assert_eq!(password.len(), length);
                assert!(judge(&with(json!({ "password": password }))).issues.is_empty(), "{password}");
                assert!(password.bytes().all(|c| c.is_ascii_alphanumeric() || b"-_.".contains(&c)), "{password}");
                let edges = [password.bytes().next(), password.bytes().last()];
                assert!(edges.into_iter().flatten().all(|c| c.is_ascii_alphanumeric()), "{password}");
                assert!(!avoid_ambiguous || !password.contains(['0', 'O', '1', 'I', 'l']), "{password}");
            }
        }
    }
}

#[test]
fn no_character_of_a_generated_password_is_likelier_than_another() {
    let options = PasswordOptions { length: 64, avoid_ambiguous: false };
    let mut counts = std::collections::BTreeMap::new();
    for seed in 0..1000 {
        for c in generate_password(&options, random(seed)).unwrap().chars().filter(char::is_ascii_alphanumeric) {
            *counts.entry(c).or_insert(0_u32) += 1;
        }
    }
    assert_eq!(counts.len(), 62);
    // 64,000 characters of 65: 985 each. Bytes taken modulo 65 without rejection would give the first 61 a third more.
    let (least, most) = (counts.values().min().unwrap(), counts.values().max().unwrap());
    assert!(*least > 850 && *most < 1120, "{counts:?}");
}

#[test]
fn a_password_of_another_length_or_without_randomness_is_an_error() {
    for length in [0, 11, 65, usize::MAX] {
        let options = PasswordOptions { length, ..PasswordOptions::default() };
        assert_eq!(generate_password(&options, random(1)), Err(PasswordError::Length));
    }
    let default = PasswordOptions::default();
    assert_eq!(generate_password(&default, |_| None), Err(PasswordError::Randomness));
    for constant in [0, 7, 255] {
        let stuck = |bytes: &mut [u8]| {
            bytes.fill(constant);
            Some(())
        };
        assert_eq!(generate_password(&default, stuck), Err(PasswordError::Randomness));
    }
}

#[test]
fn a_caller_id_says_where_it_is_from() {
    let described =
        |text: &str| describe_caller_id(text).map(|id| (id.digits, id.country_code, id.country, id.display));
    for (text, digits, code, country, display) in [
        ("+1 (212) 123-4567", "12121234567", "1", "North America and the Caribbean", "+1 212 123 4567"),
        ("+44.20.7946\u{a0}0018", "442079460018", "44", "United Kingdom", "+44 2079460018"),
        ("79161234567", "79161234567", "7", "Russia and Kazakhstan", "+7 9161234567"),
        ("35312345678", "35312345678", "353", "Ireland", "+353 12345678"),
    ] {
        assert_eq!(described(text), Some((digits.into(), Some(code), Some(country), display.into())));
    }
    assert_eq!(described("2101234567"), Some(("2101234567".into(), None, None, "+2101234567".into())));
    for text in ["", "+", "abc", "0301234567", "1212123456", "493012", "1２121234567"] {
        assert_eq!(described(text), None, "{text}");
    }
}

#[test]
fn no_country_code_begins_another_one() {
    let codes = || country::COUNTRIES.iter().map(|(code, _)| *code);
    for code in codes() {
        assert!((1..=3).contains(&code.len()) && code.bytes().all(|b| b.is_ascii_digit()) && !code.starts_with('0'));
        assert_eq!(codes().filter(|other| other.starts_with(code)).count(), 1, "{code}");
    }
}
