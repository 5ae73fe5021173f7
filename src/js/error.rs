//! Errors as JavaScript wants them: real `Error`s of the classes in `pkg-template/errors.js`.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::prelude::*;

use super::write;
use crate::api::{ApiError, ErrorCode, FieldError};
use crate::client::{Error, Outcome, Reason};
use crate::json::JsonText;
use crate::rules::{Issue, IssueCode, Params, Step};

// `.js`, not `.mjs`: wasm-bindgen's test server has no MIME type for the latter, and browsers insist on one.
#[wasm_bindgen(module = "/pkg-template/errors.js")]
extern "C" {
    /// Any error of this package.
    #[derive(Clone)]
    #[wasm_bindgen(extends = js_sys::Error)]
    pub type WavixError;
    /// The error of the class that belongs to `details.code`.
    #[wasm_bindgen(js_name = errorOf)]
    fn error_of(message: &str, details: &Object) -> WavixError;
}

/// An error that says no more than its code and its message.
pub(super) fn wavix_error(code: ErrorCode, message: &str) -> WavixError {
    error_of(message, &details(code, &[]))
}

/// A panic. What was sent before it is not known.
pub(super) fn own_bug() -> WavixError {
    let message = "wavix-trunks met a bug of its own. Please report it with what you called.";
    error_of(message, &details(ErrorCode::Internal, &[("outcome", outcome(Outcome::Unknown).into())]))
}

impl From<Error> for WavixError {
    fn from(error: Error) -> Self {
        with_cause(&error, &JsValue::UNDEFINED)
    }
}

/// An error with what brought it about: the reason that an `AbortSignal` gives.
pub(super) fn with_cause(error: &Error, abort_reason: &JsValue) -> WavixError {
    let mut more = vec![
        ("attempts", error.attempts.into()),
        ("retryable", error.retryable.into()),
        ("outcome", error.outcome.map(outcome).into()),
    ];
    match &error.reason {
        Reason::Invalid(issues) => more.push(("issues", listed(issues))),
        Reason::Api(api) => {
            more.push(("status", api.status.into()));
            more.push(("headers", write::entries(&api.headers).into()));
            more.push(("requestId", api.request_id.as_deref().into()));
            more.push(("issues", listed(&server_issues(api))));
        }
        Reason::Aborted => more.push(("cause", abort_reason.clone())),
        Reason::Ambiguous { candidates } => {
            // Exact below 2^53, and so are the numbers of trunks.
            let candidates: Array = candidates.iter().map(|id| JsValue::from(*id as f64)).collect();
            more.push(("candidates", candidates.into()));
        }
        Reason::Misused(_) | Reason::Transport(_) | Reason::TimedOut { .. } => {}
    }
    error_of(&error.sentences(), &details(error.code(), &more))
}

fn listed(issues: &[Issue]) -> JsValue {
    let mut json = JsonText::default();
    write::issues(&mut json, issues);
    write::parsed(json)
}

fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::NotSent => "not_sent",
        Outcome::Refused => "refused",
        Outcome::Unknown => "unknown",
    }
}

/// The parameters that the server named, in the shape of the rules' issues, so that a form has one way to show both.
fn server_issues(error: &ApiError) -> Vec<Issue> {
    let issue = |field: &FieldError| Issue {
        path: vec![Step::Key(field.name.clone().into())],
        code: IssueCode::Rejected,
        severity: IssueCode::Rejected.severity(),
        message: field.message.clone(),
        params: Params::default(),
    };
    error.fields.iter().map(issue).collect()
}

fn details(code: ErrorCode, more: &[(&str, JsValue)]) -> Object {
    let details = Object::new();
    let code = ("code", JsValue::from(code.as_str()));
    for (name, value) in std::iter::once(&code).chain(more) {
        // Setting a property of a plain object cannot fail.
        let _ = Reflect::set(&details, &(*name).into(), value);
    }
    details
}
