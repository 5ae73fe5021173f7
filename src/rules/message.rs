//! The one place where an issue becomes a sentence, in whichever language.

use std::borrow::Cow;

use super::english::{MESSAGES, WORDS};
use super::input::number_text;
use super::issue::{Issue, IssueCode, Param, Step};
use super::language::{Language, Part};
use super::{Field, FieldName};

/// Gives issues their sentences.
pub(super) fn say(issues: &mut [Issue], language: &Language) {
    issues.iter_mut().for_each(|issue| issue.message = sentence(issue, language));
}

/// The sentence of an issue: the language's own, or else the English one.
pub(super) fn sentence(issue: &Issue, language: &Language) -> String {
    let code = issue.code.as_str();
    let with = |more: &str| [code, ".", more].concat();
    let field = field(issue).map(|field| with(field.name.as_str()));
    let variant = variant(issue).map(with);
    // The narrower key first; but another language's general sentence rather than an English particular one.
    let keys = || field.iter().chain(&variant).map(String::as_str).chain([code]);
    let template = keys()
        .find_map(|key| language.get(Part::Messages, key))
        .or_else(|| keys().find_map(|key| MESSAGES.get(key)))
        .unwrap_or_default();
    filled(template, |name| value(issue, language, name))
}

/// Which of a code's sentences it is.
fn variant(issue: &Issue) -> Option<&'static str> {
    match issue.code {
        IssueCode::Type | IssueCode::E164 | IssueCode::Ip => match issue.params.get("hint") {
            Some(Param::Text(hint)) => Some(hint),
            _ => None,
        },
        IssueCode::UnknownField | IssueCode::Range | IssueCode::Duplicate | IssueCode::Integer => {
            ["read_only", "did_you_mean", "above", "first_row", "least"]
                .into_iter()
                .find(|name| issue.params.get(name).is_some())
        }
        _ => None,
    }
}

/// The template with each `{name}` replaced by its value; one that nobody knows stays as it is.
fn filled<'a>(template: &str, value: impl Fn(&str) -> Option<Cow<'a, str>>) -> String {
    let mut text = String::with_capacity(template.len().saturating_add(32));
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        match after.split_once('}').and_then(|(name, left)| Some((value(name)?, left))) {
            Some((value, left)) => {
                text.push_str(&value);
                rest = left;
            }
            None => {
                text.push('{');
                rest = after;
            }
        }
    }
    text.push_str(rest);
    text
}

fn value<'a>(issue: &'a Issue, language: &'a Language, name: &str) -> Option<Cow<'a, str>> {
    match (name, issue.params.get(name)) {
        ("label", _) => Some(place(issue, language)),
        ("unit", _) => field(issue).and_then(|field| field.unit).map(|unit| word(language, unit).into()),
        ("switch", Some(Param::Text(switch))) => FieldName::of(switch).map(|name| label(language, name).into()),
        (_, Some(Param::Text(name))) => Some(word(language, name).into()),
        (_, Some(Param::Number(number))) => Some(number_text(*number).into()),
        (_, Some(Param::List(names))) => {
            Some(names.iter().map(|name| word(language, name)).collect::<Vec<_>>().join(", ").into())
        }
        _ => FieldName::of(name).map(|name| label(language, name).into()),
    }
}

/// `Allowed IP addresses, entry 2`: entries are counted from 1, as people count.
fn place<'a>(issue: &'a Issue, language: &'a Language) -> Cow<'a, str> {
    let label = match (field(issue), issue.path.first()) {
        (Some(field), _) => label(language, field.name),
        // The narrowest name: of a destination, what is wrong in it.
        (None, Some(Step::Key(key))) => issue.path.iter().rev().find_map(name_of).unwrap_or(key),
        (None, _) => word(language, "trunk"),
    };
    let Some(Step::Index(index)) = issue.path.get(1) else { return label.into() };
    let number = number_text((*index as f64) + 1.0);
    let part = |name: &str| match name {
        "label" => Some(Cow::Borrowed(label)),
        "number" => Some(Cow::Borrowed(number.as_str())),
        _ => None,
    };
    filled(word(language, "entry"), part).into()
}

fn name_of(step: &Step) -> Option<&str> {
    if let Step::Key(key) = step { Some(key) } else { None }
}

fn field(issue: &Issue) -> Option<&'static Field> {
    if let Some(Step::Key(key)) = issue.path.first() { FieldName::of(key).map(FieldName::field) } else { None }
}

fn label(language: &Language, name: FieldName) -> &str {
    language.get(Part::Labels, name.as_str()).unwrap_or(name.field().label)
}

fn word<'a>(language: &'a Language, name: &'a str) -> &'a str {
    language.get(Part::Words, name).or_else(|| WORDS.get(name)).unwrap_or(name)
}
