//! What JavaScript's engine can do without being told how: numbers as text and back, dates, and the tables of Unicode. In
//! wasm they would weigh 40 KB, most of it tables that do not compress; natively the standard library has them.

#[cfg(target_arch = "wasm32")]
mod js;
#[cfg(not(target_arch = "wasm32"))]
mod native;

#[cfg(target_arch = "wasm32")]
use js as host;
#[cfg(not(target_arch = "wasm32"))]
use native as host;

pub(crate) use host::http_date;

/// A number as people and JSON write it: `5`, `0.18`. Whole numbers stay whole.
pub(crate) fn number_text(number: f64) -> String {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    if number.fract() != 0.0 || number.abs() >= EXACT {
        return host::fraction_text(number);
    }
    // Exact: a whole number below 2^53.
    let mut rest = number.abs() as u64;
    let mut digits = Vec::with_capacity(17);
    loop {
        // Below 10.
        digits.push(b'0'.saturating_add((rest % 10) as u8));
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    let sign = (number < 0.0).then_some('-');
    sign.into_iter().chain(digits.into_iter().rev().map(char::from)).collect()
}

/// The number that a text stands for which consists of digits, with a sign, one point and an exponent at most.
pub(crate) fn number_of(text: &str) -> Option<f64> {
    simple_number(text).or_else(|| host::number_of(text))
}

/// Up to 15 digits and a point, with a sign.
pub(crate) fn simple_number(text: &str) -> Option<f64> {
    leading_number(text.as_bytes()).and_then(|(number, rest)| rest.is_empty().then_some(number))
}

/// The number of up to 15 digits and a point, with a sign, with which a text begins, and what stands behind it: two numbers
/// that are exact, and one division that rounds once, as it should.
#[inline]
pub(crate) fn leading_number(text: &[u8]) -> Option<(f64, &[u8])> {
    const TENS: [f64; 16] = [1.0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];
    let digits = text.strip_prefix(b"-").unwrap_or(text);
    let (mut whole, mut rest, mut count, mut point) = (0_u64, digits, 0_usize, None);
    while let Some((byte, behind)) = rest.split_first() {
        let digit = byte.wrapping_sub(b'0');
        if digit < 10 {
            whole = whole.wrapping_mul(10).wrapping_add(digit.into());
            count = count.wrapping_add(1);
        } else if *byte == b'.' && point.is_none() {
            point = Some(count);
        } else {
            break;
        }
        rest = behind;
    }
    if count == 0 || count > 15 {
        return None;
    }
    // Exact: so few digits.
    let mut number = whole as f64;
    if let Some(point) = point {
        number /= TENS.get(count.wrapping_sub(point))?;
    }
    Some((if digits.len() < text.len() { -number } else { number }, rest))
}

/// In lower case, in every script.
pub(crate) fn lower_case(text: &str) -> String {
    if text.is_ascii() { text.to_ascii_lowercase() } else { host::lower_case(text) }
}

/// What kinds of character one is, a bit for each; it may be several.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Kinds(pub(crate) u8);

impl Kinds {
    pub(crate) const LOWER: u8 = 1;
    pub(crate) const UPPER: u8 = 2;
    pub(crate) const NUMERIC: u8 = 4;
    pub(crate) const LETTER: u8 = 8;
    /// Neither a letter nor a digit.
    pub(crate) const OTHER: u8 = 16;

    const ASCII: [Self; 128] = {
        let mut kinds = [Self(Self::OTHER); 128];
        let mut rest = kinds.as_mut_slice();
        let mut byte = 0_u8;
        while let Some((first, behind)) = rest.split_first_mut() {
            *first = match byte {
                b'a'..=b'z' => Self(Self::LOWER | Self::LETTER),
                b'A'..=b'Z' => Self(Self::UPPER | Self::LETTER),
                b'0'..=b'9' => Self(Self::NUMERIC),
                _ => Self(Self::OTHER),
            };
            rest = behind;
            byte = byte.wrapping_add(1);
        }
        kinds
    };

    pub(crate) fn of(character: char) -> Self {
        Self::ASCII.get(character as usize).copied().unwrap_or_else(|| Self::of_any(character))
    }

    #[cold]
    fn of_any(character: char) -> Self {
        let kinds = host::kinds(character);
        if kinds.has(Self::LETTER | Self::NUMERIC) { kinds } else { Self(kinds.0 | Self::OTHER) }
    }

    /// Whether it is one of these.
    pub(crate) fn has(self, kinds: u8) -> bool {
        self.0 & kinds != 0
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn whole_numbers_are_written_without_a_point() {
        for (number, text) in
            [(0.0, "0"), (-0.0, "0"), (7.0, "7"), (-10.0, "-10"), (9_007_199_254_740_991.0, "9007199254740991")]
        {
            assert_eq!(number_text(number), text);
        }
        assert_eq!(number_text(0.18), "0.18");
    }

    proptest! {
        #[test]
        fn numbers_are_read_as_the_standard_library_reads_them(text in r"-?[0-9]{0,17}(\.[0-9]{0,8})?") {
            prop_assert_eq!(number_of(&text), text.parse().ok());
        }

        #[test]
        fn characters_of_ascii_are_of_the_kinds_of_unicode(character in any::<char>()) {
            prop_assert_eq!(Kinds::of(character), Kinds::of_any(character));
        }
    }
}
