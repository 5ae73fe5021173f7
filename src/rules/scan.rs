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
    let other = |word: u64| {
        let digits = word ^ ZEROS;
        digits.wrapping_add(ABOVE_NINE) | digits
    };
    before(text.as_bytes(), other, |byte| !byte.is_ascii_digit()) == text.len()
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
    }
}
