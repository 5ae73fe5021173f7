//! When a config makes sense.
//!
//! An **error** is what Wavix documents or what cannot possibly work: nothing is sent. A **warning** is advice: it is
//! sent. Wavix never gets to see what this module calls an error, and this module never refuses what Wavix would accept.
//! All issues are found in one pass and listed in the order of the fields.
//!
//! ```
//! use wavix_trunks::rules::{self, IssueCode, Input, Options};
//!
//! let form = serde_json::json!({ "label": "Fax", "password": "********", "callerid": "12121234567" });
//! let report = rules::validate(&Input::from(&form), &Options::default());
//!
//! assert_eq!(report.value, None);
//! assert_eq!(report.issues[0].code, IssueCode::Masked);
//! ```

mod address;
mod caller_id;
mod country;
mod dial_plan;
mod draft;
mod field;
mod input;
mod issue;
mod limits;
mod message;
mod password;
mod report;
mod special_range;
mod switches;
mod unknown;

#[cfg(all(test, not(target_arch = "wasm32")))]
mod properties;
#[cfg(test)]
mod tests;

use draft::Draft;
pub use field::{Bound, Document, FIELDS, Field, FieldName, Kind, Presence};
pub use input::Input;
pub use issue::{Issue, IssueCode, Param, Params, Severity, Step};
use report::Findings;
pub use report::Report;

use crate::trunk::{AllowedIp, Extra, HostRequest, TrunkConfig};

/// How strictly, and against what, a config is judged.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Options {
    /// The values come from a form, where everything is text: numeric strings become numbers, `"on"`, `"true"`,
    /// `"false"` and `""` become switches, and empty fields count as not given. Default false.
    pub coerce: bool,
    /// Warnings keep the config from being sent, as errors do. Default false.
    pub strict: bool,
    /// The account's own limits, if the caller knows them.
    pub limits: AccountLimits,
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

/// Judges anything: never fails, never panics; the worst is one issue at the empty path.
pub fn validate(input: &Input, options: &Options) -> Report {
    let mut findings = Findings::default();
    if !matches!(input, Input::Record(_)) {
        let params: [(&str, Param); 2] = [("expected", "object".into()), ("received", input.type_name().into())];
        findings.add_at([], IssueCode::Type, params);
        return Report { value: None, issues: findings.in_field_order() };
    }

    let draft = Draft::read(input, options.coerce, &mut findings);
    switches::check_required(&draft, &mut findings);
    password::check(&draft, &mut findings);
    caller_id::check(&draft, &mut findings);
    address::check(&draft, &mut findings);
    limits::check(&draft, &options.limits, &mut findings);
    dial_plan::check(&draft, &mut findings);
    switches::check_approval(&draft, &mut findings);
    let extra = unknown::check(input, &mut findings);

    let issues = findings.in_field_order();
    let refused = issues.iter().any(|issue| options.strict || issue.severity == Severity::Error);
    let value = if refused { None } else { Some(config(&draft, extra)) };
    Report { value, issues }
}

/// The issues of one field given the rest of the form: for validation as somebody types.
pub fn validate_field(name: FieldName, value: Input, form: &Input, options: &Options) -> Vec<Issue> {
    let mut fields = if let Input::Record(fields) = form { fields.clone() } else { Vec::new() };
    fields.push((name.as_str().to_owned(), value));
    let mut issues = validate(&Input::Record(fields), options).issues;
    issues.retain(|issue| issue.path.first() == Some(&name.into()));
    issues
}

fn config(draft: &Draft, extra: Extra) -> TrunkConfig {
    use FieldName as F;
    let text = |name| draft.text(name).map(str::to_owned);
    let on = |name| draft.switch(name).unwrap_or(false);
    TrunkConfig {
        label: text(F::Label).unwrap_or_default(),
        password: text(F::Password).unwrap_or_default().into(),
        callerid: text(F::Callerid).unwrap_or_default(),
        ip_restrict: on(F::IpRestrict),
        allowed_ips: draft
            .addresses(F::AllowedIps)
            .map(|addresses| addresses.iter().flatten().map(|ip| AllowedIp { ip: ip.clone() }).collect()),
        host_request: draft.host(F::HostRequest).map(|host| HostRequest { host: host.to_owned() }),
        didinfo_enabled: on(F::DidinfoEnabled),
        call_restrict: on(F::CallRestrict),
        call_limit: draft.whole(F::CallLimit),
        cost_limit: on(F::CostLimit),
        max_call_cost: draft.amount(F::MaxCallCost),
        channels_restrict: on(F::ChannelsRestrict),
        max_channels: draft.whole(F::MaxChannels),
        rewrite_enabled: on(F::RewriteEnabled),
        rewrite_prefix: text(F::RewritePrefix),
        rewrite_cond: text(F::RewriteCond),
        passthrough: draft.switch(F::Passthrough),
        multiple_numbers: draft.switch(F::MultipleNumbers),
        call_recording_enabled: draft.switch(F::CallRecordingEnabled),
        transcription_enabled: on(F::TranscriptionEnabled),
        transcription_threshold: draft.whole(F::TranscriptionThreshold).unwrap_or_default(),
        machine_detection_enabled: draft.switch(F::MachineDetectionEnabled),
        encrypted_media: draft.switch(F::EncryptedMedia),
        extra,
    }
}
