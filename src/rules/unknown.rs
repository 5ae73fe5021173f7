//! Fields that the table does not have: handed on, since Wavix may know them, but not without a word.

use super::field::{FIELDS, FieldName, READ_ONLY};
use super::input::Input;
use super::issue::{IssueCode, Param, Step};
use super::report::Findings;

/// A name is taken for another one mistyped when at most so many letters differ.
const TYPO: usize = 2;

/// `unknown_field`; returns what is sent all the same.
pub(super) fn check(input: &Input, findings: &mut Findings) -> Input {
    let mut extra = Vec::new();
    for (key, value) in input.members() {
        if *value == Input::Missing || FieldName::of(key).is_some() {
            continue;
        }
        if READ_ONLY.contains(&key.as_str()) {
            let path = [Step::Key(key.clone().into())];
            findings.add_at(path, IssueCode::UnknownField, [("read_only", Param::Yes(true))]);
            continue;
        }
        report(key, findings);
        extra.push((key.clone(), value.clone()));
    }
    Input::Record(extra)
}

/// Says that there is no such field, and which one may be meant.
pub(super) fn report(key: &str, findings: &mut Findings) {
    let path = [Step::Key(key.to_owned().into())];
    match nearest(key) {
        Some(name) => findings.add_at(path, IssueCode::UnknownField, [("did_you_mean", name.into())]),
        None => findings.add_at(path, IssueCode::UnknownField, []),
    }
}

fn nearest(key: &str) -> Option<&'static str> {
    if key.len() > 64 {
        return None;
    }
    let length = key.chars().count();
    FIELDS
        .iter()
        // The distance is at least the difference in length, and takes long to find.
        .filter(|name| name.as_str().len().abs_diff(length) <= TYPO)
        .map(|name| (strsim::osa_distance(key, name.as_str()), name.as_str()))
        .min_by_key(|(distance, _)| *distance)
        .filter(|(distance, _)| *distance <= TYPO)
        .map(|(_, name)| name)
}
