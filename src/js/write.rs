//! Rust values into plain JavaScript objects.

use js_sys::{Object, Reflect};
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

/// An object of text by name. Of a name that stands twice, the last.
pub(super) fn entries(entries: &[(String, String)]) -> Object {
    let object = Object::new();
    for (name, value) in entries {
        // Setting a property of a plain object cannot fail.
        let _ = Reflect::set(&object, &name.into(), &value.into());
    }
    object
}
