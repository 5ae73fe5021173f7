//! Answers that stand in the place of the one that the handlers would give.

use std::iter;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use argon2::password_hash::rand_core::{OsRng, RngCore};
use axum::body::{Body, Bytes};
use axum::extract::Request;
use axum::http::header::{AUTHORIZATION, CONTENT_TYPE, HeaderName, HeaderValue, LOCATION, RETRY_AFTER};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use http_body_util::BodyExt;
use serde_json::{Value, json};

use super::fault::{Header, Status, Wait};
use super::script::{self, Step};
use crate::answer;

const JSON: [(HeaderName, &str); 1] = [(CONTENT_TYPE, "application/json; charset=utf-8")];
/// How much of a huge body is made at a time.
const CHUNK: &[u8] = &[b'a'; 64 * 1024];
const GARBAGE: usize = 256;

/// An error as Wavix words it.
fn refusal(status: StatusCode, message: &str) -> Response {
    answer::json(status, &json!({ "success": false, "message": message }))
}

/// An error answer, which may say when to come back.
pub(super) fn status(status: StatusCode, wait: Option<Wait>) -> Response {
    let mut response = refusal(status, status.canonical_reason().unwrap_or("Failed"));
    if let Some((name, value)) = wait.and_then(|wait| header(wait, SystemTime::now())) {
        response.headers_mut().insert(name, value);
    }
    response
}

/// `None` for a time that no clock shows.
fn header(wait: Wait, now: SystemTime) -> Option<(HeaderName, HeaderValue)> {
    let later = |seconds| now.checked_add(Duration::from_secs(seconds));
    Some(match wait {
        Wait::RetryAfter(seconds) => (RETRY_AFTER, seconds.into()),
        Wait::RetryAfterMs(ms) => (HeaderName::from_static("retry-after-ms"), ms.into()),
        Wait::RetryAfterDate(seconds) => {
            (RETRY_AFTER, HeaderValue::try_from(httpdate::fmt_http_date(later(seconds)?)).ok()?)
        }
        Wait::XRatelimitReset(seconds) => {
            let reset = later(seconds)?.duration_since(UNIX_EPOCH).ok()?.as_secs();
            (HeaderName::from_static("x-ratelimit-reset"), reset.into())
        }
    })
}

/// No answer at all: the connection is closed.
pub(super) fn nothing() -> Response {
    Response::new(script::body([Step::Break]))
}

/// Random bytes. The first of them cannot begin a text in UTF-8, so that they are never JSON by chance.
pub(super) fn garbage() -> Response {
    let mut bytes = vec![0xFF; GARBAGE];
    if let Some((_, rest)) = bytes.split_first_mut() {
        OsRng.fill_bytes(rest);
    }
    (JSON, bytes).into_response()
}

/// What a gateway says in front of a server.
pub(super) fn page(status: StatusCode) -> Response {
    let page = format!("<html><head><title>{status}</title></head><body><h1>{status}</h1><hr>gateway</body></html>\n");
    (status, [(CONTENT_TYPE, "text/html")], page).into_response()
}

/// A JSON string of that many letters, made while it is sent.
pub(super) fn huge(bytes: u64) -> Response {
    let chunks = bytes.checked_div(CHUNK.len() as u64).unwrap_or_default();
    let rest = bytes.checked_rem(CHUNK.len() as u64).and_then(|rest| CHUNK.get(..rest as usize)).unwrap_or_default();
    let whole = (0..chunks).map(|_| CHUNK);
    let all = iter::once(&b"\""[..]).chain(whole).chain([rest, b"\""]);
    (JSON, script::body(all.map(|part| Step::Data(Bytes::from_static(part))))).into_response()
}

/// The way to another address.
pub(super) fn redirect(to: Header, status: Option<Status<300>>) -> Response {
    (status.map_or(StatusCode::FOUND, |status| status.0), [(LOCATION, to.0)]).into_response()
}

/// An error that repeats all it was sent, as careless servers do; and the request, whole again.
pub(super) async fn repeating(request: Request, status: StatusCode) -> (Response, Request) {
    let (parts, body) = request.into_parts();
    // It was taken in before, so that it cannot break off now.
    let bytes = body.collect().await.map(|body| body.to_bytes()).unwrap_or_default();
    let text = String::from_utf8_lossy(&bytes);
    let authorization = shown(&parts.headers);
    let message = format!("Cannot process {} {} {authorization} {text}", parts.method, parts.uri);
    let fields = match serde_json::from_slice(&bytes) {
        Ok(Value::Object(fields)) => fields.into_iter().map(|(name, value)| (name, said(&value))).collect(),
        _ => serde_json::Map::new(),
    };
    let answer = answer::json(status, &json!({ "success": false, "message": message, "errors": fields }));
    (answer, Request::from_parts(parts, Body::from(bytes)))
}

fn shown(headers: &HeaderMap) -> String {
    headers.get(AUTHORIZATION).map(|value| String::from_utf8_lossy(value.as_bytes()).into_owned()).unwrap_or_default()
}

fn said(value: &Value) -> Value {
    format!("cannot be {}", value.as_str().map_or_else(|| value.to_string(), str::to_owned)).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_way_of_saying_when_to_come_back_has_its_header() {
        let now = UNIX_EPOCH + Duration::from_secs(784_111_775);
        let said = |wait| header(wait, now).map(|(name, value)| format!("{name}: {}", value.to_str().unwrap()));
        assert_eq!(said(Wait::RetryAfter(2)).unwrap(), "retry-after: 2");
        assert_eq!(said(Wait::RetryAfterDate(2)).unwrap(), "retry-after: Sun, 06 Nov 1994 08:49:37 GMT");
        assert_eq!(said(Wait::RetryAfterMs(20)).unwrap(), "retry-after-ms: 20");
        assert_eq!(said(Wait::XRatelimitReset(2)).unwrap(), "x-ratelimit-reset: 784111777");
        assert_eq!(said(Wait::XRatelimitReset(u64::MAX)), None);
    }
}
