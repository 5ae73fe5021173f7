//! Whose trunks, where, and how the key is shown at the door.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::Message;
use crate::api::Request;
use crate::trunk::Secret;

/// Where Wavix is.
pub const DEFAULT_BASE_URL: &str = "https://api.wavix.com";

/// What a URL's query takes as it stands (RFC 3986, unreserved).
const QUERY: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// Whose trunks, where, and how the key is shown at the door.
#[derive(Clone, Debug)]
pub struct ClientConfig {
    api_key: Option<Secret>,
    auth: Auth,
    base_url: String,
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
        Self { api_key: None, auth: Auth::default(), base_url: DEFAULT_BASE_URL.to_owned() }
    }

    /// How the key travels.
    #[must_use]
    pub fn auth(self, auth: Auth) -> Self {
        Self { auth, ..self }
    }

    /// Another host or path before `/v1`: the sandbox, a relay.
    #[must_use]
    pub fn base_url(self, base_url: &str) -> Self {
        Self { base_url: base_url.trim_end_matches('/').to_owned(), ..self }
    }

    pub(super) fn key(&self) -> &str {
        self.api_key.as_ref().map_or("", Secret::reveal)
    }

    /// Gives a request its host and its key.
    pub(super) fn address(&self, request: &Request) -> Message {
        let mut url = format!("{}{}", self.base_url, request.path);
        let mut headers = vec![("accept", "application/json".to_owned())];
        if request.body.is_some() {
            headers.push(("content-type", "application/json".to_owned()));
        }
        let mut query: Vec<(&str, &str)> = request.query.iter().map(|(name, value)| (*name, value.as_str())).collect();
        match (&self.api_key, self.auth) {
            (Some(key), Auth::Query) => query.push(("appid", key.reveal())),
            (Some(key), Auth::Bearer) => headers.push(("authorization", format!("Bearer {}", key.reveal()))),
            (None, _) => {}
        }
        for (index, (name, value)) in query.into_iter().enumerate() {
            url.push(if index == 0 { '?' } else { '&' });
            url.push_str(name);
            url.push('=');
            url.extend(utf8_percent_encode(value, QUERY));
        }
        Message { method: request.method, url, headers, body: request.body.clone() }
    }
}
