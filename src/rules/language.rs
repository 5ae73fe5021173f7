//! Messages in another language than English: a pack of labels, messages and words, as pure data.

use super::Input;

/// A language pack: what replaces the English labels, messages and words. What it leaves out stays English, so a pack
/// may also change a single sentence.
///
/// - `labels`: by the name of a field, what it is called on the form.
/// - `messages`: by code, or by code and variant (`e164.letters`, `required.callerid`), a sentence with placeholders:
///   `{label}` is the field's label, `{unit}` its unit, `{min}` and the like the issue's parameters, and the name of a
///   field, such as `{rewrite_cond}`, that field's label.
/// - `words`: what parameters name: types (`string`), units (`seconds`), reasons (`short`), address ranges.
///
/// ```
/// use serde_json::json;
/// use wavix_trunks::rules::{self, Input, Language, Options};
///
/// let pack = json!({ "labels": { "label": "Name" }, "messages": { "blank": "{label} fehlt: bitte eintragen." } });
/// let german = Options { language: Language::from(&Input::from(&pack)), ..Options::default() };
///
/// let report = rules::validate(&Input::from(&json!({ "label": " " })), &german);
/// assert_eq!(report.issues[0].message, "Name fehlt: bitte eintragen.");
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Language(Input);

/// The three parts of a pack, by the names that they have in it.
#[derive(Clone, Copy)]
pub(super) enum Part {
    Labels,
    Messages,
    Words,
}

impl Language {
    pub(super) fn get(&self, part: Part, key: &str) -> Option<&str> {
        let part = match part {
            Part::Labels => "labels",
            Part::Messages => "messages",
            Part::Words => "words",
        };
        if let Input::Text(text) = self.0.get(part).get(key) { Some(text) } else { None }
    }
}

impl Default for Language {
    fn default() -> Self {
        Self(Input::Missing)
    }
}

impl From<&Input> for Language {
    fn from(pack: &Input) -> Self {
        Self(pack.clone())
    }
}
