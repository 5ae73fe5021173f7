//! What carries a message to the server and its answer back.

use std::fmt;

use crate::api::{Method, Response};

/// Something that can carry HTTP: `fetch`, a native HTTP library, a script in a test.
pub trait Transport {
    /// Carries one message. Every status is an answer; an error is the absence of one.
    fn send(&self, message: Message) -> impl Future<Output = Result<Response, TransportError>>;
}

/// A request with its host and its key, ready to be sent.
pub struct Message {
    /// The method.
    pub method: Method,
    /// The whole URL. It holds the API key when the key goes in the query: never show it.
    pub url: String,
    /// Headers. One of them holds the API key when the key goes in a header: never show them.
    pub headers: Vec<(&'static str, String)>,
    /// JSON text, if the call has a body.
    pub body: Option<String>,
}

/// Only the method: the URL, a header or the body holds a secret.
impl fmt::Debug for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Message").field("method", &self.method).finish_non_exhaustive()
    }
}

/// No answer came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TransportError {
    /// Why, for a person, without a URL and without anything secret.
    pub message: String,
}
