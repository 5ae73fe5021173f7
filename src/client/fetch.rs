//! The transport of JavaScript: `fetch`, the runtime's own or one that was handed in.
//!
//! It stands beside gloo-net, not on it: gloo-net 0.7 calls only the global `fetch`, panics when `fetch` rejects with
//! something that is not an `Error`, and when what it gives is no `Response` of the same realm. Here both are errors.

use js_sys::{Date, Function, Math, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::wait::Sleep;
use super::{Message, Transport, TransportError};
use crate::api::{Body, Response};
use crate::json::JsonText;

/// A larger answer is not read: the largest that Wavix gives, a page of 100 trunks, is a thousand times smaller.
const LARGEST_BODY: usize = 64 * 1024 * 1024;

/// `fetch`, or a function that behaves like it.
#[derive(Debug)]
pub(crate) struct Fetch(Option<Function>);

impl Fetch {
    /// The given function, or whatever the runtime has under the name `fetch` when a call is made.
    pub(crate) fn new(function: Option<Function>) -> Self {
        Self(function)
    }
}

impl Transport for Fetch {
    async fn send(&self, message: Message) -> Result<Response, TransportError> {
        let mut controller =
            AbortOnDrop(Some(AbortController::new().map_err(|_| TransportError::Lost { code: None })?));
        let own = self.0.as_ref().map_or(JsValue::UNDEFINED, JsValue::from);
        let mut headers = JsonText::default();
        headers.open('{');
        message.headers.iter().for_each(|(name, value)| headers.member_text(name, value));
        headers.close('}');
        let (method, headers, signal) =
            (message.method.as_str(), headers.finish(), controller.0.as_ref().map(AbortController::signal));
        let body = message.body.as_deref();
        // It never rejects.
        let carried = JsFuture::from(carry(
            &own,
            method,
            &message.url,
            &headers,
            body,
            &signal.unwrap_or_default(),
            LARGEST_BODY as f64,
        ));
        let answer = read(&carried.await.unwrap_or_default());
        if answer.is_ok() {
            // An abort after the whole answer does nothing, but engines make an exception and an event for it.
            controller.0 = None;
        }
        answer
    }

    async fn sleep(&self, milliseconds: f64) {
        Sleep::new(milliseconds).await;
    }

    fn now(&self) -> f64 {
        Date::now()
    }

    fn random(&self) -> f64 {
        Math::random()
    }
}

#[wasm_bindgen(module = "/pkg-template/fetch.js")]
extern "C" {
    /// Calls `fetch`, the runtime's or an own one, and reads the answer, whatever becomes of it.
    fn carry(
        own: &JsValue,
        method: &str,
        url: &str,
        headers: &str,
        body: Option<&str>,
        signal: &JsValue,
        largest: f64,
    ) -> Promise;
}

#[wasm_bindgen]
extern "C" {
    type AbortController;
    #[wasm_bindgen(catch, constructor)]
    fn new() -> Result<AbortController, JsValue>;
    #[wasm_bindgen(method, getter)]
    fn signal(this: &AbortController) -> JsValue;
    #[wasm_bindgen(method)]
    fn abort(this: &AbortController);
}

/// Cancels the request when the future of the call is dropped before the answer is there: aborted, or out of time.
struct AbortOnDrop(Option<AbortController>);

impl Drop for AbortOnDrop {
    fn drop(&mut self) {
        if let Some(controller) = &self.0 {
            controller.abort();
        }
    }
}

/// What became of a message, as `pkg-template/fetch.js` tells it.
fn read(carried: &JsValue) -> Result<Response, TransportError> {
    let member = |name: &str| Reflect::get(carried, &name.into()).unwrap_or_default();
    let failure = member("failure").as_string();
    match (member("status").as_f64(), failure.as_deref()) {
        (Some(status), None) => {
            let headers = member("headers").as_string().unwrap_or_default();
            let mut texts = headers.split('\0').map(str::to_owned);
            let mut headers = Vec::new();
            while let (Some(name), Some(value)) = (texts.next(), texts.next()) {
                headers.push((name, value));
            }
            // Exact: statuses are whole numbers of three digits, and a conversion of anything else saturates.
            Ok(Response { status: status as u16, headers, body: Body(member("document")) })
        }
        (_, Some("no_response")) => Err(TransportError::NotAResponse),
        (_, Some("too_large")) => Err(TransportError::TooLarge { limit: LARGEST_BODY }),
        _ => Err(TransportError::Lost { code: member("code").as_string() }),
    }
}
