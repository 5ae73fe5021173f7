//! What an answer means that is not the one that was asked for.

use std::fmt;

use serde::Serialize;

use super::{Request, Response, read};
use crate::engine::number_text;
use crate::text;

/// An error answer, or a successful one that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApiError {
    /// What went wrong, for programs.
    pub code: ErrorCode,
    /// Status of the answer.
    pub status: u16,
    /// What went wrong, for a person: one sentence, with the server's own words where it had some.
    pub message: String,
    /// The parameters that the server named.
    pub fields: Vec<FieldError>,
    /// The server's name for this request, to quote when asking Wavix about it.
    pub request_id: Option<String>,
    /// Headers of the answer, their names in lower case, without cookies.
    pub headers: Vec<(String, String)>,
}

/// A parameter that the server refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldError {
    /// Name of the parameter.
    pub name: String,
    /// The server's words about it.
    pub message: String,
}

/// What went wrong, for programs. Stable: part of the public interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum ErrorCode {
    /// The config has errors; nothing was sent.
    Validation,
    /// The client was set up or called with options that cannot work; nothing was sent.
    Configuration,
    /// No answer: the connection failed, or what was given as `fetch` gave no response.
    Network,
    /// 400, 422: the server refused a parameter.
    InvalidRequest,
    /// 401: the server does not know the API key.
    Authentication,
    /// 403, or 404 with the words of 403: trunks, or phone numbers, are not provisioned for the account.
    Permission,
    /// 404: there is no such trunk or phone number, or nothing at all at this address.
    NotFound,
    /// Calls to phone numbers lead to the trunk; it was not deleted.
    Routed,
    /// 409: the request conflicts with another one.
    Conflict,
    /// 429: too many requests.
    RateLimit,
    /// The time for the call ran out, or 408: the server gave up waiting.
    Timeout,
    /// The caller ended the call.
    Aborted,
    /// A create may have happened, and more than one new trunk could be its result.
    Ambiguous,
    /// 5xx: the server failed.
    Server,
    /// Another status that is no success.
    Http,
    /// A successful answer that is not what the documents describe.
    Decode,
    /// A bug of this package. The instance goes on; the call's outcome is not known.
    Internal,
}

impl ErrorCode {
    /// The code as JavaScript sees it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Validation => "validation",
            Self::Configuration => "configuration",
            Self::Network => "network",
            Self::InvalidRequest => "invalid_request",
            Self::Authentication => "authentication",
            Self::Permission => "permission",
            Self::NotFound => "not_found",
            Self::Routed => "routed",
            Self::Conflict => "conflict",
            Self::RateLimit => "rate_limit",
            Self::Timeout => "timeout",
            Self::Aborted => "aborted",
            Self::Ambiguous => "ambiguous",
            Self::Server => "server",
            Self::Http => "http",
            Self::Decode => "decode",
            Self::Internal => "internal",
        }
    }
}

/// Longer words of a server are cut: a message is one sentence.
const LONGEST_MESSAGE: usize = 300;

impl ApiError {
    /// What an error answer means. Its body may be anything: JSON, an HTML page of a gateway, nothing.
    pub(crate) fn from_response(response: &Response, request: &Request) -> Self {
        let words = read::words(&response.body);
        let said = tidy(&words.message);
        let code = match response.status {
            400 | 422 => ErrorCode::InvalidRequest,
            401 => ErrorCode::Authentication,
            403 => ErrorCode::Permission,
            404 if text::contains(&said, "not provisioned") => ErrorCode::Permission,
            404 => ErrorCode::NotFound,
            408 => ErrorCode::Timeout,
            409 => ErrorCode::Conflict,
            429 => ErrorCode::RateLimit,
            500..=599 => ErrorCode::Server,
            _ => ErrorCode::Http,
        };
        let happened = match code {
            ErrorCode::InvalidRequest => "Wavix refused the request",
            ErrorCode::Authentication => "Wavix did not accept the API key",
            ErrorCode::Permission if request.is_about_numbers() => "The account may not use phone numbers",
            ErrorCode::Permission => "The account may not use SIP trunks",
            // A list and a create are always there, and Wavix says in JSON what is not.
            ErrorCode::NotFound if !request.is_about_some() || !response.is_object() => {
                "There is nothing at this address, so check baseUrl"
            }
            ErrorCode::NotFound if request.is_about_numbers() => "There is no such phone number",
            ErrorCode::NotFound => "There is no such trunk",
            ErrorCode::Conflict => "The request conflicts with another one",
            ErrorCode::RateLimit => "Wavix asks to send fewer requests",
            ErrorCode::Timeout => "Wavix gave up waiting for the request",
            ErrorCode::Server => "Wavix failed to answer",
            _ => "Wavix gave an answer that its documents do not mention",
        };
        let fields = if code == ErrorCode::InvalidRequest { named_fields(words.fields, &said) } else { Vec::new() };
        Self::new(code, response, happened, &said, fields)
    }

    /// A successful answer that cannot be read.
    pub(crate) fn undecodable(response: &Response) -> Self {
        let happened = "Wavix gave an answer that is not what its documents describe";
        Self::new(ErrorCode::Decode, response, happened, "", Vec::new())
    }

    fn new(code: ErrorCode, response: &Response, happened: &str, said: &str, fields: Vec<FieldError>) -> Self {
        let status = response.status;
        let stop = if said.is_empty() || said.ends_with(['.', '!', '?']) { "" } else { "." };
        let between = if said.is_empty() { "." } else { ": " };
        let message = [happened, " (status ", &number_text(status.into()), ")", between, said, stop].concat();
        let request_id = response.header("x-request-id").map(str::to_owned);
        let mut headers = response.headers.clone();
        headers.retain(|(name, _)| name != "set-cookie");
        Self { code, status, message, fields, request_id, headers }
    }

    /// Cuts the server's words to the length of a sentence. After [`ApiError::redact`]: of a secret that the cut divides,
    /// the first part would stay.
    pub(crate) fn shorten(&mut self) {
        self.each_of_its_words(&mut |text| {
            if let Some((end, _)) = text.char_indices().nth(LONGEST_MESSAGE) {
                text.truncate(end);
            }
        });
    }

    /// Takes a secret out of the server's words: some servers repeat what they were sent.
    pub fn redact(&mut self, secret: &str) {
        let mut redact = |text: &mut String| {
            if let Some(redacted) = text::redacted(text, secret) {
                *text = redacted;
            }
        };
        self.each_of_its_words(&mut redact);
        self.headers.iter_mut().for_each(|(_, value)| redact(value));
        self.request_id.as_mut().into_iter().for_each(redact);
    }

    fn each_of_its_words(&mut self, change: &mut dyn FnMut(&mut String)) {
        for field in &mut self.fields {
            change(&mut field.name);
            change(&mut field.message);
        }
        change(&mut self.message);
    }
}

/// `"errors": {field: message}` of the newer endpoints, else the name in `Missing or invalid parameter <param_name>`.
fn named_fields(named: Option<Vec<(String, String)>>, said: &str) -> Vec<FieldError> {
    let field = |name: &str, message: &str| FieldError { name: tidy(name), message: tidy(message) };
    match named {
        Some(named) => named.iter().map(|(name, message)| field(name, message)).collect(),
        None => {
            let name = text::behind(said, "invalid parameter ").map(|name| name.trim_end_matches('.').trim());
            name.filter(|name| !name.is_empty()).map(|name| field(name, said)).into_iter().collect()
        }
    }
}

/// One line without control characters.
fn tidy(text: &str) -> String {
    text.trim().chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

impl fmt::Display for ApiError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for ApiError {}
