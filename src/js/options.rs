//! Options of calls and of the client, read from plain objects. What cannot work is an error that names the option.

use js_sys::Function;
use wasm_bindgen::prelude::*;

use super::error::{WavixError, wavix_error};
use super::read::property;
use crate::api::{ErrorCode, ListParams};
use crate::client::fetch::Fetch;
use crate::client::{Auth, ClientConfig, DEFAULT_BASE_URL};

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
            .ok_or_else(|| wrong(&format!("{name} must be a whole number from 1 to {most}.")))
    };
    Ok(ListParams { page: number("page", f64::from(u32::MAX))?, per_page: number("per_page", 100.0)? })
}

/// Which trunk.
pub(super) fn trunk_id(id: &JsValue) -> Result<u64, WavixError> {
    const LARGEST: f64 = 9_007_199_254_740_991.0;
    let number = id.as_f64().filter(|number| number.fract() == 0.0 && (1.0..=LARGEST).contains(number));
    // Exact: a whole number below 2^53.
    number
        .map(|number| number as u64)
        .ok_or_else(|| wrong("id must be the number of a trunk: a whole number from 1, as list and create return it."))
}

/// Options of the client.
pub(super) fn client(options: &JsValue) -> Result<(Fetch, ClientConfig), WavixError> {
    let key = text(options, "apiKey")?;
    let auth = match text(options, "auth")?.as_deref() {
        None | Some("query") => Auth::Query,
        Some("bearer") => Auth::Bearer,
        Some(_) => return Err(wrong("auth must be \"query\" or \"bearer\".")),
    };
    let base_url = text(options, "baseUrl")?;
    let config = match &key {
        Some(key) if !key.is_empty() && key.chars().all(|c| c.is_ascii_graphic()) => ClientConfig::new(key.as_str()),
        Some(_) => return Err(wrong("apiKey must be the key as Wavix shows it: letters and digits without spaces.")),
        None if base_url.is_some() => ClientConfig::without_key(),
        None => return Err(wrong("apiKey is missing: pass { apiKey }, or { baseUrl } of a relay that adds the key.")),
    };
    let base_url = base_url.as_deref().unwrap_or(DEFAULT_BASE_URL);
    let place = Place::of(base_url)?;
    if place.protocol == "http:" && !place.is_this_machine() && !property(options, "allowInsecure").is_truthy() {
        return Err(wrong(
            "baseUrl must begin with https:// unless it is on this machine; allowInsecure: true lifts that.",
        ));
    }
    let in_page = !property(&property(&js_sys::global(), "window"), "document").is_undefined();
    let allowed = property(options, "dangerouslyAllowBrowser").is_truthy();
    if in_page && key.is_some() && !place.is_this_machine() && !allowed {
        return Err(wrong(
            "apiKey in a page is readable by every visitor. Keep it on a server and pass { baseUrl } of a relay there; \
             dangerouslyAllowBrowser: true takes the risk.",
        ));
    }
    let fetch = property(options, "fetch");
    if !fetch.is_undefined() && !fetch.is_function() {
        return Err(wrong("fetch must be a function that behaves like fetch."));
    }
    let function = fetch.dyn_into::<Function>().ok();
    Ok((Fetch::new(function), config.auth(auth).base_url(&place.href)))
}

/// Where a base URL leads, as the runtime itself reads it: two parsers would disagree some day.
struct Place {
    href: String,
    protocol: String,
    hostname: String,
}

#[wasm_bindgen]
extern "C" {
    type URL;
    #[wasm_bindgen(catch, constructor)]
    fn new(url: &str, base: &JsValue) -> Result<URL, JsValue>;
    #[wasm_bindgen(method, getter)]
    fn href(this: &URL) -> String;
    #[wasm_bindgen(method, getter)]
    fn protocol(this: &URL) -> String;
    #[wasm_bindgen(method, getter)]
    fn hostname(this: &URL) -> String;
    #[wasm_bindgen(method, getter)]
    fn username(this: &URL) -> String;
    #[wasm_bindgen(method, getter)]
    fn search(this: &URL) -> String;
    #[wasm_bindgen(method, getter)]
    fn hash(this: &URL) -> String;
}

impl Place {
    fn of(base_url: &str) -> Result<Self, WavixError> {
        let page = property(&property(&js_sys::global(), "location"), "href");
        let url = URL::new(base_url, &page).map_err(|_| {
            wrong("baseUrl must be a URL such as https://api.wavix.com, or in a page a path such as /api/wavix.")
        })?;
        let place = Self { href: url.href(), protocol: url.protocol(), hostname: url.hostname() };
        if place.protocol != "https:" && place.protocol != "http:" {
            return Err(wrong("baseUrl must begin with https://, or with http:// on this machine."));
        }
        if !url.username().is_empty() || !url.search().is_empty() || !url.hash().is_empty() {
            return Err(wrong("baseUrl must be without a user name, a query and a fragment."));
        }
        Ok(place)
    }

    fn is_this_machine(&self) -> bool {
        let host = self.hostname.as_str();
        let is_loopback_v4 = host.parse::<std::net::Ipv4Addr>().is_ok_and(|ip| ip.is_loopback());
        host == "localhost" || host.ends_with(".localhost") || host == "[::1]" || is_loopback_v4
    }
}

fn text(options: &JsValue, name: &str) -> Result<Option<String>, WavixError> {
    let value = property(options, name);
    if value.is_undefined() || value.is_null() {
        return Ok(None);
    }
    value.as_string().map(Some).ok_or_else(|| wrong(&format!("{name} must be a string.")))
}

fn wrong(message: &str) -> WavixError {
    wavix_error(ErrorCode::Configuration, message)
}
