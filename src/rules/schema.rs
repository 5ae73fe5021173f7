//! The table of fields as a JSON Schema: all that a schema can express of the rules' errors.

use serde_json::{Map, Value, json};

use super::field::{Bound, FIELDS, Field, FieldName, Kind, Presence};
use super::pattern::{self, Form};

/// JSON Schema (2020-12; without the `$schema` line a draft-07 one too) of the settings that
/// [`validate`](super::validate()) accepts when nothing is coerced: `null` counts as not given, and addresses and amounts
/// come in all the shapes of Wavix's documents.
///
/// A schema cannot express warnings, unknown fields (they are allowed) and the limits of an account.
///
/// ```
/// let schema = wavix_trunks::rules::input_schema();
/// assert_eq!(schema["required"], serde_json::json!(["label", "password"]));
/// assert_eq!(schema["properties"]["call_limit"]["title"], "Longest call");
/// ```
pub fn input_schema() -> Value {
    schema("urn:wavix-trunks:trunk-input", "Settings of a SIP trunk", Form::Typed)
}

/// JSON Schema of a [`TrunkConfig`](crate::trunk::TrunkConfig): the settings as they are sent, complete and normalised.
///
/// ```
/// let schema = wavix_trunks::rules::output_schema();
/// assert_eq!(schema["properties"]["max_call_cost"]["type"], "number");
/// ```
pub fn output_schema() -> Value {
    schema("urn:wavix-trunks:trunk-config", "Settings of a SIP trunk, complete and normalised", Form::Normal)
}

fn schema(id: &str, title: &str, form: Form) -> Value {
    let fields = || FIELDS.iter().map(|name| name.field());
    let required = fields().filter(|field| match (form, field.presence) {
        (_, Presence::Required) => true,
        (Form::Typed, _) => false,
        (Form::Normal, presence) => {
            matches!(presence, Presence::RequiredUnless(_) | Presence::SwitchDefault(_) | Presence::WholeDefault(_))
        }
    });
    let properties = fields().map(|field| (field.name.as_str().to_owned(), property(field, form)));
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": id,
        "title": title,
        "type": "object",
        "required": required.map(|field| field.name.as_str()).collect::<Vec<_>>(),
        "properties": properties.collect::<Map<_, _>>(),
        "allOf": fields().filter_map(|field| condition(field, form)).collect::<Vec<_>>(),
    })
}

/// What holds for a field whatever the others are.
fn property(field: &Field, form: Form) -> Value {
    let mut schema = match field.kind {
        Kind::Text => text(field, form),
        Kind::PhoneNumber => {
            let number = pattern::of(field, form).unwrap_or_default();
            json!({ "type": or_null("string", form), "pattern": whole(&format!("{number}|{}", pattern::no_number(form))) })
        }
        Kind::Digits => json!({ "type": or_null("string", form) }),
        Kind::Switch => json!({ "type": or_null("boolean", form) }),
        Kind::Whole => json!({ "type": or_null("integer", form), "minimum": i32::MIN, "maximum": i32::MAX }),
        Kind::Amount => match form {
            Form::Typed => json!({ "anyOf": [
                { "type": ["number", "null"] },
                { "type": "string", "pattern": whole(&pattern::amount()) },
            ] }),
            Form::Normal => json!({ "type": "number" }),
        },
        Kind::Addresses => {
            let ip = json!({ "type": "string", "pattern": whole(&pattern::address(form)) });
            let entry = json!({ "type": "object", "required": ["ip"], "properties": { "ip": ip } });
            let items = if form == Form::Typed { json!({ "anyOf": [ip, entry] }) } else { entry };
            json!({ "type": or_null("array", form), "items": items })
        }
        Kind::Host => {
            json!({ "type": or_null("object", form), "required": ["host"], "properties": { "host": text(field, form) } })
        }
    };
    let default = match field.presence {
        Presence::SwitchDefault(on) => Some(on.into()),
        Presence::WholeDefault(number) => Some(number.into()),
        Presence::Required | Presence::RequiredUnless(_) | Presence::RequiredWhenOn | Presence::Optional => None,
    };
    let notes = [("title", Some(field.label.into())), ("description", Some(field.help.into())), ("default", default)];
    if let Value::Object(schema) = &mut schema {
        schema.extend(notes.into_iter().filter_map(|(name, note)| Some((name.to_owned(), note?))));
    }
    schema
}

/// What a switch changes about a field.
fn condition(field: &Field, form: Form) -> Option<Value> {
    let name = field.name.as_str();
    if let Presence::RequiredUnless(switches) = field.presence {
        let any = switches.iter().map(|&switch| is_on(switch)).collect::<Vec<_>>();
        return Some(json!({
            "if": { "anyOf": any },
            "else": { "required": [name], "properties": { name: text(field, form) } },
        }));
    }
    let needed = field.presence == Presence::RequiredWhenOn;
    let kind = |name| if needed { json!(name) } else { or_null(name, form) };
    let value = match (field.kind, field.min) {
        (Kind::Whole, Some(Bound::AtLeast(min))) => json!({ "type": kind("integer"), "minimum": min as i32 }),
        (Kind::Amount, Some(Bound::Above(above))) => {
            let number = json!({ "type": "number", "exclusiveMinimum": above as i32 });
            let text = json!({ "type": "string", "pattern": whole(&pattern::amount_above_zero()) });
            if form == Form::Typed { json!({ "anyOf": [number, text] }) } else { number }
        }
        (Kind::Digits, _) => {
            json!({ "type": kind("string"), "pattern": whole(&pattern::of(field, form).unwrap_or_default()) })
        }
        _ => return None,
    };
    let required: &[&str] = if needed { &[name] } else { &[] };
    Some(json!({
        "if": is_on(field.depends_on?),
        "then": { "required": required, "properties": { name: value } },
    }))
}

fn is_on(switch: FieldName) -> Value {
    json!({ "required": [switch.as_str()], "properties": { switch.as_str(): { "const": true } } })
}

fn text(field: &Field, form: Form) -> Value {
    json!({ "type": "string", "pattern": whole(&pattern::of(field, form).unwrap_or_default()) })
}

fn or_null(name: &str, form: Form) -> Value {
    if form == Form::Typed { json!([name, "null"]) } else { json!(name) }
}

/// A pattern for the whole text: JSON Schema's would be satisfied by a part of it.
fn whole(pattern: &str) -> String {
    format!("^(?:{pattern})$")
}
