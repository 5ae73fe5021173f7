//! Where each of many values came first: by a hash of it, so that millions take little memory.

use std::hash::{BuildHasher, Hash, RandomState};

/// Of each value only its place and a hash of 64 bits are kept, in 15 to 30 bytes, and up to 19 where there are many: two
/// different values with one hash are one chance in 40 million for a million values. It is no `HashMap`, which has up to 39
/// bytes for each, and needs half as many again whenever it grows.
#[derive(Default)]
pub(super) struct Firsts {
    /// The very first value, for which no memory need be found: many a file has one row.
    one: Option<Slot>,
    /// One table for the others, and later one for each value of the lowest bits of a hash, so that only a small part of the memory moves
    /// at a time.
    parts: Vec<Part>,
    hasher: RandomState,
}

/// So many tables, once the first one holds so many values.
const PARTS: usize = 64;
const FEW: usize = 512;
/// So many slots of a table are not many.
const SMALL: usize = 1024;

#[derive(Default, Clone)]
struct Part {
    slots: Vec<Slot>,
    taken: usize,
}

/// No bytes between one slot and the next, which there would be with whole hashes.
#[derive(Clone, Copy)]
struct Slot {
    low: u32,
    high: u32,
    /// From 1; 0 where nothing is.
    place: u32,
}

impl Firsts {
    /// The first place of a value, from 1: this one when it had none before.
    pub(super) fn of(&mut self, value: impl Hash, place: u32) -> u32 {
        let hash = self.hasher.hash_one(value);
        let slot = Slot { low: hash as u32, high: (hash >> 32) as u32, place };
        let one = *self.one.get_or_insert(slot);
        if one.has_hash_of(slot) {
            return one.place;
        }
        match self.parts.as_slice() {
            [] => self.parts.push(Part::default()),
            [part] if part.taken == FEW => self.spread(),
            _ => {}
        }
        self.put(slot).unwrap_or(place)
    }

    fn put(&mut self, slot: Slot) -> Option<u32> {
        let parts = self.parts.len();
        // One part or a power of two of them.
        self.parts.get_mut(slot.low as usize & parts.wrapping_sub(1))?.before(slot)
    }

    fn spread(&mut self) {
        let few = std::mem::replace(&mut self.parts, vec![Part::default(); PARTS]);
        for slot in few.into_iter().flat_map(|part| part.slots).filter(Slot::is_taken) {
            self.put(slot);
        }
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

impl Part {
    /// The place of the same hash before; takes this one when there is none.
    fn before(&mut self, slot: Slot) -> Option<u32> {
        // Fuller than this, looking for a free one takes long.
        if self.taken.saturating_mul(16) >= self.slots.len().saturating_mul(13) {
            self.grow();
        }
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

    fn grow(&mut self) {
        let length = self.slots.len();
        // By little where that saves memory; what is small had better not move so often.
        let more = if length < SMALL { length } else { length / 4 };
        let length = length.wrapping_add(more).max(8);
        let old = std::mem::replace(&mut self.slots, vec![Slot { low: 0, high: 0, place: 0 }; length]);
        for slot in old.into_iter().filter(Slot::is_taken) {
            if let Some(free) = self.find(slot) {
                *free = slot;
            }
        }
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
    fn a_value_takes_less_than_twenty_bytes() {
        let mut firsts = Firsts::default();
        for value in 1..=600_000 {
            assert_eq!(firsts.of(value, value), value);
        }
        let slots: usize = firsts.parts.iter().map(|part| part.slots.capacity()).sum();
        assert!(slots * size_of::<Slot>() < 20 * 600_000, "{slots}");
    }
}
