//! What only a real browser can show: the door and `fetch` in Chromium, against the sandbox over a real socket.
//!
//! `cargo xtask test` starts the sandbox and hands its address over as `WAVIX_SANDBOX_URL` when it compiles this file.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "a test may panic")]

mod bulk;
mod calls;
mod fetch;
mod hostile;
mod panics;
mod signals;

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test_configure;
use wavix_trunks::js::TrunkClient;

wasm_bindgen_test_configure!(run_in_browser);

const SANDBOX: &str = match option_env!("WAVIX_SANDBOX_URL") {
    Some(url) => url,
    None => "http://127.0.0.1:8787",
};

fn js(code: &str) -> JsValue {
    Function::new_no_args(&format!("return ({code});")).call0(&JsValue::UNDEFINED).unwrap()
}

fn get(value: &JsValue, name: &str) -> JsValue {
    Reflect::get(value, &name.into()).unwrap()
}

fn text(value: &JsValue, name: &str) -> String {
    get(value, name).as_string().unwrap_or_default()
}

fn options(api_key: &str) -> Object {
    let options = Object::new();
    Reflect::set(&options, &"apiKey".into(), &api_key.into()).unwrap();
    Reflect::set(&options, &"baseUrl".into(), &SANDBOX.into()).unwrap();
    options
}

fn client() -> TrunkClient {
    TrunkClient::new(&options("sandbox-key")).map_err(JsValue::from).unwrap()
}

fn settings(label: &str) -> JsValue {
    js(&format!("{{ label: '{label}', password: 'correct-Horse-7', callerid: '+1 (212) 123-4567' }}"))
}

async fn done(promise: Result<Promise, JsValue>) -> JsValue {
    JsFuture::from(promise.unwrap()).await.expect("the call succeeds")
}

async fn refused(promise: Result<Promise, JsValue>) -> JsValue {
    JsFuture::from(promise.unwrap()).await.expect_err("the call fails")
}
