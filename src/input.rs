//! Anything a caller may hand in, before anybody has looked at it.

use serde::{Serialize, Serializer};
use serde_json::{Map, Number, Value};

use crate::engine;
use crate::json::JsonText;

/// A value of any shape: what JavaScript, a form or a JSON document holds.
///
/// ```
/// use wavix_trunks::rules::Input;
///
/// let input = Input::from(&serde_json::json!({ "label": "Head office" }));
/// assert_eq!(input.type_name(), "object");
/// ```
#[derive(Clone, Debug, PartialEq)]
pub enum Input {
    /// Nothing there: `undefined`.
    Missing,
    /// `null`.
    Null,
    /// `true` or `false`.
    Switch(bool),
    /// Any number, `NaN` and the infinities included.
    Number(f64),
    /// Text.
    Text(String),
    /// An array.
    List(Vec<Input>),
    /// An object, in the order of its keys.
    Record(Vec<(String, Input)>),
    /// What JSON cannot hold, by the name of its type: `function`, `bigint`, `symbol`, `ill-formed string`,
    /// `unreadable`.
    Other(&'static str),
}

impl Input {
    /// The type's name as messages show it; never the value.
    pub fn type_name(&self) -> &'static str {
        match self {
            Self::Missing => "undefined",
            Self::Null => "null",
            Self::Switch(_) => "boolean",
            Self::Number(_) => "number",
            Self::Text(_) => "string",
            Self::List(_) => "array",
            Self::Record(_) => "object",
            Self::Other(name) => name,
        }
    }

    /// The value of a key; `Missing` when this is no record or has no such key. Of a key that stands twice, the last.
    pub(crate) fn get(&self, key: &str) -> &Input {
        self.fields().iter().rev().find(|(name, _)| name == key).map_or(&Self::Missing, |(_, value)| value)
    }

    /// This record with the fields of another one put over its own.
    pub(crate) fn with(&self, changes: &Input) -> Input {
        let mut merged = self.fields().to_vec();
        for (name, value) in changes.fields() {
            match merged.iter_mut().find(|(known, _)| known == name) {
                Some((_, before)) => before.clone_from(value),
                None => merged.push((name.clone(), value.clone())),
            }
        }
        Self::Record(merged)
    }

    /// The members of a record. Of a name that stands twice the last counts that JSON can hold, as everywhere; when
    /// hundreds of others stand between, both are there, since looking through all for each would take longer and longer.
    pub(crate) fn members(&self) -> impl Iterator<Item = &(String, Input)> {
        const NEAR: usize = 200;
        let fields = self.fields();
        let is_last = move |at: usize, name: &str| {
            !fields
                .iter()
                .skip(at.saturating_add(1))
                .take(NEAR)
                .any(|(other, value)| other == name && !value.is_no_json())
        };
        fields.iter().enumerate().filter(move |(at, (name, _))| is_last(*at, name)).map(|(_, member)| member)
    }

    /// Missing or `null`: Wavix's own answers write `null` for what is not set.
    pub(crate) fn is_absent(&self) -> bool {
        matches!(self, Self::Missing | Self::Null)
    }

    /// Writes the value as JSON carries it; what JSON cannot hold is left out of records, and `null` in lists.
    pub(crate) fn write(&self, json: &mut JsonText) {
        match self {
            Self::Missing | Self::Null | Self::Other(_) => json.null(),
            Self::Switch(on) => json.switch(*on),
            Self::Number(number) if number.is_finite() => json.number(*number),
            Self::Number(_) => json.null(),
            Self::Text(text) => json.text(text),
            Self::List(items) => {
                json.open('[');
                items.iter().for_each(|item| item.write(json));
                json.close(']');
            }
            Self::Record(_) => {
                json.open('{');
                self.write_members(json);
                json.close('}');
            }
        }
    }

    /// Writes the members of a record into an object that is open.
    pub(crate) fn write_members(&self, json: &mut JsonText) {
        for (name, value) in self.members().filter(|(name, value)| !value.is_no_json() && name != "__proto__") {
            json.name(name);
            value.write(json);
        }
    }

    fn fields(&self) -> &[(String, Input)] {
        if let Self::Record(fields) = self { fields } else { &[] }
    }

    fn is_no_json(&self) -> bool {
        matches!(self, Self::Missing | Self::Other(_))
    }

    /// The value as JSON would carry it, or `None` for what JSON leaves out.
    pub(crate) fn to_json(&self) -> Option<Value> {
        Some(match self {
            Self::Missing | Self::Other(_) => return None,
            Self::Null => Value::Null,
            Self::Switch(on) => Value::Bool(*on),
            Self::Number(number) => json_number(*number),
            Self::Text(text) => Value::String(text.clone()),
            Self::List(items) => Value::Array(items.iter().map(|item| item.to_json().unwrap_or(Value::Null)).collect()),
            Self::Record(fields) => Value::Object(
                // As a key of a JavaScript object `__proto__` would change its prototype.
                fields
                    .iter()
                    .filter(|(name, _)| name != "__proto__")
                    .filter_map(|(name, value)| Some((name.clone(), value.to_json()?)))
                    .collect::<Map<_, _>>(),
            ),
        })
    }
}

impl Serialize for Input {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.to_json().serialize(serializer)
    }
}

/// Whole numbers stay whole: `5`, not `5.0`. JSON has no `NaN`; like `JSON.stringify`, `null` stands for it.
pub(crate) fn json_number(number: f64) -> Value {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    if number.fract() == 0.0 && number.abs() < EXACT {
        // Exact: a whole number below 2^53.
        Value::Number(Number::from(number as i64))
    } else {
        Number::from_f64(number).map_or(Value::Null, Value::Number)
    }
}

/// A number as people write it: `5`, `0.18`.
pub(crate) fn number_text(number: f64) -> String {
    engine::number_text(number)
}

/// Text without the white space around it, and without the byte order mark that comes along from some files: what
/// JavaScript's `trim` takes away.
pub(crate) fn trimmed(text: &str) -> &str {
    // Nearly always nothing stands there, which two bytes tell.
    let is_ink = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_graphic);
    if is_ink(text.as_bytes().first()) && is_ink(text.as_bytes().last()) {
        return text;
    }
    text.trim_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}')
}

impl From<&Value> for Input {
    fn from(value: &Value) -> Self {
        match value {
            Value::Null => Self::Null,
            Value::Bool(on) => Self::Switch(*on),
            Value::Number(number) => Self::Number(number.as_f64().unwrap_or(f64::NAN)),
            Value::String(text) => Self::Text(text.clone()),
            Value::Array(items) => Self::List(items.iter().map(Self::from).collect()),
            Value::Object(fields) => {
                Self::Record(fields.iter().map(|(name, value)| (name.clone(), Self::from(value))).collect())
            }
        }
    }
}
