//! What carries a message to the server and its answer back, and what time it is there.

use std::fmt;

use crate::api::{Method, Response};
use crate::engine::number_text;

/// Something that can carry HTTP: `fetch`, a native HTTP library, a script in a test.
///
/// Futures may be dropped before they are done: that is how a call is aborted and how its time runs out. `send` should
/// then cancel the request, as far as it can.
pub trait Transport {
    /// Carries one message. Every status is an answer; an error is the absence of one.
    fn send(&self, message: Message) -> impl Future<Output = Result<Response, TransportError>>;

    /// Is done after so many milliseconds.
    fn sleep(&self, milliseconds: f64) -> impl Future<Output = ()>;

    /// Milliseconds since 1970-01-01 UTC.
    fn now(&self) -> f64;

    /// A random number from 0 up to 1, for spreading retries: it need not be unpredictable.
    fn random(&self) -> f64;
}

/// A request with its host and its key, ready to be sent.
#[derive(Clone)]
pub struct Message {
    /// The method.
    pub method: Method,
    /// The whole URL. It holds the API key when the key goes in the query: never show it.
    pub url: String,
    /// Headers. One of them holds the API key when the key goes in a header: never show them.
    pub headers: Vec<(String, String)>,
    /// JSON text, if the call has a body.
    pub body: Option<String>,
}

/// Only the method: the URL, a header or the body holds a secret.
impl fmt::Debug for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Message").field("method", &self.method).finish_non_exhaustive()
    }
}

/// No answer came, or none that could be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TransportError {
    /// The connection failed before, while or after the message was sent: nobody knows which. With the runtime's short
    /// code for it, such as `ECONNREFUSED`, if it has one; never with a URL or anything else that could be secret.
    Lost {
        /// The short code.
        code: Option<String>,
    },
    /// What was given as `fetch` gave something that is not a response.
    NotAResponse,
    /// The answer's body is larger than this many bytes.
    TooLarge {
        /// The limit.
        limit: usize,
    },
}

impl TransportError {
    /// What went wrong, for a person.
    pub(super) fn sentence(&self) -> String {
        match self {
            Self::Lost { code: None } => "No answer came from Wavix: the connection failed.".to_owned(),
            Self::Lost { code: Some(code) } => {
                ["No answer came from Wavix: the connection failed (", code, ")."].concat()
            }
            Self::NotAResponse => "fetch gave something that is not a response.".to_owned(),
            Self::TooLarge { limit } => {
                ["The answer is larger than ", &number_text(*limit as f64), " bytes and was not read."].concat()
            }
        }
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.sentence())
    }
}
