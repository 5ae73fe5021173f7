//! A call as JavaScript sees it: a promise of the data that can also give the answer around it.

use js_sys::{Object, Promise, Reflect};
use serde::Serialize;
use wasm_bindgen::prelude::*;

use super::error::{WavixError, wavix_error};
use super::{guard, write};
use crate::api::ErrorCode;
use crate::client::Answer;

#[wasm_bindgen(module = "/pkg-template/answer.js")]
extern "C" {
    /// A promise of `{ data, response }` as a promise of the data, with `withResponse()`.
    #[wasm_bindgen(js_name = dataOf)]
    fn data_of(answer: &Promise) -> Promise;
    /// Hides passwords and access tokens from inspection, in a trunk or a page of trunks.
    #[wasm_bindgen(js_name = hideSecrets)]
    fn hide_secrets(data: &JsValue);
}

/// Starts a call.
pub(super) fn start<A: Serialize>(call: impl Future<Output = Result<Answer<A>, WavixError>> + 'static) -> Promise {
    data_of(&guard::promise(async move {
        let Answer { data, status, headers } = call.await?;
        let response = Object::new();
        let _ = Reflect::set(&response, &"status".into(), &status.into());
        let _ = Reflect::set(&response, &"headers".into(), &write::entries(&headers));
        let request_id = headers.iter().find(|(name, _)| name == "x-request-id").map(|(_, value)| value.as_str());
        let _ = Reflect::set(&response, &"requestId".into(), &request_id.into());
        let answer = Object::new();
        let _ = Reflect::set(&answer, &"data".into(), &plain(&data)?);
        let _ = Reflect::set(&answer, &"response".into(), &response);
        Ok(answer.into())
    }))
}

/// What a call gives, as a plain object whose secrets do not show themselves.
pub(super) fn plain<A: Serialize>(data: &A) -> Result<JsValue, WavixError> {
    #[cfg(feature = "planted-panic")]
    guard::planted::step_on_it();
    let data = data.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).map_err(|_| {
        // Only whole numbers beyond 2^53 cannot be written; the error's own text may hold a value.
        wavix_error(ErrorCode::Decode, "Wavix sent a number that JavaScript cannot hold.")
    })?;
    hide_secrets(&data);
    Ok(data)
}
