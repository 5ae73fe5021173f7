//! A form on its way to becoming a config: every field read by its kind and normalised, before the rules look at it.

use std::borrow::Cow;

use super::field::{FIELDS, FieldName, Kind, Presence};
use super::field_set::{FieldSet, fields_with};
use super::input::{Input, number_text, trimmed};
use super::issue::{IssueCode, Param, Step};
use super::report::Findings;
use super::{caller_id, limits};
use crate::trunk::decimal;

/// A field that was read.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Slot<'a> {
    /// Not given; an empty form field counts as that where the field need not be there.
    Missing,
    /// Given and of no use; an issue says so already.
    Unusable,
    Switch(bool),
    /// Of a whole number's field a whole one of 32 bits.
    Number(f64),
    /// Also the address of a [`Kind::Host`].
    Text(Cow<'a, str>),
    /// `None` stands for an entry that was of no use, so that the others keep their index.
    Addresses(Vec<Option<Cow<'a, str>>>),
}

/// The texts of a list.
pub(super) struct Addresses<'a> {
    count: usize,
    /// The first ones, for which no memory need be found: there are seldom more.
    few: [&'a str; 4],
    more: Vec<Option<Cow<'a, str>>>,
}

impl<'a> Addresses<'a> {
    const NONE: Self = Self { count: 0, few: [""; 4], more: Vec::new() };

    pub(super) fn is_empty(&self) -> bool {
        self.count == 0 && self.more.is_empty()
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = Option<&str>> {
        self.few.iter().take(self.count).map(|text| Some(*text)).chain(self.more.iter().map(Option::as_deref))
    }
}

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

const NUMBERS: FieldSet = fields_with!(kind: Kind::Whole | Kind::Amount);
const TEXTS: FieldSet = fields_with!(kind: Kind::Text | Kind::PhoneNumber | Kind::Digits | Kind::Host);
const ON_BY_DEFAULT: FieldSet = fields_with!(presence: Presence::SwitchDefault(true));
const SWITCHES_WITH_DEFAULT: FieldSet = fields_with!(presence: Presence::SwitchDefault(_));

/// All fields, read. What they hold is borrowed where it is as it came.
pub(super) struct Draft<'a> {
    /// Given and of use.
    usable: FieldSet,
    unusable: FieldSet,
    /// Texts that are given and empty.
    empty: FieldSet,
    /// Switches that are on, by their default too.
    on: FieldSet,
    numbers: [f64; NUMBERS.count()],
    texts: [&'a str; TEXTS.count()],
    /// Texts that are sent otherwise than they came, in the place of those: there are seldom any.
    changed: Vec<(FieldName, String)>,
    addresses: Addresses<'a>,
}

impl<'a> Draft<'a> {
    /// A draft without any field.
    pub(super) fn empty() -> Self {
        Self {
            usable: FieldSet::EMPTY,
            unusable: FieldSet::EMPTY,
            empty: FieldSet::EMPTY,
            on: ON_BY_DEFAULT,
            numbers: [0.0; NUMBERS.count()],
            texts: [""; TEXTS.count()],
            changed: Vec::new(),
            addresses: Addresses::NONE,
        }
    }

    /// Makes it a draft without any field again.
    pub(super) fn clear(&mut self) {
        (self.usable, self.unusable, self.empty) = (FieldSet::EMPTY, FieldSet::EMPTY, FieldSet::EMPTY);
        self.on = ON_BY_DEFAULT;
        // What is not usable is not looked at.
        self.changed.clear();
        self.addresses.count = 0;
        self.addresses.more.clear();
    }

    /// Reads every field of the table out of a record. `coerce`: values come from a form, where all is text.
    pub(super) fn read(record: &'a Input, coerce: bool, findings: &mut Findings<'_>) -> Self {
        let mut draft = Self::empty();
        for &name in FIELDS {
            let input = record.get(name.as_str());
            if !input.is_absent() {
                draft.put(name, read(name, input.into(), coerce, findings));
            }
        }
        draft
    }

    /// Takes a field that has not been put there before.
    #[inline(always)]
    pub(super) fn put(&mut self, name: FieldName, value: Slot<'a>) {
        match value {
            Slot::Missing => return,
            Slot::Unusable => return self.unusable.insert(name),
            Slot::Switch(true) => self.on.insert(name),
            Slot::Switch(false) => self.on.remove(name),
            Slot::Number(number) => {
                if let Some(place) = self.numbers.get_mut(NUMBERS.before(name)) {
                    *place = number;
                }
            }
            Slot::Text(text) => return self.put_text(name, text),
            Slot::Addresses(addresses) => self.addresses.more = addresses,
        }
        self.usable.insert(name);
    }

    /// Takes a text, normalised.
    #[inline(always)]
    pub(super) fn put_text(&mut self, name: FieldName, text: Cow<'a, str>) {
        if text.is_empty() {
            self.empty.insert(name);
        }
        match text {
            Cow::Borrowed(text) => {
                if let Some(place) = self.texts.get_mut(TEXTS.before(name)) {
                    *place = text;
                }
            }
            Cow::Owned(text) => self.changed.push((name, text)),
        }
        self.usable.insert(name);
    }

    /// Takes a number, or says what is wrong with it.
    #[inline(always)]
    pub(super) fn put_number(&mut self, name: FieldName, number: f64, findings: &mut Findings<'_>) {
        if is_usable(name, number) {
            self.put(name, Slot::Number(number));
        } else {
            self.put(name, read(name, Given::Number(number), false, findings));
        }
    }

    /// Takes a list without any address, to which the next ones belong.
    pub(super) fn open_addresses(&mut self) {
        self.usable.insert(FieldName::AllowedIps);
    }

    /// Takes the next address of the list, normalised.
    pub(super) fn push_address(&mut self, address: &'a str) {
        match self.addresses.few.get_mut(self.addresses.count) {
            Some(place) => {
                *place = address;
                self.addresses.count = self.addresses.count.wrapping_add(1);
            }
            None => self.addresses.more.push(Some(address.into())),
        }
    }

    /// Takes switches at once: those that are given, and which of them are on.
    #[cfg(any(test, target_arch = "wasm32"))]
    pub(super) fn put_switches(&mut self, given: FieldSet, on: FieldSet) {
        self.usable = self.usable.or(given);
        self.on = self.on.without(given).or(on.and(given));
    }

    /// The fields that are given and of use.
    pub(super) fn usable(&self) -> FieldSet {
        self.usable
    }

    /// The fields that are not given.
    pub(super) fn missing(&self, of: FieldSet) -> FieldSet {
        of.without(self.usable).without(self.unusable)
    }

    /// The texts that are given and empty.
    pub(super) fn empty_texts(&self) -> FieldSet {
        self.empty
    }

    pub(super) fn is_unusable(&self, name: FieldName) -> bool {
        self.unusable.has(name)
    }

    pub(super) fn text(&self, name: FieldName) -> Option<&str> {
        if !self.usable.and(TEXTS).has(name) {
            return None;
        }
        match self.changed.iter().find(|(changed, _)| *changed == name) {
            Some((_, text)) => Some(text),
            None => self.texts.get(TEXTS.before(name)).copied(),
        }
    }

    /// Whether a switch is on, as given or by its default.
    pub(super) fn is_on(&self, name: FieldName) -> bool {
        self.on.has(name)
    }

    /// A switch as given or by its default; `None` when it was not given and has none.
    pub(super) fn switch(&self, name: FieldName) -> Option<bool> {
        let is_known = self.usable.or(SWITCHES_WITH_DEFAULT).has(name) && name.field().kind == Kind::Switch;
        is_known.then(|| self.is_on(name))
    }

    /// A number as given.
    pub(super) fn number(&self, name: FieldName) -> Option<f64> {
        let number = self.numbers.get(NUMBERS.before(name))?;
        (self.usable.has(name) && NUMBERS.has(name)).then_some(*number)
    }

    /// The numbers that are given.
    pub(super) fn numbers(&self) -> impl Iterator<Item = (FieldName, f64)> {
        NUMBERS.zip(self.numbers).filter(|(name, _)| self.usable.has(*name))
    }

    /// A whole number as given or by its default; `None` when it was not given and has none.
    pub(super) fn whole(&self, name: FieldName) -> Option<i32> {
        match (name.field().kind, self.number(name), name.field().presence) {
            // Exact: a whole number within the bounds of 32 bits.
            (Kind::Whole, Some(number), _) => Some(number as i32),
            (_, _, Presence::WholeDefault(number)) => Some(number),
            _ => None,
        }
    }

    /// The addresses of the list; none when it was not given.
    pub(super) fn addresses(&self) -> &Addresses<'a> {
        &self.addresses
    }

    /// Whether the value of a field counts: it depends on no switch, or on one that is on.
    #[inline(always)]
    pub(super) fn in_effect(&self, name: FieldName) -> bool {
        name.field().depends_on.is_none_or(|switch| self.is_on(switch))
    }
}

/// Whether nothing is wrong with a number as such.
#[inline(always)]
fn is_usable(name: FieldName, number: f64) -> bool {
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

    fn text<'a>(&mut self, given: Given<'a>) -> Slot<'a> {
        match given {
            Given::Text(text) if self.coerce && text.is_empty() => Slot::Missing,
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
                None => return self.wrong_type("number", given),
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
                _ => self.wrong_type("number", given),
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
