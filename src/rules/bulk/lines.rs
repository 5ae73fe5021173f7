//! Rows as JSON objects, one on each line (NDJSON), or with any white space between them.

use super::cursor::{Cursor, Halt, Read};
use super::fault::Reason;
use super::{Found, json};
use crate::rules::Input;

#[derive(Default)]
pub(super) enum Lines {
    /// Before a row.
    #[default]
    Row,
    /// In a line of a row that is broken.
    Broken { object: bool },
    /// Before another line of an object that is broken.
    Object,
}

impl Lines {
    pub(super) fn next(&mut self, cursor: &mut Cursor) -> Read<Found> {
        loop {
            *self = match self {
                Self::Row => break,
                Self::Broken { object } => {
                    cursor.skip_line()?;
                    if *object { Self::Object } else { Self::Row }
                }
                // Objects within an object are indented.
                Self::Object if matches!(cursor.peek()?, None | Some(b'{')) => Self::Row,
                Self::Object => Self::Broken { object: true },
            };
            cursor.keep();
        }
        cursor.gap()?;
        if cursor.peek()?.is_none() {
            return Ok(Found::End);
        }
        let start = cursor.mark();
        let line = cursor.line();
        let input = match row(cursor) {
            Ok(input) => Ok(input),
            Err(Halt::More) => return Err(Halt::More),
            Err(Halt::Fault(fault)) => {
                cursor.reset(start);
                // The next row begins on the next line, even when this one ended too early and took that for its own.
                // Only when the first line is nothing but a bracket the rows cannot be lines.
                let object = fault.place.line > line && opens_alone(cursor)?;
                cursor.reset(start);
                *self = Self::Broken { object };
                Err(fault)
            }
        };
        cursor.keep();
        Ok(Found::Row { line, input })
    }
}

/// A value, and nothing behind it on its line but another object.
fn row(cursor: &mut Cursor) -> Read<Input> {
    let input = json::value(cursor)?;
    cursor.run(|byte| matches!(byte, b' ' | b'\t' | b'\r'));
    match cursor.peek()? {
        None | Some(b'\n' | b'{') => Ok(input),
        Some(_) => Err(cursor.fault(Reason::RowEnd)),
    }
}

/// Whether a line consists of an opening bracket.
fn opens_alone(cursor: &mut Cursor) -> Read<bool> {
    let opens = cursor.eat(b'{')?;
    cursor.run(|byte| matches!(byte, b' ' | b'\t' | b'\r'));
    Ok(opens && cursor.peek()? == Some(b'\n'))
}
