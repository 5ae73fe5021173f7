//! What comes back: a trunk, and the shorter summary of it in lists.
//!
//! Nothing a server sends may cost the caller the answer: every field is an `Option`, a field of an unexpected type is
//! handed on under its own name in `extra` and so are the fields that this version does not know. Written out again, a
//! field that the server left out is `null`.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize, Serializer};
use serde_json::{Map, Value};

use super::{Extra, Money, Secret};

/// A trunk as create, get and update return it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Trunk {
    /// Number of the trunk in API calls.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "number"))]
    pub id: Option<u64>,
    /// SIP login that Wavix made for the trunk, such as `67758`; PBX guides call it the SIP trunk ID.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
    pub name: Option<String>,
    /// Your name for the trunk.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
    pub label: Option<String>,
    /// Digest password. The 2023 overview shows it echoed by create; no other document does.
    #[serde(serialize_with = "write_secret", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
    pub password: Option<Secret>,
    /// Caller ID; `null` when there is none, empty when many are allowed.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub callerid: Option<String>,
    /// Registration only from the listed addresses.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "boolean"))]
    pub ip_restrict: Option<bool>,
    /// Addresses from which the trunk may register.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "AllowedAddress[] | null"))]
    pub allowed_ips: Option<Vec<AllowedAddress>>,
    /// `dynamic` for digest authentication, an IP address for IP authentication.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub host: Option<String>,
    /// The dialled number is carried in the `To` header of inbound INVITEs.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "boolean"))]
    pub didinfo_enabled: Option<bool>,
    /// Cap on the duration of a call on.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "boolean | null"))]
    pub call_restrict: Option<bool>,
    /// Longest call, in seconds.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "number | null"))]
    pub call_limit: Option<i64>,
    /// Cap on the cost of one outbound call on.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "boolean"))]
    pub cost_limit: Option<bool>,
    /// Highest cost of one outbound call, in USD, as decimal digits: `"0.18"`.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub max_call_cost: Option<Money>,
    /// Cap on concurrent outbound calls on.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "boolean"))]
    pub channels_restrict: Option<bool>,
    /// Most concurrent outbound calls.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "number | null"))]
    pub max_channels: Option<i64>,
    /// Dial plan on.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "boolean"))]
    pub rewrite_enabled: Option<bool>,
    /// Digits put in front of the dialled number.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub rewrite_prefix: Option<String>,
    /// Leading digits deleted from the dialled number, or how many of them.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub rewrite_cond: Option<String>,
    /// Caller ID passthrough.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "boolean | null"))]
    pub passthrough: Option<bool>,
    /// Any active or verified number of the account may be the caller ID.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "boolean | null"))]
    pub multiple_numbers: Option<bool>,
    /// Outbound calls are recorded.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "boolean | null"))]
    pub call_recording_enabled: Option<bool>,
    /// Calls are transcribed.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "boolean | null"))]
    pub transcription_enabled: Option<bool>,
    /// Shortest call that is transcribed, in seconds.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "number | null"))]
    pub transcription_threshold: Option<i64>,
    /// Voicemail detection.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "boolean | null"))]
    pub machine_detection_enabled: Option<bool>,
    /// SRTP.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "boolean | null"))]
    pub encrypted_media: Option<bool>,
    /// When the trunk was made, RFC 3339.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub created_at: Option<String>,
    /// A credential of the trunk.
    #[serde(serialize_with = "write_secret")]
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub access_token: Option<Secret>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A trunk as lists show it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct TrunkSummary {
    /// Number of the trunk in API calls.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "number"))]
    pub id: Option<u64>,
    /// SIP login that Wavix made for the trunk.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
    pub name: Option<String>,
    /// Your name for the trunk.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
    pub label: Option<String>,
    /// Caller ID; `null` when there is none, empty when many are allowed.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub callerid: Option<String>,
    /// How calls are authenticated: `Digest` or `IP auth`; a value that this version does not know is kept.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "\"Digest\" | \"IP auth\" | (string & {}) | null"))]
    pub auth_method: Option<String>,
    /// The request for IP authentication and how far it got, if there is one.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "HostRequestState | null"))]
    pub host_request: Option<HostRequestState>,
    /// Caller ID passthrough.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "boolean | null"))]
    pub passthrough: Option<bool>,
    /// Any active or verified number of the account may be the caller ID.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "boolean | null"))]
    pub multiple_numbers: Option<bool>,
    /// `active`, or `pending` or `rejected`, which cannot place calls; a value that this version does not know is kept.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "\"active\" | \"pending\" | \"rejected\" | (string & {}) | null"))]
    pub status: Option<String>,
    /// Talk time this month, in seconds.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "number | null"))]
    pub talk_time: Option<i64>,
    /// Charge this month, in USD, as decimal digits: `"12.3400"`.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub charge: Option<Money>,
    /// Outbound calls are recorded.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "boolean | null"))]
    pub call_recording_enabled: Option<bool>,
    /// Voicemail detection.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "boolean | null"))]
    pub machine_detection_enabled: Option<bool>,
    /// Calls are transcribed.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "boolean | null"))]
    pub transcription_enabled: Option<bool>,
    /// Shortest call that is transcribed, in seconds.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "number | null"))]
    pub transcription_threshold: Option<i64>,
    /// SRTP.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "boolean | null"))]
    pub encrypted_media: Option<bool>,
    /// A credential of the trunk.
    #[serde(serialize_with = "write_secret")]
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub access_token: Option<Secret>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// An address from which a trunk may register, with the number that Wavix gave it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct AllowedAddress {
    /// Number of the address; absent in the oldest documents.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<u64>,
    /// An IPv4 or IPv6 address.
    pub ip: String,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A request for IP authentication and how far it got.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct HostRequestState {
    /// The address that asked to place calls.
    pub host: String,
    /// How far the request got, in Wavix's words.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub status: Option<String>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Takes each named field out of an object; whatever stays is the answer's `extra`.
macro_rules! received {
    ($type:ident: $($name:ident)* | $($unless_given:ident)*) => {
        impl $type {
            /// The names of the fields that are `null` when the server left them out, each with a space behind it.
            #[cfg(target_arch = "wasm32")]
            pub(crate) const NAMES: &str = concat!($(stringify!($name), " "),*);
        }

        impl From<Map<String, Value>> for $type {
            fn from(mut fields: Map<String, Value>) -> Self {
                $type {
                    $($name: take(&mut fields, stringify!($name)),)*
                    $($unless_given: take(&mut fields, stringify!($unless_given)),)*
                    extra: Extra::from(fields),
                }
            }
        }
    };
}

received!(Trunk:
    id name label callerid ip_restrict allowed_ips host didinfo_enabled call_restrict call_limit cost_limit max_call_cost
    channels_restrict max_channels rewrite_enabled rewrite_prefix rewrite_cond passthrough multiple_numbers
    call_recording_enabled transcription_enabled transcription_threshold machine_detection_enabled encrypted_media
    created_at access_token | password);

received!(TrunkSummary:
    id name label callerid auth_method host_request passthrough multiple_numbers status talk_time charge
    call_recording_enabled machine_detection_enabled transcription_enabled transcription_threshold encrypted_media
    access_token |);

/// A field of an unexpected type stays where it is, so that the caller still gets it.
pub(super) fn take<T: DeserializeOwned>(fields: &mut Map<String, Value>, name: &str) -> Option<T> {
    let read = Option::<T>::deserialize(fields.get(name)?).ok()?;
    fields.remove(name);
    read
}

/// A whole number that JavaScript holds exactly; it may have come as text.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn whole(value: &Value) -> Option<u64> {
    let number = match value {
        Value::String(digits) if digits.bytes().all(|byte| byte.is_ascii_digit()) => digits.parse().ok(),
        value => value.as_u64(),
    };
    number.filter(|number| *number < 1 << 53)
}

fn write_secret<S: Serializer>(secret: &Option<Secret>, serializer: S) -> Result<S::Ok, S::Error> {
    match secret {
        Some(secret) => secret.write(serializer),
        None => serializer.serialize_none(),
    }
}
