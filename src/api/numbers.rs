//! The calls on phone numbers, in the two generations that Wavix has of them, and how their answers are read.

use super::call::{Call, below, get_request, page};
use super::read::{self, NumberPage, PhoneNumber, Routed};
use super::{Method, Request};
#[cfg(not(target_arch = "wasm32"))]
use crate::json::JsonText;
#[cfg(not(target_arch = "wasm32"))]
use crate::trunk::Destination;

/// Which of Wavix's calls on numbers are used. Both are about the same numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NumbersApi {
    /// `/v1/numbers`, of the documents of 2026.
    #[default]
    Numbers,
    /// `/v1/mydids`, of the documents before them.
    Mydids,
}

pub(super) const NUMBERS: &str = "/v1/numbers";
pub(super) const MYDIDS: &str = "/v1/mydids";
pub(super) const UPDATE_DESTINATIONS: &str = "/v1/mydids/update-destinations";

impl NumbersApi {
    fn path(self) -> &'static str {
        match self {
            Self::Numbers => NUMBERS,
            Self::Mydids => MYDIDS,
        }
    }
}

/// Which numbers, and which page of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(target_arch = "wasm32", derive(serde::Deserialize, tsify::Tsify))]
pub struct NumberListParams {
    /// Number of the page, from 1. Default 1.
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "number"))]
    pub page: Option<u32>,
    /// Numbers per page, 1 to 100. Default 25.
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "number"))]
    pub per_page: Option<u32>,
    /// Only numbers that hold these digits.
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "string"))]
    pub search: Option<String>,
    /// Only numbers with this label.
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "string"))]
    pub label: Option<String>,
}

/// What changes about the numbers of a list.
#[cfg(not(target_arch = "wasm32"))]
#[derive(Clone, Debug, PartialEq)]
pub struct Routing<'a> {
    /// The numbers, by their ids.
    pub ids: &'a [u64],
    /// Where their calls go from now on: the whole list.
    pub destinations: &'a [Destination],
    /// Where inbound messages are sent. The documents of the older call say that it must be there, and it sets the same
    /// one for all numbers; left out, nothing is sent about it.
    pub sms_relay_url: Option<&'a str>,
}

/// One page of numbers: `GET /v1/numbers`.
pub fn list(api: NumbersApi, params: &NumberListParams) -> Call<NumberPage> {
    let mut query = Vec::new();
    for (name, text) in [("search", &params.search), ("label", &params.label)] {
        if let Some(text) = text {
            query.push((name, text.clone()));
        }
    }
    query.append(&mut page(params.page, params.per_page));
    let request = Request { query, ..get_request(api.path().to_owned()) };
    Call { request, read: read::number_page, if_gone: None }
}

/// A number: `GET /v1/numbers/{id}`.
pub fn get(api: NumbersApi, id: u64) -> Call<PhoneNumber> {
    Call { request: get_request(below(api.path(), id)), read: read::number, if_gone: None }
}

/// Calls to numbers go elsewhere: `PATCH /v1/numbers`, or `POST /v1/mydids/update-destinations`. The list takes the place
/// of the one before it, so that doing it twice does no more than doing it once, also by POST.
#[cfg(not(target_arch = "wasm32"))]
pub fn route(api: NumbersApi, routing: &Routing<'_>) -> Call<Routed> {
    change(api, body(routing))
}

/// The same with a body that is written already.
pub(crate) fn change(api: NumbersApi, body: String) -> Call<Routed> {
    let (method, path) = match api {
        NumbersApi::Numbers => (Method::Patch, NUMBERS),
        NumbersApi::Mydids => (Method::Post, UPDATE_DESTINATIONS),
    };
    let request = Request { method, path: path.to_owned(), query: Vec::new(), body: Some(body) };
    Call { request, read: read::routed, if_gone: None }
}

#[cfg(not(target_arch = "wasm32"))]
fn body(routing: &Routing<'_>) -> String {
    let mut json = JsonText::default();
    json.open('{');
    json.name("ids");
    json.open('[');
    // Exact below 2^53, and so are the ids of numbers.
    routing.ids.iter().for_each(|id| json.number(*id as f64));
    json.close(']');
    json.name("destinations");
    json.open('[');
    routing.destinations.iter().for_each(|destination| destination.write(&mut json));
    json.close(']');
    if let Some(url) = routing.sms_relay_url {
        json.member_text("sms_relay_url", url);
    }
    json.close('}');
    json.finish()
}
