//! The body of a write: JSON, by name and by content, and not too long.

use axum::body::Body;
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, Request};
use http_body_util::BodyExt;
use serde_json::Value;

use crate::answer::Refusal;

/// Longest body that is read: 1 MiB.
pub(crate) const LIMIT: usize = 1024 * 1024;
/// How much of a body that is too long is still swallowed. Answering at once would reset the connection under a client
/// that is still sending, and many clients then report a broken pipe instead of the 413.
const SWALLOWED: usize = 64 * LIMIT;

/// Reads the body of a request as JSON.
pub(crate) async fn read(request: Request<Body>) -> Result<Value, Refusal> {
    if !is_json(request.headers()) {
        return Err(Refusal::WrongType);
    }
    let bytes = bytes(request.into_body()).await?;
    serde_json::from_slice(&bytes).map_err(|error| Refusal::Unparsable(format!("not JSON: {error}")))
}

async fn bytes(mut body: Body) -> Result<Vec<u8>, Refusal> {
    let mut kept = Vec::new();
    let mut length = 0_usize;
    while let Some(frame) = body.frame().await {
        let frame = frame.map_err(|error| Refusal::Unparsable(format!("the body broke off: {error}")))?;
        let Ok(data) = frame.into_data() else { continue };
        length = length.saturating_add(data.len());
        if length <= LIMIT {
            kept.extend_from_slice(&data);
        } else if length > SWALLOWED {
            break;
        }
    }
    if length > LIMIT { Err(Refusal::TooLarge) } else { Ok(kept) }
}

/// `application/json`, with or without parameters, or a type built on it such as `application/merge-patch+json`.
fn is_json(headers: &HeaderMap) -> bool {
    let Some(value) = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()) else {
        return false;
    };
    let essence = value.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    essence == "application/json" || (essence.starts_with("application/") && essence.ends_with("+json"))
}
