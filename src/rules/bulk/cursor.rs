//! The bytes that have arrived, read from the front, with the line and the column of each.
//!
//! Bytes arrive in chunks that end anywhere. Whoever reads says with [`Cursor::keep`] what is done with; when the bytes
//! run out in the middle of something, reading starts again from there once more have come. So what is found depends on
//! the bytes alone, and not on how they were cut.

use std::str::from_utf8;

use super::fault::{Fault, Place, Reason};

/// More bytes than the settings of a trunk have: room for 7,000 addresses. Longer ones could take more than
/// 16 MiB of memory, since a byte or two can be a value and an issue.
pub(super) const LONGEST_ROW: usize = 128 * 1024;

/// Why reading does not go on.
pub(super) enum Halt {
    /// The bytes run out, and more will come.
    More,
    Fault(Fault),
}

pub(super) type Read<T> = Result<T, Halt>;

/// A position among the bytes.
#[derive(Clone, Copy)]
pub(super) struct Mark {
    pub(super) at: usize,
    line: u64,
    /// Added to `at`, wrapping round, it gives the column.
    base: u64,
}

impl Mark {
    pub(super) fn place(self) -> Place {
        Place { line: self.line, column: self.base.wrapping_add(self.at as u64) }
    }
}

pub(super) struct Cursor<'a> {
    bytes: &'a [u8],
    /// The text among them that was looked at last, and where it begins: all up to the first byte that is none.
    text: &'a str,
    text_at: usize,
    /// No more will come.
    last: bool,
    /// So many bytes can belong to one row.
    longest: usize,
    now: Mark,
    kept: Mark,
}

impl<'a> Cursor<'a> {
    pub(super) fn new(bytes: &'a [u8], last: bool, place: Place) -> Self {
        let start = Mark { at: 0, line: place.line, base: place.column };
        Self { bytes, text: "", text_at: 0, last, longest: LONGEST_ROW, now: start, kept: start }
    }

    /// At the beginning of a document that is in memory as a whole, and may be of any length.
    pub(super) fn of_document(text: &'a str) -> Self {
        Self { longest: usize::MAX, ..Self::new(text.as_bytes(), true, Place { line: 1, column: 1 }) }
    }

    /// What comes before this position is done with; a row may begin here.
    pub(super) fn keep(&mut self) {
        self.kept = self.now;
    }

    /// The position from which reading starts again.
    pub(super) fn kept(&self) -> Mark {
        self.kept
    }

    pub(super) fn mark(&self) -> Mark {
        self.now
    }

    pub(super) fn reset(&mut self, mark: Mark) {
        self.now = mark;
    }

    pub(super) fn line(&self) -> u64 {
        self.now.line
    }

    /// The next byte, or `None` at the end of the file.
    pub(super) fn peek(&self) -> Read<Option<u8>> {
        match self.bytes.get(self.now.at) {
            Some(_) if self.now.at.saturating_sub(self.kept.at) >= self.longest => Err(self.fault(Reason::Long)),
            Some(byte) => Ok(Some(*byte)),
            None if self.last => Ok(None),
            None => Err(Halt::More),
        }
    }

    /// The bytes that have arrived and can belong to this row.
    fn ahead(&self) -> &'a [u8] {
        let end = self.kept.at.saturating_add(self.longest).min(self.bytes.len());
        self.bytes.get(self.now.at..end).unwrap_or_default()
    }

    /// The text that has arrived. It may go on behind what can belong to this row.
    pub(super) fn text_ahead(&mut self) -> &'a str {
        if self.now.at >= self.text_at.saturating_add(self.text.len()) {
            // Once for all rows: looking at each text by itself would take as long as reading it.
            let rest = self.bytes.get(self.now.at..).unwrap_or_default();
            self.text = match from_utf8(rest) {
                Ok(text) => text,
                Err(error) => rest.get(..error.valid_up_to()).and_then(|text| from_utf8(text).ok()).unwrap_or_default(),
            };
            self.text_at = self.now.at;
        }
        self.text.get(self.now.at.saturating_sub(self.text_at)..).unwrap_or_default()
    }

    /// Whether so many bytes from here can belong to this row.
    pub(super) fn can_pass(&self, bytes: usize) -> bool {
        self.now.at.saturating_sub(self.kept.at).saturating_add(bytes) <= self.longest
    }

    /// Past so many bytes with so many line ends among them, of which the last ends behind `line_start` bytes.
    pub(super) fn pass(&mut self, bytes: usize, lines: u64, line_start: usize) {
        if lines > 0 {
            self.now.line = self.now.line.saturating_add(lines);
            self.now.base = 1_u64.wrapping_sub(self.now.at.saturating_add(line_start) as u64);
        }
        self.now.at = self.now.at.saturating_add(bytes);
    }

    /// Past the next byte, which is no line end.
    pub(super) fn step(&mut self) {
        self.now.at = self.now.at.saturating_add(1);
    }

    /// Past the next byte, which is a line end.
    pub(super) fn step_line(&mut self) {
        self.step();
        self.now.line = self.now.line.saturating_add(1);
        self.now.base = 1_u64.wrapping_sub(self.now.at as u64);
    }

    /// Past the byte `wanted`, if it is the next one.
    pub(super) fn eat(&mut self, wanted: u8) -> Read<bool> {
        let there = self.peek()? == Some(wanted);
        if there {
            self.step();
        }
        Ok(there)
    }

    /// Past all bytes of a kind, which no line end is; as far as they have arrived.
    pub(super) fn run(&mut self, of_kind: impl Fn(u8) -> bool) -> &'a [u8] {
        let rest = self.ahead();
        let length = rest.iter().position(|byte| !of_kind(*byte)).unwrap_or(rest.len());
        self.now.at = self.now.at.saturating_add(length);
        rest.get(..length).unwrap_or_default()
    }

    /// The bytes from a mark to here.
    pub(super) fn since(&self, mark: Mark) -> &'a [u8] {
        self.bytes.get(mark.at..self.now.at).unwrap_or_default()
    }

    /// Past white space of JSON's, line ends included.
    pub(super) fn space(&mut self) -> Read<()> {
        loop {
            match self.peek()? {
                Some(b'\n') => self.step_line(),
                Some(b' ' | b'\t' | b'\r') => self.step(),
                _ => return Ok(()),
            }
        }
    }

    /// Past white space between rows, of which there may be any amount.
    pub(super) fn gap(&mut self) -> Read<()> {
        loop {
            self.margin()?;
            if !self.eat(b'\t')? {
                return Ok(());
            }
        }
    }

    /// Past white space but tabs, of which one may be the end of an empty cell.
    pub(super) fn margin(&mut self) -> Read<()> {
        loop {
            self.keep();
            match self.peek()? {
                Some(b'\n') => self.step_line(),
                Some(b' ' | b'\r') => self.step(),
                _ => return Ok(()),
            }
        }
    }

    /// Past the rest of a line: the way on after a broken row.
    pub(super) fn skip_line(&mut self) -> Read<()> {
        loop {
            self.keep();
            self.run(|byte| byte != b'\n' && byte != b'\r');
            self.keep();
            if self.peek()?.is_none() || self.line_end()? {
                return Ok(());
            }
        }
    }

    /// Past a line end, `\n`, `\r\n` or `\r`, if there is one.
    pub(super) fn line_end(&mut self) -> Read<bool> {
        let start = self.now;
        let cr = self.eat(b'\r')?;
        if self.peek()? == Some(b'\n') {
            self.step_line();
        } else if cr {
            self.reset(start);
            self.step_line();
        }
        Ok(self.now.at > start.at)
    }

    /// Past the mark that some programs write at the beginning of a file. It counts as no column.
    pub(super) fn byte_order_mark(&mut self) -> Read<()> {
        let start = self.now;
        for byte in *b"\xEF\xBB\xBF" {
            if !self.eat(byte)? {
                self.reset(start);
                return Ok(());
            }
        }
        self.now.base = 1_u64.wrapping_sub(self.now.at as u64);
        self.keep();
        Ok(())
    }

    pub(super) fn fault(&self, reason: Reason) -> Halt {
        Halt::Fault(Fault { reason, place: self.now.place() })
    }

    /// A fault so many bytes after a mark on the same line.
    pub(super) fn fault_after(&self, mark: Mark, bytes: usize, reason: Reason) -> Halt {
        let mark = Mark { at: mark.at.saturating_add(bytes), ..mark };
        Halt::Fault(Fault { reason, place: mark.place() })
    }
}
