//! Options of the client: whose trunks, where, how the key travels, and the guards around it.

use wasm_bindgen::prelude::*;

use super::error::WavixError;
use super::observe::{self, Level};
use super::options::{count, function, headers, text, timeout_ms, wrong};
use super::read::{self, property};
use crate::api::numbers::NumbersApi;
use crate::client::fetch::Fetch;
use crate::client::{Auth, ClientConfig, DEFAULT_BASE_URL, Observer};
use crate::input::Input;

/// Reads the options of the client.
pub(super) fn read(options: &JsValue) -> Result<(Fetch, ClientConfig), WavixError> {
    let given = read::members(
        options,
        "apiKey auth baseUrl numbersApi timeoutMs maxRetries logLevel allowInsecure dangerouslyAllowBrowser",
    );
    let key = text(&given, "apiKey")?;
    let auth = match text(&given, "auth")?.as_deref() {
        None | Some("query") => Auth::Query,
        Some("bearer") => Auth::Bearer,
        Some(_) => return Err(wrong("auth must be \"query\" or \"bearer\".")),
    };
    let base_url = text(&given, "baseUrl")?;
    let config = match &key {
        Some(key) if !key.is_empty() && key.chars().all(|c| c.is_ascii_graphic()) => ClientConfig::new(key.as_str()),
        Some(_) => return Err(wrong("apiKey must be the key as Wavix shows it: letters and digits without spaces.")),
        None if base_url.is_some() => ClientConfig::without_key(),
        None => return Err(wrong("apiKey is missing: pass { apiKey }, or { baseUrl } of a relay that adds the key.")),
    };
    let base_url = base_url.as_deref().unwrap_or(DEFAULT_BASE_URL);
    let place = Place::of(base_url)?;
    let insecure_too = is_on(&given, "allowInsecure")?;
    if place.protocol == "http:" && !place.is_this_machine() && !insecure_too {
        return Err(wrong(
            "baseUrl must begin with https:// unless it is on this machine; allowInsecure: true lifts that.",
        ));
    }
    let allowed = is_on(&given, "dangerouslyAllowBrowser")?;
    if is_in_page() && key.is_some() && !place.is_this_machine() && !allowed {
        return Err(wrong(
            "apiKey in a page is readable by every visitor. Keep it on a server and pass { baseUrl } of a relay there; \
             dangerouslyAllowBrowser: true takes the risk.",
        ));
    }
    let log = logger(options, &given)?;
    let retry = function(options, "onRetry")?.map(observe::on_retry);
    let numbers_api = match text(&given, "numbersApi")?.as_deref() {
        None | Some("numbers") => NumbersApi::Numbers,
        Some("mydids") => NumbersApi::Mydids,
        Some(_) => return Err(wrong("numbersApi must be \"numbers\" or \"mydids\".")),
    };
    let mut config = config.numbers_api(numbers_api).auth(auth).base_url(&place.href).headers(headers(options)?);
    if let Some(milliseconds) = timeout_ms(&given)? {
        config = config.timeout_ms(milliseconds);
    }
    if let Some(retries) = count(&given, "maxRetries", 0, 100)? {
        config = config.max_retries(retries);
    }
    if let Some(observer) = observe::both(log, retry) {
        config = config.observer(observer);
    }
    Ok((Fetch::new(function(options, "fetch")?), config))
}

/// A switch that lifts a guard: no text, since that of the environment may say `false`.
fn is_on(given: &Input, name: &str) -> Result<bool, WavixError> {
    match given.get(name) {
        Input::Missing | Input::Null => Ok(false),
        Input::Switch(on) => Ok(*on),
        _ => Err(wrong(&[name, " must be true or false, as a boolean."].concat())),
    }
}

/// A logger like `console`, up to a level.
fn logger(options: &JsValue, given: &Input) -> Result<Option<Observer>, WavixError> {
    let logger = property(options, "logger");
    let level = match text(given, "logLevel")?.as_deref() {
        None => Some(Level::Warn),
        Some("off") => None,
        Some(name) => Some(
            Level::named(name)
                .ok_or_else(|| wrong("logLevel must be \"off\", \"error\", \"warn\", \"info\" or \"debug\"."))?,
        ),
    };
    if logger.is_undefined() || logger.is_null() {
        return Ok(None);
    }
    if !logger.is_object() {
        return Err(wrong("logger must be an object with functions such as warn and info, like console."));
    }
    Ok(level.map(|level| observe::logger(logger, level)))
}

/// Where a base URL leads, as the runtime itself reads it: two parsers would disagree some day.
struct Place {
    href: String,
    protocol: String,
    hostname: String,
}

#[wasm_bindgen(module = "/pkg-template/place.js")]
extern "C" {
    #[wasm_bindgen(js_name = placeOf)]
    fn place_of(url: &str) -> Option<String>;
    #[wasm_bindgen(js_name = isInPage)]
    fn is_in_page() -> bool;
}

impl Place {
    fn of(base_url: &str) -> Result<Self, WavixError> {
        let place = place_of(base_url).ok_or_else(|| {
            wrong("baseUrl must be a URL such as https://api.wavix.com, or in a page a path such as /api/wavix.")
        })?;
        let mut parts = place.split('\0').map(str::to_owned);
        let mut next = || parts.next().unwrap_or_default();
        let (place, others) = (Self { href: next(), protocol: next(), hostname: next() }, next());
        if place.protocol != "https:" && place.protocol != "http:" {
            return Err(wrong("baseUrl must begin with https://, or with http:// on this machine."));
        }
        if !others.is_empty() {
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
