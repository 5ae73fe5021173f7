//! Forms: what one needs to know to draw the fields, and what it sends.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::field::{Bound, Field, FieldName, Kind, Presence};
use super::input::{Input, json_number};
use super::pattern::{self, Form};

/// The settings that a form sent as pairs of a name and a text, in their order. Of a name that stands several times the
/// last counts, as behind a hidden field with the value of an empty checkbox, and all of those where the field holds
/// many. The host of a [`Kind::Host`] may be named `host_request.host`. Judge what comes out with
/// [`coerce`](super::Options::coerce), since everything in it is text.
///
/// ```
/// use wavix_trunks::rules::{self, Input, Options, form};
///
/// let sent = [("label", "Fax"), ("password", "correct-Horse-7"), ("callerid", "+1 212 123 4567"), ("ip_restrict", "on"),
///     ("allowed_ips", "8.8.8.8"), ("allowed_ips", "1.1.1.1")];
/// let pairs = sent.map(|(name, text)| (name.to_owned(), Input::Text(text.to_owned())));
/// let options = Options { coerce: true, ..Options::default() };
///
/// let config = rules::validate(&form::record(pairs.into()), &options).value.unwrap();
/// assert!(config.ip_restrict);
/// assert_eq!(config.allowed_ips.unwrap().len(), 2);
/// ```
pub fn record(pairs: Vec<(String, Input)>) -> Input {
    let (mut fields, mut others): (Vec<(String, Input)>, Vec<_>) = (Vec::new(), Vec::new());
    for (name, value) in pairs {
        let name = field_name(&name).to_owned();
        let Some(field) = FieldName::of(&name) else {
            others.push((name, value));
            continue;
        };
        let holds_many = field.field().kind == Kind::Addresses;
        match fields.iter_mut().find(|(known, _)| *known == name) {
            Some((_, Input::List(values))) if holds_many => values.push(value),
            Some((_, known)) => *known = value,
            None if holds_many => fields.push((name, Input::List(vec![value]))),
            None => fields.push((name, value)),
        }
    }
    fields.append(&mut others);
    Input::Record(fields)
}

/// The name of a field where everything is text: the host of a [`Kind::Host`] may be named `host_request.host`.
pub(super) fn field_name(name: &str) -> &str {
    let host = name.strip_suffix(".host").and_then(FieldName::of).filter(|name| name.field().kind == Kind::Host);
    host.map_or(name, |field| field.as_str())
}

impl Field {
    /// The largest value of a number, when there is one: whole numbers have 32 bits on the wire.
    pub fn max(&self) -> Option<f64> {
        (self.kind == Kind::Whole).then_some(f64::from(i32::MAX))
    }

    /// A regular expression without anchors for the whole text as people type it, for HTML's `pattern`.
    pub fn pattern(&self) -> Option<String> {
        pattern::of(self, Form::Typed).map(String::from)
    }

    /// HTML's element or type of input: `textarea`, `checkbox`, `password`, `tel`, `number`, `text`.
    pub fn input_type(&self) -> &'static str {
        match self.kind {
            Kind::Text if self.secret => "password",
            Kind::Text | Kind::Digits | Kind::Host => "text",
            Kind::PhoneNumber => "tel",
            Kind::Switch => "checkbox",
            Kind::Whole | Kind::Amount => "number",
            Kind::Addresses => "textarea",
        }
    }

    /// HTML's `inputmode`: which keyboard a phone shows. None for a checkbox.
    pub fn input_mode(&self) -> Option<&'static str> {
        match self.kind {
            Kind::Text | Kind::Addresses | Kind::Host => Some("text"),
            Kind::PhoneNumber => Some("tel"),
            Kind::Digits | Kind::Whole => Some("numeric"),
            Kind::Amount => Some("decimal"),
            Kind::Switch => None,
        }
    }

    /// HTML's `autocomplete`: nothing that a browser knows about a person belongs into a trunk.
    pub fn autocomplete(&self) -> &'static str {
        if self.secret { "new-password" } else { "off" }
    }
}

impl Serialize for Field {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut row = serializer.serialize_map(None)?;
        row.serialize_entry("name", &self.name)?;
        row.serialize_entry("kind", &self.kind)?;
        row.serialize_entry("label", self.label)?;
        row.serialize_entry("help", self.help)?;
        row.serialize_entry("required", &matches!(self.presence, Presence::Required | Presence::RequiredUnless(_)))?;
        match (self.presence, self.depends_on) {
            (Presence::RequiredUnless(switches), _) => row.serialize_entry("requiredUnless", switches)?,
            (Presence::RequiredWhenOn, Some(switch)) => row.serialize_entry("requiredWhen", &switch)?,
            (Presence::SwitchDefault(on), _) => row.serialize_entry("default", &on)?,
            (Presence::WholeDefault(number), _) => row.serialize_entry("default", &number)?,
            (Presence::Required | Presence::RequiredWhenOn | Presence::Optional, _) => {}
        }
        if let Some(switch) = self.depends_on {
            row.serialize_entry("dependsOn", &switch)?;
        }
        if let Some(unit) = self.unit {
            row.serialize_entry("unit", unit)?;
        }
        match self.min {
            Some(Bound::AtLeast(min)) => row.serialize_entry("min", &json_number(min))?,
            Some(Bound::Above(above)) => row.serialize_entry("exclusiveMin", &json_number(above))?,
            None => {}
        }
        if let Some(max) = self.max() {
            row.serialize_entry("max", &json_number(max))?;
        }
        if let Some(pattern) = self.pattern() {
            row.serialize_entry("pattern", &pattern)?;
        }
        row.serialize_entry("secret", &self.secret)?;
        row.serialize_entry("type", self.input_type())?;
        if let Some(mode) = self.input_mode() {
            row.serialize_entry("inputMode", mode)?;
        }
        row.serialize_entry("autocomplete", self.autocomplete())?;
        row.serialize_entry("since", &self.since)?;
        row.end()
    }
}
