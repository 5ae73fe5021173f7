//! A form on its way to becoming a config: every field read by its kind and normalised, before the rules look at it.

use super::field::{FIELDS, FieldName, Kind, Presence};
use super::input::{Input, number_text, trimmed};
use super::issue::{IssueCode, Param, Step};
use super::report::Findings;
use super::{caller_id, limits};
use crate::trunk::decimal;

/// A field that was read.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Slot {
    /// Not given; an empty form field counts as that where the field need not be there.
    Missing,
    /// Given and of no use; an issue says so already.
    Unusable,
    Text(String),
    Switch(bool),
    Whole(i32),
    Amount(f64),
    /// `None` stands for an entry that was of no use, so that the others keep their index.
    Addresses(Vec<Option<String>>),
    Host(String),
}

/// All fields, read.
pub(super) struct Draft(Vec<Slot>);

impl Draft {
    /// Reads every field of the table out of a record. `coerce`: values come from a form, where all is text.
    pub(super) fn read(record: &Input, coerce: bool, findings: &mut Findings<'_>) -> Self {
        Self(FIELDS.iter().map(|&name| Reading { name, coerce, findings }.slot(record.get(name.as_str()))).collect())
    }

    pub(super) fn slot(&self, name: FieldName) -> &Slot {
        self.0.get(name as usize).unwrap_or(&Slot::Missing)
    }

    pub(super) fn text(&self, name: FieldName) -> Option<&str> {
        if let Slot::Text(text) = self.slot(name) { Some(text) } else { None }
    }

    /// A switch as given or by its default; `None` when it was not given and has none.
    pub(super) fn switch(&self, name: FieldName) -> Option<bool> {
        match (self.slot(name), name.field().presence) {
            (Slot::Switch(on), _) => Some(*on),
            (_, Presence::SwitchDefault(on)) => Some(on),
            _ => None,
        }
    }

    /// A whole number as given or by its default; `None` when it was not given and has none.
    pub(super) fn whole(&self, name: FieldName) -> Option<i32> {
        match (self.slot(name), name.field().presence) {
            (Slot::Whole(number), _) => Some(*number),
            (_, Presence::WholeDefault(number)) => Some(number),
            _ => None,
        }
    }

    pub(super) fn amount(&self, name: FieldName) -> Option<f64> {
        if let Slot::Amount(amount) = self.slot(name) { Some(*amount) } else { None }
    }

    pub(super) fn addresses(&self, name: FieldName) -> Option<&[Option<String>]> {
        if let Slot::Addresses(addresses) = self.slot(name) { Some(addresses) } else { None }
    }

    pub(super) fn host(&self, name: FieldName) -> Option<&str> {
        if let Slot::Host(host) = self.slot(name) { Some(host) } else { None }
    }

    /// Whether the value of a field counts: it depends on no switch, or on one that is on.
    pub(super) fn in_effect(&self, name: FieldName) -> bool {
        name.field().depends_on.is_none_or(|switch| self.switch(switch) == Some(true))
    }
}

struct Reading<'a, 'b> {
    name: FieldName,
    coerce: bool,
    findings: &'a mut Findings<'b>,
}

impl Reading<'_, '_> {
    fn slot(&mut self, input: &Input) -> Slot {
        if input.is_absent() {
            return Slot::Missing;
        }
        match self.name.field().kind {
            Kind::Text => self.text(input),
            Kind::PhoneNumber => self.normalised(input, caller_id::normalise),
            Kind::Digits => self.normalised(input, |text| trimmed(text).to_owned()),
            Kind::Switch => self.switch(input),
            Kind::Whole => self.whole(input),
            Kind::Amount => self.amount(input),
            Kind::Addresses => self.addresses(input),
            Kind::Host => self.host(input),
        }
    }

    fn wrong_type(&mut self, expected: &'static str, received: &Input) -> Slot {
        self.wrong_type_at([self.name.into()], expected, received)
    }

    fn wrong_type_at(&mut self, path: impl Into<Vec<Step>>, expected: &'static str, received: &Input) -> Slot {
        let params: [(&str, Param); 2] = [("expected", expected.into()), ("received", received.type_name().into())];
        self.findings.add_at(path, IssueCode::Type, params);
        Slot::Unusable
    }

    /// The label is trimmed; a password is taken letter for letter.
    fn text(&mut self, input: &Input) -> Slot {
        if self.name.field().secret {
            self.normalised(input, str::to_owned)
        } else {
            self.normalised(input, |text| trimmed(text).to_owned())
        }
    }

    fn normalised(&mut self, input: &Input, normalise: impl Fn(&str) -> String) -> Slot {
        match input {
            Input::Text(text) if self.coerce && text.is_empty() => Slot::Missing,
            Input::Text(text) => Slot::Text(normalise(text)),
            Input::Number(number) if self.coerce && number.is_finite() => Slot::Text(normalise(&number_text(*number))),
            other => self.wrong_type("string", other),
        }
    }

    fn switch(&mut self, input: &Input) -> Slot {
        match input {
            Input::Switch(on) => Slot::Switch(*on),
            Input::Text(text) if self.coerce => match trimmed(text).to_ascii_lowercase().as_str() {
                "on" | "true" | "1" | "yes" => Slot::Switch(true),
                "off" | "false" | "0" | "no" | "" => Slot::Switch(false),
                _ => self.wrong_type("boolean", input),
            },
            Input::Number(number) if self.coerce && (*number == 0.0 || *number == 1.0) => Slot::Switch(*number == 1.0),
            other => self.wrong_type("boolean", other),
        }
    }

    fn whole(&mut self, input: &Input) -> Slot {
        let number = match input {
            Input::Number(number) => *number,
            Input::Text(text) if self.coerce && trimmed(text).is_empty() => return Slot::Missing,
            Input::Text(text) if self.coerce => match decimal(trimmed(text)) {
                Some(number) => number,
                None => return self.wrong_type("number", input),
            },
            other => return self.wrong_type("number", other),
        };
        if number.is_nan() || number.is_finite() && number.fract() != 0.0 {
            self.findings.add(self.name, IssueCode::Integer, []);
            Slot::Unusable
        } else if number < f64::from(i32::MIN) || number > f64::from(i32::MAX) {
            self.findings.add(self.name, IssueCode::Range, limits::bounds(self.name));
            Slot::Unusable
        } else {
            // Exact: a whole number within the bounds of 32 bits.
            Slot::Whole(number as i32)
        }
    }

    /// Amounts are read from text even where it is no form: Wavix's own answers write them as strings.
    fn amount(&mut self, input: &Input) -> Slot {
        match input {
            Input::Number(number) if number.is_finite() => Slot::Amount(*number),
            Input::Number(_) => {
                self.findings.add(self.name, IssueCode::Range, limits::bounds(self.name));
                Slot::Unusable
            }
            Input::Text(text) if self.coerce && trimmed(text).is_empty() => Slot::Missing,
            Input::Text(text) => match decimal(trimmed(text)) {
                Some(number) if number.is_finite() => Slot::Amount(number),
                _ => self.wrong_type("number", input),
            },
            other => self.wrong_type("number", other),
        }
    }

    fn addresses(&mut self, input: &Input) -> Slot {
        match input {
            Input::List(items) => {
                let mut addresses = Vec::with_capacity(items.len());
                for item in items {
                    self.read_address(item, &mut addresses);
                }
                Slot::Addresses(addresses)
            }
            Input::Text(text) if self.coerce => Slot::Addresses(split_addresses(text).collect()),
            other => self.wrong_type("array", other),
        }
    }

    /// `"1.2.3.4"`, `{ ip }` or `{ id, ip }`, as the three generations of documents have it.
    fn read_address(&mut self, item: &Input, addresses: &mut Vec<Option<String>>) {
        let index = addresses.len();
        let (ip, path): (&Input, Vec<Step>) = match item {
            Input::Text(text) if self.coerce => return addresses.extend(split_addresses(text)),
            Input::Record(_) => (item.get("ip"), vec![self.name.into(), index.into(), "ip".into()]),
            other => (other, vec![self.name.into(), index.into()]),
        };
        addresses.push(match ip {
            Input::Text(ip) => Some(trimmed(ip).to_owned()),
            other => {
                self.wrong_type_at(path, "string", other);
                None
            }
        });
    }

    fn host(&mut self, input: &Input) -> Slot {
        match input {
            Input::Record(_) => match input.get("host") {
                Input::Text(host) if self.coerce && trimmed(host).is_empty() => Slot::Missing,
                Input::Text(host) => Slot::Host(trimmed(host).to_owned()),
                other => self.wrong_type_at([self.name.into(), "host".into()], "string", other),
            },
            Input::Text(text) if self.coerce && trimmed(text).is_empty() => Slot::Missing,
            Input::Text(text) if self.coerce => Slot::Host(trimmed(text).to_owned()),
            other => self.wrong_type("object", other),
        }
    }
}

/// Addresses as people separate them in a form: by commas, semicolons, spaces or line ends.
fn split_addresses(text: &str) -> impl Iterator<Item = Option<String>> {
    text.split(|c: char| c.is_whitespace() || c == ',' || c == ';')
        .filter(|part| !part.is_empty())
        .map(|part| Some(part.to_owned()))
}
