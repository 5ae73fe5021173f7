//! A call as JavaScript sees it: a promise of the data that can also give the answer around it.

use std::rc::Rc;

use js_sys::{Object, Promise, Reflect};
use wasm_bindgen::prelude::*;

use super::ask::Ask;
use super::client::FetchClient;
use super::error::{WavixError, with_cause};
use super::{guard, options, write};
use crate::client::wait::{self, AbortSignal};
use crate::client::{Answer, Error};

#[wasm_bindgen(module = "/pkg-template/answer.js")]
extern "C" {
    /// A promise of `{ data, response }` as a promise of the data, with `withResponse()`.
    #[wasm_bindgen(js_name = dataOf)]
    fn data_of(answer: &Promise) -> Promise;
}

/// Starts a call.
pub(super) fn start(client: &Rc<FetchClient>, ask: Result<Ask, WavixError>, call_options: &JsValue) -> Promise {
    let client = Rc::clone(client);
    let options = options::call(call_options);
    data_of(&guard::promise(Box::pin(async move {
        let (options, signal) = options?;
        let answer = ask?.answer(&client, &options).await;
        let Answer { data, status, headers } = answer.map_err(|error| told(&error, signal.as_ref()))?;
        #[cfg(feature = "planted-panic")]
        guard::planted::step_on_it();
        let request_id = headers.iter().find(|(name, _)| name == "x-request-id").map(|(_, value)| value.as_str());
        let response = write::object(&mut |json| {
            json.name("status");
            json.number(f64::from(status));
            json.name("headers");
            write::entries(json, &headers);
            if let Some(id) = request_id {
                json.member_text("requestId", id);
            }
        });
        Ok(object(&[("data", data), ("response", response)]).into())
    })))
}

/// The error as JavaScript sees it; the cause of an abort is the reason that the signal gives.
pub(super) fn told(error: &Error, signal: Option<&AbortSignal>) -> WavixError {
    with_cause(error, &signal.map(wait::reason).unwrap_or_default())
}

/// A plain object.
pub(super) fn object(fields: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (name, value) in fields {
        // Setting a property of a plain object cannot fail.
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object
}
