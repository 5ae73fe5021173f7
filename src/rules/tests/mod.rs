//! Every row of the table of rules, from both sides.

mod addresses;
mod destinations;
mod identity;
mod messages;
#[cfg(not(target_arch = "wasm32"))]
mod properties;
mod shape;
mod switches;
mod table;

use serde_json::{Value, json};

use super::*;
use crate::trunk::{Destination, Via};

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
    let code = |issue: &Issue| {
        assert_eq!(serde_json::to_value(issue.code).unwrap(), issue.code.as_str());
        issue.code.as_str()
    };
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
