//! The single calls of which `pkg-template/numbers.js` makes `client.numbers` and deletes that ask first.

use std::rc::Rc;

use js_sys::{Function, Promise};
use wasm_bindgen::prelude::*;

use super::call::{self, Failed, object};
use super::client::{FetchClient, get};
use super::error::WavixError;
use super::options::{check_number_ids, number_id, number_list_params, trunk_id};
use super::{many, read, write};
use crate::api::read::Numbers;
use crate::api::{self, Call, Deleted, numbers};
use crate::rules;

/// Judges where calls to phone numbers are to go, by the rules of Wavix's documents. Takes anything and never throws.
///
/// @param destinations the whole list of destinations of a number
/// @returns `ok`, the list as it is sent, and what is wrong with it, at `["destinations", index, name]`
/// @example
/// const { value } = validateDestinations([{ transport: 4, destination: "+1 (212) 123-4567" }]);
/// value; // [{ destination: "12121234567", priority: 1, transport: 4 }]
#[wasm_bindgen(js_name = validateDestinations, unchecked_return_type = "DestinationsReport")]
pub fn validate_destinations(#[wasm_bindgen(unchecked_param_type = "unknown")] destinations: &JsValue) -> JsValue {
    let judged = rules::destinations(&read::any(destinations));
    write::object(&mut |json| {
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
    })
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

    fn send(&self, call: Result<Call<Numbers>, WavixError>, secret: Option<String>, options: &JsValue) -> Promise {
        let client = Rc::clone(&self.client);
        call::start(options, move |options| {
            Box::pin(async move {
                let secrets: Vec<&str> = secret.as_deref().into_iter().collect();
                Ok(client.send(call?, &secrets, &options).await?.map(JsValue::from))
            })
        })
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
    pub fn list(&self, params: &JsValue, options: &JsValue) -> Promise {
        let call = number_list_params(params).map(|params| numbers::list(self.client.config.numbers_api, &params));
        self.send(call, None, options)
    }

    /// One number.
    pub fn get(&self, id: &JsValue, options: &JsValue) -> Promise {
        self.send(number_id(id).map(|id| numbers::get(self.client.config.numbers_api, id)), None, options)
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
    pub fn judge(&self, destinations: &JsValue) -> JsValue {
        validate_destinations(destinations)
    }

    /// Calls to numbers go elsewhere.
    pub fn change(&self, body: String, secret: Option<String>, options: &JsValue) -> Promise {
        self.send(Ok(numbers::change(self.client.config.numbers_api, body)), secret, options)
    }

    /// One trunk.
    pub fn trunk(&self, id: &JsValue, options: &JsValue) -> Promise {
        get(&self.client, id, options)
    }

    /// Removes a trunk, and asks nobody.
    pub fn remove(&self, id: &JsValue, options: &JsValue) -> Promise {
        call::start(options, self.removal(id, None))
    }

    /// Removes many trunks, but for those for which there is a refusal.
    #[wasm_bindgen(js_name = removeMany)]
    pub fn remove_many(&self, ids: &JsValue, options: &JsValue, refusal: &Function) -> Promise {
        many::start(ids, options, &|id| {
            let refused = refusal.call1(&JsValue::UNDEFINED, id).unwrap_or_default();
            self.removal(id, (!refused.is_undefined()).then(|| refused.unchecked_into()))
        })
    }
}

impl NumberCalls {
    fn removal(&self, id: &JsValue, refused: Option<WavixError>) -> many::Begin {
        let id = refused.map_or_else(|| trunk_id(id), Err);
        let client = Rc::clone(&self.client);
        Box::new(move |options| {
            Box::pin(async move {
                let answer = client.send(api::delete(id.map_err(Failed::from)?), &[], &options).await?;
                Ok(answer.map(|Deleted { success }| object(&[("success", success.into())]).into()))
            })
        })
    }
}
