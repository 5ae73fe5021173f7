//! Options of validations and calls, read from plain objects. What cannot work is an error that names the option.

use std::rc::Rc;

use futures_util::FutureExt as _;
use js_sys::{Array, Function, Object};
use wasm_bindgen::prelude::*;

use super::error::{WavixError, wavix_error};
use super::observe;
use super::read::property;
use crate::api::numbers::NumberListParams;
use crate::api::{ErrorCode, ListParams};
use crate::client::wait::{AbortSignal, Aborted};
use crate::client::{Abort, CallOptions, OnUnknown};
use crate::engine::number_text;

/// Which numbers, and which page of them.
pub(super) fn number_list_params(params: &JsValue) -> Result<NumberListParams, WavixError> {
    let ListParams { page, per_page } = list_params(params)?;
    Ok(NumberListParams { page, per_page, search: text(params, "search")?, label: text(params, "label")? })
}

/// Which page.
pub(super) fn list_params(params: &JsValue) -> Result<ListParams, WavixError> {
    let number = |name: &str, most: f64| {
        let value = property(params, name);
        if value.is_undefined() || value.is_null() {
            return Ok(None);
        }
        let number = value.as_f64().filter(|number| number.fract() == 0.0 && (1.0..=most).contains(number));
        // Exact: a whole number of 32 bits.
        number
            .map(|number| Some(number as u32))
            .ok_or_else(|| wrong(&[name, " must be a whole number from 1 to ", &number_text(most), "."].concat()))
    };
    let most_per_page = f64::from(ListParams::MOST_PER_PAGE);
    Ok(ListParams { page: number("page", f64::from(u32::MAX))?, per_page: number("per_page", most_per_page)? })
}

/// Which trunk.
pub(super) fn trunk_id(id: &JsValue) -> Result<u64, WavixError> {
    whole(id)
        .ok_or_else(|| wrong("id must be the number of a trunk: a whole number from 1, as list and create return it."))
}

/// Which phone number.
pub(super) fn number_id(id: &JsValue) -> Result<u64, WavixError> {
    whole(id).ok_or_else(|| wrong("id must be the id of a phone number: a whole number from 1, as list returns it."))
}

/// Whether these are the ids of phone numbers.
pub(super) fn check_number_ids(ids: &JsValue) -> Result<(), WavixError> {
    let is_list = |ids: &Array| ids.length() > 0 && ids.iter().all(|id| whole(&id).is_some());
    if ids.dyn_ref::<Array>().is_some_and(is_list) {
        return Ok(());
    }
    Err(wrong("numberIds must be an array of ids of phone numbers, at least one, as list returns them."))
}

fn whole(number: &JsValue) -> Option<u64> {
    const LARGEST: f64 = 9_007_199_254_740_991.0;
    let number = number.as_f64().filter(|number| number.fract() == 0.0 && (1.0..=LARGEST).contains(number));
    // Exact: a whole number below 2^53.
    number.map(|number| number as u64)
}

/// Options of one call, and its signal, whose reason becomes the cause of an error.
pub(super) fn call(options: &JsValue) -> Result<(CallOptions, Option<AbortSignal>), WavixError> {
    if !(options.is_undefined() || options.is_null() || options.is_object()) {
        return Err(wrong("options must be an object such as { timeoutMs: 5000 }."));
    }
    let signal = signal(options)?;
    let call = CallOptions {
        timeout_ms: timeout_ms(options)?,
        max_retries: max_retries(options)?,
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
    match text(options, "onUnknown")?.as_deref() {
        None | Some("report") => Ok(OnUnknown::Report),
        Some("reconcile") => Ok(OnUnknown::Reconcile { known: None }),
        Some(_) => Err(wrong("onUnknown must be \"report\" or \"reconcile\".")),
    }
}

/// The same for one create, before which somebody may have listed the trunks.
pub(super) fn on_unknown_of_one(options: &JsValue) -> Result<OnUnknown, WavixError> {
    let known = property(options, "known");
    let on_unknown = on_unknown(options)?;
    if known.is_undefined() || known.is_null() || on_unknown == OnUnknown::Report {
        return Ok(on_unknown);
    }
    let ids = known.dyn_ref::<Array>().and_then(|ids| ids.iter().map(|id| whole(&id)).collect::<Option<Vec<u64>>>());
    ids.map(|ids| OnUnknown::Reconcile { known: Some(ids) })
        .ok_or_else(|| wrong("known must be an array of ids of trunks, as list returns them."))
}

fn signal(options: &JsValue) -> Result<Option<AbortSignal>, WavixError> {
    let signal = property(options, "signal");
    if signal.is_undefined() || signal.is_null() {
        return Ok(None);
    }
    // By what it can do, not by its class: signals come from other realms and from polyfills.
    if property(&signal, "addEventListener").is_function() && !property(&signal, "aborted").is_undefined() {
        return Ok(Some(signal.unchecked_into()));
    }
    Err(wrong("signal must be an AbortSignal."))
}

pub(super) fn timeout_ms(options: &JsValue) -> Result<Option<f64>, WavixError> {
    let value = property(options, "timeoutMs");
    if value.is_undefined() || value.is_null() {
        return Ok(None);
    }
    let usable = value.as_f64().filter(|milliseconds| *milliseconds > 0.0);
    usable.map(Some).ok_or_else(|| wrong("timeoutMs must be a number of milliseconds above 0, or Infinity."))
}

pub(super) fn max_retries(options: &JsValue) -> Result<Option<u32>, WavixError> {
    let value = property(options, "maxRetries");
    if value.is_undefined() || value.is_null() {
        return Ok(None);
    }
    let number = value.as_f64().filter(|number| number.fract() == 0.0 && (0.0..=100.0).contains(number));
    // Exact: a whole number up to 100.
    number.map(|number| Some(number as u32)).ok_or_else(|| wrong("maxRetries must be a whole number from 0 to 100."))
}

/// Headers of a plain object. Those that the client sets itself are refused: two values of one are none.
pub(super) fn headers(options: &JsValue) -> Result<Vec<(String, String)>, WavixError> {
    const OWN: [&str; 3] = ["accept", "authorization", "content-type"];
    let value = property(options, "headers");
    if value.is_undefined() || value.is_null() {
        return Ok(Vec::new());
    }
    let object = value.dyn_into::<Object>().map_err(|_| wrong("headers must be an object of strings by name."))?;
    let mut headers = Vec::new();
    for name in Object::keys(&object).iter().filter_map(|name| name.as_string()) {
        let value = property(&object, &name).as_string();
        let is_name = !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_.!~*'".contains(&b));
        let usable = value.filter(|value| is_name && !value.contains(['\r', '\n', '\0']));
        let Some(value) = usable else { return Err(wrong("headers must hold strings of one line by name.")) };
        if OWN.contains(&name.to_ascii_lowercase().as_str()) {
            return Err(wrong("headers must not hold accept, authorization or content-type: the client sets them."));
        }
        headers.push((name, value));
    }
    Ok(headers)
}

pub(super) fn function(options: &JsValue, name: &str) -> Result<Option<Function>, WavixError> {
    let value = property(options, name);
    if value.is_undefined() || value.is_null() {
        return Ok(None);
    }
    value.dyn_into().map(Some).map_err(|_| wrong(&[name, " must be a function."].concat()))
}

/// A whole number from 1, or a default.
pub(super) fn count(options: &JsValue, name: &str, default: usize) -> Result<usize, WavixError> {
    let value = property(options, name);
    if value.is_undefined() || value.is_null() {
        return Ok(default);
    }
    let number = value.as_f64().filter(|number| number.fract() == 0.0 && (1.0..=1000.0).contains(number));
    // Exact: a whole number up to 1000.
    number
        .map(|number| number as usize)
        .ok_or_else(|| wrong(&[name, " must be a whole number from 1 to 1000."].concat()))
}

pub(super) fn text(options: &JsValue, name: &str) -> Result<Option<String>, WavixError> {
    let value = property(options, name);
    if value.is_undefined() || value.is_null() {
        return Ok(None);
    }
    value.as_string().map(Some).ok_or_else(|| wrong(&[name, " must be a string."].concat()))
}

pub(super) fn wrong(message: &str) -> WavixError {
    wavix_error(ErrorCode::Configuration, message)
}
