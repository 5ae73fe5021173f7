//! What every answer carries: leave for pages of any origin to read it (CORS), and an `x-request-id`.

use axum::extract::Request;
use axum::http::header::{
    ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS, ACCESS_CONTROL_ALLOW_ORIGIN,
    ACCESS_CONTROL_EXPOSE_HEADERS, ACCESS_CONTROL_MAX_AGE,
};
use axum::http::{HeaderValue, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::token;

const REQUEST_ID: &str = "x-request-id";

/// Answers preflights itself, hands everything else on, and signs what comes back.
///
/// Any origin may read: this is a sandbox on the caller's own machine, its key is printed in its help, and a demo page
/// comes from a port that nobody can name beforehand.
pub(crate) async fn on_every_answer(request: Request, next: Next) -> Response {
    let mut response = if request.method() == Method::OPTIONS { preflight() } else { next.run(request).await };
    let headers = response.headers_mut();
    headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    headers.insert(
        ACCESS_CONTROL_EXPOSE_HEADERS,
        HeaderValue::from_static("retry-after, x-request-id, retry-after-ms, x-ratelimit-reset"),
    );
    if let Ok(id) = HeaderValue::from_str(&token::random()) {
        headers.insert(REQUEST_ID, id);
    }
    response
}

fn preflight() -> Response {
    let headers = [
        (ACCESS_CONTROL_ALLOW_METHODS, "GET, POST, PUT, PATCH, DELETE"),
        (ACCESS_CONTROL_ALLOW_HEADERS, "content-type, authorization"),
        (ACCESS_CONTROL_MAX_AGE, "600"),
    ];
    (StatusCode::NO_CONTENT, headers).into_response()
}
