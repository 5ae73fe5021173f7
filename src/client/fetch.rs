//! The transport of JavaScript: `fetch`, the runtime's own or one that was handed in.
//!
//! It stands beside gloo-net, not on it: gloo-net 0.7 calls only the global `fetch`, panics when `fetch` rejects with
//! something that is not an `Error`, and when what it gives is no `Response` of the same realm. Here both are errors.

use js_sys::{Date, Function, Math, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::wait::Sleep;
use super::{Message, Transport, TransportError};
use crate::api::Response;

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
        let controller = AbortOnDrop(AbortController::new().map_err(lost)?);
        let init = init(&message, &controller.0).map_err(lost)?;
        let answer = self.call(&message.url, &init).map_err(lost)?;
        let answer = settle(&answer).await.map_err(lost)?;
        read(&answer).await
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

/// Cancels the request when the future of the call is dropped: aborted, or out of time. After the answer it does nothing.
struct AbortOnDrop(AbortController);

impl Drop for AbortOnDrop {
    fn drop(&mut self) {
        self.0.abort();
    }
}

/// `redirect: "manual"`: the API does not redirect, and whoever does must not get the key.
fn init(message: &Message, controller: &AbortController) -> Result<Object, JsValue> {
    let headers = Object::new();
    for (name, value) in &message.headers {
        Reflect::set(&headers, &name.into(), &value.into())?;
    }
    let init = Object::new();
    Reflect::set(&init, &"method".into(), &message.method.as_str().into())?;
    Reflect::set(&init, &"headers".into(), &headers)?;
    Reflect::set(&init, &"redirect".into(), &"manual".into())?;
    Reflect::set(&init, &"signal".into(), &controller.signal())?;
    if let Some(body) = &message.body {
        Reflect::set(&init, &"body".into(), &body.into())?;
    }
    Ok(init)
}

/// Whatever a function gave, a promise or not, once it is there.
async fn settle(value: &JsValue) -> Result<JsValue, JsValue> {
    JsFuture::from(Promise::resolve(value)).await
}

/// A member of anything; `undefined` where it cannot be read.
fn member(value: &JsValue, name: &str) -> JsValue {
    Reflect::get(value, &name.into()).unwrap_or_default()
}

fn method(value: &JsValue, name: &str) -> Option<Function> {
    member(value, name).dyn_into::<Function>().ok()
}

/// Reads what behaves like a `Response`: of this realm, of another one, or a plain object of a test.
async fn read(answer: &JsValue) -> Result<Response, TransportError> {
    let Some(status) = member(answer, "status").as_f64() else { return Err(TransportError::NotAResponse) };
    let headers = headers(&member(answer, "headers"));
    let stream = member(answer, "body");
    let body = match (method(&stream, "getReader"), method(answer, "text")) {
        (Some(get_reader), _) => read_stream(&get_reader.call0(&stream).map_err(lost)?).await?,
        (None, Some(text)) => {
            let text = settle(&text.call0(answer).map_err(lost)?).await.map_err(lost)?;
            text.as_string().unwrap_or_default()
        }
        (None, None) => return Err(TransportError::NotAResponse),
    };
    // Exact: statuses are whole numbers of three digits, and a conversion of anything else saturates.
    Ok(Response { status: status as u16, headers, body })
}

/// Reads chunk by chunk, so that an endless body ends at the limit.
async fn read_stream(reader: &JsValue) -> Result<String, TransportError> {
    let read = method(reader, "read").ok_or(TransportError::NotAResponse)?;
    let mut bytes = Vec::new();
    loop {
        let chunk = settle(&read.call0(reader).map_err(lost)?).await.map_err(lost)?;
        if member(&chunk, "done").is_truthy() {
            // As `Response.text()` does it: bad UTF-8 is replaced, a byte order mark left out.
            let text = String::from_utf8_lossy(&bytes);
            return Ok(text.strip_prefix('\u{FEFF}').unwrap_or(&text).to_owned());
        }
        let value = member(&chunk, "value");
        let Some(length) = member(&value, "byteLength").as_f64() else { return Err(TransportError::NotAResponse) };
        if bytes.len() as f64 + length > LARGEST_BODY as f64 {
            return Err(TransportError::TooLarge { limit: LARGEST_BODY });
        }
        // A copy, since the chunk may come from another realm.
        bytes.extend(Uint8Array::new(&value).to_vec());
    }
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
fn lost(error: JsValue) -> TransportError {
    let code = member(&member(&error, "cause"), "code").as_string();
    let is_short =
        |code: &String| (1..=40).contains(&code.len()) && code.bytes().all(|b| b.is_ascii_uppercase() || b == b'_');
    TransportError::Lost { code: code.filter(is_short) }
}
