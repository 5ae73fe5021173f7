//! Sets of fields, as bits in the order of the table.

use super::field::{FIELDS, FieldName};

/// Some of the fields.
#[derive(Clone, Copy)]
pub(super) struct FieldSet(pub(super) u32);

/// The fields whose row in the table has a part that fits a pattern; known before anything runs.
macro_rules! fields_with {
    ($part:ident: $pattern:pat) => {
        const {
            let mut set = $crate::rules::field_set::FieldSet::EMPTY;
            let mut rest = $crate::rules::FIELDS;
            while let Some((name, behind)) = rest.split_first() {
                if matches!(name.field().$part, $pattern) {
                    set.insert(*name);
                }
                rest = behind;
            }
            set
        }
    };
}
pub(super) use fields_with;

impl FieldSet {
    pub(super) const EMPTY: Self = Self(0);

    const fn only(name: FieldName) -> Self {
        Self(1_u32.wrapping_shl(name as u32))
    }

    pub(super) const fn has(self, name: FieldName) -> bool {
        self.0 & Self::only(name).0 != 0
    }

    pub(super) const fn insert(&mut self, name: FieldName) {
        self.0 |= Self::only(name).0;
    }

    pub(super) fn remove(&mut self, name: FieldName) {
        self.0 &= !Self::only(name).0;
    }

    pub(super) const fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    pub(super) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(super) const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// How many fields of the set come before this one.
    pub(super) const fn before(self, name: FieldName) -> usize {
        (self.0 & Self::only(name).0.wrapping_sub(1)).count_ones() as usize
    }

    pub(super) const fn count(self) -> usize {
        self.0.count_ones() as usize
    }
}

/// In the order of the table.
impl Iterator for FieldSet {
    type Item = FieldName;

    fn next(&mut self) -> Option<FieldName> {
        let name = FIELDS.get(self.0.trailing_zeros() as usize).copied()?;
        self.remove(name);
        Some(name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::Kind;

    #[test]
    fn a_set_has_the_fields_that_fit_in_the_order_of_the_table() {
        let numbers = fields_with!(kind: Kind::Whole | Kind::Amount);
        assert!(
            numbers.eq(FIELDS.iter().copied().filter(|name| matches!(name.field().kind, Kind::Whole | Kind::Amount)))
        );
        assert_eq!((numbers.count(), numbers.before(FieldName::MaxChannels)), (4, 2));
        assert!(numbers.has(FieldName::CallLimit) && !numbers.has(FieldName::Label));
    }
}
