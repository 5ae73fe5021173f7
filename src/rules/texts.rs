//! Tables of texts by key, each of them one text in the wasm: as pairs of `&str` a row would take 16 bytes of places and
//! lengths besides, which hardly compress.

/// The rows of a table, one behind the other: of each the key and its text, both with their length in front.
#[derive(Clone, Copy)]
pub(super) struct Texts(pub(super) &'static str);

/// A table of these rows, made before anything runs.
macro_rules! texts {
    ($rows:expr) => {{
        const ROWS: &[(&str, &str)] = $rows;
        const TABLE: &[u8] = &$crate::rules::texts::in_one::<{ $crate::rules::texts::length(ROWS) }>(ROWS);
        match str::from_utf8(TABLE) {
            Ok(table) => $crate::rules::texts::Texts(table),
            Err(_) => unreachable!(),
        }
    }};
}
pub(super) use texts;

impl Texts {
    pub(super) fn get(self, key: &str) -> Option<&'static str> {
        self.rows().find(|(name, _)| *name == key).map(|(_, text)| text)
    }

    pub(super) fn rows(self) -> impl Iterator<Item = (&'static str, &'static str)> {
        let mut rest = self.0;
        let mut next = move || {
            let (text, behind) = rest.get(1..)?.split_at_checked(usize::from(*rest.as_bytes().first()?))?;
            rest = behind;
            Some(text)
        };
        std::iter::from_fn(move || Some((next()?, next()?)))
    }
}

pub(super) const fn length(rows: &[(&str, &str)]) -> usize {
    let mut length = 0_usize;
    let mut rest = rows;
    while let Some(((key, text), behind)) = rest.split_first() {
        length = length.wrapping_add(key.len()).wrapping_add(text.len()).wrapping_add(2);
        rest = behind;
    }
    length
}

pub(super) const fn in_one<const LENGTH: usize>(rows: &[(&str, &str)]) -> [u8; LENGTH] {
    let mut table = [0; LENGTH];
    let mut room = table.as_mut_slice();
    let mut rest = rows;
    while let Some(((key, text), behind)) = rest.split_first() {
        room = put(text, put(key, room));
        rest = behind;
    }
    table
}

const fn put<'a>(text: &str, room: &'a mut [u8]) -> &'a mut [u8] {
    assert!(text.len() < 0x80, "its length is one character, of one byte");
    let (length, room) = room.split_at_mut(1);
    length.copy_from_slice(&[text.len() as u8]);
    let (place, room) = room.split_at_mut(text.len());
    place.copy_from_slice(text.as_bytes());
    room
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_table_has_its_rows_and_nothing_else() {
        let table = texts!(&[("a", "first"), ("naïve", ""), ("b", "“second”")]);
        assert!(table.rows().eq([("a", "first"), ("naïve", ""), ("b", "“second”")]));
        assert_eq!([table.get("b"), table.get("naïve"), table.get("first")], [Some("“second”"), Some(""), None]);
    }
}
