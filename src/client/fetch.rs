//! The transport of JavaScript: `fetch`, the runtime's own or one that was handed in.
//!
//! It stands beside gloo-net, not on it: gloo-net 0.7 calls only the global `fetch`, panics when `fetch` rejects with
//! something that is not an `Error`, and when what it gives is no `Response` of the same realm. Here both are errors.

use js_sys::{Function, JsString, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::{Message, Transport, TransportError};
use crate::api::Response;

/// `fetch`, or a function that behaves like it.
#[derive(Debug)]
pub(crate) struct Fetch(Option<Function>);

impl Fetch {
    /// The given function, or whatever the runtime has under the name `fetch` when a call is made.
    pub(crate) fn new(function: Option<Function>) -> Self {
        Self(function)
    }

    fn call(&self, url: &str, init: &Object) -> Result<JsValue, JsValue> {
        let global = js_sys::global();
        match &self.0 {
            Some(function) => function.call2(&JsValue::UNDEFINED, &url.into(), init),
            None => Reflect::get(&global, &"fetch".into())?.dyn_into::<Function>()?.call2(&global, &url.into(), init),
        }
    }
}

impl Transport for Fetch {
    async fn send(&self, message: Message) -> Result<Response, TransportError> {
        let init = init(&message).map_err(failed)?;
        let answer = self.call(&message.url, &init).map_err(failed)?;
        let answer = settle(answer).await.map_err(failed)?;
        read(&answer).await
    }
}

/// `redirect: "manual"`: the API does not redirect, and whoever does must not get the key.
fn init(message: &Message) -> Result<Object, JsValue> {
    let headers = Object::new();
    for (name, value) in &message.headers {
        Reflect::set(&headers, &(*name).into(), &value.into())?;
    }
    let init = Object::new();
    Reflect::set(&init, &"method".into(), &message.method.as_str().into())?;
    Reflect::set(&init, &"headers".into(), &headers)?;
    Reflect::set(&init, &"redirect".into(), &"manual".into())?;
    if let Some(body) = &message.body {
        Reflect::set(&init, &"body".into(), &body.into())?;
    }
    Ok(init)
}

/// Whatever a function gave, a promise or not, once it is there.
async fn settle(value: JsValue) -> Result<JsValue, JsValue> {
    JsFuture::from(Promise::resolve(&value)).await
}

/// Reads what behaves like a `Response`: of this realm, of another one, or a plain object of a test.
async fn read(answer: &JsValue) -> Result<Response, TransportError> {
    let member = |name: &str| Reflect::get(answer, &name.into()).unwrap_or_default();
    let (Some(status), Some(text)) = (member("status").as_f64(), member("text").dyn_into::<Function>().ok()) else {
        return Err(TransportError { message: "fetch gave something that is not a response.".into() });
    };
    let body = settle(text.call0(answer).map_err(failed)?).await.map_err(failed)?;
    // Exact: statuses are whole numbers of three digits, and a conversion of anything else saturates.
    Ok(Response {
        status: status as u16,
        headers: headers(&member("headers")),
        body: body.as_string().unwrap_or_default(),
    })
}

fn headers(headers: &JsValue) -> Vec<(String, String)> {
    let Ok(Some(entries)) = js_sys::try_iter(headers) else { return Vec::new() };
    let pair = |entry: JsValue| {
        let part = |index| Reflect::get_u32(&entry, index).ok()?.as_string();
        Some((part(0)?.to_lowercase(), part(1)?))
    };
    entries.filter_map(|entry| pair(entry.ok()?)).collect()
}

/// Runtimes put the URL, and so the key, into the message of such an error: only Node's short code gets out.
#[allow(clippy::needless_pass_by_value, reason = "for map_err")]
fn failed(error: JsValue) -> TransportError {
    let member = |value: &JsValue, name: &str| Reflect::get(value, &name.into()).unwrap_or_default();
    let code = member(&member(&error, "cause"), "code").dyn_into::<JsString>().map(String::from).unwrap_or_default();
    let is_code = !code.is_empty() && code.len() <= 40 && code.bytes().all(|b| b.is_ascii_uppercase() || b == b'_');
    let detail = if is_code { format!(" ({code})") } else { String::new() };
    TransportError { message: format!("No answer came from Wavix: the connection failed{detail}.") }
}
