//! Passwords: not one read back from a screen, and preferably not one that is easy to guess.

use serde::Serialize;

use super::draft::Draft;
use super::field::FieldName;
use super::issue::{IssueCode, Param};
use super::report::Findings;
use crate::engine::{Kinds, lower_case};
use crate::text;

/// Shorter than this is weak.
const GOOD_LENGTH: usize = 12;
/// From this length on there is nothing left to wish for.
const BEST_LENGTH: usize = 16;
/// So many equal or consecutive characters in a row are weak.
const RUN: usize = 4;
/// A label shorter than this is found in any password.
const TELLING_LABEL: usize = 3;

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
    let mut reasons = Vec::new();
    if password.chars().count() < GOOD_LENGTH {
        reasons.push("short");
    }
    if count_of_kinds(password) < 3 {
        reasons.push("few_kinds");
    }
    if longest_run(password, 0) >= RUN {
        reasons.push("repeats");
    }
    if longest_run(password, 1).max(longest_run(password, -1)) >= RUN {
        reasons.push("runs");
    }
    let contains = |part: &str| text::contains(&lower_case(password), &lower_case(part));
    if label.chars().count() >= TELLING_LABEL && contains(label) {
        reasons.push("contains_label");
    }
    if !caller_id.is_empty() && text::contains(password, caller_id) {
        reasons.push("contains_callerid");
    }
    reasons
}

/// How many there are of lower case, upper case, digits and others.
fn count_of_kinds(password: &str) -> usize {
    let mut found = [false; 4];
    for kinds in password.chars().map(Kinds::of) {
        let other = !kinds.letter && !kinds.numeric;
        for (found, is) in found.iter_mut().zip([kinds.lower, kinds.upper, kinds.numeric, other]) {
            *found |= is;
        }
    }
    found.into_iter().filter(|found| *found).count()
}

/// Length of the longest stretch in which each letter or digit is `step` after the one before: 0 for `aaaa`, 1 for
/// `abcd`, -1 for `4321`.
fn longest_run(password: &str, step: i64) -> usize {
    let mut longest = 0_usize;
    let mut current = 0_usize;
    let mut before: Option<i64> = None;
    for c in password.chars() {
        let here = i64::from(u32::from(c));
        let follows = before.and_then(|before| before.checked_add(step)) == Some(here);
        current = if follows { current.saturating_add(1) } else { 1 };
        longest = longest.max(current);
        before = Some(here);
    }
    longest
}
