//! The five calls.

use axum::extract::{FromRequestParts, Path, Request, State};
use axum::http::request::Parts;
use axum::http::{StatusCode, Uri};
use axum::response::Response;
use serde::Serialize;
use serde_json::Value;
use wavix_trunks::rules::{self, Input, Options, Step};
use wavix_trunks::trunk::TrunkConfig;

use crate::answer::{Refusal, json};
use crate::ip_auth::Conflict;
use crate::store::{Store, StoreError};
use crate::{body, query};

const PER_PAGE: u32 = 25;
const MOST_PER_PAGE: u32 = 100;

/// `GET /v1/trunks`
pub(crate) async fn list(State(store): State<Store>, uri: Uri) -> Result<Response, Refusal> {
    let page = counted(&uri, "page", 1, u32::MAX)?;
    let per_page = counted(&uri, "per_page", PER_PAGE, MOST_PER_PAGE)?;
    Ok(json(StatusCode::OK, &store.list(page, per_page).await?))
}

/// `POST /v1/trunks`
pub(crate) async fn create(State(store): State<Store>, request: Request) -> Result<Response, Refusal> {
    let config = judge(&body::read(request).await?)?;
    Ok(json(StatusCode::CREATED, &store.create(config).await?))
}

/// `GET /v1/trunks/{id}`
pub(crate) async fn get(State(store): State<Store>, Number(id): Number) -> Result<Response, Refusal> {
    let trunk = store.get(id).await?.ok_or(Refusal::NotFound)?;
    Ok(json(StatusCode::OK, &trunk))
}

/// `PUT /v1/trunks/{id}`: whether the trunk exists is asked before its new settings are judged.
pub(crate) async fn update(
    State(store): State<Store>,
    Number(id): Number,
    request: Request,
) -> Result<Response, Refusal> {
    let body = body::read(request).await?;
    store.get(id).await?.ok_or(Refusal::NotFound)?;
    let trunk = store.update(id, judge(&body)?).await?.ok_or(Refusal::NotFound)?;
    Ok(json(StatusCode::OK, &trunk))
}

/// `DELETE /v1/trunks/{id}`
pub(crate) async fn delete(State(store): State<Store>, Number(id): Number) -> Result<Response, Refusal> {
    #[derive(Serialize)]
    struct Deleted {
        success: bool,
    }
    if store.delete(id).await? { Ok(json(StatusCode::OK, &Deleted { success: true })) } else { Err(Refusal::NotFound) }
}

/// The number of a trunk in a path. What is not a number is no trunk's number: 404.
pub(crate) struct Number(i64);

impl<S: Send + Sync> FromRequestParts<S> for Number {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Refusal> {
        let text = Path::<String>::from_request_parts(parts, state).await.map_err(|_| Refusal::NotFound)?;
        text.parse().map(Self).map_err(|_| Refusal::NotFound)
    }
}

/// A counting parameter of the query: from 1 to `most`, or `default` when it is not given.
fn counted(uri: &Uri, name: &str, default: u32, most: u32) -> Result<u32, Refusal> {
    let Some(text) = query::value(uri.query(), name) else { return Ok(default) };
    match text.parse() {
        Ok(count) if (1..=most).contains(&count) => Ok(count),
        _ => Err(Refusal::invalid(name, &format!("must be a whole number from 1 to {most}"))),
    }
}

/// The settings in a body, if they break no rule. Advice is not an error: Wavix would accept what it is about.
fn judge(body: &Value) -> Result<TrunkConfig, Refusal> {
    let report = rules::validate(&Input::from(body), &Options::default());
    let errors = report.errors().map(|issue| (parameter(&issue.path), issue.message.clone())).collect();
    report.value.ok_or(Refusal::Invalid(errors))
}

/// The parameter in which an issue lies: Wavix names parameters, not the places inside them.
fn parameter(path: &[Step]) -> String {
    match path.first() {
        Some(Step::Key(name)) => name.to_string(),
        _ => "body".to_owned(),
    }
}

impl From<StoreError> for Refusal {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Conflict(Conflict::Pending) => {
                Self::invalid("host_request", "cannot be changed while it is under review")
            }
            StoreError::Conflict(Conflict::Taken) => Self::invalid("host_request", "another trunk has this address"),
            StoreError::Broken(cause) => Self::Broken(cause),
        }
    }
}
