//! Why a call did not give what was asked for.

use std::fmt;

use super::TransportError;
use crate::api::{ApiError, ErrorCode};
use crate::rules::{Issue, Severity};

/// Why a call did not give what was asked for.
#[derive(Clone, Debug, PartialEq)]
pub enum Error {
    /// The settings have errors; nothing was sent.
    Invalid(Vec<Issue>),
    /// The server's answer was an error, or could not be read.
    Api(ApiError),
    /// No answer came.
    Network(TransportError),
}

impl Error {
    /// What went wrong, for programs.
    pub fn code(&self) -> ErrorCode {
        match self {
            Self::Invalid(_) => ErrorCode::Validation,
            Self::Api(error) => error.code,
            Self::Network(_) => ErrorCode::Network,
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Invalid(issues) => {
                f.write_str("The trunk was not sent, since its settings have errors.")?;
                issues
                    .iter()
                    .filter(|issue| issue.severity == Severity::Error)
                    .try_for_each(|issue| write!(f, " {}", issue.message))
            }
            Self::Api(error) => error.fmt(f),
            Self::Network(error) => f.write_str(&error.message),
        }
    }
}

impl std::error::Error for Error {}
