//! Where each of many values came first: by a hash of it, so that millions take little memory.

use std::hash::{BuildHasher, Hash, RandomState};

/// Of each value only its place and a hash of 64 bits are kept, in 15 to 30 bytes: two different values with one hash are
/// one chance in 40 million for a million values. It is no `HashMap`, which moves all of its memory whenever it grows and
/// leaves as much of it free: here what is full is split in two halves, and nothing else moves (extendible hashing).
#[derive(Default)]
pub(super) struct Firsts {
    /// The very first value, for which no memory need be found: many a file has one row.
    one: Option<Slot>,
    /// Which table has the hashes that end in these bits: a power of two of them.
    ends: Vec<u32>,
    tables: Vec<Table>,
    hasher: RandomState,
}

/// So many slots has a table at most, which is split when it is full.
const LARGEST: usize = 512;
/// So many bits of hashes tell tables apart at most. Behind that they grow, however alike their hashes are.
const MOST_BITS: u32 = 16;

struct Table {
    slots: Vec<Slot>,
    taken: usize,
    /// In so many of their last bits its hashes are the same.
    bits: u32,
}

/// No bytes between one slot and the next, which there would be with whole hashes.
#[derive(Clone, Copy)]
struct Slot {
    low: u32,
    high: u32,
    /// From 1; 0 where nothing is.
    place: u32,
}

const FREE: Slot = Slot { low: 0, high: 0, place: 0 };

impl Firsts {
    /// The first place of a value, from 1: this one when it had none before.
    pub(super) fn of(&mut self, value: impl Hash, place: u32) -> u32 {
        let hash = self.hasher.hash_one(value);
        let slot = Slot { low: hash as u32, high: (hash >> 32) as u32, place };
        let one = *self.one.get_or_insert(slot);
        if one.has_hash_of(slot) {
            return one.place;
        }
        if self.tables.is_empty() {
            self.ends.push(0);
            self.tables.push(Table::new(8, 0));
        }
        self.before(slot).unwrap_or(place)
    }

    /// The place of the same hash before; takes this one when there is none.
    fn before(&mut self, slot: Slot) -> Option<u32> {
        loop {
            let end = slot.low as usize & self.ends.len().wrapping_sub(1);
            let table = self.tables.get_mut(*self.ends.get(end)? as usize)?;
            if !table.is_full() {
                return table.before(slot);
            }
            if table.slots.len() < LARGEST || table.bits == MOST_BITS {
                table.grow();
            } else {
                self.split(end)?;
            }
        }
    }

    /// Makes two tables of the one for hashes with this end: by the next bit.
    fn split(&mut self, end: usize) -> Option<()> {
        let number = *self.ends.get(end)?;
        let table = self.tables.get_mut(number as usize)?;
        let bit = 1_usize << table.bits;
        let bits = table.bits.wrapping_add(1);
        let full = std::mem::replace(table, Table::new(LARGEST, bits));
        let mut other = Table::new(LARGEST, bits);
        for slot in full.slots.into_iter().filter(Slot::is_taken) {
            let half = if slot.low as usize & bit == 0 { &mut *table } else { &mut other };
            half.before(slot);
        }
        if self.ends.len() == bit {
            self.ends.extend_from_within(..);
        }
        // All ends whose lower bits are those of the table, and whose next one is set.
        let first = end & bit.wrapping_sub(1) | bit;
        let new = u32::try_from(self.tables.len()).ok()?;
        self.ends.iter_mut().skip(first).step_by(bit.wrapping_mul(2)).for_each(|end| *end = new);
        self.tables.push(other);
        Some(())
    }
}

impl Slot {
    fn is_taken(&self) -> bool {
        self.place != 0
    }

    fn has_hash_of(self, other: Self) -> bool {
        self.low == other.low && self.high == other.high
    }
}

impl Table {
    fn new(length: usize, bits: u32) -> Self {
        Self { slots: vec![FREE; length], taken: 0, bits }
    }

    /// Whether looking for a free slot takes long.
    fn is_full(&self) -> bool {
        self.taken.saturating_mul(16) >= self.slots.len().saturating_mul(13)
    }

    fn grow(&mut self) {
        let full = std::mem::replace(self, Self::new(self.slots.len().saturating_mul(2), self.bits));
        for slot in full.slots.into_iter().filter(Slot::is_taken) {
            self.before(slot);
        }
    }

    fn before(&mut self, slot: Slot) -> Option<u32> {
        let found = self.find(slot)?;
        if found.is_taken() {
            return Some(found.place);
        }
        *found = slot;
        self.taken = self.taken.wrapping_add(1);
        None
    }

    /// The slot that has this hash, or the free one that it gets.
    fn find(&mut self, wanted: Slot) -> Option<&mut Slot> {
        // Below the length: the upper half of a product of 32 bits with it.
        let begin = (u64::from(wanted.high).wrapping_mul(self.slots.len() as u64) >> 32) as usize;
        let (before, behind) = self.slots.split_at_mut_checked(begin)?;
        let fits = |slot: &&mut Slot| !slot.is_taken() || slot.has_hash_of(wanted);
        behind.iter_mut().chain(before).find(fits)
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use std::collections::HashMap;

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn they_are_those_that_a_map_knows(values in proptest::collection::vec(0..2000_u32, 0..4000)) {
            let (mut firsts, mut map) = (Firsts::default(), HashMap::new());
            for (place, value) in (1..).zip(values) {
                prop_assert_eq!(firsts.of(value, place), *map.entry(value).or_insert(place));
            }
        }
    }

    #[test]
    fn a_value_takes_less_than_thirty_bytes() {
        let mut firsts = Firsts::default();
        for value in 1..=900_000 {
            assert_eq!(firsts.of(value, value), value);
            if value > 100_000 && value % 10_000 == 0 {
                let slots: usize = firsts.tables.iter().map(|table| table.slots.capacity()).sum();
                assert!(slots * size_of::<Slot>() < 30 * value as usize, "{slots} for {value}");
            }
        }
        assert_eq!(firsts.of(700_000, 1_000_000), 700_000);
    }

    #[test]
    fn hashes_that_are_alike_in_all_that_tells_tables_apart_are_told_apart_all_the_same() {
        let mut firsts = Firsts { ends: vec![0], tables: vec![Table::new(8, 0)], ..Firsts::default() };
        for place in 1..=2000 {
            assert_eq!(firsts.before(Slot { low: 7, high: place, place }), None);
        }
        assert_eq!(firsts.before(Slot { low: 7, high: 1234, place: 1 }), Some(1234));
        assert!(firsts.ends.len() <= 1 << MOST_BITS);
    }
}
