//! How strictly, against what, and in which language a config is judged.

use super::{FieldName, Input, Language};

/// How strictly, against what, and in which language a config is judged.
///
/// From JavaScript and from configuration files it is read by the names of the fields; what is of the wrong type counts
/// as not given.
///
/// ```
/// use serde_json::json;
/// use wavix_trunks::rules::{Input, Options};
///
/// let options = Options::from(&Input::from(&json!({ "coerce": true, "limits": { "call_limit": 3600 } })));
/// assert!(options.coerce && !options.strict);
/// assert_eq!(options.limits.call_limit, Some(3600.0));
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Options {
    /// The values come from a form, where everything is text: numeric strings become numbers, `"on"`, `"true"`,
    /// `"false"` and `""` become switches, and empty fields count as not given. Default false.
    pub coerce: bool,
    /// Warnings keep the config from being sent, as errors do. Default false.
    pub strict: bool,
    /// The account's own limits, if the caller knows them.
    pub limits: AccountLimits,
    /// The language of the messages. Default English.
    pub language: Language,
}

/// What an account allows at most; only its owner knows these figures.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AccountLimits {
    /// Longest call, in seconds.
    pub call_limit: Option<f64>,
    /// Highest cost of one outbound call, in USD.
    pub max_call_cost: Option<f64>,
    /// Most concurrent outbound calls.
    pub max_channels: Option<f64>,
}

impl AccountLimits {
    pub(super) fn of(&self, name: FieldName) -> Option<f64> {
        match name {
            FieldName::CallLimit => self.call_limit,
            FieldName::MaxCallCost => self.max_call_cost,
            FieldName::MaxChannels => self.max_channels,
            _ => None,
        }
    }
}

impl From<&Input> for Options {
    fn from(input: &Input) -> Self {
        let on = |name| *input.get(name) == Input::Switch(true);
        let limits = input.get("limits");
        let limit = |name| if let Input::Number(limit) = limits.get(name) { Some(*limit) } else { None };
        Self {
            coerce: on("coerce"),
            strict: on("strict"),
            limits: AccountLimits {
                call_limit: limit("call_limit"),
                max_call_cost: limit("max_call_cost"),
                max_channels: limit("max_channels"),
            },
            language: Language::from(input.get("language")),
        }
    }
}
