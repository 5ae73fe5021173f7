//! What happens to a call, as an observer hears it. Nothing in it is secret: paths come without their query.

use super::Error;
use crate::api::Method;

/// Something that happened to a call.
#[derive(Clone, Copy, Debug)]
pub struct Event<'a> {
    /// The method.
    pub method: Method,
    /// The path, without host and query.
    pub path: &'a str,
    /// Which attempt it is about, from 1.
    pub attempt: u32,
    /// What happened.
    pub what: Happening<'a>,
}

/// What happened.
#[derive(Clone, Copy, Debug)]
pub enum Happening<'a> {
    /// A request is sent.
    Sent,
    /// An answer came.
    Answered {
        /// Its status.
        status: u16,
        /// Milliseconds since the request was sent.
        milliseconds: f64,
        /// The server's name for the request.
        request_id: Option<&'a str>,
    },
    /// No answer came.
    Lost {
        /// Milliseconds since the request was sent.
        milliseconds: f64,
    },
    /// The call is tried again.
    Retrying {
        /// Milliseconds until then.
        delay_ms: f64,
        /// Why.
        error: &'a Error,
    },
}
