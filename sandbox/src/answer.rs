//! Every answer that is not a success, with the status and the body that Wavix documents for it.

use axum::http::header::{HeaderValue, RETRY_AFTER};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::{Serialize, Serializer};

/// Why a request is not done.
#[derive(Debug)]
pub(crate) enum Refusal {
    /// 400: the body is not JSON; the parser's own words, which quote nothing of the body.
    Unparsable(String),
    /// 401: no key, or one that nobody knows.
    Unauthorized,
    /// 403: the key's account has no trunks.
    NotProvisioned,
    /// 404: no such trunk, or no such path.
    NotFound,
    /// 405: the path exists, the method does not.
    MethodNotAllowed,
    /// 413: the body is longer than 1 MiB.
    TooLarge,
    /// 415: the body does not call itself JSON.
    WrongType,
    /// 422: parameters that break a rule, and each one's reason. The first one is named in the message.
    Invalid(Vec<(String, String)>),
    /// 429: too fast; seconds until the next request will be let in.
    TooMany(u64),
    /// 500: the sandbox itself failed. The cause goes to the console, never to the caller.
    Broken(String),
}

impl Refusal {
    /// A single parameter that breaks a rule.
    pub(crate) fn invalid(parameter: &str, reason: &str) -> Self {
        Self::Invalid(vec![(parameter.to_owned(), reason.to_owned())])
    }
}

#[derive(Serialize)]
struct Body {
    success: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<bool>,
    message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    errors: Option<Reasons>,
}

/// Parameters and what is wrong with them, as an object, in the order of the fields.
struct Reasons(Vec<(String, String)>);

impl Serialize for Reasons {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, reason)| (name, reason)))
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let retry_after = match &self {
            Self::TooMany(seconds) => Some(HeaderValue::from(*seconds)),
            _ => None,
        };
        let error = matches!(self, Self::Unauthorized).then_some(true);
        let (status, message, errors) = match self {
            Self::Unparsable(reason) => naming(StatusCode::BAD_REQUEST, vec![("body".to_owned(), reason)]),
            Self::Invalid(errors) => naming(StatusCode::UNPROCESSABLE_ENTITY, errors),
            Self::Unauthorized => saying(StatusCode::UNAUTHORIZED, "Unauthorized"),
            Self::NotProvisioned => saying(StatusCode::FORBIDDEN, "The service is not provisioned for your account."),
            Self::NotFound => saying(StatusCode::NOT_FOUND, "Record not found"),
            Self::MethodNotAllowed => saying(StatusCode::METHOD_NOT_ALLOWED, "Method not allowed"),
            Self::TooLarge => saying(StatusCode::PAYLOAD_TOO_LARGE, "Request body is larger than 1 MiB"),
            Self::WrongType => saying(StatusCode::UNSUPPORTED_MEDIA_TYPE, "Content-Type must be application/json"),
            Self::TooMany(_) => saying(StatusCode::TOO_MANY_REQUESTS, "Too many requests"),
            Self::Broken(cause) => {
                eprintln!("the sandbox failed: {cause}");
                saying(StatusCode::INTERNAL_SERVER_ERROR, "Internal server error")
            }
        };
        let mut response = json(status, &Body { success: false, error, message, errors });
        if let Some(seconds) = retry_after {
            response.headers_mut().insert(RETRY_AFTER, seconds);
        }
        response
    }
}

/// Status, message and field errors of an answer.
type Parts = (StatusCode, String, Option<Reasons>);

fn saying(status: StatusCode, message: &str) -> Parts {
    (status, message.to_owned(), None)
}

/// The documented sentence with the first parameter's name, and each parameter's first reason beside it.
fn naming(status: StatusCode, mut errors: Vec<(String, String)>) -> Parts {
    errors.dedup_by(|later, earlier| later.0 == earlier.0);
    let first = errors.first().map(|(name, _)| name.as_str()).unwrap_or_default();
    (status, format!("Missing or invalid parameter {first}"), Some(Reasons(errors)))
}

/// A JSON answer.
pub(crate) fn json(status: StatusCode, body: &impl Serialize) -> Response {
    match serde_json::to_vec(body) {
        Ok(bytes) => (status, [(header::CONTENT_TYPE, "application/json; charset=utf-8")], bytes).into_response(),
        Err(cause) => {
            eprintln!("the sandbox failed: {cause}");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}
