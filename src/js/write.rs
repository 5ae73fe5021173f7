//! Rust values into plain JavaScript objects.

use serde::Serialize;
use wasm_bindgen::JsValue;

use super::error::{WavixError, wavix_error};
use crate::api::ErrorCode;

/// A plain object with the keys of the wire: maps become objects, what is missing becomes `null`.
pub(super) fn plain<T: Serialize + ?Sized>(value: &T) -> Result<JsValue, WavixError> {
    value.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).map_err(|_| {
        // Only whole numbers beyond 2^53 cannot be written; the error's own text may hold a value.
        wavix_error(ErrorCode::Decode, "Wavix sent a number that JavaScript cannot hold.")
    })
}
