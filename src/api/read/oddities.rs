//! What live servers and old documents write differently, brought to one shape.

use serde_json::{Map, Value, json};

/// A trunk or a summary:
/// - keys lose the white space around them: the overview prints `"label "`;
/// - amounts become text, digit for digit: the overview prints `max_call_cost` as a number;
/// - addresses become objects: the oldest SDKs have them as strings.
pub(super) fn smooth_trunk(fields: Map<String, Value>) -> Map<String, Value> {
    let mut smooth = Map::new();
    for (key, value) in fields {
        let trimmed = key.trim();
        // A key that also stands there without the white space keeps its value.
        let key = if trimmed != key && smooth.contains_key(trimmed) { key } else { trimmed.to_owned() };
        let value = match (key.as_str(), value) {
            ("max_call_cost" | "charge", Value::Number(amount)) => Value::String(amount.to_string()),
            ("allowed_ips", Value::Array(addresses)) => addresses.into_iter().map(smooth_address).collect(),
            (_, value) => value,
        };
        smooth.insert(key, value);
    }
    smooth
}

fn smooth_address(address: Value) -> Value {
    if let Value::String(ip) = address { json!({ "ip": ip }) } else { address }
}
