//! The names by which the wasm and its glue know each other, without the hashes that wasm-bindgen ends them with: 16 digits
//! that nothing compresses, a hundred times in each of the two. Numbers of as many digits stand in for them.

use crate::failure::Failure;

/// What such names begin with.
const BEGINNINGS: [&str; 2] = ["__wbg_", "wasm_bindgen__"];

const DIGITS: usize = 16;

/// The glue with other names. They change in the wasm too, where nothing changes its place.
pub(super) fn number(glue: &str, wasm: &mut [u8]) -> Result<String, Failure> {
    let mut names: Vec<&str> = glue.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').collect();
    names.retain(|name| BEGINNINGS.iter().any(|beginning| name.starts_with(beginning)) && ends_with_hash(name));
    names.sort_unstable();
    names.dedup();

    let mut numbered = glue.to_owned();
    for (number, name) in names.iter().enumerate() {
        let kept = name.get(..name.len().saturating_sub(DIGITS)).unwrap_or_default();
        let new = format!("{kept}{number:0DIGITS$}");
        numbered = numbered.replace(name, &new);
        replace(wasm, name.as_bytes(), new.as_bytes())
            .ok_or_else(|| Failure::new("the glue has a name that the wasm does not have").because(name))?;
    }
    Ok(numbered)
}

fn ends_with_hash(name: &str) -> bool {
    let digits = name.len().checked_sub(DIGITS).and_then(|start| name.get(start..));
    digits.is_some_and(|digits| digits.bytes().all(|digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f')))
}

/// Overwrites every place of `old`; nothing when there is none.
fn replace(bytes: &mut [u8], old: &[u8], new: &[u8]) -> Option<()> {
    let places: Vec<usize> =
        bytes.windows(old.len()).enumerate().filter(|(_, window)| *window == old).map(|(at, _)| at).collect();
    for at in &places {
        bytes.get_mut(*at..)?.get_mut(..new.len())?.copy_from_slice(new);
    }
    (!places.is_empty()).then_some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_become_numbers_in_both_and_everything_else_stays() {
        let glue =
            "__wbg_then_656f253a5dd7d8ea: 1, __wbg_ptr, wasm.wasm_bindgen__x__h34f65ce72905e34b, b03a0fabb109b1e9";
        let mut wasm = b"\x1b__wbg_then_656f253a5dd7d8ea\0wasm_bindgen__x__h34f65ce72905e34b".to_vec();
        let numbered = number(glue, &mut wasm).unwrap();
        assert_eq!(
            numbered,
            "__wbg_then_0000000000000000: 1, __wbg_ptr, wasm.wasm_bindgen__x__h0000000000000001, b03a0fabb109b1e9"
        );
        assert_eq!(wasm, b"\x1b__wbg_then_0000000000000000\0wasm_bindgen__x__h0000000000000001");
    }

    #[test]
    fn a_name_that_only_the_glue_has_is_refused() {
        assert!(number("__wbg_then_656f253a5dd7d8ea", &mut []).is_err());
    }
}
