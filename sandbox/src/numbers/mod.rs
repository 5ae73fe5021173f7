//! Phone numbers and where their calls go: the calls of 2026 (`/v1/numbers`) and those before them (`/v1/mydids`).
//!
//! Both read the same rows and answer with the same fields. Nobody buys or returns numbers here; they are put in at the
//! start or by `POST /sandbox/numbers`.

mod change;
mod example;
mod rows;

use axum::extract::{Request, State};
use axum::http::{StatusCode, Uri};
use axum::response::Response;
use serde::Serialize;
use serde_json::{Value, json};

use self::change::Change;
pub use self::example::MOST_NUMBERS;
pub(crate) use self::example::plant;
use self::rows::Filter;
use crate::answer::{Refusal, json};
use crate::page::Place;
use crate::store::{Store, write};
use crate::trunks::Number;
use crate::{body, query};

/// `GET /v1/numbers`, `GET /v1/mydids`: by their ids, so that the newest is the last.
pub(crate) async fn list(State(store): State<Store>, uri: Uri) -> Result<Response, Refusal> {
    let place = Place::of(&uri)?;
    let given = |name| query::value(uri.query(), name).filter(|text| !text.is_empty());
    let filter = Filter { search: given("search"), label: given("label") };
    let (items, total) = store.run(move |connection| rows::page(&connection.transaction()?, &filter, place)).await?;
    let doc_types = json!([{ "id": 1, "name": "id", "title": "Any form of ID" }]);
    let list = json!({ "items": items, "doc_types": doc_types, "pagination": place.pagination(total) });
    Ok(json(StatusCode::OK, &list))
}

/// `GET /v1/numbers/{id}`, `GET /v1/mydids/{id}`
pub(crate) async fn get(State(store): State<Store>, Number(id): Number) -> Result<Response, Refusal> {
    let number = store.run(move |connection| rows::read(&connection.transaction()?, id)).await?;
    Ok(json(StatusCode::OK, &number.ok_or(Refusal::NotFound)?))
}

/// `PATCH /v1/numbers/{id}`: only what is given changes; a list of destinations takes the place of the one before.
pub(crate) async fn change(
    State(store): State<Store>,
    Number(id): Number,
    request: Request,
) -> Result<Response, Refusal> {
    let change = Change::read(&body::read(request).await?)?;
    let changed = store
        .run(move |connection| {
            write(connection, |tx| {
                if rows::read(tx, id)?.is_none() {
                    return Ok(None);
                }
                rows::change(tx, id, &change)?;
                rows::read(tx, id)
            })
        })
        .await?;
    Ok(json(StatusCode::OK, &changed.ok_or(Refusal::NotFound)?))
}

/// `PATCH /v1/numbers`: the same for the numbers in `ids`, all of them or, when one is not there, none.
pub(crate) async fn change_many(State(store): State<Store>, request: Request) -> Result<Response, Refusal> {
    let items = change_all(&store, &body::read(request).await?).await?;
    Ok(json(StatusCode::OK, &json!({ "items": items })))
}

/// `POST /v1/mydids/update-destinations`: the older way to do it.
pub(crate) async fn update_destinations(State(store): State<Store>, request: Request) -> Result<Response, Refusal> {
    #[derive(Serialize)]
    struct Updated {
        success: bool,
    }
    let body = body::read(request).await?;
    if body.get("destinations").is_none_or(Value::is_null) {
        return Err(Refusal::invalid("destinations", "is missing"));
    }
    change_all(&store, &body).await?;
    Ok(json(StatusCode::OK, &Updated { success: true }))
}

async fn change_all(store: &Store, body: &Value) -> Result<Vec<Value>, Refusal> {
    let ids = change::ids(body)?;
    let change = Change::read(body)?;
    let changed = store.run(move |connection| {
        write(connection, |tx| {
            for id in &ids {
                rows::exists(tx, *id)?;
                rows::change(tx, *id, &change)?;
            }
            ids.iter().filter_map(|id| rows::read(tx, *id).transpose()).collect()
        })
    });
    Ok(changed.await?)
}

/// `POST /sandbox/numbers`: `[{ "number": "12125550100", "label": "Sales", "destinations": [] }]`, all of them or none.
pub(crate) async fn buy(store: &Store, list: &Value) -> Result<Value, Refusal> {
    let bought = list.as_array().ok_or_else(|| Refusal::invalid("body", "must be a list"))?;
    let bought: Vec<_> = bought.iter().map(change::bought).collect::<Result<_, _>>()?;
    let items = store.run(move |connection| {
        write(connection, |tx| {
            let ids: Vec<i64> = bought.iter().map(|number| rows::insert(tx, number)).collect::<Result<_, _>>()?;
            ids.iter().filter_map(|id| rows::read(tx, *id).transpose()).collect::<Result<Vec<_>, _>>()
        })
    });
    Ok(json!({ "items": items.await? }))
}
