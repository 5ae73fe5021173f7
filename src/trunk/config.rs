//! What is sent when a trunk is created or updated.

use serde::Serialize;

use super::Secret;
// By this name in TypeScript, too. What is sent came from JavaScript or a form, and not from a server.
use crate::input::Input as Extra;
use crate::json::JsonText;

/// The settings of a trunk, complete and normalised: the body of a create or an update.
///
/// Validation makes one out of whatever was typed. Every switch that Wavix's 2026 documents require is sent explicitly;
/// the `Option`s are sent only when they were given. An update replaces *everything*: a field that is not sent goes back
/// to its default.
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

impl TrunkConfig {
    /// Writes the config as it is sent.
    pub(crate) fn write(&self, json: &mut JsonText) {
        json.open('{');
        for (name, value) in self.members() {
            match value {
                Member::Text(text) => json.member_text(name, text),
                Member::Switch(Some(on)) => {
                    json.name(name);
                    json.switch(on);
                }
                Member::Number(Some(number)) => {
                    json.name(name);
                    json.number(number);
                }
                Member::Addresses(addresses) => {
                    json.name(name);
                    json.open('[');
                    addresses.iter().for_each(|address| one(json, "ip", &address.ip));
                    json.close(']');
                }
                Member::Host(host) => {
                    json.name(name);
                    one(json, "host", &host.host);
                }
                Member::Switch(None) | Member::Number(None) | Member::NotSent => {}
            }
        }
        self.extra.write_members(json);
        json.close('}');
    }
}

impl TrunkConfig {
    /// What is sent, in the order of the documents.
    #[rustfmt::skip]
    fn members(&self) -> [(&'static str, Member<'_>); 23] {
        use Member::{Number, Switch, Text};
        [
            ("label", Text(&self.label)),
            ("password", Text(self.password.reveal())),
            ("callerid", Text(&self.callerid)),
            ("ip_restrict", Switch(Some(self.ip_restrict))),
            ("allowed_ips", self.allowed_ips.as_deref().map_or(Member::NotSent, Member::Addresses)),
            ("host_request", self.host_request.as_ref().map_or(Member::NotSent, Member::Host)),
            ("didinfo_enabled", Switch(Some(self.didinfo_enabled))),
            ("call_restrict", Switch(Some(self.call_restrict))),
            ("call_limit", Number(self.call_limit.map(f64::from))),
            ("cost_limit", Switch(Some(self.cost_limit))),
            ("max_call_cost", Number(self.max_call_cost)),
            ("channels_restrict", Switch(Some(self.channels_restrict))),
            ("max_channels", Number(self.max_channels.map(f64::from))),
            ("rewrite_enabled", Switch(Some(self.rewrite_enabled))),
            ("rewrite_prefix", self.rewrite_prefix.as_deref().map_or(Member::NotSent, Text)),
            ("rewrite_cond", self.rewrite_cond.as_deref().map_or(Member::NotSent, Text)),
            ("passthrough", Switch(self.passthrough)),
            ("multiple_numbers", Switch(self.multiple_numbers)),
            ("call_recording_enabled", Switch(self.call_recording_enabled)),
            ("transcription_enabled", Switch(Some(self.transcription_enabled))),
            ("transcription_threshold", Number(Some(f64::from(self.transcription_threshold)))),
            ("machine_detection_enabled", Switch(self.machine_detection_enabled)),
            ("encrypted_media", Switch(self.encrypted_media)),
        ]
    }
}

/// The value of a setting as it is sent; of one that was not given nothing is.
enum Member<'a> {
    Text(&'a str),
    Switch(Option<bool>),
    Number(Option<f64>),
    Addresses(&'a [AllowedIp]),
    Host(&'a HostRequest),
    NotSent,
}

/// An object with one text in it.
fn one(json: &mut JsonText, name: &str, text: &str) {
    json.open('{');
    json.member_text(name, text);
    json.close('}');
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
