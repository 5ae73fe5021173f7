//! A rule of an order: which requests it strikes, how often, and with what.

use axum::http::Method;
use serde::Deserialize;
use serde_json::Value;

use super::fault::Fault;
use super::pattern::Pattern;

/// The path of lists.
const LIST: &str = "/v1/trunks";

/// A rule as it is written.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Rule {
    method: Option<Verb>,
    path: Option<Pattern>,
    /// How many matching requests it lets go by before the first that it strikes.
    #[serde(default)]
    pub(super) after: u64,
    #[serde(default)]
    pub(super) times: Times,
    processed: Option<Processed>,
    pub(super) fault: Fault,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
enum Verb {
    Get,
    Post,
    Put,
    Patch,
    Delete,
}

impl Verb {
    fn method(self) -> Method {
        match self {
            Self::Get => Method::GET,
            Self::Post => Method::POST,
            Self::Put => Method::PUT,
            Self::Patch => Method::PATCH,
            Self::Delete => Method::DELETE,
        }
    }
}

/// How many requests a rule strikes.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(try_from = "Value")]
pub(super) enum Times {
    Count(u64),
    Always,
}

impl Default for Times {
    fn default() -> Self {
        Self::Count(1)
    }
}

impl TryFrom<Value> for Times {
    type Error = String;

    fn try_from(value: Value) -> Result<Self, String> {
        match value.as_u64() {
            Some(count) if count > 0 => Ok(Self::Count(count)),
            _ if value == "always" => Ok(Self::Always),
            _ => Err(format!("`times` cannot be {value}: give a whole number from 1, or \"always\"")),
        }
    }
}

/// Whether a request is carried out, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "Value")]
pub(super) enum Processed {
    /// Before the fault strikes.
    Before,
    /// Not at all; after a delay, when the fault is one.
    Not,
    /// Long after the answer, as by a server behind a gateway that gave up on it.
    Late,
}

impl TryFrom<Value> for Processed {
    type Error = String;

    fn try_from(value: Value) -> Result<Self, String> {
        match value {
            Value::Bool(true) => Ok(Self::Before),
            Value::Bool(false) => Ok(Self::Not),
            Value::String(word) if word == "late" => Ok(Self::Late),
            other => Err(format!("`processed` cannot be {other}: give true, false or \"late\"")),
        }
    }
}

impl Rule {
    pub(super) fn parse(given: &Value) -> Result<Self, String> {
        let rule = Self::deserialize(given).map_err(|error| error.to_string())?;
        let needs_an_answer = rule.fault.spoils_an_answer();
        if needs_an_answer && rule.processed.is_some_and(|processed| processed != Processed::Before) {
            return Err(
                "its fault spoils an answer, and without processing there is none: leave `processed` out".into()
            );
        }
        if rule.processed == Some(Processed::Late) && matches!(rule.fault, Fault::Delay { .. }) {
            return Err("a delay ends with the right answer, which cannot come late: give true or false".into());
        }
        if rule.fault.is_about_lists() && (rule.method.is_some() || rule.path.is_some()) {
            return Err("its fault strikes GET /v1/trunks and nothing else: leave `method` and `path` out".into());
        }
        Ok(rule)
    }

    pub(super) fn matches(&self, method: &Method, path: &str) -> bool {
        if self.fault.is_about_lists() {
            return method == Method::GET && path == LIST;
        }
        self.method.is_none_or(|verb| verb.method() == *method)
            && self.path.as_ref().is_none_or(|pattern| pattern.matches(path))
    }

    pub(super) fn processed(&self) -> Processed {
        let unless_given = if self.fault.spoils_an_answer() { Processed::Before } else { Processed::Not };
        self.processed.unwrap_or(unless_given)
    }
}
