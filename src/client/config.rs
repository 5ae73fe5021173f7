//! Whose trunks, where, and how the key is shown at the door.

use std::fmt;

use super::{Message, Observer};
use crate::api::Request;
use crate::api::numbers::NumbersApi;
use crate::trunk::Secret;

/// Where Wavix is.
pub const DEFAULT_BASE_URL: &str = "https://api.wavix.com";

/// Whose trunks, where, and how the key is shown at the door.
#[derive(Clone)]
pub struct ClientConfig {
    api_key: Option<Secret>,
    auth: Auth,
    base_url: String,
    headers: Vec<(String, String)>,
    pub(crate) timeout_ms: f64,
    pub(super) max_retries: u32,
    pub(crate) numbers_api: NumbersApi,
    pub(super) observer: Option<Observer>,
}

impl fmt::Debug for ClientConfig {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientConfig")
            .field("api_key", &self.api_key)
            .field("auth", &self.auth)
            .field("base_url", &self.base_url)
            .finish_non_exhaustive()
    }
}

/// How the API key travels.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Auth {
    /// `?appid=<key>`, as the overview documents it.
    #[default]
    Query,
    /// `Authorization: Bearer <key>`, as the documents of 2026 prefer: a URL ends up in more logs than a header.
    Bearer,
}

impl ClientConfig {
    /// With a key, for `https://api.wavix.com`, the key in the query.
    pub fn new(api_key: impl Into<Secret>) -> Self {
        Self { api_key: Some(api_key.into()), ..Self::without_key() }
    }

    /// Without a key: for a relay that adds it.
    pub fn without_key() -> Self {
        Self {
            api_key: None,
            auth: Auth::default(),
            base_url: DEFAULT_BASE_URL.to_owned(),
            headers: Vec::new(),
            timeout_ms: 60_000.0,
            max_retries: 2,
            numbers_api: NumbersApi::default(),
            observer: None,
        }
    }

    /// How the key travels.
    #[must_use]
    pub fn auth(mut self, auth: Auth) -> Self {
        self.auth = auth;
        self
    }

    /// Another host or path before `/v1`: the sandbox, a relay.
    #[must_use]
    pub fn base_url(mut self, base_url: &str) -> Self {
        self.base_url = base_url.trim_end_matches('/').to_owned();
        self
    }

    /// Headers sent along with every request.
    #[must_use]
    pub fn headers(mut self, headers: Vec<(String, String)>) -> Self {
        self.headers = headers;
        self
    }

    /// Milliseconds that a call may take, all attempts and the waits between them included. Default 60,000.
    #[must_use]
    pub fn timeout_ms(mut self, timeout_ms: f64) -> Self {
        self.timeout_ms = timeout_ms;
        self
    }

    /// Attempts after the first one. Default 2.
    #[must_use]
    pub fn max_retries(mut self, max_retries: u32) -> Self {
        self.max_retries = max_retries;
        self
    }

    /// Which of Wavix's calls on numbers are used. Default [`NumbersApi::Numbers`].
    #[must_use]
    pub fn numbers_api(mut self, numbers_api: NumbersApi) -> Self {
        self.numbers_api = numbers_api;
        self
    }

    /// Who hears what happens to every call.
    #[must_use]
    pub fn observer(mut self, observer: Observer) -> Self {
        self.observer = Some(observer);
        self
    }

    /// Whether there is no key, so that the other end is a relay.
    pub(super) fn is_relayed(&self) -> bool {
        self.api_key.is_none()
    }

    /// What must not stand in an error: the key and the secrets of a call.
    pub(super) fn secrets<'a>(&'a self, of_call: &'a [&str]) -> impl Iterator<Item = &'a str> {
        of_call.iter().copied().chain(self.api_key.as_ref().map(Secret::reveal))
    }

    /// Gives a request its host and its key.
    pub(super) fn address(&self, request: &Request, headers: &[(String, String)]) -> Message {
        let mut url = [self.base_url.as_str(), &request.path].concat();
        let mut separator = '?';
        let mut ask = |name: &str, value: &str| {
            url.push(separator);
            url.push_str(name);
            url.push('=');
            url.push_str(&in_query(value));
            separator = '&';
        };
        let own = |name: &str, value: String| (name.to_owned(), value);
        let mut all = vec![own("accept", "application/json".to_owned())];
        if request.body.is_some() {
            all.push(own("content-type", "application/json".to_owned()));
        }
        // Those of the call in the place of the client's, whatever the case of their names.
        let is_new = |name: &str| !headers.iter().any(|(other, _)| other.eq_ignore_ascii_case(name));
        all.extend(self.headers.iter().filter(|(name, _)| is_new(name)).cloned());
        all.extend_from_slice(headers);
        request.query.iter().for_each(|(name, value)| ask(name, value));
        match (&self.api_key, self.auth) {
            (Some(key), Auth::Query) => ask("appid", key.reveal()),
            (Some(key), Auth::Bearer) => all.push(own("authorization", ["Bearer ", key.reveal()].concat())),
            (None, _) => {}
        }
        Message { method: request.method, url, headers: all, body: request.body.clone() }
    }
}

/// Text as the query of a URL takes it: all but the unreserved characters of RFC 3986 by the number of each of their bytes.
fn in_query(text: &str) -> String {
    let mut encoded = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded.push(char::from(byte));
            continue;
        }
        encoded.push('%');
        for digit in [byte >> 4, byte & 15] {
            encoded.extend(char::from_digit(digit.into(), 16).map(|digit| digit.to_ascii_uppercase()));
        }
    }
    encoded
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;

    #[test]
    fn what_a_query_does_not_take_as_it_is_stands_there_by_its_bytes() {
        assert_eq!(in_query("aZ09-._~"), "aZ09-._~");
        assert_eq!(in_query("a b&c=d/\u{e9}%+"), "a%20b%26c%3Dd%2F%C3%A9%25%2B");
    }
}
