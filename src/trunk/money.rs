//! An amount of money as Wavix writes it: decimal digits, never rounded.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::engine;

/// An amount in USD, kept digit for digit as it came: `"0.18"` stays `"0.18"`, `"0.10"` keeps its zero.
///
/// ```
/// use wavix_trunks::trunk::Money;
///
/// let cap = Money::from("0.180");
/// assert_eq!(cap.as_str(), "0.180");
/// assert_eq!(cap.to_f64(), Some(0.18));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Money(String);

impl Money {
    /// The digits as they came.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The nearest number, or `None` when the text is no decimal number.
    pub fn to_f64(&self) -> Option<f64> {
        decimal(&self.0)
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<&str> for Money {
    fn from(digits: &str) -> Self {
        Self(digits.to_owned())
    }
}

/// Reads `"0.18"`, `"-1"`, `" 2.50 "`: digits with at most one point and a sign. Narrower than `str::parse`, which also
/// takes exponents, `inf` and `nan`: nobody means those when typing an amount.
pub(crate) fn decimal(text: &str) -> Option<f64> {
    if let Some(number) = engine::simple_number(text) {
        return Some(number);
    }
    let text = text.trim();
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    let points = unsigned.bytes().filter(|b| *b == b'.').count();
    let digits = unsigned.bytes().filter(u8::is_ascii_digit).count();
    let is_decimal = digits > 0 && points < 2 && digits.saturating_add(points) == unsigned.len();
    if is_decimal { engine::number_of(text) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_decimals_are_amounts() {
        for (text, number) in [("0.18", 0.18), (" 2.50 ", 2.5), ("-1", -1.0), (".5", 0.5), ("+3", 3.0), ("5.", 5.0)] {
            assert_eq!(decimal(text), Some(number), "{text:?}");
        }
        for text in ["", " ", ".", "-", "1e3", "inf", "NaN", "0x10", "1,5", "1.2.3", "$1", "--1", "١"] {
            assert_eq!(decimal(text), None, "{text:?}");
        }
    }
}
