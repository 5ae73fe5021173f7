//! Text looked for in text, byte by byte. The standard library has a faster way, for long texts, that takes six times the
//! room in the wasm; ours are passwords and sentences.

/// Where a part of a text begins.
fn find(text: &str, part: &str) -> Option<usize> {
    if part.is_empty() {
        return Some(0);
    }
    text.as_bytes().windows(part.len()).position(|window| window == part.as_bytes())
}

/// What stands before and behind the first place of a part.
fn around<'a>(text: &'a str, part: &str) -> Option<(&'a str, &'a str)> {
    let at = find(text, part)?;
    Some((text.get(..at)?, text.get(at.saturating_add(part.len())..)?))
}

/// Whether a text has this part.
pub(crate) fn contains(text: &str, part: &str) -> bool {
    find(text, part).is_some()
}

/// What stands behind the first place of a part.
pub(crate) fn behind<'a>(text: &'a str, part: &str) -> Option<&'a str> {
    around(text, part).map(|(_, behind)| behind)
}

/// The text with something else in the place of each part; nothing when it has no such part.
pub(crate) fn replaced(text: &str, part: &str, with: &str) -> Option<String> {
    let mut new = String::new();
    let mut rest = text;
    while let Some((before, behind)) = around(rest, part).filter(|_| !part.is_empty()) {
        new.push_str(before);
        new.push_str(with);
        rest = behind;
    }
    (rest.len() < text.len()).then(|| new + rest)
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn it_finds_what_the_standard_library_finds(text in "[abé]{0,12}", part in "[abé]{0,3}") {
            prop_assert_eq!(contains(&text, &part), text.contains(&part));
            prop_assert_eq!(behind(&text, &part), text.split_once(&part).map(|(_, behind)| behind));
            if !part.is_empty() {
                let expected = text.replace(&part, "…");
                prop_assert_eq!(replaced(&text, &part, "…").unwrap_or(text), expected);
            }
        }
    }
}
