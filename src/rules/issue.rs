//! What is wrong, or worth a second look, as data: a place, a stable code, a sentence for a person.

use std::borrow::Cow;
#[cfg(any(test, target_arch = "wasm32"))]
use std::hash::{DefaultHasher, Hash, Hasher};

use serde::{Serialize, Serializer};

use super::FieldName;

/// One thing that is wrong with a config (an error), or worth a second look (a warning).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Issue {
    /// Where: `["call_limit"]`, `["allowed_ips", 0, "ip"]`; empty for the input as a whole.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "(string | number)[]"))]
    pub path: Vec<Step>,
    /// What, for programs. Codes are stable.
    pub code: IssueCode,
    /// Whether it keeps the config from being sent.
    pub severity: Severity,
    /// What, for a person: one sentence that names the field and the remedy and never repeats a value.
    pub message: String,
    /// The numbers and names in the message, from which another language can be rendered.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "Record<string, string | number | boolean | string[]>"))]
    pub params: Params,
}

impl Issue {
    /// A number for what the issue says: the same for the same, and as good as never the same for another one. Whole, and
    /// of 52 bits, so that JavaScript can hold it.
    #[cfg(any(test, target_arch = "wasm32"))]
    #[cold]
    pub(crate) fn number(&self) -> f64 {
        let mut hasher = DefaultHasher::new();
        (&self.path, self.code).hash(&mut hasher);
        for (name, param) in self.params.iter() {
            name.hash(&mut hasher);
            match param {
                Param::Text(text) => text.hash(&mut hasher),
                Param::Number(number) => number.to_bits().hash(&mut hasher),
                Param::Yes(yes) => yes.hash(&mut hasher),
                Param::List(texts) => texts.hash(&mut hasher),
            }
        }
        (hasher.finish() >> 12) as f64
    }
}

/// One step on the way to a value.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(untagged)]
pub enum Step {
    /// A key of an object.
    Key(Cow<'static, str>),
    /// An index of an array, from 0.
    Index(usize),
}

impl From<FieldName> for Step {
    fn from(name: FieldName) -> Self {
        Self::Key(Cow::Borrowed(name.as_str()))
    }
}

impl From<&'static str> for Step {
    fn from(key: &'static str) -> Self {
        Self::Key(Cow::Borrowed(key))
    }
}

impl From<usize> for Step {
    fn from(index: usize) -> Self {
        Self::Index(index)
    }
}

/// Whether an issue keeps a config from being sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum Severity {
    /// Wavix documents it, or it cannot possibly work; nothing is sent.
    Error,
    /// Advice; it is sent.
    Warning,
}

impl Severity {
    /// The severity as programs write it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// What an issue is about. Stable: part of the public interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum IssueCode {
    /// Error: the wrong JSON type. Params `expected`, `received` (the type's name), and `hint`: `comma` for text that would
    /// be a number without one.
    Type,
    /// Warning: a field that this version does not know. Params `did_you_mean`, or `read_only` for a field that only
    /// Wavix sets and that is therefore not sent.
    UnknownField,
    /// Error: not a whole number. Param `least`, where only whole numbers from that one on will do.
    Integer,
    /// Error: outside the bounds. Params `min`, `max`, or `above` where the bound itself is out.
    Range,
    /// Error: missing or empty.
    Required,
    /// Error: nothing but white space.
    Blank,
    /// Error: a password read back from a screen (`********`), not the password.
    Masked,
    /// Warning: a password that is easy to guess. Params `reasons`.
    WeakPassword,
    /// Error: not an E.164 number. Param `hint`: `international_prefix`, `letters`, `length`, `north_america` or `leading_zero`.
    E164,
    /// Error: not a SIP address. Destinations of numbers have it.
    SipUri,
    /// Error: none of the values that there are. Params `allowed`. Destinations of numbers have it.
    OneOf,
    /// Warning: no country calling code begins the number.
    CountryCode,
    /// Warning: registration is restricted to addresses, and none is given.
    AllowedIpsMissing,
    /// Warning: addresses are given, and the switch that uses them is off. Params `switch`.
    NoEffect,
    /// Warning: the same address twice. Params `first`, its index from 0. Among many trunks: the same label or host as in
    /// an earlier row. Params `first_row`, from 1.
    Duplicate,
    /// Error: not an IPv4 or IPv6 address. Param `hint`: `cidr`, `host_name` or `port`.
    Ip,
    /// Warning: an address that the public internet does not route. Params `range`.
    IpNotPublic,
    /// Warning: Wavix reviews it by hand before it works.
    NeedsApproval,
    /// Error: the switch is on and its value missing. Params `switch`.
    RequiredWhen,
    /// Error: above the limit that the caller gave for the account. Params `limit`.
    AboveAccountLimit,
    /// Error: anything but digits.
    Digits,
    /// Warning: the dial plan is on and changes nothing.
    DialPlanEmpty,
    /// Error: a row of a file, or the file, that cannot be read. Params `line`, `column` (bytes of JSON, cells of CSV), both
    /// from 1, and `reason`.
    Syntax,
    /// Error: the server refused the value. No rule of this crate finds it; errors of calls carry it, in the server's
    /// words.
    Rejected,
}

impl IssueCode {
    /// The code as programs and language packs write it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Type => "type",
            Self::UnknownField => "unknown_field",
            Self::Integer => "integer",
            Self::Range => "range",
            Self::Required => "required",
            Self::Blank => "blank",
            Self::Masked => "masked",
            Self::WeakPassword => "weak_password",
            Self::E164 => "e164",
            Self::SipUri => "sip_uri",
            Self::OneOf => "one_of",
            Self::CountryCode => "country_code",
            Self::AllowedIpsMissing => "allowed_ips_missing",
            Self::NoEffect => "no_effect",
            Self::Duplicate => "duplicate",
            Self::Ip => "ip",
            Self::IpNotPublic => "ip_not_public",
            Self::NeedsApproval => "needs_approval",
            Self::RequiredWhen => "required_when",
            Self::AboveAccountLimit => "above_account_limit",
            Self::Digits => "digits",
            Self::DialPlanEmpty => "dial_plan_empty",
            Self::Syntax => "syntax",
            Self::Rejected => "rejected",
        }
    }

    /// Whether issues of this code keep a config from being sent.
    pub fn severity(self) -> Severity {
        match self {
            Self::UnknownField
            | Self::WeakPassword
            | Self::CountryCode
            | Self::AllowedIpsMissing
            | Self::NoEffect
            | Self::Duplicate
            | Self::IpNotPublic
            | Self::NeedsApproval
            | Self::DialPlanEmpty => Severity::Warning,
            Self::Type
            | Self::Integer
            | Self::Range
            | Self::Required
            | Self::Blank
            | Self::Masked
            | Self::E164
            | Self::SipUri
            | Self::OneOf
            | Self::Ip
            | Self::RequiredWhen
            | Self::AboveAccountLimit
            | Self::Digits
            | Self::Syntax
            | Self::Rejected => Severity::Error,
        }
    }
}

/// The numbers and names in a message, by name.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Params(Vec<(&'static str, Param)>);

impl Params {
    /// The value of a parameter.
    pub fn get(&self, name: &str) -> Option<&Param> {
        self.0.iter().find(|(key, _)| *key == name).map(|(_, value)| value)
    }

    /// All parameters.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &Param)> {
        self.0.iter().map(|(name, value)| (*name, value))
    }
}

impl<const N: usize> From<[(&'static str, Param); N]> for Params {
    fn from(params: [(&'static str, Param); N]) -> Self {
        Self(params.into())
    }
}

impl Serialize for Params {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

/// The value of a parameter.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Param {
    /// A name, such as a type's or a range's.
    Text(&'static str),
    /// A bound or an index.
    Number(f64),
    /// Yes.
    Yes(bool),
    /// Names, such as the reasons why a password is weak.
    List(Vec<&'static str>),
}

impl From<&'static str> for Param {
    fn from(text: &'static str) -> Self {
        Self::Text(text)
    }
}

impl From<f64> for Param {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}
