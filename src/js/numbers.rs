//! The single calls of which `pkg-template/numbers.js` makes `client.numbers` and deletes that ask first.

use std::rc::Rc;

use js_sys::{Function, Promise};
use wasm_bindgen::prelude::*;

use super::ask::Ask;
use super::client::FetchClient;
use super::error::WavixError;
use super::options::{check_number_ids, number_id, number_list_params, trunk_id};
use super::{Returned, call, many, read, write};
use crate::api::numbers::{self, NumbersApi};
use crate::rules;

/// Judges where calls to phone numbers are to go, by the rules of Wavix's documents. Takes anything and never throws.
///
/// @param destinations the whole list of destinations of a number
/// @returns `ok`, the list as it is sent, and what is wrong with it, at `["destinations", index, name]`
/// @example
/// const { value } = validateDestinations([{ transport: 4, destination: "+1 (212) 123-4567" }]);
/// value; // [{ destination: "12121234567", priority: 1, transport: 4 }]
#[wasm_bindgen(js_name = validateDestinations, unchecked_return_type = "DestinationsReport")]
pub fn validate_destinations(#[wasm_bindgen(unchecked_param_type = "unknown")] destinations: &JsValue) -> Returned {
    let judged = rules::destinations(&read::any(destinations));
    Ok(write::object(&mut |json| {
        json.name("ok");
        json.switch(judged.is_ok());
        if let Ok(good) = &judged {
            json.name("value");
            json.open('[');
            good.iter().for_each(|destination| destination.write(json));
            json.close(']');
        }
        json.name("issues");
        write::issues(json, judged.as_ref().err().map_or(&[], Vec::as_slice));
    }))
}

/// The single calls.
#[wasm_bindgen(skip_typescript)]
pub struct NumberCalls {
    client: Rc<FetchClient>,
}

impl NumberCalls {
    pub(super) fn new(client: &Rc<FetchClient>) -> Self {
        Self { client: Rc::clone(client) }
    }

    fn call(&self, ask: Result<Ask, WavixError>, options: &JsValue) -> Returned<Promise> {
        Ok(call::start(&self.client, ask, options))
    }

    fn api(&self) -> NumbersApi {
        self.client.config.numbers_api
    }
}

#[wasm_bindgen]
impl NumberCalls {
    /// How long a call of the client may take.
    #[wasm_bindgen(getter, js_name = timeoutMs)]
    pub fn timeout_ms(&self) -> f64 {
        self.client.config.timeout_ms
    }

    /// One page of numbers.
    pub fn list(&self, params: &JsValue, options: &JsValue) -> Returned<Promise> {
        let ask = number_list_params(params).map(|params| Ask::Numbers(numbers::list(self.api(), &params), None));
        self.call(ask, options)
    }

    /// One number.
    pub fn get(&self, id: &JsValue, options: &JsValue) -> Returned<Promise> {
        self.call(number_id(id).map(|id| Ask::Numbers(numbers::get(self.api(), id), None)), options)
    }

    /// Ids of numbers, if they are some.
    pub fn ids(&self, ids: &JsValue) -> Result<JsValue, WavixError> {
        check_number_ids(ids).map(|()| ids.clone())
    }

    /// The number of a trunk, if it is one.
    #[wasm_bindgen(js_name = trunkId)]
    pub fn trunk_id(&self, id: &JsValue) -> Result<JsValue, WavixError> {
        trunk_id(id).map(|_| id.clone())
    }

    /// Destinations as they are sent, or what is wrong with them.
    pub fn judge(&self, destinations: &JsValue) -> Returned {
        validate_destinations(destinations)
    }

    /// Calls to numbers go elsewhere.
    pub fn change(&self, body: String, secret: Option<String>, options: &JsValue) -> Returned<Promise> {
        self.call(Ok(Ask::Numbers(numbers::change(self.api(), body), secret)), options)
    }

    /// One trunk.
    pub fn trunk(&self, id: &JsValue, options: &JsValue) -> Returned<Promise> {
        self.call(trunk_id(id).map(Ask::Get), options)
    }

    /// Removes a trunk, and asks nobody.
    pub fn remove(&self, id: &JsValue, options: &JsValue) -> Returned<Promise> {
        self.call(trunk_id(id).map(Ask::Remove), options)
    }

    /// Removes many trunks, but for those for which there is a refusal.
    #[wasm_bindgen(js_name = removeMany)]
    pub fn remove_many(&self, ids: &JsValue, options: &JsValue, refusal: &Function) -> Returned<Promise> {
        Ok(many::start(&self.client, ids, options, &|id| {
            let refused = refusal.call1(&JsValue::UNDEFINED, id).unwrap_or_default();
            if refused.is_undefined() { trunk_id(id).map(Ask::Remove) } else { Err(refused.unchecked_into()) }
        }))
    }
}
