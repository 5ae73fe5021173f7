//! The native rules: `cargo bench`. What it costs in JavaScript, beside its peers, is `cargo xtask bench`.

#![allow(missing_docs, clippy::arithmetic_side_effects, clippy::unwrap_used, reason = "a bench, not a library")]
#![allow(clippy::indexing_slicing, reason = "of JSON values, which gives null")]

use divan::Bencher;
use divan::counter::{BytesCount, ItemsCount};
use serde_json::{Value, json};
use wavix_trunks::rules::bulk::{self, BulkOptions};
use wavix_trunks::rules::{self, Input, Options};

fn main() {
    divan::main();
}

const COUNT: u32 = 10_000;

fn trunk(number: u32) -> Value {
    json!({
        "label": format!("Head office {number}"), "password": "correct-Horse-7-battery",
        "callerid": format!("1212{}", 1_000_000 + number), "ip_restrict": true,
        "allowed_ips": [{ "ip": format!("8.8.{}.8", number % 256) }, { "ip": "2606:4700:4700::1111" }],
        "didinfo_enabled": true, "call_restrict": true, "call_limit": 3600, "cost_limit": true, "max_call_cost": 0.18,
        "channels_restrict": true, "max_channels": 10, "rewrite_enabled": true, "rewrite_prefix": "00",
        "rewrite_cond": "0", "passthrough": false, "multiple_numbers": false, "call_recording_enabled": true,
        "transcription_enabled": true, "transcription_threshold": 6, "machine_detection_enabled": false,
        "encrypted_media": true,
    })
}

#[divan::bench]
fn one_valid_trunk(bencher: Bencher) {
    let input = Input::from(&trunk(0));
    let options = Options::default();
    bencher.counter(ItemsCount::new(1_u32)).bench(|| rules::validate(&input, &options));
}

#[divan::bench]
fn one_with_six_errors(bencher: Bencher) {
    let mut wrong = trunk(0);
    let mistakes = json!({ "label": " ", "password": "", "callerid": "abc", "call_limit": null, "max_channels": 0,
        "rewrite_prefix": "x" });
    wrong.as_object_mut().unwrap().extend(mistakes.as_object().unwrap().clone());
    let input = Input::from(&wrong);
    let options = Options::default();
    assert_eq!(rules::validate(&input, &options).errors().count(), 6);
    bencher.counter(ItemsCount::new(1_u32)).bench(|| rules::validate(&input, &options));
}

fn read(bencher: Bencher, file: &str) {
    let options = BulkOptions::default();
    assert!(bulk::validate_trunks(file.as_bytes(), &options).summary.is_ok());
    bencher.counter(BytesCount::of_str(file)).bench(|| bulk::validate_trunks(file.as_bytes(), &options));
}

#[divan::bench]
fn ten_thousand_as_json(bencher: Bencher) {
    read(bencher, &Value::Array((0..COUNT).map(trunk).collect()).to_string());
}

#[divan::bench]
fn ten_thousand_as_ndjson(bencher: Bencher) {
    read(bencher, &(0..COUNT).map(|number| format!("{}\n", trunk(number))).collect::<String>());
}

#[divan::bench]
fn ten_thousand_as_csv(bencher: Bencher) {
    let names: Vec<String> = trunk(0).as_object().unwrap().keys().cloned().collect();
    let cell = |value: &Value| match value {
        Value::String(text) => text.clone(),
        Value::Array(ips) => ips.iter().filter_map(|ip| ip["ip"].as_str()).collect::<Vec<_>>().join(" "),
        other => other.to_string(),
    };
    let line = |number| trunk(number).as_object().unwrap().values().map(cell).collect::<Vec<_>>().join(",") + "\n";
    read(bencher, &(names.join(",") + "\n" + &(0..COUNT).map(line).collect::<String>()));
}

/// What reading into values costs by itself.
#[divan::bench]
fn ten_thousand_into_serde_json(bencher: Bencher) {
    let file = Value::Array((0..COUNT).map(trunk).collect()).to_string();
    bencher.counter(BytesCount::of_str(&file)).bench(|| serde_json::from_str::<Value>(&file).unwrap());
}
