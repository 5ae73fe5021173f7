//! The answer of a validation.

use std::borrow::Cow;

use super::issue::{Issue, IssueCode, Params, Severity, Step};
use super::{FIELDS, FieldName, Language, message};
use crate::trunk::TrunkConfig;

/// What came out of a validation: the config that can be sent, if it can be, and everything there is to say about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// The config, complete and normalised; `None` when there is an error.
    pub value: Option<TrunkConfig>,
    /// Errors and warnings, in the order of the fields.
    pub issues: Vec<Issue>,
}

impl Report {
    /// Whether the config can be sent.
    pub fn is_ok(&self) -> bool {
        self.value.is_some()
    }

    /// The issues that keep the config from being sent.
    pub fn errors(&self) -> impl Iterator<Item = &Issue> {
        self.issues.iter().filter(|issue| issue.severity == Severity::Error)
    }
}

/// Where the checks put what they find, said in a language.
pub(super) struct Findings<'a> {
    issues: Vec<Issue>,
    language: &'a Language,
}

impl<'a> Findings<'a> {
    pub(super) fn new(language: &'a Language) -> Self {
        Self { issues: Vec::new(), language }
    }

    /// Takes over what was found before.
    pub(super) fn go_on_from(&mut self, issues: Vec<Issue>) {
        self.issues = issues;
    }

    /// Something about a field as a whole.
    #[cold]
    #[inline(never)]
    pub(super) fn add(&mut self, field: FieldName, code: IssueCode, params: impl Into<Params>) {
        self.add_at([field.into()], code, params);
    }

    /// Something at a place inside a field, or at a place that is no field.
    #[cold]
    #[inline(never)]
    pub(super) fn add_at(&mut self, path: impl Into<Vec<Step>>, code: IssueCode, params: impl Into<Params>) {
        let message = String::new();
        self.issues.push(Issue { path: path.into(), code, severity: code.severity(), message, params: params.into() });
    }

    /// Whether there is nothing to say.
    pub(super) fn are_none(&self) -> bool {
        self.issues.is_empty()
    }

    /// The issues in the order of the table, unknown fields last.
    pub(super) fn in_field_order(self) -> Vec<Issue> {
        let language = self.language;
        let mut issues = self.unsaid();
        message::say(&mut issues, language);
        issues
    }

    /// The same without their sentences.
    pub(super) fn unsaid(self) -> Vec<Issue> {
        if self.issues.len() < 2 {
            return self.issues;
        }
        // One place for each field, one before and one behind: a sort of the standard library weighs 3 KB of brotli.
        let mut places: Vec<Vec<Issue>> = Vec::new();
        places.resize_with(FIELDS.len().saturating_add(2), Vec::new);
        let last = FIELDS.len().saturating_add(1);
        for issue in self.issues {
            let place = match issue.path.first() {
                None => 0,
                Some(Step::Key(Cow::Borrowed(key))) => {
                    FieldName::of(key).map_or(last, |name| (name as usize).saturating_add(1))
                }
                Some(_) => last,
            };
            if let Some(issues) = places.get_mut(place) {
                issues.push(issue);
            }
        }
        places.into_iter().flatten().collect()
    }
}
