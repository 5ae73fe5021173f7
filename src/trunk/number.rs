//! A phone number (DID) of the account as lists and changes return it, and where its calls go.

use serde::Serialize;
#[cfg(not(target_arch = "wasm32"))]
use serde_json::{Map, Value};

#[cfg(not(target_arch = "wasm32"))]
use super::received::{take, whole};
use super::{Extra, Money, Pagination};

/// A phone number (DID) of the account.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct PhoneNumber {
    /// Number of the phone number in API calls.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "number"))]
    pub id: Option<u64>,
    /// The phone number: digits with country code, such as `12565378257`.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
    pub number: Option<String>,
    /// Your name for the number.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub label: Option<String>,
    /// `active`, or `inactive`, which neither receives nor places calls; a value that this version does not know is kept.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "\"active\" | \"inactive\" | (string & {}) | null"))]
    pub status: Option<String>,
    /// Where calls to the number go; empty when they go nowhere. Wavix calls it `destinations` where it is written.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "NumberDestination[]"))]
    pub destination: Vec<NumberDestination>,
    /// City or rate centre.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub city: Option<String>,
    /// State or region.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub state: Option<String>,
    /// Country, in English.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub country: Option<String>,
    /// Country, two letters (ISO 3166).
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub country_short_name: Option<String>,
    /// Paid once, in USD, as decimal digits.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub activation_fee: Option<Money>,
    /// Paid every month, in USD, as decimal digits: `"0.99"`.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub monthly_fee: Option<Money>,
    /// Price of an inbound minute, in USD, as decimal digits.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub per_min: Option<Money>,
    /// Inbound minutes that cost nothing.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "number | null"))]
    pub free_min: Option<i64>,
    /// Inbound minutes cost nothing.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "boolean | null"))]
    pub unlimited: Option<bool>,
    /// Most concurrent inbound calls.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "number | null"))]
    pub channels: Option<i64>,
    /// The number can be the caller ID of calls within its country.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "boolean | null"))]
    pub domestic_cli: Option<bool>,
    /// CNAM is on.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "boolean | null"))]
    pub cnam: Option<bool>,
    /// Inbound calls of this month, in seconds.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub seconds: Option<String>,
    /// When the number was bought, RFC 3339.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub added: Option<String>,
    /// Until when it is paid.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub paid_until: Option<String>,
    /// Messages are on.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "boolean | null"))]
    pub sms_enabled: Option<bool>,
    /// Where inbound messages are sent.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub sms_relay_url: Option<String>,
    /// Where changes of a call's status are sent.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub call_status_url: Option<String>,
    /// Inbound calls are recorded.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "boolean | null"))]
    pub call_recording_enabled: Option<bool>,
    /// Inbound calls are transcribed.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "boolean | null"))]
    pub transcription_enabled: Option<bool>,
    /// Shortest call that is transcribed, in seconds.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "number | null"))]
    pub transcription_threshold: Option<i64>,
    /// What this version does not know, and the documents that an activation asks for.
    #[serde(flatten)]
    pub extra: Extra,
}

/// One of the places to which calls to a number go.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct NumberDestination {
    /// Number that Wavix gave it; another one after every change.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "number"))]
    pub id: Option<u64>,
    /// A SIP address, the digits of a phone number, or the login `name` of a trunk.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
    pub destination: Option<String>,
    /// The one with the lowest is tried first.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "number"))]
    pub priority: Option<u64>,
    /// What it is: 1 a SIP address, 4 a phone number, 5 a SIP trunk.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "1 | 4 | 5 | (number & {}) | null"))]
    pub transport: Option<u64>,
    /// The trunk, by its number; `null` where it is none.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "number | null"))]
    pub trunk_id: Option<u64>,
    /// Your name for that trunk.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub trunk_label: Option<String>,
    /// SRTP.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "boolean | null"))]
    pub srtp: Option<bool>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// One page of phone numbers.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct NumberPage {
    /// The numbers of this page; empty past the last one.
    pub items: Vec<PhoneNumber>,
    /// Where this page stands among the others.
    pub pagination: Pagination,
    /// What this version does not know, and `doc_types`, the kinds of documents that an activation may ask for.
    #[serde(flatten)]
    pub extra: Extra,
}

/// What became of a change of destinations.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Routed {
    /// The numbers after the change; `null` where the calls before 2026 are used, which do not return them.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "PhoneNumber[] | null"))]
    pub items: Option<Vec<PhoneNumber>>,
}

/// Takes each named field out of an object, once `$done` are; whatever stays is the answer's `extra`.
macro_rules! received {
    ($type:ident { $($done:ident)* }: $($name:ident)*) => {
        impl $type {
            /// The names of the fields that are `null` when the server left them out, each with a space behind it.
            #[cfg(target_arch = "wasm32")]
            pub(crate) const NAMES: &str = concat!($(stringify!($name), " "),*);

            #[cfg(not(target_arch = "wasm32"))]
            fn received(mut fields: Map<String, Value> $(, $done: Vec<NumberDestination>)*) -> Self {
                Self { $($done,)* $($name: take(&mut fields, stringify!($name)),)* extra: Extra::from(fields) }
            }
        }
    };
}

received!(PhoneNumber { destination }:
    id number label status city state country country_short_name activation_fee monthly_fee per_min free_min unlimited
    channels domestic_cli cnam seconds added paid_until sms_enabled sms_relay_url call_status_url call_recording_enabled
    transcription_enabled transcription_threshold);

received!(NumberDestination {}: id destination priority transport trunk_id trunk_label srtp);

#[cfg(not(target_arch = "wasm32"))]
impl PhoneNumber {
    /// Reads a number; nothing when it is none, or when nobody can tell from it where its calls go.
    pub(crate) fn read(row: Value) -> Option<Self> {
        let Value::Object(mut fields) = row else { return None };
        // Written as `destinations`, read as `destination`: should a server use one name for both, it is understood.
        let listed = fields.remove("destination").or_else(|| fields.remove("destinations"));
        let destination = match listed.unwrap_or_default() {
            Value::Array(rows) => rows.into_iter().map(NumberDestination::read).collect::<Option<_>>()?,
            Value::Null => Vec::new(),
            _ => return None,
        };
        Some(Self::received(fields, destination))
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl NumberDestination {
    fn read(row: Value) -> Option<Self> {
        let Value::Object(mut fields) = row else { return None };
        for name in ["trunk_id", "transport"] {
            if let Some(given) = fields.get_mut(name).filter(|given| !given.is_null()) {
                *given = whole(given)?.into();
            }
        }
        Some(Self::received(fields))
    }
}
