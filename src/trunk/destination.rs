//! Where calls to a phone number go, as it is sent.

use crate::input::Input;
use crate::json::JsonText;

/// What a destination is: its `transport` on the wire.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Via {
    /// 1: a SIP address, such as `sip:office@pbx.example.com`. `[did]` in it stands for the number that was called.
    Sip,
    /// 4: a phone number, digits with country code.
    Phone,
    /// 5: a SIP trunk.
    Trunk,
}

impl Via {
    /// The number on the wire.
    pub fn transport(self) -> u8 {
        match self {
            Self::Sip => 1,
            Self::Phone => 4,
            Self::Trunk => 5,
        }
    }
}

/// Where calls to a number go, normalised.
#[derive(Clone, Debug, PartialEq)]
pub struct Destination {
    /// What it is.
    pub via: Via,
    /// A SIP address, the digits of a phone number, or the login `name` of a trunk; `None` for a trunk that is given by
    /// its `trunk_id` alone.
    pub destination: Option<String>,
    /// Which destination is tried first: that with the lowest priority, from 1. By default the place in the list.
    pub priority: u32,
    /// The trunk, by its number.
    pub trunk_id: Option<u64>,
    /// Members that this version does not know, as they were given: a record.
    pub extra: Input,
}

impl Destination {
    /// Writes the destination as it is sent.
    pub(crate) fn write(&self, json: &mut JsonText) {
        json.open('{');
        if let Some(destination) = &self.destination {
            json.member_text("destination", destination);
        }
        json.name("priority");
        json.number(f64::from(self.priority));
        json.name("transport");
        json.number(f64::from(self.via.transport()));
        if let Some(id) = self.trunk_id {
            json.name("trunk_id");
            // Exact below 2^53, and so are the numbers of trunks.
            json.number(id as f64);
        }
        self.extra.write_members(json);
        json.close('}');
    }
}
