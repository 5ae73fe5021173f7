//! Rows of JSON read straight into their fields, without values in between: rows as nearly all of them are.
//!
//! Whatever is out of the ordinary, such as an escape, a name that the table does not have or anything that is no JSON,
//! makes it give up. The row is then read completely, from its beginning, and a test holds the two ways against each other.

use super::cursor::{Cursor, Read};
use super::json;
use crate::engine;
use crate::input::trimmed;
use crate::rules::draft::{Draft, Slot};
use crate::rules::field::{FIELDS, FieldName, Kind};
use crate::rules::field_set::FieldSet;
use crate::rules::reading::{self, Given};
use crate::rules::report::Findings;
use crate::rules::scan::{before_end_of_text, same};
use crate::rules::{Input, Issue, Language};

/// A row that was read.
pub(super) enum Settings {
    Any(Input),
    /// Straight into its fields, with what there is to say about their types.
    Plain(Vec<Issue>),
}

/// Reads rows, and remembers how the names of the last one followed each other: those of the next one do the same. Those of
/// the first one may stand in the order of the table.
pub(super) struct PlainReader {
    pub(super) coerce: bool,
    first: FieldName,
    follows: [FieldName; FIELDS.len()],
}

impl PlainReader {
    pub(super) fn new(coerce: bool) -> Self {
        let mut follows = [FieldName::Label; FIELDS.len()];
        follows.iter_mut().zip(FIELDS.iter().skip(1)).for_each(|(place, name)| *place = *name);
        Self { coerce, first: FieldName::Label, follows }
    }

    /// One row.
    pub(super) fn settings<'a>(&mut self, cursor: &mut Cursor<'a>, draft: &mut Draft<'a>) -> Read<Settings> {
        let text = cursor.text_ahead();
        let mut ahead = Ahead { text, rest: text.as_bytes(), lines: 0, line_start: 0 };
        if let Some(found) = self.record(&mut ahead, draft).filter(|_| cursor.can_pass(ahead.at())) {
            cursor.pass(ahead.at(), ahead.lines, ahead.line_start);
            return Ok(Settings::Plain(found));
        }
        json::value(cursor).map(Settings::Any)
    }

    fn record<'a>(&mut self, ahead: &mut Ahead<'a>, draft: &mut Draft<'a>) -> Option<Vec<Issue>> {
        let language = Language::default();
        let mut findings = Findings::new(&language);
        let mut seen = FieldSet::EMPTY;
        let mut guess = &mut self.first;
        let mut more = ahead.open(b'{', b'}')?;
        while more {
            if !ahead.is(guess.in_json()) {
                *guess = FieldName::of(ahead.text()?)?;
                ahead.expect(b':')?;
            }
            if *ahead.rest.first()? <= b' ' {
                ahead.next()?;
            }
            let name = *guess;
            guess = self.follows.get_mut(name as usize)?;
            if seen.has(name) {
                return None;
            }
            seen.insert(name);
            self::value(ahead, name, self.coerce, draft, &mut findings)?;
            more = ahead.go_on(b'}')?;
        }
        Some(findings.unsaid())
    }
}

/// Puts the value of a field into the draft.
#[inline(always)]
fn value<'a>(
    ahead: &mut Ahead<'a>,
    name: FieldName,
    coerce: bool,
    draft: &mut Draft<'a>,
    findings: &mut Findings<'_>,
) -> Option<()> {
    let kind = name.field().kind;
    if kind == Kind::Switch
        && let Some(on) = ahead.switch()
    {
        draft.put(name, Slot::Switch(on));
        return Some(());
    }
    let value = match (kind, ahead.rest.first()?) {
        (_, b'n') => return ahead.word(b"null"),
        (Kind::Text | Kind::PhoneNumber | Kind::Digits, b'"') if !coerce => {
            draft.put_text(name, reading::normalised(name, ahead.text()?));
            return Some(());
        }
        (Kind::Whole | Kind::Amount, b'-' | b'0'..=b'9') => {
            draft.put_number(name, ahead.number()?, findings);
            return Some(());
        }
        (Kind::Addresses, b'[') => return ahead.addresses(draft),
        (Kind::Host, b'{') => reading::host(ahead.one_text("\"host\":")?, coerce),
        (_, byte) => {
            let given = match byte {
                b'"' => Given::Text(ahead.text()?),
                b't' | b'f' => Given::Switch(ahead.switch()?),
                _ => Given::Number(ahead.number()?),
            };
            reading::read(name, given, coerce, findings)
        }
    };
    draft.put(name, value);
    Some(())
}

/// The text from the beginning of a row.
struct Ahead<'a> {
    text: &'a str,
    /// What is left of it.
    rest: &'a [u8],
    /// How many line ends were passed, and where the last of them ends.
    lines: u64,
    line_start: usize,
}

impl<'a> Ahead<'a> {
    /// How many bytes were passed.
    fn at(&self) -> usize {
        self.text.len().wrapping_sub(self.rest.len())
    }

    fn step(&mut self, bytes: usize) {
        self.rest = self.rest.get(bytes..).unwrap_or_default();
    }

    /// Past white space; the byte behind it.
    fn next(&mut self) -> Option<u8> {
        loop {
            match self.rest {
                [b' ' | b'\t' | b'\r', rest @ ..] => self.rest = rest,
                [b'\n', rest @ ..] => {
                    self.rest = rest;
                    self.lines = self.lines.wrapping_add(1);
                    self.line_start = self.at();
                }
                rest => return rest.first().copied(),
            }
        }
    }

    /// Past white space and the byte that must stand behind it.
    fn expect(&mut self, byte: u8) -> Option<()> {
        let there = self.next()? == byte;
        self.step(1);
        there.then_some(())
    }

    /// Past an opening bracket; whether anything stands inside.
    #[inline(always)]
    fn open(&mut self, open: u8, close: u8) -> Option<bool> {
        match self.rest {
            [first, rest @ ..] if *first == open && rest.first().is_some_and(|next| *next > b' ' && *next != close) => {
                self.rest = rest;
                Some(true)
            }
            _ => self.open_spaced(open, close),
        }
    }

    #[inline(never)]
    fn open_spaced(&mut self, open: u8, close: u8) -> Option<bool> {
        self.expect(open)?;
        let is_empty = self.next()? == close;
        if is_empty {
            self.step(1);
        }
        Some(!is_empty)
    }

    /// Past the comma or the closing bracket; whether it was the comma.
    #[inline(always)]
    fn go_on(&mut self, close: u8) -> Option<bool> {
        match self.rest {
            // As nearly all are written: without white space.
            [b',', rest @ ..] if rest.first().is_some_and(|next| *next > b' ') => {
                self.rest = rest;
                Some(true)
            }
            [next, rest @ ..] if *next == close => {
                self.rest = rest;
                Some(false)
            }
            _ => self.go_on_spaced(close),
        }
    }

    #[inline(never)]
    fn go_on_spaced(&mut self, close: u8) -> Option<bool> {
        let next = self.next()?;
        self.step(1);
        match next {
            b',' => self.next().map(|_| true),
            next => (next == close).then_some(false),
        }
    }

    fn word(&mut self, word: &[u8; 4]) -> Option<()> {
        let (first, rest) = self.rest.split_first_chunk()?;
        self.rest = rest;
        (first == word).then_some(())
    }

    #[inline(always)]
    fn switch(&mut self) -> Option<bool> {
        let (word, rest) = self.rest.split_first_chunk()?;
        let on = word == b"true";
        self.rest = match rest {
            rest if on => rest,
            [b'e', rest @ ..] if word == b"fals" => rest,
            _ => return None,
        };
        Some(on)
    }

    /// Past these bytes, if they stand here.
    #[inline(always)]
    fn is(&mut self, bytes: &str) -> bool {
        match self.rest.split_at_checked(bytes.len()) {
            Some((next, rest)) if same(next, bytes.as_bytes()) => {
                self.rest = rest;
                true
            }
            _ => false,
        }
    }

    /// A text without escapes.
    fn text(&mut self) -> Option<&'a str> {
        let inner = self.rest.strip_prefix(b"\"")?;
        let length = before_end_of_text(inner);
        let start = self.text.len().wrapping_sub(inner.len());
        self.rest = inner.get(length..)?.strip_prefix(b"\"")?;
        self.text.get(start..start.wrapping_add(length))
    }

    /// A number of up to 15 digits without an exponent, as JSON writes it: digits around its point, and no zero in front of
    /// others.
    fn number(&mut self) -> Option<f64> {
        let (number, rest) = engine::leading_number(self.rest)?;
        let written = self.rest.get(..self.rest.len().wrapping_sub(rest.len()))?;
        let digits = written.strip_prefix(b"-").unwrap_or(written);
        let leads_with_zero = matches!(digits, [b'0', b'0'..=b'9', ..]);
        if leads_with_zero || digits.starts_with(b".") || digits.ends_with(b".") || matches!(rest.first()?, b'e' | b'E')
        {
            return None;
        }
        self.rest = rest;
        Some(number)
    }

    /// Addresses, as `{ ip }`.
    fn addresses(&mut self, draft: &mut Draft<'a>) -> Option<()> {
        draft.open_addresses();
        let mut more = self.open(b'[', b']')?;
        while more {
            draft.push_address(trimmed(self.one_text("\"ip\":")?));
            more = self.go_on(b']')?;
        }
        Some(())
    }

    /// An object of nothing but a text of this name.
    fn one_text(&mut self, name: &str) -> Option<&'a str> {
        if !self.open(b'{', b'}')? || !self.is(name) {
            return None;
        }
        self.next()?;
        let text = self.text()?;
        (!self.go_on(b'}')?).then_some(text)
    }
}
