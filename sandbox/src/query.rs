//! Parameters in the query of a URL.

use percent_encoding::percent_decode_str;

/// The value of a parameter, decoded; the last one when it is given twice, `None` when it is not given at all.
pub(crate) fn value(query: Option<&str>, name: &str) -> Option<String> {
    let pairs = query?.split('&').rev().map(|pair| pair.split_once('=').unwrap_or((pair, "")));
    pairs.into_iter().find(|(key, _)| decode(key) == name).map(|(_, value)| decode(value))
}

fn decode(text: &str) -> String {
    percent_decode_str(&text.replace('+', " ")).decode_utf8_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_decoded_and_the_last_one_counts() {
        assert_eq!(value(Some("a=1&appid=one%20two+three&a=2"), "appid").as_deref(), Some("one two three"));
        assert_eq!(value(Some("a=1&b=&a=2"), "a").as_deref(), Some("2"));
        assert_eq!(value(Some("a=1&b"), "b").as_deref(), Some(""));
    }

    #[test]
    fn what_is_not_given_is_not_there() {
        assert_eq!(value(Some("appid2=x&xappid=y"), "appid"), None);
        assert_eq!(value(None, "appid"), None);
    }
}
