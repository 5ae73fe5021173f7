//! Errors as JavaScript wants them: real `Error`s of the classes in `pkg-template/errors.js`.

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
    /// The error of the class that belongs to the code. `details` is what else is known, as JSON.
    #[wasm_bindgen(js_name = errorSaid)]
    fn error_said(message: &str, details: &str, cause: &JsValue) -> WavixError;
}

/// An error that says no more than its code and its message.
pub(super) fn wavix_error(code: ErrorCode, message: &str) -> WavixError {
    said(message, code, &JsValue::UNDEFINED, &|_| {})
}

/// A panic. What was sent before it is not known.
pub(super) fn own_bug() -> WavixError {
    let message = "wavix-trunks met a bug of its own. Please report it with what you called.";
    said(message, ErrorCode::Internal, &JsValue::UNDEFINED, &|json| {
        json.member_text("outcome", outcome(Outcome::Unknown));
    })
}

impl From<Error> for WavixError {
    fn from(error: Error) -> Self {
        with_cause(&error, &JsValue::UNDEFINED)
    }
}

/// An error with what brought it about: the reason that an `AbortSignal` gives.
pub(super) fn with_cause(error: &Error, abort_reason: &JsValue) -> WavixError {
    let none = JsValue::UNDEFINED;
    let cause = if error.reason == Reason::Aborted { abort_reason } else { &none };
    said(&error.sentences(), error.code(), cause, &|json| {
        json.name("attempts");
        json.number(f64::from(error.attempts));
        json.name("retryable");
        json.switch(error.retryable);
        if let Some(known) = error.outcome {
            json.member_text("outcome", outcome(known));
        }
        match &error.reason {
            Reason::Invalid(issues) => {
                json.name("issues");
                write::issues(json, issues);
            }
            Reason::Api(api) => {
                json.name("status");
                json.number(f64::from(api.status));
                json.name("headers");
                write::entries(json, &api.headers);
                if let Some(id) = &api.request_id {
                    json.member_text("requestId", id);
                }
                json.name("issues");
                write::issues(json, &server_issues(api));
            }
            Reason::Ambiguous { candidates } => {
                json.name("candidates");
                json.open('[');
                // Exact below 2^53, and so are the numbers of trunks.
                candidates.iter().for_each(|id| json.number(*id as f64));
                json.close(']');
            }
            Reason::Aborted | Reason::Misused(_) | Reason::Transport(_) | Reason::TimedOut { .. } => {}
        }
    })
}

fn said(message: &str, code: ErrorCode, cause: &JsValue, details: &dyn Fn(&mut JsonText)) -> WavixError {
    let mut json = JsonText::default();
    json.open('{');
    json.member_text("code", code.as_str());
    details(&mut json);
    json.close('}');
    error_said(message, &json.finish(), cause)
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
