//! The one table of fields: everything else that knows the fields of a trunk is made from it.

use serde::Serialize;

/// What a field is and what it needs: one row of the table. It is serialised as JavaScript's `trunkFields` has it.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// Name on the wire.
    pub name: FieldName,
    /// What kind of value it holds.
    pub kind: Kind,
    /// Whether it must be there, and what stands in for it when it is not.
    pub presence: Presence,
    /// Name for a person, on a form.
    pub label: &'static str,
    /// One or two sentences for a person, under the form's field.
    pub help: &'static str,
    /// The switch without which the value has no effect.
    pub depends_on: Option<FieldName>,
    /// What a number counts: `seconds`, `USD`, `calls`.
    pub unit: Option<&'static str>,
    /// The bound below.
    pub min: Option<Bound>,
    /// Never shown, never written into a message.
    pub secret: bool,
    /// The document that first has it.
    pub since: Document,
}

/// What kind of value a field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Text.
    Text,
    /// Text that holds a phone number with its country code.
    PhoneNumber,
    /// Text that holds nothing but digits.
    Digits,
    /// On or off.
    Switch,
    /// A whole number of 32 bits.
    Whole,
    /// An amount of money.
    Amount,
    /// A list of IP addresses.
    Addresses,
    /// One IP address in `{ host }`.
    Host,
}

/// Whether a field must be there.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Presence {
    /// Always.
    Required,
    /// Always, unless one of these switches is on.
    RequiredUnless(&'static [FieldName]),
    /// When the switch that it depends on is on.
    RequiredWhenOn,
    /// A switch that is sent as this when it is missing.
    SwitchDefault(bool),
    /// A whole number that is sent as this when it is missing.
    WholeDefault(i32),
    /// Sent only when given.
    Optional,
}

/// The least a number can be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Bound {
    /// This or more.
    AtLeast(f64),
    /// More than this.
    Above(f64),
}

/// The public document that first has a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Document {
    /// "SIP Trunks API overview", Wavix.
    Overview,
    /// API reference pages of 2023 to 2025.
    Reference,
    /// OpenAPI file of 2026.
    OpenApi,
}

/// Writes the names and the table from one list, so that neither can have a field that the other lacks.
macro_rules! fields {
    ($($name:ident $wire:literal $row:expr;)*) => {
        /// The name of a field on the wire.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
        #[serde(rename_all = "snake_case")]
        #[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
        pub enum FieldName {
            $(#[doc = concat!("`", $wire, "`")] $name,)*
        }

        impl FieldName {
            /// The name as the wire has it.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => $wire,)* }
            }

            /// The name as it stands in JSON: in double quotes, and with a colon.
            pub(super) fn in_json(self) -> &'static str {
                // Not a match, which would be a jump for each name of each row.
                static IN_JSON: &[&str] = &[$(concat!("\"", $wire, "\":")),*];
                IN_JSON.get(self as usize).copied().unwrap_or_default()
            }

            /// The field of this name on the wire.
            pub fn of(wire: &str) -> Option<Self> {
                match wire { $($wire => Some(Self::$name),)* _ => None }
            }

            /// The row of this field.
            pub const fn field(self) -> &'static Field {
                match self {
                    $(Self::$name => {
                        static FIELD: Field = Field {
                            name: FieldName::$name,
                            // `trunkFields` has it from the build: nobody asks the wasm.
                            #[cfg(target_arch = "wasm32")]
                            help: "",
                            ..$row
                        };
                        &FIELD
                    })*
                }
            }
        }

        /// Every field of a trunk's settings, in the order of Wavix's documents.
        ///
        /// ```
        /// use wavix_trunks::rules::{Bound, FIELDS, FieldName};
        ///
        /// let limit = FieldName::of("call_limit").unwrap().field();
        /// assert_eq!((limit.label, limit.unit, limit.min), ("Longest call", Some("seconds"), Some(Bound::AtLeast(1.0))));
        /// assert_eq!(limit.depends_on, Some(FieldName::CallRestrict));
        /// assert!(FIELDS.iter().filter(|name| name.field().secret).eq([&FieldName::Password]));
        /// ```
        pub static FIELDS: &[FieldName] = &[$(FieldName::$name),*];
    };
}

const ROW: Field = Field {
    name: FieldName::Label,
    kind: Kind::Text,
    presence: Presence::Optional,
    label: "",
    help: "",
    depends_on: None,
    unit: None,
    min: None,
    secret: false,
    since: Document::Overview,
};
const SWITCH: Field = Field { kind: Kind::Switch, presence: Presence::SwitchDefault(false), ..ROW };
const OPTIONAL_SWITCH: Field = Field { kind: Kind::Switch, ..ROW };

fields! {
    Label "label" Field {
        presence: Presence::Required,
        label: "Label",
        help: "Your name for the trunk.",
        ..ROW
    };
    Password "password" Field {
        presence: Presence::Required,
        label: "Password",
        help: "Digest password of the trunk, at least 12 characters of several kinds. Every update needs it again.",
        secret: true,
        ..ROW
    };
    Callerid "callerid" Field {
        kind: Kind::PhoneNumber,
        presence: Presence::RequiredUnless(&[FieldName::MultipleNumbers, FieldName::Passthrough]),
        label: "Caller ID",
        help: "An active or verified number of your account with its country code, for example 12121234567.",
        ..ROW
    };
    IpRestrict "ip_restrict" Field {
        label: "Restrict by IP address",
        help: "Only the listed addresses may register.",
        ..SWITCH
    };
    AllowedIps "allowed_ips" Field {
        kind: Kind::Addresses,
        depends_on: Some(FieldName::IpRestrict),
        label: "Allowed IP addresses",
        help: "Public IPv4 or IPv6 addresses that may register.",
        since: Document::Reference,
        ..ROW
    };
    HostRequest "host_request" Field {
        kind: Kind::Host,
        label: "IP authentication",
        help: "Public IP address that will place calls without a password. Wavix approves it by hand.",
        since: Document::OpenApi,
        ..ROW
    };
    DidinfoEnabled "didinfo_enabled" Field {
        presence: Presence::SwitchDefault(true),
        label: "Dialled number in the To header",
        help: "Inbound calls carry the number that was dialled in their To header.",
        ..SWITCH
    };
    CallRestrict "call_restrict" Field {
        label: "Limit call duration",
        help: "End calls that last longer than the limit.",
        ..SWITCH
    };
    CallLimit "call_limit" Field {
        kind: Kind::Whole,
        presence: Presence::RequiredWhenOn,
        depends_on: Some(FieldName::CallRestrict),
        unit: Some("seconds"),
        min: Some(Bound::AtLeast(1.0)),
        label: "Longest call",
        help: "Seconds after which a call ends; not above your account's own limit.",
        ..ROW
    };
    CostLimit "cost_limit" Field {
        label: "Limit call cost",
        help: "End outbound calls that cost more than the limit.",
        ..SWITCH
    };
    MaxCallCost "max_call_cost" Field {
        kind: Kind::Amount,
        presence: Presence::RequiredWhenOn,
        depends_on: Some(FieldName::CostLimit),
        unit: Some("USD"),
        min: Some(Bound::Above(0.0)),
        label: "Highest call cost",
        help: "US dollars that one outbound call may cost.",
        ..ROW
    };
    ChannelsRestrict "channels_restrict" Field {
        label: "Limit concurrent calls",
        help: "Refuse outbound calls above the limit.",
        ..SWITCH
    };
    MaxChannels "max_channels" Field {
        kind: Kind::Whole,
        presence: Presence::RequiredWhenOn,
        depends_on: Some(FieldName::ChannelsRestrict),
        unit: Some("calls"),
        min: Some(Bound::AtLeast(1.0)),
        label: "Concurrent calls",
        help: "Outbound calls at the same time; not above your account's capacity.",
        ..ROW
    };
    RewriteEnabled "rewrite_enabled" Field {
        label: "Dial plan",
        help: "Change the dialled number before the call is placed.",
        ..SWITCH
    };
    RewritePrefix "rewrite_prefix" Field {
        kind: Kind::Digits,
        depends_on: Some(FieldName::RewriteEnabled),
        label: "Prefix to add",
        help: "Digits put in front of the dialled number, for example 00.",
        ..ROW
    };
    RewriteCond "rewrite_cond" Field {
        kind: Kind::Digits,
        depends_on: Some(FieldName::RewriteEnabled),
        label: "Digits to remove",
        help: "Leading digits removed from the dialled number.",
        ..ROW
    };
    Passthrough "passthrough" Field {
        label: "Caller ID passthrough",
        help: "Keep the caller ID that your PBX sends. Wavix approves it by hand.",
        ..OPTIONAL_SWITCH
    };
    MultipleNumbers "multiple_numbers" Field {
        label: "Any number as caller ID",
        help: "Any active or verified number of your account may be the caller ID.",
        since: Document::Reference,
        ..OPTIONAL_SWITCH
    };
    CallRecordingEnabled "call_recording_enabled" Field {
        label: "Record calls",
        help: "Record outbound calls.",
        since: Document::Reference,
        ..OPTIONAL_SWITCH
    };
    TranscriptionEnabled "transcription_enabled" Field {
        label: "Transcribe calls",
        help: "Turn recorded calls into text. Flex Pro accounts.",
        since: Document::Reference,
        ..SWITCH
    };
    TranscriptionThreshold "transcription_threshold" Field {
        kind: Kind::Whole,
        presence: Presence::WholeDefault(6),
        depends_on: Some(FieldName::TranscriptionEnabled),
        unit: Some("seconds"),
        min: Some(Bound::AtLeast(0.0)),
        label: "Shortest call to transcribe",
        help: "Seconds that a call must last to be transcribed.",
        since: Document::Reference,
        ..ROW
    };
    MachineDetectionEnabled "machine_detection_enabled" Field {
        label: "Voicemail detection",
        help: "Detect answering machines. Flex Pro accounts.",
        since: Document::Reference,
        ..OPTIONAL_SWITCH
    };
    EncryptedMedia "encrypted_media" Field {
        label: "Encrypted media",
        help: "Encrypt the voice with SRTP.",
        since: Document::Reference,
        ..OPTIONAL_SWITCH
    };
}

/// Fields that Wavix sets and returns: of no use in a config, and one of them a credential.
pub(super) static READ_ONLY: &[&str] =
    &["id", "name", "host", "created_at", "access_token", "auth_method", "status", "talk_time", "charge"];
