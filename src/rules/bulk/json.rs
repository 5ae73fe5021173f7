//! JSON (RFC 8259), read from bytes in one pass.

use std::str::from_utf8;

use super::cursor::{Cursor, Read};
use super::fault::Reason;
use crate::engine;
use crate::rules::Input;

/// Deeper than any settings go.
const DEEPEST: usize = 32;

/// Reads one value.
pub(super) fn value(cursor: &mut Cursor) -> Read<Input> {
    value_at(cursor, 0)
}

fn value_at(cursor: &mut Cursor, depth: usize) -> Read<Input> {
    match cursor.peek()? {
        Some(b'{' | b'[') if depth == DEEPEST => Err(cursor.fault(Reason::Deep)),
        Some(b'{') => record(cursor, depth.saturating_add(1)),
        Some(b'[') => list(cursor, depth.saturating_add(1)),
        Some(b'"') => {
            let (text, well_formed) = text(cursor)?;
            Ok(if well_formed { Input::Text(text) } else { Input::Other("ill-formed string") })
        }
        Some(b't') => word(cursor, b"true", Input::Switch(true)),
        Some(b'f') => word(cursor, b"false", Input::Switch(false)),
        Some(b'n') => word(cursor, b"null", Input::Null),
        Some(b'-' | b'0'..=b'9') => number(cursor),
        Some(_) => Err(cursor.fault(Reason::Value)),
        None => Err(cursor.fault(Reason::End)),
    }
}

fn record(cursor: &mut Cursor, depth: usize) -> Read<Input> {
    let mut fields = Vec::new();
    let mut more = open(cursor, b'}')?;
    while more {
        expect(cursor, b'"', Reason::Name)?;
        let (name, _) = text(cursor)?;
        cursor.space()?;
        expect(cursor, b':', Reason::Colon)?;
        cursor.step();
        cursor.space()?;
        fields.push((name, value_at(cursor, depth)?));
        more = go_on(cursor, b'}')?;
    }
    Ok(Input::Record(fields))
}

fn list(cursor: &mut Cursor, depth: usize) -> Read<Input> {
    let mut items = Vec::new();
    let mut more = open(cursor, b']')?;
    while more {
        items.push(value_at(cursor, depth)?);
        more = go_on(cursor, b']')?;
    }
    Ok(Input::List(items))
}

/// Past the opening bracket; whether anything stands inside.
fn open(cursor: &mut Cursor, close: u8) -> Read<bool> {
    cursor.step();
    cursor.space()?;
    Ok(!cursor.eat(close)?)
}

/// Past the comma or the closing bracket; whether it was the comma.
fn go_on(cursor: &mut Cursor, close: u8) -> Read<bool> {
    cursor.space()?;
    if cursor.eat(close)? {
        return Ok(false);
    }
    expect(cursor, b',', Reason::Comma)?;
    cursor.step();
    cursor.space()?;
    Ok(true)
}

fn expect(cursor: &Cursor, byte: u8, otherwise: Reason) -> Read<()> {
    match cursor.peek()? {
        Some(next) if next == byte => Ok(()),
        Some(_) => Err(cursor.fault(otherwise)),
        None => Err(cursor.fault(Reason::End)),
    }
}

fn word(cursor: &mut Cursor, word: &[u8], means: Input) -> Read<Input> {
    for byte in word {
        expect(cursor, *byte, Reason::Value)?;
        cursor.step();
    }
    Ok(means)
}

fn number(cursor: &mut Cursor) -> Read<Input> {
    let start = cursor.mark();
    cursor.eat(b'-')?;
    if !cursor.eat(b'0')? {
        digits(cursor)?;
    }
    if cursor.eat(b'.')? {
        digits(cursor)?;
    }
    if cursor.eat(b'e')? || cursor.eat(b'E')? {
        let _signed = cursor.eat(b'+')? || cursor.eat(b'-')?;
        digits(cursor)?;
    }
    let number = from_utf8(cursor.since(start)).ok().and_then(engine::number_of);
    number.map(Input::Number).ok_or_else(|| cursor.fault_after(start, 0, Reason::Number))
}

fn digits(cursor: &mut Cursor) -> Read<()> {
    let some = !cursor.run(|byte| byte.is_ascii_digit()).is_empty();
    // The bytes may have run out among the digits.
    match cursor.peek()? {
        _ if some => Ok(()),
        Some(_) => Err(cursor.fault(Reason::Number)),
        None => Err(cursor.fault(Reason::End)),
    }
}

/// The text of a string, and whether it is well-formed: JSON can write half a character, and it stands for one in UTF-16
/// that UTF-8 does not have.
fn text(cursor: &mut Cursor) -> Read<(String, bool)> {
    cursor.step();
    let mut text = String::new();
    let mut halves = Vec::new();
    let mut well_formed = true;
    loop {
        let start = cursor.mark();
        let plain = cursor.run(|byte| byte >= b' ' && byte != b'"' && byte != b'\\');
        let next = cursor.peek()?;
        if !halves.is_empty() && (!plain.is_empty() || next == Some(b'"')) {
            well_formed &= decode(&mut halves, &mut text);
        }
        // Only now, because the bytes may have run out in the middle of a character.
        let plain =
            from_utf8(plain).map_err(|error| cursor.fault_after(start, error.valid_up_to(), Reason::Encoding))?;
        text.push_str(plain);
        match next {
            Some(b'"') => {
                cursor.step();
                return Ok((text, well_formed));
            }
            Some(b'\\') => match escape(cursor)? {
                Escape::Half(half) => halves.push(half),
                Escape::Character(character) => {
                    well_formed &= decode(&mut halves, &mut text);
                    text.push(character);
                }
            },
            Some(_) => return Err(cursor.fault(Reason::Control)),
            None => return Err(cursor.fault(Reason::End)),
        }
    }
}

enum Escape {
    Character(char),
    /// What `\u` names: a character in UTF-16, or half of one.
    Half(u16),
}

fn escape(cursor: &mut Cursor) -> Read<Escape> {
    cursor.step();
    let character = match cursor.peek()? {
        Some(plain @ (b'"' | b'\\' | b'/')) => char::from(plain),
        Some(b'b') => '\u{8}',
        Some(b'f') => '\u{c}',
        Some(b'n') => '\n',
        Some(b'r') => '\r',
        Some(b't') => '\t',
        Some(b'u') => {
            cursor.step();
            return four_digits(cursor).map(Escape::Half);
        }
        Some(_) => return Err(cursor.fault(Reason::Escape)),
        None => return Err(cursor.fault(Reason::End)),
    };
    cursor.step();
    Ok(Escape::Character(character))
}

fn four_digits(cursor: &mut Cursor) -> Read<u16> {
    let mut half = 0_u16;
    for _ in 0..4 {
        let digit = match cursor.peek()? {
            Some(byte) => char::from(byte).to_digit(16).ok_or_else(|| cursor.fault(Reason::Escape))?,
            None => return Err(cursor.fault(Reason::End)),
        };
        cursor.step();
        // Exact: below 16.
        half = half.wrapping_shl(4) | digit as u16;
    }
    Ok(half)
}

/// Adds what the halves stand for; whether all of them found each other.
fn decode(halves: &mut Vec<u16>, text: &mut String) -> bool {
    let mut well_formed = true;
    for character in char::decode_utf16(halves.drain(..)) {
        well_formed &= character.is_ok();
        text.push(character.unwrap_or(char::REPLACEMENT_CHARACTER));
    }
    well_formed
}
