//! JavaScript values into [`Input`]: whatever they are, and without ever letting an exception of theirs through.
//!
//! Fields are read by hand and not by serde-wasm-bindgen or tsify's `from_wasm_abi`: those stop at the first wrong type,
//! and serde-wasm-bindgen 0.6 puts the whole offending value, passwords included, into its error message.

use js_sys::{Array, JsString, Reflect, Symbol};
use wasm_bindgen::prelude::*;

use crate::rules::{FIELDS, Input, form};

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

/// Settings as they were handed in.
pub(super) struct Settings {
    pub(super) input: Input,
    /// They are what a form sends, so that everything in them is text.
    pub(super) from_form: bool,
}

/// Reads the settings of a trunk. Fields of the table are also found where a class defines them as accessors.
pub(super) fn settings(value: &JsValue) -> Settings {
    let mut reader = Reader { left: MOST };
    if matches!(tag(value).as_deref(), Some("FormData" | "URLSearchParams")) {
        let input = reader.pairs(value, 0).map_or(UNREADABLE, form::record);
        return Settings { input, from_form: true };
    }
    let mut input = reader.value(value, 0);
    if let Input::Record(fields) = &mut input {
        reader.accessors(value, FIELDS.iter().map(|name| name.as_str()), fields, 1);
    }
    Settings { input, from_form: false }
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

/// What an object calls itself. Not by `instanceof`: a `FormData` of another window or of a polyfill is one too.
fn tag(value: &JsValue) -> Option<String> {
    if !value.is_object() {
        return None;
    }
    Reflect::get(value, &Symbol::to_string_tag()).ok()?.as_string()
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
        let deeper = depth.saturating_add(1);
        if is_array(object).ok()? {
            // By its length and not by its keys, so that what follows a hole keeps its index.
            let length = Reflect::get(object, &"length".into()).ok()?.as_f64()? as usize;
            self.take(length)?;
            return Some(Input::List((0..length).map(|at| self.property(object, &at.into(), deeper)).collect()));
        }
        if tag(object).as_deref() == Some("Map")
            && let Some(pairs) = self.pairs(object, depth)
        {
            return Some(Input::Record(pairs));
        }
        let keys = own_keys(object).ok()?;
        self.take(usize::try_from(keys.length()).ok()?)?;
        let fields = keys.iter().filter_map(|key| Some((key.as_string()?, self.property(object, &key, deeper))));
        let mut fields = fields.collect();
        if depth > 0 {
            // An address or a host may be an object of a class, too.
            self.accessors(object, ["ip", "host"], &mut fields, deeper);
        }
        Some(Input::Record(fields))
    }

    /// What a `Map`, a `FormData` or a `URLSearchParams` consists of, as far as its keys are text.
    fn pairs(&mut self, object: &JsValue, depth: usize) -> Option<Vec<(String, Input)>> {
        let deeper = depth.saturating_add(1);
        let mut pairs = Vec::new();
        for entry in js_sys::try_iter(object).ok()?? {
            self.take(1)?;
            let entry = entry.ok()?;
            if let Some(key) = Reflect::get_u32(&entry, 0).ok()?.as_string() {
                pairs.push((key, self.property(&entry, &1.into(), deeper)));
            }
        }
        Some(pairs)
    }

    /// Adds the fields of these names that are no own properties of the object.
    fn accessors(
        &mut self,
        object: &JsValue,
        names: impl IntoIterator<Item = &'static str>,
        fields: &mut Vec<(String, Input)>,
        depth: usize,
    ) {
        for name in names {
            if !fields.iter().any(|(key, _)| key == name) {
                fields.push((name.to_owned(), self.property(object, &name.into(), depth)));
            }
        }
    }

    fn property(&mut self, object: &JsValue, key: &JsValue, depth: usize) -> Input {
        Reflect::get(object, key).map_or(UNREADABLE, |value| self.value(&value, depth))
    }

    fn take(&mut self, count: usize) -> Option<()> {
        self.left = self.left.checked_sub(count)?;
        Some(())
    }
}

/// Text with half a surrogate pair cannot be written in UTF-8; passed on, a password would silently become another one.
fn well_formed(text: &JsString) -> Option<String> {
    let read = String::from(text);
    // The replacement character stands for such a half, unless somebody typed it.
    (!read.chars().any(|c| c == char::REPLACEMENT_CHARACTER) || text.is_valid_utf16()).then_some(read)
}

const UNREADABLE: Input = Input::Other("unreadable");
