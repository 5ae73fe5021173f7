//! Rust values into plain JavaScript objects: as JSON text, which the engine reads faster than it takes one property after
//! the other, and which needs no code of its own for every type.

use js_sys::JSON;
use wasm_bindgen::JsValue;

use crate::json::JsonText;
use crate::rules::{Issue, Param, Report, Step};

/// An object of the members that are written.
pub(super) fn object(members: &mut dyn FnMut(&mut JsonText)) -> JsValue {
    let mut json = JsonText::default();
    json.open('{');
    members(&mut json);
    json.close('}');
    parsed(json)
}

/// What a text of our own making says.
pub(super) fn parsed(json: JsonText) -> JsValue {
    // It is JSON, so reading it cannot fail.
    JSON::parse(&json.finish()).unwrap_or_default()
}

/// The members of what came out of a validation, with the config or without one that nobody wants.
pub(super) fn report(json: &mut JsonText, ok: bool, report: &Report) {
    json.name("ok");
    json.switch(ok);
    if let Some(value) = &report.value {
        json.name("value");
        value.write(json);
    }
    json.name("issues");
    issues(json, &report.issues);
}

/// A list of issues.
pub(super) fn issues(json: &mut JsonText, issues: &[Issue]) {
    json.open('[');
    issues.iter().for_each(|found| issue(json, found));
    json.close(']');
}

/// One issue.
pub(super) fn issue(json: &mut JsonText, issue: &Issue) {
    json.open('{');
    json.name("path");
    json.open('[');
    for step in &issue.path {
        match step {
            Step::Key(key) => json.text(key),
            Step::Index(index) => json.number(*index as f64),
        }
    }
    json.close(']');
    json.member_text("code", issue.code.as_str());
    json.member_text("severity", issue.severity.as_str());
    json.member_text("message", &issue.message);
    json.name("params");
    json.open('{');
    for (name, param) in issue.params.iter() {
        json.name(name);
        match param {
            Param::Text(text) => json.text(text),
            Param::Number(number) => json.number(*number),
            Param::Yes(yes) => json.switch(*yes),
            Param::List(names) => texts(json, names),
        }
    }
    json.close('}');
    json.close('}');
}

/// A list of texts.
pub(super) fn texts(json: &mut JsonText, texts: &[&str]) {
    json.open('[');
    texts.iter().for_each(|text| json.text(text));
    json.close(']');
}

/// An object of text by name. Of a name that stands twice, the last.
pub(super) fn entries(json: &mut JsonText, entries: &[(String, String)]) {
    json.open('{');
    entries.iter().for_each(|(name, value)| json.member_text(name, value));
    json.close('}');
}
