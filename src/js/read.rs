//! JavaScript values into [`Input`]: whatever they are, and without ever letting an exception of theirs through.
//!
//! `pkg-template/input.js` writes them as JSON, and not serde-wasm-bindgen or tsify's `from_wasm_abi` reads them: those stop at
//! the first wrong type, and serde-wasm-bindgen 0.6 puts the whole offending value, passwords included, into its error message.

use js_sys::Reflect;
use wasm_bindgen::prelude::*;

use crate::rules::{FIELDS, Input, bulk, form};

#[wasm_bindgen(module = "/pkg-template/input.js")]
extern "C" {
    #[wasm_bindgen(js_name = isForm)]
    fn is_form(value: &JsValue) -> bool;
    #[wasm_bindgen(js_name = textOf)]
    fn text_of(value: &JsValue, names: &str) -> String;
    #[wasm_bindgen(js_name = membersOf)]
    fn members_of(object: &JsValue, names: &str) -> String;
}

/// Settings as they were handed in.
pub(super) struct Settings {
    pub(super) input: Input,
    /// They are what a form sends, so that everything in them is text.
    pub(super) from_form: bool,
}

/// Reads the settings of a trunk. Fields of the table are also found where a class defines them as accessors.
pub(super) fn settings(value: &JsValue) -> Settings {
    let names: Vec<&str> = FIELDS.iter().map(|name| name.as_str()).collect();
    match (read(&text_of(value, &names.join(" "))), is_form(value)) {
        (Input::Record(pairs), true) => Settings { input: form::record(pairs), from_form: true },
        (input, from_form) => Settings { input, from_form },
    }
}

/// Reads the value of one field. What an address or a host consists of is also found where a class defines it as an accessor.
pub(super) fn one(value: &JsValue) -> Input {
    read(&text_of(value, "ip host"))
}

/// Reads any value.
pub(super) fn any(value: &JsValue) -> Input {
    read(&text_of(value, ""))
}

/// Reads what an object has of these names, which have spaces between; a record without any, where it is no object.
pub(super) fn members(object: &JsValue, names: &str) -> Input {
    read(&members_of(object, names))
}

/// A property, or `undefined` where it cannot be read.
pub(super) fn property(object: &JsValue, name: &str) -> JsValue {
    if object.is_object() || object.is_function() {
        Reflect::get(object, &name.into()).unwrap_or_default()
    } else {
        JsValue::UNDEFINED
    }
}

fn read(text: &str) -> Input {
    restored(bulk::document(text))
}

/// What the text stands for: with what JSON cannot hold in its place again.
fn restored(read: Input) -> Input {
    match read {
        Input::List(items) => Input::List(items.into_iter().map(restored).collect()),
        Input::Record(fields) => match fields.as_slice() {
            [(name, Input::Text(what))] if name == "\0" => special(what),
            _ => Input::Record(fields.into_iter().map(|(name, value)| (bare(name), restored(value))).collect()),
        },
        other => other,
    }
}

fn special(what: &str) -> Input {
    const NAMES: [&str; 3] = ["function", "bigint", "symbol"];
    match what {
        "undefined" => Input::Missing,
        "NaN" => Input::Number(f64::NAN),
        _ => Input::Other(NAMES.into_iter().find(|name| *name == what).unwrap_or("unreadable")),
    }
}

fn bare(mut name: String) -> String {
    if name.starts_with('\0') {
        name.remove(0);
    }
    name
}
