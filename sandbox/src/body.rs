//! The body of a request: read whole before anything is answered, and for a write JSON by name and by content.

use axum::body::{Body, Bytes};
use axum::extract::Request;
use axum::http::HeaderMap;
use axum::http::header::CONTENT_TYPE;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http_body_util::BodyExt;
use serde_json::Value;

use crate::answer::Refusal;

/// Longest body that is kept: 1 MiB.
const LIMIT: usize = 1024 * 1024;
/// How much of a body that is too long is still swallowed.
const SWALLOWED: usize = 64 * LIMIT;

/// Marks a request whose body was too long to keep.
#[derive(Clone, Copy)]
struct TooLong;

/// Takes the body in before the request goes on its way.
///
/// A refusal that is sent while the client is still sending (a wrong key, a wrong type, a body too long) closes the
/// connection under it, and now and then the client sees a reset instead of the refusal.
pub(crate) async fn take_in(request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let bytes = match whole(body).await {
        Ok(Some(bytes)) => bytes,
        Ok(None) => {
            parts.extensions.insert(TooLong);
            Bytes::new()
        }
        Err(error) => return Refusal::Unparsable(format!("the body broke off: {error}")).into_response(),
    };
    next.run(Request::from_parts(parts, Body::from(bytes))).await
}

/// All of a body, or `None` when it is too long.
async fn whole(mut body: Body) -> Result<Option<Bytes>, axum::Error> {
    let mut kept = Vec::new();
    let mut length = 0_usize;
    while let Some(frame) = body.frame().await {
        let Ok(data) = frame?.into_data() else { continue };
        length = length.saturating_add(data.len());
        if length <= LIMIT {
            kept.extend_from_slice(&data);
        } else if length > SWALLOWED {
            break;
        }
    }
    Ok((length <= LIMIT).then(|| kept.into()))
}

/// Reads the body of a write as JSON.
pub(crate) async fn read(request: Request) -> Result<Value, Refusal> {
    if !is_json(request.headers()) {
        return Err(Refusal::WrongType);
    }
    if request.extensions().get::<TooLong>().is_some() {
        return Err(Refusal::TooLarge);
    }
    let unparsable = |error: &dyn std::fmt::Display| Refusal::Unparsable(format!("not JSON: {error}"));
    let bytes = request.into_body().collect().await.map_err(|error| unparsable(&error))?.to_bytes();
    serde_json::from_slice(&bytes).map_err(|error| unparsable(&error))
}

/// `application/json`, with or without parameters, or a type built on it such as `application/merge-patch+json`.
fn is_json(headers: &HeaderMap) -> bool {
    let Some(value) = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()) else {
        return false;
    };
    let essence = value.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    essence == "application/json" || (essence.starts_with("application/") && essence.ends_with("+json"))
}
