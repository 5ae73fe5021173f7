//! What can go wrong, as an order of faults names it.

use axum::http::{HeaderValue, StatusCode};
use serde::Deserialize;

/// A thing that goes wrong, once.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub(super) enum Fault {
    /// Time passes, before the request is processed or before it is answered.
    Delay { ms: u64 },
    /// An error answer, which may say how long to wait.
    Status { code: Status<400>, wait: Option<Wait> },
    /// The connection is closed without an answer.
    Drop,
    /// Random bytes that call themselves JSON.
    Garbage,
    /// The page of a gateway.
    Html { status: Status<200> },
    /// An answer without a body.
    Empty { status: Status<200> },
    /// A body of that many bytes.
    Huge { bytes: u64 },
    /// The way to another address.
    Redirect { to: Header, status: Option<Status<300>> },
    /// An error answer that repeats all it was sent: the URL, the authorization and the body.
    RepeatSecrets { status: Status<400> },
    /// The body ends after that many bytes, although its length was announced.
    Truncate { bytes: usize },
    /// A byte of the body, a pause, a byte.
    Slow { ms: u64 },
    /// The body calls itself something else.
    WrongType { content_type: Header },
    /// A list shows the page before the one that was asked for.
    DuplicatePage,
    /// The total of a list is another one each time.
    ChangingTotal { by: i64 },
}

impl Fault {
    /// Whether it changes what the answer says, so that there must be an answer.
    pub(super) fn spoils_an_answer(&self) -> bool {
        self.is_about_lists() || matches!(self, Self::Truncate { .. } | Self::Slow { .. } | Self::WrongType { .. })
    }

    /// Whether it can strike nothing but `GET /v1/trunks`.
    pub(super) fn is_about_lists(&self) -> bool {
        matches!(self, Self::DuplicatePage | Self::ChangingTotal { .. })
    }
}

/// How an error answer says when to come back: the header, with the time from now.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(super) enum Wait {
    /// `Retry-After: 2`
    RetryAfter(u64),
    /// `Retry-After: Wed, 21 Oct 2026 07:28:00 GMT`, that many seconds from now
    RetryAfterDate(u64),
    /// `retry-after-ms: 20`
    RetryAfterMs(u64),
    /// `X-RateLimit-Reset: 1792567680`, that many seconds from now
    XRatelimitReset(u64),
}

/// A status from `LEAST` to 599.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(try_from = "u16")]
pub(super) struct Status<const LEAST: u16>(pub(super) StatusCode);

impl<const LEAST: u16> TryFrom<u16> for Status<LEAST> {
    type Error = String;

    fn try_from(code: u16) -> Result<Self, String> {
        let explain = || format!("{code} is not a status for it: give one from {LEAST} to 599");
        let within = (LEAST..=599).contains(&code).then_some(code).ok_or_else(explain)?;
        StatusCode::from_u16(within).map(Self).map_err(|_| explain())
    }
}

/// Text that can be sent in a header.
#[derive(Clone, Debug, Deserialize)]
#[serde(try_from = "String")]
pub(super) struct Header(pub(super) HeaderValue);

impl TryFrom<String> for Header {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        HeaderValue::try_from(&text)
            .map(Self)
            .map_err(|_| format!("{text:?} cannot be sent in a header: give plain text"))
    }
}
