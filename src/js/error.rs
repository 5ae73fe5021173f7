//! Errors as JavaScript wants them: one class, a real `Error`, defined in `pkg-template/errors.js`.

use js_sys::{Object, Reflect};
use wasm_bindgen::prelude::*;

use super::write;
use crate::api::{ApiError, ErrorCode, FieldError};
use crate::client::Error;
use crate::rules::{Issue, IssueCode, Params, Step};

// `.js`, not `.mjs`: wasm-bindgen's test server has no MIME type for the latter, and browsers insist on one.
#[wasm_bindgen(module = "/pkg-template/errors.js")]
extern "C" {
    #[wasm_bindgen(extends = js_sys::Error)]
    pub type WavixError;
    #[wasm_bindgen(constructor)]
    fn new(message: &str, details: &Object) -> WavixError;
}

/// An error that says no more than its code and its message.
pub(super) fn wavix_error(code: ErrorCode, message: &str) -> WavixError {
    WavixError::new(message, &details(code, &[]))
}

impl From<Error> for WavixError {
    fn from(error: Error) -> Self {
        let mut more = Vec::new();
        match &error {
            Error::Invalid(issues) => more.push(("issues", write::plain(issues).unwrap_or_default())),
            Error::Api(api) => {
                more.push(("status", api.status.into()));
                more.push(("requestId", api.request_id.as_deref().into()));
                more.push(("issues", write::plain(&server_issues(api)).unwrap_or_default()));
            }
            Error::Network(_) => {}
        }
        WavixError::new(&error.to_string(), &details(error.code(), &more))
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
    let all = std::iter::once(("code", code.as_str().into())).chain(more.iter().cloned());
    for (name, value) in all {
        // Setting a property of a plain object cannot fail.
        let _ = Reflect::set(&details, &name.into(), &value);
    }
    details
}
