//! A wasm file in its binary form, as far as the build looks into it: sections, numbers and texts.

pub(super) const CUSTOM: u8 = 0;
pub(super) const IMPORTS: u8 = 2;
pub(super) const CODE: u8 = 10;
pub(super) const DATA: u8 = 11;

/// In the custom section `name`: the names of functions.
pub(super) const FUNCTION_NAMES: u8 = 1;

/// How many functions are imported, which come first among all functions; nothing when anything else is imported, too.
pub(super) fn functions_imported(imports: &mut Bytes<'_>) -> Option<u32> {
    let count = imports.number()?;
    for _ in 0..count {
        let (_module, _name) = (imports.text()?, imports.text()?);
        (imports.byte()? == 0).then_some(())?;
        let _type = imports.number()?;
    }
    Some(count)
}

/// A length, and so many bytes.
pub(super) fn write_part(part: &[u8], into: &mut Vec<u8>) -> Option<()> {
    write_number(u32::try_from(part.len()).ok()?, into);
    into.extend_from_slice(part);
    Some(())
}

/// Seven bits at a time, the lowest first; the highest bit of a byte says that more follow.
pub(super) fn write_number(mut number: u32, into: &mut Vec<u8>) {
    while number >= 0x80 {
        // The lower bits alone.
        into.push(number as u8 | 0x80);
        number >>= 7;
    }
    into.push(number as u8);
}

/// What is left to read.
pub(super) struct Bytes<'a>(pub(super) &'a [u8]);

impl<'a> Bytes<'a> {
    pub(super) fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    pub(super) fn number(&mut self) -> Option<u32> {
        let mut number = 0;
        for place in (0..32).step_by(7) {
            let byte = self.byte()?;
            number |= u32::from(byte & 0x7f) << place;
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }

    /// A length, and so many bytes.
    pub(super) fn text(&mut self) -> Option<&'a [u8]> {
        let length = usize::try_from(self.number()?).ok()?;
        let (text, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(text)
    }

    /// A section, or a part of one: its kind and what is in it; nothing at the end.
    pub(super) fn part(&mut self) -> Option<(u8, &'a [u8])> {
        Some((self.byte()?, self.text()?))
    }
}
