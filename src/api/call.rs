//! The five calls on trunks: the request of each, and how its answer is read.

use serde::{Deserialize, Serialize};

use super::read::{self, Body, Page, Trunk};
use super::{ApiError, Method, Request, Response};
use crate::engine::number_text;
use crate::json::JsonText;
use crate::trunk::TrunkConfig;

const TRUNKS: &str = "/v1/trunks";

/// A request together with the way its answer is read.
#[derive(Clone, Debug)]
pub struct Call<T> {
    /// What is asked.
    pub request: Request,
    pub(super) read: fn(&Body) -> Option<T>,
    pub(super) if_gone: Option<fn() -> T>,
}

impl<T> Call<T> {
    /// Reads the answer.
    ///
    /// # Errors
    ///
    /// What the status says, or [`ErrorCode::Decode`](super::ErrorCode::Decode) when a successful answer holds
    /// something else than was asked for.
    pub fn read(&self, response: &Response) -> Result<T, ApiError> {
        if !response.is_success() {
            return Err(ApiError::from_response(response, &self.request));
        }
        self.decode(response).ok_or_else(|| ApiError::undecodable(response))
    }
}

impl<T> Call<T> {
    /// What a successful answer holds, if it is what was asked for.
    pub(crate) fn decode(&self, response: &Response) -> Option<T> {
        (self.read)(&response.body)
    }

    /// What the call gives when an earlier attempt of it already did away with what it is about.
    pub(crate) fn if_gone(&self) -> Option<T> {
        self.if_gone.map(|answer| answer())
    }
}

/// Which page of the list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(target_arch = "wasm32", derive(serde::Deserialize, tsify::Tsify))]
pub struct ListParams {
    /// Number of the page, from 1. Default 1.
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "number"))]
    pub page: Option<u32>,
    /// Trunks per page, 1 to 100. Default 25.
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "number"))]
    pub per_page: Option<u32>,
}

impl ListParams {
    /// More trunks than this do not fit on a page.
    pub const MOST_PER_PAGE: u32 = 100;
}

/// What a delete answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Deleted {
    /// Always true: a refusal is an error.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "true"))]
    pub success: bool,
}

/// One page of trunks: `GET /v1/trunks`.
pub fn list(params: &ListParams) -> Call<Page> {
    Call {
        request: Request { query: page(params.page, params.per_page), ..get_request(TRUNKS.into()) },
        read: read::page,
        if_gone: None,
    }
}

/// The query that asks for a page.
pub(super) fn page(page: Option<u32>, per_page: Option<u32>) -> Vec<(&'static str, String)> {
    let mut query = Vec::new();
    for (name, number) in [("page", page), ("per_page", per_page)] {
        if let Some(number) = number {
            query.push((name, number_text(f64::from(number))));
        }
    }
    query
}

/// A trunk: `GET /v1/trunks/{id}`.
pub fn get(id: u64) -> Call<Trunk> {
    Call { request: get_request(path(id)), read: read::trunk, if_gone: None }
}

/// A new trunk: `POST /v1/trunks`.
pub fn create(config: &TrunkConfig) -> Call<Trunk> {
    let request = Request { method: Method::Post, path: TRUNKS.into(), query: Vec::new(), body: Some(body(config)) };
    Call { request, read: read::trunk, if_gone: None }
}

/// Every setting of a trunk replaced: `PUT /v1/trunks/{id}`. What the config leaves out goes back to its default.
pub fn update(id: u64, config: &TrunkConfig) -> Call<Trunk> {
    let request = Request { method: Method::Put, path: path(id), query: Vec::new(), body: Some(body(config)) };
    Call { request, read: read::trunk, if_gone: None }
}

/// A trunk removed for good: `DELETE /v1/trunks/{id}`. Its calls stop routing.
pub fn delete(id: u64) -> Call<Deleted> {
    Call {
        request: Request { method: Method::Delete, path: path(id), query: Vec::new(), body: None },
        read: deleted,
        if_gone: Some(|| Deleted { success: true }),
    }
}

fn path(id: u64) -> String {
    below(TRUNKS, id)
}

/// The path of one of many. Ids are exact: they are below 2^53.
pub(super) fn below(path: &str, id: u64) -> String {
    [path, "/", &number_text(id as f64)].concat()
}

pub(super) fn get_request(path: String) -> Request {
    Request { method: Method::Get, path, query: Vec::new(), body: None }
}

fn body(config: &TrunkConfig) -> String {
    let mut json = JsonText::default();
    config.write(&mut json);
    json.finish()
}

/// Any successful answer to a delete means that the trunk is gone, unless it says otherwise.
fn deleted(body: &Body) -> Option<Deleted> {
    if read::says_no(body)? { None } else { Some(Deleted { success: true }) }
}
