//! Rows as the elements of one JSON array.

use super::Found;
use super::cursor::{Cursor, Halt, Read};
use super::fault::Reason;
use super::plain::PlainReader;
use crate::rules::draft::Draft;

/// Deeper than this the end of a broken row is not looked for.
const DEEPEST: usize = 64 * 1024;

#[derive(Default)]
pub(super) enum Array {
    /// Before the opening bracket.
    #[default]
    Start,
    /// Behind it.
    First,
    /// Before a row.
    Row,
    /// Behind a row.
    Next,
    /// In a row that is broken.
    Broken(Skip),
    /// Behind the closing bracket.
    End,
}

impl Array {
    pub(super) fn next<'a>(
        &mut self,
        cursor: &mut Cursor<'a>,
        reader: &mut PlainReader,
        draft: &mut Draft<'a>,
    ) -> Read<Found> {
        loop {
            if let Self::Broken(skip) = self {
                skip.past(cursor)?;
                *self = Self::Next;
            }
            cursor.gap()?;
            let byte = cursor.peek()?;
            *self = match (&self, byte) {
                (Self::Start, Some(b'[')) => Self::First,
                (Self::Start, _) => return Err(cursor.fault(Reason::Array)),
                (Self::First | Self::Next, Some(b']')) => Self::End,
                (Self::Next, Some(b',')) => Self::Row,
                (Self::End, None) => return Ok(Found::End),
                (Self::End, Some(_)) => return Err(cursor.fault(Reason::FileEnd)),
                (_, None) => return Err(cursor.fault(Reason::End)),
                (Self::First | Self::Row | Self::Next | Self::Broken(_), Some(_)) => {
                    return self.row(cursor, reader, draft);
                }
            };
            cursor.step();
            cursor.keep();
        }
    }

    fn row<'a>(&mut self, cursor: &mut Cursor<'a>, reader: &mut PlainReader, draft: &mut Draft<'a>) -> Read<Found> {
        let start = cursor.mark();
        let place = start.place();
        let read = match self {
            Self::Next => Err(cursor.fault(Reason::Comma)),
            _ => reader.settings(cursor, draft),
        };
        let settings = match read {
            Ok(settings) => Ok(settings),
            Err(Halt::Fault(fault)) => {
                cursor.reset(start);
                Err(fault)
            }
            Err(Halt::More) => return Err(Halt::More),
        };
        cursor.keep();
        *self = if settings.is_ok() { Self::Next } else { Self::Broken(Skip::default()) };
        Ok(Found::Row { line: place.line, settings })
    }
}

/// Finds the comma or bracket behind a broken row, as long as it is safe to say which one that is: brackets match, and
/// every string ends on its line and in front of something that can follow one.
#[derive(Default)]
pub(super) struct Skip {
    open: Vec<u8>,
    within: Within,
}

#[derive(Default, Clone, Copy, PartialEq)]
enum Within {
    #[default]
    Values,
    String,
    /// Behind a backslash.
    Escape,
    /// Behind a string.
    Behind,
}

impl Skip {
    fn past(&mut self, cursor: &mut Cursor) -> Read<()> {
        loop {
            cursor.keep();
            let Some(byte) = cursor.peek()? else { return Err(cursor.fault(Reason::End)) };
            let lost = match (self.within, byte) {
                (Within::Values | Within::Behind, b',' | b']') if self.open.is_empty() => return Ok(()),
                (Within::Escape, b' '..) => self.go(Within::String),
                (Within::String, b'"') => self.go(Within::Behind),
                (Within::String, b'\\') => self.go(Within::Escape),
                (Within::String | Within::Escape, _) => byte < b' ',
                (_, b' ' | b'\t' | b'\r' | b'\n') => false,
                (Within::Values, b'"') => self.go(Within::String),
                (Within::Behind, b',' | b':') => self.go(Within::Values),
                (_, b']' | b'}') => self.open.pop() != Some(byte) || self.go(Within::Values),
                (Within::Behind, _) => true,
                (Within::Values, b'[') => self.enter(b']'),
                (Within::Values, b'{') => self.enter(b'}'),
                (Within::Values, _) => false,
            };
            if lost {
                return Err(cursor.fault(Reason::Lost));
            }
            if byte == b'\n' { cursor.step_line() } else { cursor.step() }
        }
    }

    fn go(&mut self, within: Within) -> bool {
        self.within = within;
        false
    }

    fn enter(&mut self, close: u8) -> bool {
        self.open.push(close);
        self.open.len() > DEEPEST
    }
}
