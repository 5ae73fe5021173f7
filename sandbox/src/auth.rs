//! Who asks: the API key in `?appid=` (2023 documents) or in `Authorization: Bearer` (2026 documents).

use axum::http::header::AUTHORIZATION;
use axum::http::{HeaderMap, Uri};

use crate::answer::Refusal;
use crate::query;

/// The two keys that the sandbox knows.
pub(crate) struct Keys {
    /// May do everything.
    pub(crate) provisioned: String,
    /// Is known, but its account has no trunks: answered with 403, so that this case can be tried.
    pub(crate) unprovisioned: String,
}

impl Keys {
    /// Lets a request in or says why not. A bearer token counts more than `appid`, which Wavix calls deprecated.
    pub(crate) fn admit(&self, headers: &HeaderMap, uri: &Uri) -> Result<(), Refusal> {
        match bearer(headers).or_else(|| query::value(uri.query(), "appid")) {
            Some(key) if key == self.provisioned => Ok(()),
            Some(key) if key == self.unprovisioned => Err(Refusal::NotProvisioned),
            _ => Err(Refusal::Unauthorized),
        }
    }
}

/// The token of a bearer header; another scheme, such as a proxy's `Basic`, is not ours and does not count.
fn bearer(headers: &HeaderMap) -> Option<String> {
    let (scheme, token) = headers.get(AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim().to_owned())
}
