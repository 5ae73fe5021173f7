//! A form on its way to becoming a config: every field read by its kind and normalised, before the rules look at it.

use std::borrow::Cow;

use super::field::{FIELDS, FieldName, Kind, Presence};
use super::field_set::{FieldSet, fields_with};
use super::input::Input;
use super::reading::{self, Given};
use super::report::Findings;

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
                draft.put(name, reading::read(name, input.into(), coerce, findings));
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
        if reading::is_usable(name, number) {
            self.put(name, Slot::Number(number));
        } else {
            self.put(name, reading::read(name, Given::Number(number), false, findings));
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
