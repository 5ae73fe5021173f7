//! A request as a value, before anybody has attached a key or a host to it.

use std::fmt;

use super::numbers::{MYDIDS, NUMBERS, UPDATE_DESTINATIONS};

/// What is asked of the API.
#[derive(Clone, PartialEq, Eq)]
pub struct Request {
    /// The method.
    pub method: Method,
    /// Path from the root of the API: `/v1/trunks/293`.
    pub path: String,
    /// Query parameters, not yet encoded.
    pub query: Vec<(&'static str, String)>,
    /// JSON text, if the call has a body.
    pub body: Option<String>,
}

impl Request {
    /// Whether making it twice does no more than making it once: all but a POST say what is to be, and so does the one POST
    /// that gives numbers their whole list of destinations.
    pub(crate) fn is_repeatable(&self) -> bool {
        self.method != Method::Post || self.path == UPDATE_DESTINATIONS
    }

    /// Whether it is about trunks or numbers that it names, which may not be there: all but a list and a create.
    pub(crate) fn is_about_some(&self) -> bool {
        self.is_repeatable() && (self.method != Method::Get || self.path.ends_with(|c: char| c.is_ascii_digit()))
    }

    /// Whether it is about phone numbers, and not about trunks.
    pub(crate) fn is_about_numbers(&self) -> bool {
        [NUMBERS, MYDIDS].iter().any(|path| self.path.starts_with(path))
    }
}

/// Without the body, which holds a password.
impl fmt::Debug for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Request")
            .field("method", &self.method)
            .field("path", &self.path)
            .field("query", &self.query)
            .finish_non_exhaustive()
    }
}

/// An HTTP method.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Reads.
    Get,
    /// Creates.
    Post,
    /// Replaces.
    Put,
    /// Changes what is given.
    Patch,
    /// Removes.
    Delete,
}

impl Method {
    /// The method as the wire has it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Patch => "PATCH",
            Self::Delete => "DELETE",
        }
    }
}
