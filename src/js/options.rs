//! Options of validations and calls, read from plain objects. What cannot work is an error that names the option.

use std::rc::Rc;

use futures_util::FutureExt as _;
use js_sys::{Array, Function};
use wasm_bindgen::prelude::*;

use super::error::{WavixError, wavix_error};
use super::observe;
use super::read::{self, property};
use crate::api::numbers::NumberListParams;
use crate::api::{ErrorCode, ListParams};
use crate::client::wait::{AbortSignal, Aborted};
use crate::client::{Abort, CallOptions, OnUnknown};
use crate::engine::number_text;
use crate::input::Input;

#[wasm_bindgen(module = "/pkg-template/input.js")]
extern "C" {
    #[wasm_bindgen(js_name = pairsOf)]
    fn pairs_of(headers: &JsValue) -> JsValue;
}

/// Which numbers, and which page of them.
pub(super) fn number_list_params(params: &JsValue) -> Result<NumberListParams, WavixError> {
    let given = members_of_params(params, "page per_page search label")?;
    let ListParams { page, per_page } = page(&given)?;
    Ok(NumberListParams { page, per_page, search: text(&given, "search")?, label: text(&given, "label")? })
}

/// Which page.
pub(super) fn list_params(params: &JsValue) -> Result<ListParams, WavixError> {
    page(&members_of_params(params, "page per_page")?)
}

/// What parameters hold of these names. Options of a call are no parameters: nobody would follow them there.
fn members_of_params(params: &JsValue, names: &str) -> Result<Input, WavixError> {
    const OF_CALL: [&str; 5] = ["signal", "timeoutMs", "maxRetries", "headers", "onRetry"];
    if !is_absent(params) && (!params.is_object() || Array::is_array(params)) {
        return Err(wrong("params must be an object such as { page: 1 }."));
    }
    refuse_signal(params)?;
    match OF_CALL.into_iter().find(|name| !is_absent(&property(params, name))) {
        Some(name) => Err(wrong(&["params must not hold ", name, ": it goes into the second argument."].concat())),
        None => Ok(read::members(params, names)),
    }
}

fn is_absent(value: &JsValue) -> bool {
    value.is_undefined() || value.is_null()
}

fn page(given: &Input) -> Result<ListParams, WavixError> {
    Ok(ListParams {
        page: count(given, "page", 1, u32::MAX)?,
        per_page: count(given, "per_page", 1, ListParams::MOST_PER_PAGE)?,
    })
}

/// Which trunk.
pub(super) fn trunk_id(id: &JsValue) -> Result<u64, WavixError> {
    whole(id.as_f64())
        .ok_or_else(|| wrong("id must be the number of a trunk: a whole number from 1, as list and create return it."))
}

/// Which phone number.
pub(super) fn number_id(id: &JsValue) -> Result<u64, WavixError> {
    whole(id.as_f64())
        .ok_or_else(|| wrong("id must be the id of a phone number: a whole number from 1, as list returns it."))
}

/// Whether these are the ids of phone numbers.
pub(super) fn check_number_ids(ids: &JsValue) -> Result<(), WavixError> {
    let is_list = |ids: &Array| ids.length() > 0 && ids.iter().all(|id| whole(id.as_f64()).is_some());
    if ids.dyn_ref::<Array>().is_some_and(is_list) {
        return Ok(());
    }
    Err(wrong("numberIds must be an array of ids of phone numbers, at least one, as list returns them."))
}

fn whole(number: Option<f64>) -> Option<u64> {
    const LARGEST: f64 = 9_007_199_254_740_991.0;
    let number = number.filter(|number| number.fract() == 0.0 && (1.0..=LARGEST).contains(number));
    // Exact: a whole number below 2^53.
    number.map(|number| number as u64)
}

/// Options of one call, and its signal, whose reason becomes the cause of an error.
pub(super) fn call(options: &JsValue) -> Result<(CallOptions, Option<AbortSignal>), WavixError> {
    if !(is_absent(options) || options.is_object()) {
        return Err(wrong("options must be an object such as { timeoutMs: 5000 }."));
    }
    refuse_signal(options)?;
    let signal = signal(options)?;
    let given = read::members(options, "timeoutMs maxRetries");
    let call = CallOptions {
        timeout_ms: timeout_ms(&given)?,
        max_retries: count(&given, "maxRetries", 0, 100)?,
        headers: headers(options)?,
        abort: signal.clone().map(abort),
        observer: function(options, "onRetry")?.map(observe::on_retry),
    };
    Ok((call, signal))
}

/// Ends a call when a signal says so.
pub(super) fn abort(signal: AbortSignal) -> Abort {
    Rc::new(move || Aborted::new(&signal).boxed_local())
}

/// What to do about a create that may have happened.
pub(super) fn on_unknown(options: &JsValue) -> Result<OnUnknown, WavixError> {
    match text(&read::members(options, "onUnknown"), "onUnknown")?.as_deref() {
        None | Some("report") => Ok(OnUnknown::Report),
        Some("reconcile") => Ok(OnUnknown::Reconcile { known: None }),
        Some(_) => Err(wrong("onUnknown must be \"report\" or \"reconcile\".")),
    }
}

/// The same for one create, before which somebody may have listed the trunks.
pub(super) fn on_unknown_of_one(options: &JsValue) -> Result<OnUnknown, WavixError> {
    let on_unknown = on_unknown(options)?;
    let given = read::members(options, "known");
    let known = given.get("known");
    if known.is_absent() || on_unknown == OnUnknown::Report {
        return Ok(on_unknown);
    }
    let id = |id: &Input| if let Input::Number(id) = id { whole(Some(*id)) } else { None };
    let ids = if let Input::List(ids) = known { ids.iter().map(id).collect() } else { None };
    ids.map(|ids| OnUnknown::Reconcile { known: Some(ids) })
        .ok_or_else(|| wrong("known must be an array of ids of trunks, as list returns them."))
}

fn signal(options: &JsValue) -> Result<Option<AbortSignal>, WavixError> {
    let signal = property(options, "signal");
    if is_absent(&signal) {
        return Ok(None);
    }
    if is_signal(&signal) {
        return Ok(Some(signal.unchecked_into()));
    }
    Err(wrong("signal must be an AbortSignal."))
}

/// By what it can do, not by its class: signals come from other realms and from polyfills.
fn is_signal(value: &JsValue) -> bool {
    property(value, "addEventListener").is_function() && !property(value, "aborted").is_undefined()
}

/// A signal by itself would never be listened to.
fn refuse_signal(given: &JsValue) -> Result<(), WavixError> {
    if is_signal(given) {
        return Err(wrong("signal must stand in the options, the last argument: { signal }."));
    }
    Ok(())
}

pub(super) fn timeout_ms(given: &Input) -> Result<Option<f64>, WavixError> {
    match given.get("timeoutMs") {
        Input::Missing | Input::Null => Ok(None),
        Input::Number(milliseconds) if *milliseconds > 0.0 => Ok(Some(*milliseconds)),
        _ => Err(wrong("timeoutMs must be a number of milliseconds above 0, or Infinity.")),
    }
}

/// Headers by name. Those that the client or `fetch` sets itself are refused, and so is what `fetch` would not take: that would
/// look like a call that was sent and lost.
pub(super) fn headers(options: &JsValue) -> Result<Vec<(String, String)>, WavixError> {
    const SET_ANYWAY: [&str; 10] = [
        "accept",
        "authorization",
        "connection",
        "content-length",
        "content-type",
        "expect",
        "host",
        "keep-alive",
        "transfer-encoding",
        "upgrade",
    ];
    let odd = || wrong("headers must be an object of strings by name, a Headers, or pairs of a name and a string.");
    let pairs = match read::any(&pairs_of(&property(options, "headers"))) {
        Input::Missing | Input::Null => return Ok(Vec::new()),
        Input::List(pairs) => pairs,
        _ => return Err(odd()),
    };
    let mut headers: Vec<(String, String)> = Vec::new();
    for pair in &pairs {
        let Input::List(pair) = pair else { return Err(odd()) };
        let [Input::Text(name), value] = pair.as_slice() else { return Err(odd()) };
        if name.is_empty() || !name.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_.!~*'".contains(&b)) {
            return Err(wrong("headers must have names of letters, digits and hyphens."));
        }
        let refused = |why: &str| Err(wrong(&["headers must not hold ", name, why].concat()));
        if SET_ANYWAY.iter().any(|other| other.eq_ignore_ascii_case(name)) {
            return refused(": the client or fetch sets it.");
        }
        if headers.iter().any(|(other, _)| other.eq_ignore_ascii_case(name)) {
            return refused(" twice.");
        }
        let is_taken = |c: char| c == '\t' || (' '..='\u{ff}').contains(&c) && c != '\u{7f}';
        match value {
            Input::Text(value) if value.chars().all(is_taken) => headers.push((name.clone(), value.clone())),
            _ => return refused(" but as a string of one line in Latin-1, such as encodeURIComponent makes of any."),
        }
    }
    Ok(headers)
}

pub(super) fn function(options: &JsValue, name: &str) -> Result<Option<Function>, WavixError> {
    let value = property(options, name);
    if is_absent(&value) {
        return Ok(None);
    }
    value.dyn_into().map(Some).map_err(|_| wrong(&[name, " must be a function."].concat()))
}

/// A whole number.
pub(super) fn count(given: &Input, name: &str, least: u32, most: u32) -> Result<Option<u32>, WavixError> {
    let (least, most) = (f64::from(least), f64::from(most));
    match given.get(name) {
        Input::Missing | Input::Null => Ok(None),
        // Exact: a whole number of 32 bits.
        Input::Number(number) if number.fract() == 0.0 && (least..=most).contains(number) => Ok(Some(*number as u32)),
        _ => {
            let range = [number_text(least), " to ".to_owned(), number_text(most)].concat();
            Err(wrong(&[name, " must be a whole number from ", &range, "."].concat()))
        }
    }
}

pub(super) fn text(given: &Input, name: &str) -> Result<Option<String>, WavixError> {
    match given.get(name) {
        Input::Missing | Input::Null => Ok(None),
        Input::Text(text) => Ok(Some(text.clone())),
        _ => Err(wrong(&[name, " must be a string."].concat())),
    }
}

pub(super) fn wrong(message: &str) -> WavixError {
    wavix_error(ErrorCode::Configuration, message)
}
