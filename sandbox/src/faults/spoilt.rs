//! The handlers' own answer, and the request for it, with something wrong about them.

use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::extract::Request;
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE};
use axum::http::response::Parts;
use axum::http::uri::{PathAndQuery, Uri};
use axum::response::Response;
use http_body_util::BodyExt;
use serde_json::Value;

use super::fault::Header;
use super::script::{self, Step};
use crate::query;

/// The length of the whole is announced, and the connection is closed after that many bytes of it.
pub(super) async fn truncated(answer: Response, bytes: usize) -> Response {
    let (mut parts, mut body) = taken(answer).await;
    parts.headers.insert(CONTENT_LENGTH, body.len().into());
    body.truncate(bytes);
    Response::from_parts(parts, script::body([Step::Data(body), Step::Flush, Step::Break]))
}

/// A byte, a pause, a byte.
pub(super) async fn slow(answer: Response, pause: Duration) -> Response {
    let (parts, body) = taken(answer).await;
    let steps = body.into_iter().flat_map(move |byte| [Step::Data(Bytes::from(vec![byte])), Step::Pause(pause)]);
    Response::from_parts(parts, script::body(steps))
}

/// The same answer by another name.
pub(super) fn called(mut answer: Response, content_type: Header) -> Response {
    answer.headers_mut().insert(CONTENT_TYPE, content_type.0);
    answer
}

/// Asks for the page before the one that is asked for. Before the first there is none.
pub(super) fn a_page_back(mut request: Request) -> Request {
    let asked = request.uri().query().unwrap_or_default();
    let page: Option<u32> = query::value(Some(asked), "page").and_then(|page| page.parse().ok());
    if let Some(before) = page.and_then(|page| page.checked_sub(1)).filter(|before| *before > 0) {
        // The last one counts when a parameter is given twice.
        if let Ok(place) = PathAndQuery::try_from(format!("{}?{asked}&page={before}", request.uri().path())) {
            *request.uri_mut() = Uri::from(place);
        }
    }
    request
}

/// A total that is `by` more than before each time that the fault strikes, and the pages that go with it.
pub(super) async fn with_total(answer: Response, by: i64, nth: u64) -> Response {
    let (mut parts, body) = taken(answer).await;
    let changed = serde_json::from_slice(&body).ok().and_then(|list| other_total(list, by, nth));
    let body = changed.map_or(body, Bytes::from);
    parts.headers.insert(CONTENT_LENGTH, body.len().into());
    Response::from_parts(parts, Body::from(body))
}

/// `None` for what is not a list.
fn other_total(mut list: Value, by: i64, nth: u64) -> Option<Vec<u8>> {
    let pagination = list.get_mut("pagination")?;
    let per_page = pagination.get("per_page")?.as_u64()?;
    let change = by.saturating_mul(i64::try_from(nth).unwrap_or(i64::MAX));
    let total = pagination.get("total")?.as_u64()?.saturating_add_signed(change);
    *pagination.get_mut("total_pages")? = total.div_ceil(per_page.max(1)).into();
    *pagination.get_mut("total")? = total.into();
    serde_json::to_vec(&list).ok()
}

/// The head of an answer, without the length, which may be another one soon, and the whole body, which lies in memory.
async fn taken(answer: Response) -> (Parts, Bytes) {
    let (mut parts, body) = answer.into_parts();
    parts.headers.remove(CONTENT_LENGTH);
    (parts, body.collect().await.map(|body| body.to_bytes()).unwrap_or_default())
}
