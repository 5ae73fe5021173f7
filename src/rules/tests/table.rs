//! The table of fields, and what is made from it.

use serde_json::json;

use super::*;

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

#[test]
fn numbers_have_units_and_bounds_and_the_switches_they_depend_on_are_off_by_default() {
    for field in FIELDS.iter().map(|name| name.field()) {
        let is_number = matches!(field.kind, Kind::Whole | Kind::Amount);
        assert_eq!((field.unit.is_some(), field.min.is_some()), (is_number, is_number), "{}", field.label);
        let off = Presence::SwitchDefault(false);
        assert!(field.depends_on.is_none_or(|switch| switch.field().presence == off), "{}", field.label);
        assert!(field.presence != Presence::RequiredWhenOn || field.depends_on.is_some(), "{}", field.label);
    }
}

#[test]
fn a_row_says_what_a_form_needs() {
    let row = |name: FieldName| serde_json::to_value(name.field()).unwrap();
    assert_eq!(
        row(FieldName::CallLimit),
        json!({
            "name": "call_limit", "kind": "whole", "label": "Longest call", "unit": "seconds", "min": 1,
            "help": "Seconds after which a call ends; not above your account's own limit.", "max": 2147483647,
            "required": false, "requiredWhen": "call_restrict", "dependsOn": "call_restrict", "secret": false,
            "type": "number", "inputMode": "numeric", "autocomplete": "off", "since": "overview"
        })
    );
    let password = row(FieldName::Password);
    assert_eq!(
        (&password["type"], &password["autocomplete"], &password["secret"], &password["required"]),
        (&json!("password"), &json!("new-password"), &json!(true), &json!(true))
    );
    assert_eq!(row(FieldName::Callerid)["requiredUnless"], json!(["multiple_numbers", "passthrough"]));
    assert_eq!(row(FieldName::MaxCallCost)["exclusiveMin"], json!(0));
    assert_eq!(row(FieldName::DidinfoEnabled)["default"], json!(true));
    assert_eq!(row(FieldName::TranscriptionThreshold)["default"], json!(6));
    assert_eq!(row(FieldName::EncryptedMedia).get("default"), None);
}

#[test]
fn the_schemas_describe_every_field_and_every_switch() {
    let (input, output) = (input_schema(), output_schema());
    for field in FIELDS.iter().map(|name| name.field()) {
        let name = field.name.as_str();
        for schema in [&input, &output] {
            assert_eq!(schema["properties"][name]["title"], field.label);
            assert_eq!(schema["properties"][name]["description"], field.help);
        }
        let needed = input["allOf"].as_array().unwrap().iter().find(|rule| rule["then"]["required"] == json!([name]));
        assert_eq!(needed.is_some(), field.presence == Presence::RequiredWhenOn, "{name}");
        if let (Some(rule), Some(switch)) = (needed, field.depends_on) {
            assert_eq!(rule["if"]["properties"][switch.as_str()], json!({ "const": true }));
        }
    }
    let least = judge(&good()).value.unwrap();
    let always: Vec<_> = serde_json::to_value(least).unwrap().as_object().unwrap().keys().cloned().collect();
    let mut required: Vec<_> =
        output["required"].as_array().unwrap().iter().map(|name| name.as_str().unwrap()).collect();
    required.sort_unstable();
    assert_eq!(required, always);
}
