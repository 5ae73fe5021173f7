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

/// How the first character of a text is written, and what stands behind it.
type Way = fn(&str) -> Option<(char, &str)>;

/// The text without a secret, as it is or as JSON or a URL writes it; nothing when it is not there.
pub(crate) fn redacted(text: &str, secret: &str) -> Option<String> {
    // Words and headers lose the white space around them.
    let secret = secret.trim();
    without(text, secret).or_else(|| if secret.is_ascii() { None } else { without(&by_bytes(text)?, secret) })
}

/// What a text is whose bytes came as a character each: so `fetch` reads headers.
fn by_bytes(text: &str) -> Option<String> {
    let bytes = text.chars().map(|character| u8::try_from(character).ok()).collect::<Option<Vec<u8>>>()?;
    String::from_utf8(bytes).ok()
}

fn without(text: &str, secret: &str) -> Option<String> {
    const WAYS: [Way; 3] = [in_json, in_url, plain];
    if secret.is_empty() {
        return None;
    }
    let mut new = String::new();
    let mut rest = text;
    // How much of the rest does not belong to a place of the secret. Places may overlap: what ends a `\u000a` may begin one.
    let mut shown = text.len();
    let mut found = false;
    while let Some((first, others)) = plain(rest) {
        let behind = |way| secret.chars().try_fold(rest, |rest, wanted| next_is(wanted, way, rest));
        // By the way in which most of the text is it.
        if let Some(behind) = WAYS.into_iter().filter_map(behind).map(str::len).min() {
            if rest.len() <= shown {
                new.push('…');
            }
            shown = shown.min(behind);
            found = true;
        } else if rest.len() <= shown {
            new.push(first);
        }
        rest = others;
    }
    found.then_some(new)
}

fn next_is(wanted: char, way: Way, text: &str) -> Option<&str> {
    // In words a space stands in the place of a control character.
    let is_it = |next: char| next == wanted || next == ' ' && wanted.is_control();
    way(text).and_then(|(next, behind)| is_it(next).then_some(behind))
}

/// The first character, and what stands behind it.
fn plain(text: &str) -> Option<(char, &str)> {
    let mut characters = text.chars();
    characters.next().map(|first| (first, characters.as_str()))
}

/// The same of what stands in a string of JSON.
fn in_json(text: &str) -> Option<(char, &str)> {
    let Some(escaped) = text.strip_prefix('\\') else { return plain(text) };
    let (kind, behind) = plain(escaped)?;
    let character = match kind {
        'u' => {
            let unit = |text: &str| u16::from_str_radix(text.get(..4)?, 16).ok();
            let (first, behind) = (unit(behind)?, behind.get(4..)?);
            let second = behind.strip_prefix("\\u").and_then(unit);
            let mut characters = char::decode_utf16([first].into_iter().chain(second));
            let character = characters.next()?.ok()?;
            return Some((character, behind.get(if character.len_utf16() == 2 { 6 } else { 0 }..)?));
        }
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        'b' => '\u{8}',
        'f' => '\u{c}',
        other => other,
    };
    Some((character, behind))
}

/// The same of what stands in a URL, or in what a form sends.
fn in_url(text: &str) -> Option<(char, &str)> {
    if let Some(behind) = text.strip_prefix('+') {
        return Some((' ', behind));
    }
    let mut bytes = Vec::new();
    let mut rest = text;
    while let Some(behind) = rest.strip_prefix('%') {
        bytes.push(u8::from_str_radix(behind.get(..2)?, 16).ok()?);
        rest = behind.get(2..)?;
        if let Some(character) = std::str::from_utf8(&bytes).ok().and_then(|text| text.chars().next()) {
            return Some((character, rest));
        }
        if bytes.len() == 4 {
            return None;
        }
    }
    if bytes.is_empty() { plain(text) } else { None }
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
                // Every place of it goes, also where two overlap.
                let begins = |start: usize| text.get(start..).is_some_and(|text| text.starts_with(&part));
                let hides = |at: usize| (0..=at).any(|start| at.abs_diff(start) < part.len() && begins(start));
                let left: String = text.char_indices().filter(|(at, _)| !hides(*at)).map(|(_, c)| c).collect();
                let new = without(&text, &part);
                prop_assert_eq!(new.is_some(), text.contains(&part));
                prop_assert_eq!(new.unwrap_or(text).replace('…', ""), left);
            }
        }

        #[test]
        fn a_secret_is_found_however_it_is_written(secret in "[ \n\t]?[a-c][a-c \"\\\\/%+&é😀\n\t]{0,9}[a-c][ \n\t]?", upper in any::<bool>()) {
            let json = serde_json::to_string(&secret).unwrap();
            let json = json.trim_start_matches('"').strip_suffix('"').unwrap();
            let unit = |unit: &u16| if upper { format!("\\u{unit:04X}") } else { format!("\\u{unit:04x}") };
            let escaped: String = secret.encode_utf16().map(|one| unit(&one)).collect();
            let byte = |byte: u8| if upper { format!("%{byte:02X}") } else { format!("%{byte:02x}") };
            let in_url: String = secret.bytes().map(byte).collect();
            let form = in_url.replace("%20", "+");
            let in_header: String = secret.bytes().map(char::from).collect();
            let in_words: String = secret.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
            for written in [secret.trim(), json, &escaped, &in_url, &form, in_words.trim(), in_header.trim_ascii()] {
                let left = redacted(&format!("<{written}>"), &secret).unwrap();
                // Around it there may be white space, as it was written, but for an `a` at its end that may have begun a place.
                let spaces = ["%20", "%09", "%0a", "%0A", r"\u0020", r"\u0009", r"\u000a", r"\u000A", r"\n", r"\t", "+", " ", "\n", "\t", r"\u000", "%0"];
                let left = spaces.iter().fold(left, |left, space| left.replace(space, ""));
                prop_assert_eq!(left, "<…>", "{}", written);
            }
        }
    }
}
