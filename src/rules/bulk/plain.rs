//! Rows of JSON read straight into their fields, without values in between: rows as nearly all of them are.
//!
//! Whatever is out of the ordinary, such as an escape, a name that the table does not have or anything that is no JSON,
//! makes it give up. The row is then read completely, from its beginning, and a test holds the two ways against each other.

use std::str::from_utf8;

use super::cursor::{Cursor, Read};
use super::json;
use super::scan::{before_end_of_text, same};
use crate::engine;
use crate::input::trimmed;
use crate::rules::draft::{self, Draft, Given, Slot};
use crate::rules::field::{FIELDS, FieldName, Kind};
use crate::rules::report::Findings;
use crate::rules::{Input, Issue, Language};

/// A row that was read.
pub(super) enum Settings {
    Any(Input),
    /// Straight into its fields, with what there is to say about their types.
    Plain(Vec<Issue>),
}

/// Reads rows, and remembers how the names of the last one followed each other: those of the next one do the same.
pub(super) struct PlainReader {
    pub(super) coerce: bool,
    first: FieldName,
    follows: [FieldName; FIELDS.len()],
}

impl PlainReader {
    pub(super) fn new(coerce: bool) -> Self {
        Self { coerce, first: FieldName::Label, follows: [FieldName::Label; FIELDS.len()] }
    }

    /// One row.
    pub(super) fn settings<'a>(&mut self, cursor: &mut Cursor<'a>, draft: &mut Draft<'a>) -> Read<Settings> {
        let mut bytes = Bytes { bytes: cursor.ahead(), at: 0, lines: 0, line_start: 0 };
        if let Some(found) = self.record(&mut bytes, draft) {
            cursor.pass(bytes.at, bytes.lines, bytes.line_start);
            return Ok(Settings::Plain(found));
        }
        json::value(cursor).map(Settings::Any)
    }

    fn record<'a>(&mut self, bytes: &mut Bytes<'a>, draft: &mut Draft<'a>) -> Option<Vec<Issue>> {
        let language = Language::default();
        let mut findings = Findings::new(&language);
        let mut seen = 0_u32;
        let mut guess = &mut self.first;
        let mut more = bytes.open(b'{', b'}')?;
        while more {
            if !bytes.is_name(guess.as_str()) {
                *guess = FieldName::of(bytes.text()?)?;
            }
            let name = *guess;
            guess = self.follows.get_mut(name as usize)?;
            let bit = 1_u32.checked_shl(name as u32)?;
            if seen & bit != 0 {
                return None;
            }
            seen |= bit;
            bytes.colon()?;
            self::value(bytes, name, self.coerce, draft, &mut findings)?;
            more = bytes.go_on(b'}')?;
        }
        Some(findings.unsaid())
    }
}

/// Puts the value of a field into the draft.
fn value<'a>(
    bytes: &mut Bytes<'a>,
    name: FieldName,
    coerce: bool,
    draft: &mut Draft<'a>,
    findings: &mut Findings<'_>,
) -> Option<()> {
    let value = match (name.field().kind, bytes.peek()?) {
        (_, b'n') => return bytes.word(b"null"),
        (Kind::Switch, b't') => bytes.word(b"true").map(|()| Slot::Switch(true))?,
        (Kind::Switch, b'f') => bytes.word(b"false").map(|()| Slot::Switch(false))?,
        (Kind::Addresses, b'[') => return bytes.addresses(draft),
        (Kind::Host, b'{') => draft::host(bytes.one_text("host")?, coerce),
        (_, byte) => {
            let given = match byte {
                b'"' => Given::Text(bytes.text()?),
                b't' => bytes.word(b"true").map(|()| Given::Switch(true))?,
                b'f' => bytes.word(b"false").map(|()| Given::Switch(false))?,
                _ => Given::Number(bytes.number()?),
            };
            draft::read(name, given, coerce, findings)
        }
    };
    draft.put(name, value);
    Some(())
}

/// The bytes of a row, from its beginning.
struct Bytes<'a> {
    bytes: &'a [u8],
    at: usize,
    /// How many line ends were passed, and where the last of them ends.
    lines: u64,
    line_start: usize,
}

impl<'a> Bytes<'a> {
    fn rest(&self) -> &'a [u8] {
        self.bytes.get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn step(&mut self, bytes: usize) {
        self.at = self.at.wrapping_add(bytes);
    }

    /// Past white space; the byte behind it.
    fn next(&mut self) -> Option<u8> {
        loop {
            match self.peek()? {
                b' ' | b'\t' | b'\r' => self.step(1),
                b'\n' => {
                    self.step(1);
                    self.lines = self.lines.wrapping_add(1);
                    self.line_start = self.at;
                }
                other => return Some(other),
            }
        }
    }

    fn expect(&mut self, byte: u8) -> Option<()> {
        let there = self.next()? == byte;
        self.step(1);
        there.then_some(())
    }

    /// Past an opening bracket; whether anything stands inside.
    fn open(&mut self, open: u8, close: u8) -> Option<bool> {
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
        match self.rest() {
            // As nearly all are written: without white space.
            [b',', next, ..] if *next > b' ' => {
                self.step(1);
                Some(true)
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

    #[inline(always)]
    fn colon(&mut self) -> Option<()> {
        match self.rest() {
            [b':', next, ..] if *next > b' ' => {
                self.step(1);
                Some(())
            }
            _ => self.colon_spaced(),
        }
    }

    #[inline(never)]
    fn colon_spaced(&mut self) -> Option<()> {
        self.expect(b':')?;
        self.next().map(drop)
    }

    #[inline(always)]
    fn word(&mut self, word: &[u8]) -> Option<()> {
        let there = self.rest().starts_with(word);
        self.step(word.len());
        there.then_some(())
    }

    /// Past this name in double quotes, if it stands here.
    fn is_name(&mut self, name: &str) -> bool {
        let length = name.len();
        let rest = self.rest();
        let there = rest.first() == Some(&b'"')
            && rest.get(length.wrapping_add(1)) == Some(&b'"')
            && rest.get(1..length.wrapping_add(1)).is_some_and(|given| same(given, name.as_bytes()));
        if there {
            self.step(length.wrapping_add(2));
        }
        there
    }

    /// A text without escapes.
    fn text(&mut self) -> Option<&'a str> {
        let inner = self.rest().split_first().filter(|(quote, _)| **quote == b'"')?.1;
        let length = before_end_of_text(inner);
        if inner.get(length) != Some(&b'"') {
            return None;
        }
        self.step(length.wrapping_add(2));
        from_utf8(inner.get(..length)?).ok()
    }

    /// A number of up to 15 digits without an exponent.
    fn number(&mut self) -> Option<f64> {
        let rest = self.rest();
        let negative = rest.first() == Some(&b'-');
        let digits = rest.get(usize::from(negative)..)?;
        let whole = digits.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let leads_with_zero = digits.first() == Some(&b'0') && whole > 1;
        if whole == 0 || whole > 15 || leads_with_zero {
            return None;
        }
        let mut length = whole;
        let fraction = digits.get(whole) == Some(&b'.');
        if fraction {
            let behind = digits.get(whole.wrapping_add(1)..)?;
            let count = behind.iter().take_while(|byte| byte.is_ascii_digit()).count();
            if count == 0 {
                return None;
            }
            length = whole.wrapping_add(1).wrapping_add(count);
        }
        if matches!(digits.get(length)?, b'e' | b'E') {
            return None;
        }
        if !negative && !fraction {
            self.step(whole);
            let digit = |byte: &u8| f64::from(byte.wrapping_sub(b'0'));
            return Some(digits.iter().take(whole).fold(0.0, |number, byte| number * 10.0 + digit(byte)));
        }
        let length = length.wrapping_add(usize::from(negative));
        self.step(length);
        engine::number_of(from_utf8(rest.get(..length)?).ok()?)
    }

    /// Addresses, as `{ ip }`.
    fn addresses(&mut self, draft: &mut Draft<'a>) -> Option<()> {
        draft.open_addresses();
        let mut more = self.open(b'[', b']')?;
        while more {
            draft.push_address(trimmed(self.one_text("ip")?));
            more = self.go_on(b']')?;
        }
        Some(())
    }

    /// An object of nothing but a text of this name.
    fn one_text(&mut self, name: &str) -> Option<&'a str> {
        if !self.open(b'{', b'}')? || !self.is_name(name) {
            return None;
        }
        self.colon()?;
        let text = self.text()?;
        (!self.go_on(b'}')?).then_some(text)
    }
}
