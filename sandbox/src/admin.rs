//! What only a sandbox has, under `/sandbox`: faults on request, and how things stand, for tests to assert.

use axum::Router;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{get, post};
use serde::Serialize;

use crate::answer::{Refusal, json};
use crate::body;
use crate::faults::Faults;
use crate::numbers;
use crate::store::Store;

/// What its handlers need.
#[derive(Clone)]
pub(crate) struct Admin {
    pub(crate) faults: Faults,
    pub(crate) store: Store,
}

pub(crate) fn router(admin: Admin) -> Router {
    Router::new()
        .route("/faults", get(faults).put(order_faults).delete(end_faults))
        .route("/requests", get(requests).delete(forget_requests))
        .route("/late", post(catch_up))
        .route("/trunks/count", get(count))
        .route("/numbers", post(add_numbers))
        .route("/reset", post(reset))
        .with_state(admin)
}

/// `GET /sandbox/faults`
async fn faults(State(admin): State<Admin>) -> Response {
    json(StatusCode::OK, &admin.faults.report())
}

/// `PUT /sandbox/faults`
async fn order_faults(State(admin): State<Admin>, request: Request) -> Result<Response, Refusal> {
    let rules = body::read(request).await?;
    admin.faults.replace(rules).map_err(|reason| Refusal::invalid("faults", &reason))?;
    Ok(json(StatusCode::OK, &admin.faults.report()))
}

/// `DELETE /sandbox/faults`
async fn end_faults(State(admin): State<Admin>) -> Response {
    admin.faults.clear();
    done()
}

/// `GET /sandbox/requests`
async fn requests(State(admin): State<Admin>) -> Response {
    admin.faults.journal.settled().await;
    json(StatusCode::OK, &admin.faults.journal.rows())
}

/// `DELETE /sandbox/requests`
async fn forget_requests(State(admin): State<Admin>) -> Response {
    admin.faults.journal.settled().await;
    admin.faults.journal.clear();
    done()
}

/// `POST /sandbox/late`: carries out what rules with `"processed": "late"` have put off.
async fn catch_up(State(admin): State<Admin>) -> Response {
    #[derive(Serialize)]
    struct CaughtUp {
        processed: usize,
    }
    json(StatusCode::OK, &CaughtUp { processed: admin.faults.journal.catch_up().await })
}

/// `GET /sandbox/trunks/count`
async fn count(State(admin): State<Admin>) -> Result<Response, Refusal> {
    #[derive(Serialize)]
    struct Count {
        count: u32,
    }
    admin.faults.journal.settled().await;
    Ok(json(StatusCode::OK, &Count { count: admin.store.count().await? }))
}

/// `POST /sandbox/numbers`: the numbers of a list, as if they had been bought.
async fn add_numbers(State(admin): State<Admin>, request: Request) -> Result<Response, Refusal> {
    let numbers = body::read(request).await?;
    Ok(json(StatusCode::CREATED, &numbers::buy(&admin.store, &numbers).await?))
}

/// `POST /sandbox/reset`: everything as it was when the sandbox started with an empty database.
async fn reset(State(admin): State<Admin>) -> Result<Response, Refusal> {
    admin.faults.journal.settled().await;
    admin.store.reset().await?;
    admin.faults.reset();
    Ok(done())
}

fn done() -> Response {
    #[derive(Serialize)]
    struct Done {
        success: bool,
    }
    json(StatusCode::OK, &Done { success: true })
}
