//! The calls on trunks.

use axum::extract::{FromRequestParts, Path, Request, State};
use axum::http::request::Parts;
use axum::http::{StatusCode, Uri};
use axum::response::Response;
use serde::Serialize;
use serde_json::Value;
use wavix_trunks::rules::{self, Input, Options, Step};
use wavix_trunks::trunk::TrunkConfig;

use crate::answer::{Refusal, json};
use crate::body;
use crate::ip_auth::Conflict;
use crate::page::Place;
use crate::store::{Store, StoreError};

/// `GET /v1/trunks`
pub(crate) async fn list(State(store): State<Store>, uri: Uri) -> Result<Response, Refusal> {
    Ok(json(StatusCode::OK, &store.list(Place::of(&uri)?).await?))
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

/// The number of a trunk or of a phone number in a path. What is no number is nobody's: 404.
pub(crate) struct Number(pub(crate) i64);

impl<S: Send + Sync> FromRequestParts<S> for Number {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Refusal> {
        let text = Path::<String>::from_request_parts(parts, state).await.map_err(|_| Refusal::NotFound)?;
        text.parse().map(Self).map_err(|_| Refusal::NotFound)
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
            StoreError::Invalid(parameter, reason) => Self::invalid(parameter, &reason),
            StoreError::Broken(cause) => Self::Broken(cause),
        }
    }
}
