//! One value on its way into a draft: read by the kind of its field, and normalised.

use std::borrow::Cow;

use super::draft::Slot;
use super::field::{FieldName, Kind};
use super::input::{Input, number_text, trimmed};
use super::issue::{IssueCode, Param, Step};
use super::report::Findings;
use super::{caller_id, limits};
use crate::trunk::decimal;

/// A value as whoever reads it sees it: inside of an [`Input`], or among the bytes of a file.
#[derive(Clone, Copy)]
pub(super) enum Given<'a> {
    Switch(bool),
    Number(f64),
    Text(&'a str),
    /// Anything else.
    Other(&'a Input),
}

impl<'a> From<&'a Input> for Given<'a> {
    fn from(input: &'a Input) -> Self {
        match input {
            Input::Switch(on) => Self::Switch(*on),
            Input::Number(number) => Self::Number(*number),
            Input::Text(text) => Self::Text(text),
            other => Self::Other(other),
        }
    }
}

impl Given<'_> {
    fn type_name(self) -> &'static str {
        match self {
            Self::Switch(_) => "boolean",
            Self::Number(_) => "number",
            Self::Text(_) => "string",
            Self::Other(input) => input.type_name(),
        }
    }
}

/// Whether nothing is wrong with a number as such.
#[inline(always)]
pub(super) fn is_usable(name: FieldName, number: f64) -> bool {
    if name.field().kind == Kind::Whole {
        // Saturates, and then differs.
        f64::from(number as i32) == number
    } else {
        number.is_finite()
    }
}

/// The value of a field that is there.
pub(super) fn read<'a>(name: FieldName, given: Given<'a>, coerce: bool, findings: &mut Findings<'_>) -> Slot<'a> {
    let mut reading = Reading { name, coerce, findings };
    match name.field().kind {
        Kind::Text | Kind::Digits | Kind::PhoneNumber => reading.text(given),
        Kind::Switch => reading.switch(given),
        Kind::Whole => reading.whole(given),
        Kind::Amount => reading.amount(given),
        Kind::Addresses => reading.addresses(given),
        Kind::Host => reading.host(given),
    }
}

struct Reading<'f, 'l> {
    name: FieldName,
    coerce: bool,
    findings: &'f mut Findings<'l>,
}

impl Reading<'_, '_> {
    fn wrong_type<'a>(&mut self, expected: &'static str, received: Given<'_>) -> Slot<'a> {
        self.wrong_type_at([self.name.into()], expected, received)
    }

    fn wrong_type_at<'a>(
        &mut self,
        path: impl Into<Vec<Step>>,
        expected: &'static str,
        received: Given<'_>,
    ) -> Slot<'a> {
        let params: [(&str, Param); 2] = [("expected", expected.into()), ("received", received.type_name().into())];
        self.findings.add_at(path, IssueCode::Type, params);
        Slot::Unusable
    }

    /// Half of the world writes `0,18`. Whether that is a fraction or a thousand, only who wrote it knows.
    fn no_number<'a>(&mut self, text: &str) -> Slot<'a> {
        if !text.bytes().any(|byte| byte == b',') {
            return self.wrong_type("number", Given::Text(text));
        }
        let params: [(&str, Param); 3] =
            [("expected", "number".into()), ("received", "string".into()), ("hint", "comma".into())];
        self.findings.add_at([self.name.into()], IssueCode::Type, params);
        Slot::Unusable
    }

    fn text<'a>(&mut self, given: Given<'a>) -> Slot<'a> {
        match given {
            Given::Text(text) if self.coerce && text.is_empty() => Slot::Missing,
            // What would be sent of it is empty, and so missing if it is judged again.
            Given::Text(text) if self.coerce && self.name.field().kind == Kind::Digits && trimmed(text).is_empty() => {
                Slot::Missing
            }
            Given::Text(text) => Slot::Text(normalised(self.name, text)),
            Given::Number(number) if self.coerce && number.is_finite() => {
                Slot::Text(Cow::Owned(normalised(self.name, &number_text(number)).into_owned()))
            }
            other => self.wrong_type("string", other),
        }
    }

    fn switch<'a>(&mut self, given: Given<'a>) -> Slot<'a> {
        match given {
            Given::Switch(on) => Slot::Switch(on),
            Given::Text(text) if self.coerce => {
                let is_one_of = |words: &[&str]| words.iter().any(|word| trimmed(text).eq_ignore_ascii_case(word));
                if is_one_of(&["true", "on", "1", "yes"]) {
                    Slot::Switch(true)
                } else if is_one_of(&["false", "off", "0", "no", ""]) {
                    Slot::Switch(false)
                } else {
                    self.wrong_type("boolean", given)
                }
            }
            Given::Number(number) if self.coerce && (number == 0.0 || number == 1.0) => Slot::Switch(number == 1.0),
            other => self.wrong_type("boolean", other),
        }
    }

    fn whole<'a>(&mut self, given: Given<'a>) -> Slot<'a> {
        let number = match given {
            Given::Number(number) => number,
            Given::Text(text) if self.coerce && trimmed(text).is_empty() => return Slot::Missing,
            Given::Text(text) if self.coerce => match decimal(trimmed(text)) {
                Some(number) => number,
                None => return self.no_number(text),
            },
            other => return self.wrong_type("number", other),
        };
        if is_usable(self.name, number) {
            Slot::Number(number)
        } else if number.is_infinite() || number.fract() == 0.0 {
            self.findings.add(self.name, IssueCode::Range, limits::bounds(self.name));
            Slot::Unusable
        } else {
            self.findings.add(self.name, IssueCode::Integer, []);
            Slot::Unusable
        }
    }

    /// Amounts are read from text even where it is no form: Wavix's own answers write them as strings.
    fn amount<'a>(&mut self, given: Given<'a>) -> Slot<'a> {
        match given {
            Given::Number(number) if number.is_finite() => Slot::Number(number),
            Given::Number(_) => {
                self.findings.add(self.name, IssueCode::Range, limits::bounds(self.name));
                Slot::Unusable
            }
            Given::Text(text) if self.coerce && trimmed(text).is_empty() => Slot::Missing,
            Given::Text(text) => match decimal(trimmed(text)) {
                Some(number) if number.is_finite() => Slot::Number(number),
                _ => self.no_number(text),
            },
            other => self.wrong_type("number", other),
        }
    }

    fn addresses<'a>(&mut self, given: Given<'a>) -> Slot<'a> {
        match given {
            Given::Other(Input::List(items)) => {
                let mut addresses = Vec::with_capacity(items.len());
                for item in items {
                    self.read_address(item, &mut addresses);
                }
                Slot::Addresses(addresses)
            }
            Given::Text(text) if self.coerce => {
                let mut addresses = Vec::new();
                split_addresses(text, &mut |address| addresses.push(Some(address.into())));
                Slot::Addresses(addresses)
            }
            other => self.wrong_type("array", other),
        }
    }

    /// `"1.2.3.4"`, `{ ip }` or `{ id, ip }`, as the three generations of documents have it.
    fn read_address<'a>(&mut self, item: &'a Input, addresses: &mut Vec<Option<Cow<'a, str>>>) {
        let index = addresses.len();
        let (ip, path): (&Input, Vec<Step>) = match item {
            Input::Text(text) if self.coerce => {
                return split_addresses(text, &mut |address| addresses.push(Some(address.into())));
            }
            Input::Record(_) => (item.get("ip"), vec![self.name.into(), index.into(), "ip".into()]),
            other => (other, vec![self.name.into(), index.into()]),
        };
        addresses.push(match ip {
            Input::Text(ip) => Some(trimmed(ip).into()),
            other => {
                self.wrong_type_at(path, "string", other.into());
                None
            }
        });
    }

    fn host<'a>(&mut self, given: Given<'a>) -> Slot<'a> {
        let host = match given {
            Given::Text(text) if self.coerce => text,
            Given::Other(record @ Input::Record(_)) => match record.get("host") {
                Input::Text(host) => host,
                other => return self.wrong_type_at([self.name.into(), "host".into()], "string", other.into()),
            },
            other => return self.wrong_type("object", other),
        };
        self::host(host, self.coerce)
    }
}

/// A text as it is sent.
#[inline(always)]
pub(super) fn normalised(name: FieldName, text: &str) -> Cow<'_, str> {
    match name {
        FieldName::Callerid => caller_id::normalise(text),
        // Taken letter for letter.
        FieldName::Password => text.into(),
        _ => trimmed(text).into(),
    }
}

/// The one address of a [`Kind::Host`].
pub(super) fn host(text: &str, coerce: bool) -> Slot<'_> {
    let host = trimmed(text);
    if coerce && host.is_empty() { Slot::Missing } else { Slot::Text(host.into()) }
}

/// Addresses as people separate them in a form: by commas, semicolons, spaces or line ends.
pub(super) fn split_addresses<'a>(text: &'a str, take: &mut dyn FnMut(&'a str)) {
    if text.is_ascii() {
        // Byte by byte, since character by character takes as long as half of the rules.
        let is_gap = |byte: &u8| matches!(byte, b'\t'..=b'\r' | b' ' | b',' | b';');
        let mut start = 0_usize;
        for part in text.as_bytes().split(is_gap) {
            let end = start.wrapping_add(part.len());
            text.get(start..end).filter(|part| !part.is_empty()).into_iter().for_each(&mut *take);
            start = end.wrapping_add(1);
        }
    } else {
        let parts = text.split(|c: char| c.is_whitespace() || c == ',' || c == ';');
        parts.filter(|part| !part.is_empty()).for_each(take);
    }
}
