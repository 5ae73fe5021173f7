//! What is sent when a trunk is created or updated.

use serde::Serialize;

use super::{Extra, Secret};

/// The settings of a trunk, complete and normalised: the body of a create or an update.
///
/// [`rules::validate`](crate::rules::validate) makes one out of whatever was typed. Every switch that Wavix's 2026
/// documents require is sent explicitly; the `Option`s are sent only when they were given. An update replaces
/// *everything*: a field that is not sent goes back to its default.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct TrunkConfig {
    /// Your name for the trunk.
    pub label: String,
    /// Digest password. Required by every create *and* every update; Wavix never gives it back.
    #[serde(serialize_with = "Secret::write")]
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
    pub password: Secret,
    /// Caller ID: an active or verified number of the account, digits with country code and no `+`, such as
    /// `12121234567`; empty when many caller IDs are allowed.
    pub callerid: String,
    /// Registration only from the listed addresses.
    pub ip_restrict: bool,
    /// Public addresses from which the trunk may register.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub allowed_ips: Option<Vec<AllowedIp>>,
    /// Asks for IP authentication from a public address. Wavix reviews it by hand.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub host_request: Option<HostRequest>,
    /// The dialled number is carried in the `To` header of inbound INVITEs. Default true.
    pub didinfo_enabled: bool,
    /// Cap on the duration of a call on. Default false.
    pub call_restrict: bool,
    /// Longest call, in seconds, at least 1 and not above the account's own cap. Ignored while `call_restrict` is false.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub call_limit: Option<i32>,
    /// Cap on the cost of one outbound call on. Default false.
    pub cost_limit: bool,
    /// Highest cost of one outbound call, in USD, above 0. Ignored while `cost_limit` is false.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_call_cost: Option<f64>,
    /// Cap on concurrent outbound calls on. Default false.
    pub channels_restrict: bool,
    /// Most concurrent outbound calls, at least 1 and not above the account's capacity. Ignored while
    /// `channels_restrict` is false.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_channels: Option<i32>,
    /// Dial plan on. Default false.
    pub rewrite_enabled: bool,
    /// Digits put in front of the dialled number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rewrite_prefix: Option<String>,
    /// Leading digits deleted from the dialled number (2023 documents) or how many of them (2026 documents).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rewrite_cond: Option<String>,
    /// Caller ID passthrough. Wavix reviews it by hand.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub passthrough: Option<bool>,
    /// Any active or verified number of the account may be the caller ID.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub multiple_numbers: Option<bool>,
    /// Record outbound calls.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub call_recording_enabled: Option<bool>,
    /// Transcribe calls. Default false; Flex Pro.
    pub transcription_enabled: bool,
    /// Shortest call that is transcribed, in seconds, at least 0. Default 6.
    pub transcription_threshold: i32,
    /// Voicemail detection. Flex Pro.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub machine_detection_enabled: Option<bool>,
    /// SRTP.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub encrypted_media: Option<bool>,
    /// Fields that this version does not know, sent as they were given.
    #[serde(flatten)]
    pub extra: Extra,
}

/// An address from which a trunk may register.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct AllowedIp {
    /// A public IPv4 or IPv6 address.
    pub ip: String,
}

/// A request for IP authentication.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct HostRequest {
    /// The public IPv4 or IPv6 address that will place calls. One address maps to one trunk.
    pub host: String,
}
