//! Rows as JSON objects, one on each line (NDJSON), or with any white space between them.

use super::Found;
use super::cursor::{Cursor, Halt, Read};
use super::fault::Reason;
use super::plain::{PlainReader, Settings};
use crate::rules::draft::Draft;

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
    pub(super) fn next<'a>(
        &mut self,
        cursor: &mut Cursor<'a>,
        reader: &mut PlainReader,
        draft: &mut Draft<'a>,
    ) -> Read<Found> {
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
        let settings = match row(cursor, reader, draft) {
            Ok(settings) => Ok(settings),
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
        Ok(Found::Row { line, settings })
    }
}

/// A value, and nothing behind it on its line but another object.
fn row<'a>(cursor: &mut Cursor<'a>, reader: &mut PlainReader, draft: &mut Draft<'a>) -> Read<Settings> {
    let settings = reader.settings(cursor, draft)?;
    cursor.run(|byte| matches!(byte, b' ' | b'\t' | b'\r'));
    match cursor.peek()? {
        None | Some(b'\n' | b'{') => Ok(settings),
        Some(_) => Err(cursor.fault(Reason::RowEnd)),
    }
}

/// Whether a line consists of an opening bracket.
fn opens_alone(cursor: &mut Cursor) -> Read<bool> {
    let opens = cursor.eat(b'{')?;
    cursor.run(|byte| matches!(byte, b' ' | b'\t' | b'\r'));
    Ok(opens && cursor.peek()? == Some(b'\n'))
}
