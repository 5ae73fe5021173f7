//! Bytes looked through eight at a time, by the arithmetic of whole words: no instruction that an engine may lack.

const ONES: u64 = u64::from_le_bytes([1; 8]);
const HIGHEST: u64 = u64::from_le_bytes([0x80; 8]);
const SPACES: u64 = u64::from_le_bytes([b' '; 8]);
const ZEROS: u64 = u64::from_le_bytes([b'0'; 8]);
/// What takes a byte over 127 that is above 9.
const ABOVE_NINE: u64 = u64::from_le_bytes([127 - 9; 8]);

/// How many bytes stand before the first quote, backslash or control character.
pub(super) fn before_end_of_text(bytes: &[u8]) -> usize {
    let stops = |word: u64| is(word, b'"') | is(word, b'\\') | word.wrapping_sub(SPACES) & !word;
    before(bytes, stops, |byte| byte < b' ' || byte == b'"' || byte == b'\\')
}

/// How many bytes stand before the first separator or line end.
pub(super) fn before_end_of_cell(bytes: &[u8], separator: u8) -> usize {
    let stops = |word: u64| is(word, separator) | is(word, b'\n') | is(word, b'\r');
    before(bytes, stops, |byte| byte == separator || byte == b'\n' || byte == b'\r')
}

/// Whether two slices of one length are equal: names are too short for a call to pay.
#[inline(always)]
pub(super) fn same(one: &[u8], other: &[u8]) -> bool {
    let same = |one: &[u8; 8], other: &[u8; 8]| u64::from_le_bytes(*one) == u64::from_le_bytes(*other);
    match (one.last_chunk(), other.last_chunk()) {
        // The last eight may have been looked at in part.
        (Some(one_end), Some(other_end)) => {
            let (ones, others) = (one.as_chunks().0, other.as_chunks().0);
            same(one_end, other_end) && ones.iter().zip(others).all(|(one, other)| same(one, other))
        }
        _ => one.iter().zip(other).all(|(one, other)| one == other),
    }
}

/// Whether a text is nothing but digits of ASCII.
pub(super) fn are_digits(text: &str) -> bool {
    let bytes = text.as_bytes();
    let are = |word: &[u8; 8]| {
        let digits = u64::from_le_bytes(*word) ^ ZEROS;
        (digits.wrapping_add(ABOVE_NINE) | digits) & HIGHEST == 0
    };
    match bytes.last_chunk() {
        // The last eight may have been looked at in part.
        Some(last) => are(last) && bytes.as_chunks().0.iter().all(are),
        None => bytes.iter().all(u8::is_ascii_digit),
    }
}

/// What a text of ASCII is made of, and which of its characters follow their like.
#[derive(Debug, PartialEq)]
pub(super) struct Neighbours {
    /// How many there are of lower case, upper case, digits and others.
    pub(super) kinds: u32,
    /// Of pairs of the same character, of one and the next, and of one and the one before, those that there are most of; or
    /// a few more.
    pub(super) like: u32,
}

impl Neighbours {
    /// Nothing for a text that is too short to be looked at eight bytes at a time.
    pub(super) fn of(text: &[u8]) -> Option<Self> {
        let (before, behind) = (text.split_last()?.1, text.split_first()?.1);
        let last = (*before.last_chunk()?, *behind.last_chunk()?);
        let [mut lower, mut upper, mut digits, mut others] = [0_u64; 4];
        let mut kind = |word: u64| {
            let [low, up, digit] = [within(word, b'a', b'z'), within(word, b'A', b'Z'), within(word, b'0', b'9')];
            (lower, upper, digits) = (lower | low, upper | up, digits | digit);
            others |= HIGHEST & !(low | up | digit);
        };
        kind(u64::from_le_bytes(last.1));
        let [mut same, mut next, mut previous] = [0_u32; 3];
        let pairs = before.as_chunks().0.iter().copied().zip(behind.as_chunks().0.iter().copied());
        // The last eight may have been looked at in part.
        for (one, other) in pairs.chain([last]) {
            let (one, other) = (u64::from_le_bytes(one), u64::from_le_bytes(other));
            kind(one);
            same = same.wrapping_add(count_zeros(one ^ other));
            next = next.wrapping_add(count_zeros(one.wrapping_add(ONES) ^ other));
            previous = previous.wrapping_add(count_zeros(other.wrapping_add(ONES) ^ one));
        }
        let kinds = [lower, upper, digits, others].map(|found| u32::from(found != 0)).iter().sum();
        Some(Self { kinds, like: same.max(next).max(previous) })
    }
}

/// Sets the highest bit of each byte of ASCII from one to another.
fn within(word: u64, first: u8, last: u8) -> u64 {
    let from = |byte: u8| word.wrapping_add(u64::from_le_bytes([0x80_u8.wrapping_sub(byte); 8]));
    from(first) & !from(last.wrapping_add(1)) & HIGHEST
}

/// How many bytes are 0.
fn count_zeros(word: u64) -> u32 {
    let others = (word & !HIGHEST).wrapping_add(!HIGHEST) | word;
    (!others & HIGHEST).count_ones()
}

/// Sets the highest bit of each byte that is `byte`; of those behind the first one it may also set that of others.
fn is(word: u64, byte: u8) -> u64 {
    let zero = word ^ u64::from_le_bytes([byte; 8]);
    zero.wrapping_sub(ONES) & !zero
}

fn before(bytes: &[u8], stops: impl Fn(u64) -> u64, is_stop: impl Fn(u8) -> bool) -> usize {
    let (words, rest) = bytes.as_chunks::<8>();
    for (at, word) in words.iter().enumerate() {
        let found = stops(u64::from_le_bytes(*word)) & HIGHEST;
        if found != 0 {
            return at.wrapping_mul(8).wrapping_add((found.trailing_zeros() / 8) as usize);
        }
    }
    words.len().wrapping_mul(8).wrapping_add(rest.iter().position(|byte| is_stop(*byte)).unwrap_or(rest.len()))
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn digits_are_those_of_the_standard_library(text in "[0-9]{0,20}[0-9/:é\u{1ff}A]?[0-9]{0,9}") {
            prop_assert_eq!(are_digits(&text), text.bytes().all(|byte| byte.is_ascii_digit()));
        }

        #[test]
        fn neighbours_are_those_that_are_found_one_by_one(text in "[ -~]{0,4}[aA1b2B!\u{7f}]{0,40}") {
            let bytes = text.as_bytes();
            let is_other = |byte: &u8| !byte.is_ascii_alphanumeric();
            let of_a_kind: [fn(&u8) -> bool; 4] =
                [u8::is_ascii_lowercase, u8::is_ascii_uppercase, u8::is_ascii_digit, is_other];
            let kinds = of_a_kind.iter().filter(|kind| bytes.iter().any(kind)).count();
            let pairs = |step: u8| bytes.windows(2).filter(|pair| pair[1].wrapping_sub(pair[0]) == step).count();
            let like = [0, 1, u8::MAX].map(pairs).into_iter().max().unwrap_or(0);
            match Neighbours::of(bytes) {
                Some(found) => {
                    prop_assert_eq!(found.kinds as usize, kinds);
                    // Of those that are looked at twice there are eight at most.
                    prop_assert!((like..=like.saturating_add(8)).contains(&(found.like as usize)), "{found:?} {like}");
                }
                None => prop_assert!(bytes.len() < 9),
            }
        }
    }
}
