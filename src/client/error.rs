//! Why a call did not give what was asked for, and what became of it.

use std::fmt;

use serde::Serialize;

use super::TransportError;
#[cfg(not(target_arch = "wasm32"))]
use crate::api::read::PhoneNumber;
use crate::api::{ApiError, ErrorCode};
use crate::engine::number_text;
use crate::rules::{Issue, Severity};

/// Why a call did not give what was asked for, and what became of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Error {
    /// Why.
    pub reason: Reason,
    /// What became of a create, an update or a delete; `None` for calls that only read.
    pub outcome: Option<Outcome>,
    /// How many requests were sent; of a create that was looked for, those that were to make it.
    pub attempts: u32,
    /// Whether making the same call again may help and can do no harm.
    pub retryable: bool,
}

/// Why a call did not give what was asked for.
#[derive(Clone, Debug, PartialEq)]
pub enum Reason {
    /// The settings of a trunk have errors.
    Invalid(Vec<Issue>),
    /// The destinations of numbers have errors.
    #[cfg(not(target_arch = "wasm32"))]
    Unroutable(Vec<Issue>),
    /// Calls to phone numbers lead to the trunk that was to be deleted.
    #[cfg(not(target_arch = "wasm32"))]
    Routed {
        /// The numbers.
        numbers: Vec<PhoneNumber>,
    },
    /// The call was made with options that cannot work; the sentence names the option and the remedy.
    Misused(String),
    /// The server's answer was an error, or could not be read.
    Api(ApiError),
    /// No answer came.
    Transport(TransportError),
    /// The time for the call ran out.
    TimedOut {
        /// The time, in milliseconds.
        timeout_ms: f64,
    },
    /// The caller ended the call.
    Aborted,
    /// A create may have happened, and more than one trunk could be its result.
    Ambiguous {
        /// Their numbers.
        candidates: Vec<u64>,
    },
}

/// What became of a create, an update or a delete.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum Outcome {
    /// Nothing was sent.
    NotSent,
    /// The server refused it: nothing has changed.
    Refused,
    /// It was sent, and its answer was lost or says nothing of what was done: it may have happened.
    Unknown,
}

impl Error {
    /// An error found before anything was sent.
    pub(super) fn not_sent(reason: Reason) -> Self {
        Self { reason, outcome: Some(Outcome::NotSent), attempts: 0, retryable: false }
    }

    /// An error of what had to be asked first: the change itself was not sent.
    pub(super) fn before_sending(self) -> Self {
        Self { outcome: Some(Outcome::NotSent), ..self }
    }

    /// What went wrong, for programs.
    pub fn code(&self) -> ErrorCode {
        match &self.reason {
            Reason::Invalid(_) => ErrorCode::Validation,
            #[cfg(not(target_arch = "wasm32"))]
            Reason::Unroutable(_) => ErrorCode::Validation,
            #[cfg(not(target_arch = "wasm32"))]
            Reason::Routed { .. } => ErrorCode::Routed,
            Reason::Misused(_) => ErrorCode::Configuration,
            Reason::Api(error) => error.code,
            Reason::Transport(TransportError::TooLarge { .. }) => ErrorCode::Decode,
            Reason::Transport(_) => ErrorCode::Network,
            Reason::TimedOut { .. } => ErrorCode::Timeout,
            Reason::Aborted => ErrorCode::Aborted,
            Reason::Ambiguous { .. } => ErrorCode::Ambiguous,
        }
    }
}

impl Error {
    /// What went wrong, for a person.
    pub(crate) fn sentences(&self) -> String {
        let mut text = match &self.reason {
            Reason::Invalid(issues) => with_errors("The trunk was not sent, since its settings have errors.", issues),
            #[cfg(not(target_arch = "wasm32"))]
            Reason::Unroutable(issues) => {
                with_errors("The numbers were not routed, since their destinations have errors.", issues)
            }
            #[cfg(not(target_arch = "wasm32"))]
            Reason::Routed { numbers } => {
                let first = numbers.iter().find_map(PhoneNumber::text);
                let first = first.as_deref().unwrap_or("a number");
                let others = number_text(numbers.len().saturating_sub(1) as f64);
                let others = if numbers.len() > 1 { [" and ", &others, " more"].concat() } else { String::new() };
                let remedy = " lead to it: route them elsewhere first, or delete it with ifRouted \"delete\".";
                ["The trunk was not deleted, since calls to ", first, &others, remedy].concat()
            }
            Reason::Misused(message) => message.clone(),
            Reason::Api(error) => error.message.clone(),
            Reason::Transport(error) => error.sentence(),
            Reason::TimedOut { timeout_ms } => {
                ["The call was not done within ", &number_text(*timeout_ms), " ms."].concat()
            }
            Reason::Aborted => "The call was aborted.".to_owned(),
            Reason::Ambiguous { candidates } => {
                // Exact below 2^53, and so are the numbers of trunks.
                let ids: Vec<String> = candidates.iter().map(|id| number_text(*id as f64)).collect();
                let count = number_text(ids.len() as f64);
                let found = [" new trunks could be it: look at ", &ids.join(" and "), "."].concat();
                return ["The trunk may have been created, and ", &count, &found].concat();
            }
        };
        if self.outcome == Some(Outcome::Unknown) {
            text.push_str(" The change may have been made all the same: look before you repeat it.");
        }
        text
    }
}

fn with_errors(happened: &str, issues: &[Issue]) -> String {
    let errors = issues.iter().filter(|issue| issue.severity == Severity::Error);
    let mut sentences = vec![happened];
    sentences.extend(errors.map(|issue| issue.message.as_str()));
    sentences.join(" ")
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.sentences())
    }
}

impl std::error::Error for Error {}
