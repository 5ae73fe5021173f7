//! What a body asks for: the fields that it gives, judged one by one.

use serde::de::DeserializeOwned;
use serde_json::Value;
use wavix_trunks::rules::{self, Input, Step, describe_caller_id};
use wavix_trunks::trunk::Destination;

use crate::answer::Refusal;

/// What changes about a number; `None` stays as it is.
pub(super) struct Change {
    pub(super) destinations: Option<Vec<Destination>>,
    pub(super) sms_enabled: Option<bool>,
    pub(super) sms_relay_url: Option<String>,
    pub(super) call_recording_enabled: Option<bool>,
    pub(super) transcription_enabled: Option<bool>,
    pub(super) transcription_threshold: Option<u32>,
    pub(super) call_status_url: Option<String>,
}

impl Change {
    /// The change in a body. What it does not know it leaves aside, as servers do.
    pub(super) fn read(body: &Value) -> Result<Self, Refusal> {
        Ok(Self {
            destinations: destinations(body)?,
            sms_enabled: given(body, "sms_enabled", "must be true or false")?,
            sms_relay_url: given(body, "sms_relay_url", "must be a URL")?,
            call_recording_enabled: given(body, "call_recording_enabled", "must be true or false")?,
            transcription_enabled: given(body, "transcription_enabled", "must be true or false")?,
            transcription_threshold: given(
                body,
                "transcription_threshold",
                "must be a whole number of seconds from 0",
            )?,
            call_status_url: given(body, "call_status_url", "must be a URL")?,
        })
    }
}

/// A number that is put into the account.
pub(super) struct Bought {
    pub(super) number: String,
    pub(super) label: String,
    pub(super) place: (&'static str, &'static str, &'static str),
    pub(super) destinations: Vec<Destination>,
}

pub(super) fn bought(item: &Value) -> Result<Bought, Refusal> {
    let number: Option<String> = given(item, "number", "must be text")?;
    let number = number.as_deref().and_then(describe_caller_id);
    let number = number.ok_or_else(|| Refusal::invalid("number", "must be a phone number with its country code"))?;
    Ok(Bought {
        number: number.digits,
        label: given(item, "label", "must be text")?.unwrap_or_default(),
        place: ("", number.country.unwrap_or_default(), ""),
        destinations: destinations(item)?.unwrap_or_default(),
    })
}

/// The numbers that a change is about.
pub(super) fn ids(body: &Value) -> Result<Vec<i64>, Refusal> {
    let ids: Option<Vec<i64>> = given(body, "ids", "must be a list of ids of numbers")?;
    let ids = ids.filter(|ids| !ids.is_empty());
    ids.ok_or_else(|| Refusal::invalid("ids", "must name at least one number"))
}

fn destinations(body: &Value) -> Result<Option<Vec<Destination>>, Refusal> {
    let Some(list) = body.get("destinations").filter(|list| !list.is_null()) else { return Ok(None) };
    rules::destinations(&Input::from(list)).map(Some).map_err(|issues| {
        let place = |step: &Step| match step {
            Step::Key(key) => key.to_string(),
            Step::Index(index) => index.to_string(),
        };
        let places = issues.iter().map(|issue| issue.path.iter().map(place).collect::<Vec<_>>().join("."));
        Refusal::Invalid(places.zip(issues.iter().map(|issue| issue.message.clone())).collect())
    })
}

fn given<T: DeserializeOwned>(body: &Value, name: &str, reason: &str) -> Result<Option<T>, Refusal> {
    match body.get(name) {
        None | Some(Value::Null) => Ok(None),
        Some(value) => T::deserialize(value).map(Some).map_err(|_| Refusal::invalid(name, reason)),
    }
}
