//! Why a call did not give what was asked for, and what became of it.

use std::fmt;

use serde::Serialize;

use super::TransportError;
use crate::api::{ApiError, ErrorCode};
use crate::rules::{Issue, Severity};

/// Why a call did not give what was asked for, and what became of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Error {
    /// Why.
    pub reason: Reason,
    /// What became of a create, an update or a delete; `None` for calls that only read.
    pub outcome: Option<Outcome>,
    /// How many requests were sent.
    pub attempts: u32,
    /// Whether making the same call again may help and can do no harm.
    pub retryable: bool,
}

/// Why a call did not give what was asked for.
#[derive(Clone, Debug, PartialEq)]
pub enum Reason {
    /// The settings have errors.
    Invalid(Vec<Issue>),
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

    /// What went wrong, for programs.
    pub fn code(&self) -> ErrorCode {
        match &self.reason {
            Reason::Invalid(_) => ErrorCode::Validation,
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

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.reason {
            Reason::Invalid(issues) => {
                f.write_str("The trunk was not sent, since its settings have errors.")?;
                let mut errors = issues.iter().filter(|issue| issue.severity == Severity::Error);
                errors.try_for_each(|issue| write!(f, " {}", issue.message))?;
            }
            Reason::Misused(message) => f.write_str(message)?,
            Reason::Api(error) => error.fmt(f)?,
            Reason::Transport(error) => error.fmt(f)?,
            Reason::TimedOut { timeout_ms } => write!(f, "The call was not done within {timeout_ms} ms.")?,
            Reason::Aborted => f.write_str("The call was aborted.")?,
            Reason::Ambiguous { candidates } => {
                let ids: Vec<String> = candidates.iter().map(u64::to_string).collect();
                write!(
                    f,
                    "The trunk may have been created, and {} new trunks could be it: look at {}.",
                    ids.len(),
                    ids.join(" and ")
                )?;
            }
        }
        if self.outcome == Some(Outcome::Unknown) && !matches!(self.reason, Reason::Ambiguous { .. }) {
            f.write_str(" The change may have been made all the same: look before you repeat it.")?;
        }
        Ok(())
    }
}

impl std::error::Error for Error {}
