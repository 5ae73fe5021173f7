//! JavaScript values into [`Input`]: whatever they are, and without ever letting an exception of theirs through.
//!
//! Fields are read by hand and not by serde-wasm-bindgen or tsify's `from_wasm_abi`: those stop at the first wrong type,
//! and serde-wasm-bindgen 0.6 puts the whole offending value, passwords included, into its error message.

use js_sys::{Array, JsString, Reflect};
use wasm_bindgen::prelude::*;

use crate::rules::{FIELDS, Input};

/// Deeper than any settings go; a cyclic object ends here.
const DEEPEST: usize = 16;
/// More values than any settings hold; an object that contains itself many times ends here.
const MOST: usize = 100_000;

#[wasm_bindgen]
extern "C" {
    // js-sys has both without `catch`, and both throw on a revoked proxy.
    #[wasm_bindgen(catch, js_namespace = Array, js_name = isArray)]
    fn is_array(value: &JsValue) -> Result<bool, JsValue>;
    #[wasm_bindgen(catch, js_namespace = Object, js_name = keys)]
    fn own_keys(value: &JsValue) -> Result<Array, JsValue>;
}

/// Reads the settings of a trunk. Fields of the table are also found where a class defines them as accessors.
pub(super) fn settings(value: &JsValue) -> Input {
    let mut input = any(value);
    if let Input::Record(fields) = &mut input {
        let mut reader = Reader { left: MOST };
        for name in FIELDS.iter().map(|name| name.as_str()) {
            if !fields.iter().any(|(key, _)| key == name) {
                fields.push((name.to_owned(), reader.property(value, &name.into(), 1)));
            }
        }
    }
    input
}

/// Reads any value.
pub(super) fn any(value: &JsValue) -> Input {
    Reader { left: MOST }.value(value, 0)
}

/// A property, or `undefined` where it cannot be read.
pub(super) fn property(object: &JsValue, name: &str) -> JsValue {
    if object.is_object() || object.is_function() {
        Reflect::get(object, &name.into()).unwrap_or_default()
    } else {
        JsValue::UNDEFINED
    }
}

struct Reader {
    left: usize,
}

impl Reader {
    fn value(&mut self, value: &JsValue, depth: usize) -> Input {
        if value.is_undefined() {
            Input::Missing
        } else if value.is_null() {
            Input::Null
        } else if let Some(on) = value.as_bool() {
            Input::Switch(on)
        } else if let Some(number) = value.as_f64() {
            Input::Number(number)
        } else if let Some(text) = value.dyn_ref::<JsString>() {
            well_formed(text).map_or(Input::Other("ill-formed string"), Input::Text)
        } else if value.is_function() {
            Input::Other("function")
        } else if value.is_bigint() {
            Input::Other("bigint")
        } else if value.is_symbol() {
            Input::Other("symbol")
        } else {
            self.object(value, depth).unwrap_or(UNREADABLE)
        }
    }

    fn object(&mut self, object: &JsValue, depth: usize) -> Option<Input> {
        if depth > DEEPEST {
            return None;
        }
        let is_list = is_array(object).ok()?;
        // The keys of an array are its indices, as far as it is not sparse.
        let keys = own_keys(object).ok()?;
        self.left = self.left.checked_sub(usize::try_from(keys.length()).ok()?)?;
        let deeper = depth.saturating_add(1);
        Some(if is_list {
            Input::List(keys.iter().map(|key| self.property(object, &key, deeper)).collect())
        } else {
            let fields = keys.iter().filter_map(|key| Some((key.as_string()?, self.property(object, &key, deeper))));
            Input::Record(fields.collect())
        })
    }

    fn property(&mut self, object: &JsValue, key: &JsValue, depth: usize) -> Input {
        Reflect::get(object, key).map_or(UNREADABLE, |value| self.value(&value, depth))
    }
}

/// Text with half a surrogate pair cannot be written in UTF-8; passed on, a password would silently become another one.
fn well_formed(text: &JsString) -> Option<String> {
    let read = String::from(text);
    // The replacement character stands for such a half, unless somebody typed it.
    (!read.contains(char::REPLACEMENT_CHARACTER) || text.is_valid_utf16()).then_some(read)
}

const UNREADABLE: Input = Input::Other("unreadable");
