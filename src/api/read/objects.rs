//! Answers as JavaScript's own objects: `pkg-template/received.js` changes what is odd about them.

use js_sys::JSON;
use wasm_bindgen::prelude::*;

use super::Words;
use crate::trunk;

#[wasm_bindgen(module = "/pkg-template/received.js")]
extern "C" {
    #[wasm_bindgen(js_name = trunkOf)]
    fn trunk_of(document: &JsValue, names: &str) -> JsValue;
    #[wasm_bindgen(js_name = pageOf)]
    fn page_of(document: &JsValue, names: &str) -> JsValue;
    #[wasm_bindgen(js_name = phoneNumberOf)]
    fn number_of(document: &JsValue, names: &str, of_destination: &str) -> JsValue;
    #[wasm_bindgen(js_name = numbersOf)]
    fn numbers_of(document: &JsValue, names: &str, of_destination: &str) -> JsValue;
    #[wasm_bindgen(js_name = routedOf)]
    fn routed_of(document: &JsValue, names: &str, of_destination: &str) -> JsValue;
    #[wasm_bindgen(js_name = isObject)]
    fn object(document: &JsValue) -> bool;
    #[wasm_bindgen(js_name = saysNo)]
    fn no(document: &JsValue) -> bool;
    #[wasm_bindgen(js_name = messageOf)]
    fn message_of(document: &JsValue) -> String;
    #[wasm_bindgen(js_name = errorsOf)]
    fn errors_of(document: &JsValue) -> Option<String>;
    #[wasm_bindgen(js_name = idsOf)]
    fn ids_of(page: &JsValue) -> Vec<f64>;
    #[wasm_bindgen(js_name = rowsOf)]
    fn rows_of(page: &JsValue) -> String;
    #[wasm_bindgen(js_name = keepOf)]
    fn keep_of(page: &JsValue, kept: &[u8]);
    #[wasm_bindgen(js_name = idsWithLabel)]
    fn ids_with_label(page: &JsValue, label: &str) -> Vec<f64>;
    #[wasm_bindgen(js_name = countsOf)]
    fn counts_of(page: &JsValue) -> Vec<f64>;
}

/// The body of an answer: the document that it is; `null` when it is empty, `undefined` when it is no JSON.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Body(pub(crate) JsValue);

impl Eq for Body {}

/// What was asked for: a trunk, a phone number, a page of the one or the other, or what became of a change. One type, so that
/// what carries calls is compiled once; natively each has its own, and so sees to it that none is taken for another one.
#[derive(Clone, Debug, PartialEq)]
pub struct Document(JsValue);

fn given(document: JsValue) -> Option<Document> {
    (!document.is_undefined()).then_some(Document(document))
}

pub(in crate::api) fn trunk(body: &Body) -> Option<Document> {
    given(trunk_of(&body.0, trunk::Trunk::NAMES))
}

pub(in crate::api) fn page(body: &Body) -> Option<Document> {
    given(page_of(&body.0, trunk::TrunkSummary::NAMES))
}

/// The names of the fields that are `null` when the server left them out: of a number, and of its destinations.
const NAMES: (&str, &str) = (trunk::PhoneNumber::NAMES, trunk::NumberDestination::NAMES);

pub(in crate::api) fn number(body: &Body) -> Option<Document> {
    given(number_of(&body.0, NAMES.0, NAMES.1))
}

pub(in crate::api) fn number_page(body: &Body) -> Option<Document> {
    given(numbers_of(&body.0, NAMES.0, NAMES.1))
}

pub(in crate::api) fn routed(body: &Body) -> Option<Document> {
    given(routed_of(&body.0, NAMES.0, NAMES.1))
}

pub(in crate::api) fn is_object(body: &Body) -> bool {
    object(&body.0)
}

/// Whether a body says that it is no success; `None` when it cannot be read.
pub(in crate::api) fn says_no(body: &Body) -> Option<bool> {
    (!body.0.is_undefined()).then(|| no(&body.0))
}

/// The body of an error answer may be anything: JSON, an HTML page of a gateway, nothing.
pub(in crate::api) fn words(body: &Body) -> Words {
    let fields = errors_of(&body.0).map(|errors| {
        let mut texts = errors.split('\0').map(str::to_owned);
        let mut fields = Vec::new();
        while let (Some(name), Some(text)) = (texts.next(), texts.next()) {
            fields.push((name, text));
        }
        fields
    });
    Words { message: message_of(&body.0), fields }
}

/// The number of a trunk; JavaScript's side has seen to it that it is whole.
fn id(number: f64) -> Option<u64> {
    // Exact: whole numbers below 2^53.
    (number >= 0.0).then_some(number as u64)
}

impl Document {
    /// A trunk as JSON, without its secrets.
    pub(crate) fn json(&self) -> String {
        // It came as JSON, so writing it cannot fail.
        JSON::stringify(&self.0).map(String::from).unwrap_or_default()
    }

    /// The number of each trunk of a page that has one.
    pub(crate) fn ids(&self) -> Vec<Option<u64>> {
        ids_of(&self.0).into_iter().map(id).collect()
    }

    /// The trunks of a page as JSON, without their secrets.
    pub(crate) fn rows(&self) -> String {
        rows_of(&self.0)
    }

    /// Leaves only the trunks of a page for which there is a `true` at their place.
    pub(crate) fn keep(&mut self, kept: &[bool]) {
        if kept.contains(&false) {
            let kept: Vec<u8> = kept.iter().map(|kept| u8::from(*kept)).collect();
            keep_of(&self.0, &kept);
        }
    }

    /// The numbers of the trunks of a page with a label.
    pub(crate) fn ids_with_label(&self, label: &str) -> Vec<u64> {
        ids_with_label(&self.0, label).into_iter().filter_map(id).collect()
    }

    /// Trunks per page, and trunks in all, as the server says it.
    pub(crate) fn counts(&self) -> (u32, u32) {
        let counts = counts_of(&self.0);
        // Exact: whole numbers of 32 bits.
        let count = |at: usize| counts.get(at).map_or(0, |count| *count as u32);
        (count(0), count(1))
    }
}

impl From<Document> for JsValue {
    fn from(document: Document) -> Self {
        document.0
    }
}
