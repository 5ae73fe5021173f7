//! Passwords: not one read back from a screen, and preferably not one that is easy to guess.

use serde::Serialize;

use super::draft::Draft;
use super::field::FieldName;
use super::issue::{IssueCode, Param};
use super::report::Findings;
use super::scan::Neighbours;
use crate::engine::{Kinds, lower_case};

/// Shorter than this is weak.
const GOOD_LENGTH: usize = 12;
/// From this length on there is nothing left to wish for.
const BEST_LENGTH: usize = 16;
/// So many equal or consecutive characters in a row are weak.
const RUN: usize = 4;
/// A label shorter than this is found in any password.
const TELLING_LABEL: usize = 3;
/// So are the first digits of a caller ID, while somebody types it.
const TELLING_CALLER_ID: usize = 4;
/// A longer one stands in no password that anybody uses, and would take long to look for.
const LONGEST_PART: usize = 256;

/// `masked` and `weak_password`. A missing one is `required`, which stands with the other required fields.
pub(super) fn check(draft: &Draft, findings: &mut Findings) {
    let Some(password) = draft.text(FieldName::Password).filter(|password| !password.is_empty()) else {
        return;
    };
    if is_masked(password) {
        return findings.add(FieldName::Password, IssueCode::Masked, []);
    }
    let label = draft.text(FieldName::Label).unwrap_or_default();
    let caller_id = draft.text(FieldName::Callerid).unwrap_or_default();
    let reasons = weaknesses(password, label, caller_id);
    if !reasons.is_empty() {
        findings.add(FieldName::Password, IssueCode::WeakPassword, [("reasons", Param::List(reasons))]);
    }
}

/// How hard a password is to guess.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct PasswordStrength {
    /// From 0 to 4. With 3 and 4 there is nothing to say against it; 4 has at least 16 characters.
    pub score: u8,
    /// What speaks against it: `masked`, `short`, `few_kinds`, `repeats`, `runs`, `contains_label`,
    /// `contains_callerid`.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "PasswordReason[]"))]
    pub reasons: Vec<&'static str>,
}

/// How hard a password is to guess, for the trunk with this label and caller ID (empty where they are not known yet):
/// the same judgement as the warning `weak_password`.
///
/// ```
/// use wavix_trunks::rules::password_strength;
///
/// let strength = password_strength("Branch-2026", "Branch", "");
/// assert_eq!((strength.score, strength.reasons), (1, vec!["short", "contains_label"]));
/// assert_eq!(password_strength("correct-Horse-7-battery", "Branch", "").score, 4);
/// ```
pub fn password_strength(password: &str, label: &str, caller_id: &str) -> PasswordStrength {
    if is_masked(password) && !password.is_empty() {
        return PasswordStrength { score: 0, reasons: vec!["masked"] };
    }
    let label = super::input::trimmed(label);
    let reasons = weaknesses(password, label, &super::caller_id::normalise(caller_id));
    let score = match reasons.len() {
        _ if password.is_empty() => 0,
        0 if password.chars().count() >= BEST_LENGTH => 4,
        0 => 3,
        1 => 2,
        2 => 1,
        _ => 0,
    };
    PasswordStrength { score, reasons }
}

/// Only the signs with which screens hide a password: such a value was read back, and setting it would lock the PBX out.
pub(crate) fn is_masked(password: &str) -> bool {
    const DOTS: &[char] = &['*', '•', '●', '∙', '·', '⬤', '○', '.', 'x', 'X'];
    password.chars().all(|c| DOTS.contains(&c))
}

/// Why a password is weak: `short`, `few_kinds`, `repeats`, `runs`, `contains_label`, `contains_callerid`.
fn weaknesses(password: &str, label: &str, caller_id: &str) -> Vec<&'static str> {
    let is_ascii = password.is_ascii();
    let looks = if is_ascii { Looks::of_ascii(password.as_bytes()) } else { Looks::of(password.chars()) };
    let mut reasons = Vec::new();
    let mut add = |reason, holds: bool| {
        if holds {
            reasons.push(reason)
        }
    };
    add("short", looks.length < GOOD_LENGTH);
    add("few_kinds", looks.kinds < 3);
    add("repeats", looks.repeats);
    add("runs", looks.runs);
    let tells = label.chars().nth(TELLING_LABEL.saturating_sub(1)).is_some();
    let contains_label = if is_ascii && label.is_ascii() {
        stands_in(password, label, |one, other| one.eq_ignore_ascii_case(&other))
    } else {
        stands_in(&lower_case(password), &lower_case(label), |one, other| one == other)
    };
    add("contains_label", tells && contains_label);
    let tells = caller_id.len() >= TELLING_CALLER_ID;
    add("contains_callerid", tells && stands_in(password, caller_id, |one, other| one == other));
    reasons
}

/// Whether a part that is not empty stands in a text. Not by `str::contains`, which prepares for texts of any length.
fn stands_in(text: &str, part: &str, same: impl Fn(u8, u8) -> bool) -> bool {
    let part = part.as_bytes();
    let Some((first, rest)) = part.split_first().filter(|_| part.len() <= LONGEST_PART) else { return false };
    let mut windows = text.as_bytes().windows(part.len());
    windows.any(|window| match window.split_first() {
        Some((begins, goes_on)) if same(*begins, *first) => {
            goes_on.iter().zip(rest).all(|(one, other)| same(*one, *other))
        }
        _ => false,
    })
}

/// What a password looks like.
#[derive(Debug, PartialEq)]
struct Looks {
    length: usize,
    /// How many there are of lower case, upper case, digits and others.
    kinds: u32,
    /// It has a stretch of one character.
    repeats: bool,
    /// It has a stretch in which each character is the one after, or before, the one in front of it: `abcd`, `4321`.
    runs: bool,
}

impl Looks {
    fn of(characters: impl Iterator<Item = char>) -> Self {
        let (mut length, mut found, mut repeats, mut runs) = (0_usize, 0_u8, false, false);
        // No character is that far from another one, so that two make a stretch and the first one none.
        const FAR: u32 = u32::MAX / 2;
        let (mut stretch, mut step, mut before) = (0_usize, FAR, FAR);
        for character in characters {
            let here = u32::from(character);
            found |= Kinds::of(character).0;
            let next = here.wrapping_sub(before);
            stretch = if next == step { stretch.wrapping_add(1) } else { 2 };
            (step, before, length) = (next, here, length.wrapping_add(1));
            // Up or down by one, or not at all.
            if stretch >= RUN && step.wrapping_add(1) < 3 {
                *(if step == 0 { &mut repeats } else { &mut runs }) = true;
            }
        }
        // That something is a letter says nothing of its case.
        let kinds = (found & !Kinds::LETTER).count_ones();
        Self { length, kinds, repeats, runs }
    }

    /// The same of ASCII, eight bytes at a time, unless so many characters follow their like that there may be a stretch: half
    /// the time of the way character by character, which is a sixth of all rules together.
    fn of_ascii(password: &[u8]) -> Self {
        match Neighbours::of(password) {
            Some(Neighbours { kinds, like }) if like.wrapping_add(1) < RUN as u32 => {
                Self { length: password.len(), kinds, repeats: false, runs: false }
            }
            _ => Self::of(password.iter().copied().map(char::from)),
        }
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_password_looks_the_same_eight_bytes_at_a_time(password in "[a-eA-C1-4!]{0,12}([a-e]{0,3}a{3,5}|abcd|4321|dcba|~)?[a-e1-3!]{0,30}") {
            prop_assert_eq!(Looks::of_ascii(password.as_bytes()), Looks::of(password.chars()));
        }
    }
}
