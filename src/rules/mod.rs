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
pub mod bulk;
mod caller_id;
mod country;
mod destination;
mod dial_plan;
mod difference;
mod draft;
mod english;
mod field;
mod field_set;
mod firsts;
#[cfg(any(test, target_arch = "wasm32"))]
pub(crate) mod flat;
pub mod form;
mod issue;
mod language;
mod limits;
mod message;
mod options;
mod password;
mod password_generator;
mod pattern;
mod reading;
mod report;
mod scan;
mod schema;
mod special_range;
mod switches;
mod texts;
mod unknown;

#[cfg(test)]
mod tests;

pub use caller_id::{CallerId, describe_caller_id};
pub use destination::destinations;
pub use difference::{Difference, differences, settings};
use draft::Draft;
pub use field::{Bound, Document, FIELDS, Field, FieldName, Kind, Presence};
pub use issue::{Issue, IssueCode, Param, Params, Severity, Step};
pub use language::Language;
pub use options::{AccountLimits, Options};
pub(crate) use password::is_masked;
pub use password::{PasswordStrength, password_strength};
pub use password_generator::{PasswordError, PasswordOptions, generate_password};
use report::Findings;
pub use report::Report;
pub use schema::{input_schema, output_schema};

use crate::input;
pub use crate::input::Input;
use crate::input::Input as Extra;
use crate::trunk::{AllowedIp, HostRequest, TrunkConfig};

/// Judges anything: never fails, never panics; the worst is one issue at the empty path.
pub fn validate(input: &Input, options: &Options) -> Report {
    let mut findings = Findings::new(&options.language);
    let Some((draft, extra)) = drafted(input, options, &mut findings) else {
        return Report { value: None, issues: findings.in_field_order() };
    };
    check_draft(&draft, options, &mut findings);
    Verdict::new(&draft, extra, options, findings).into_report()
}

/// What the checks made of settings. Their config is made only when somebody wants it.
struct Verdict<'d> {
    draft: &'d Draft<'d>,
    /// What is sent though the table does not have it.
    extra: Extra,
    /// Without their sentences, which nobody may want either.
    issues: Vec<Issue>,
    ok: bool,
    language: &'d Language,
}

impl<'d> Verdict<'d> {
    fn new(draft: &'d Draft<'d>, extra: Extra, options: &'d Options, findings: Findings) -> Self {
        let issues = if findings.are_none() { Vec::new() } else { findings.unsaid() };
        let ok = !issues.iter().any(|issue| options.strict || issue.severity == Severity::Error);
        Self { draft, extra, issues, ok, language: &options.language }
    }

    fn into_report(mut self) -> Report {
        message::say(&mut self.issues, self.language);
        let value = self.ok.then(|| config(self.draft, self.extra));
        Report { value, issues: self.issues }
    }
}

/// The fields of anything, and what is sent though the table does not have it; nothing when it is no object.
fn drafted<'a>(input: &'a Input, options: &Options, findings: &mut Findings) -> Option<(Draft<'a>, Extra)> {
    if !matches!(input, Input::Record(_)) {
        let params: [(&str, Param); 2] = [("expected", "object".into()), ("received", input.type_name().into())];
        findings.add_at([], IssueCode::Type, params);
        return None;
    }
    let draft = Draft::read(input, options.coerce, findings);
    Some((draft, unknown::check(input, findings)))
}

/// Every rule about the fields of the table.
fn check_draft(draft: &Draft, options: &Options, findings: &mut Findings) {
    switches::check_required(draft, findings);
    password::check(draft, findings);
    caller_id::check(draft, findings);
    address::check(draft, findings);
    limits::check(draft, &options.limits, findings);
    dial_plan::check(draft, findings);
    switches::check_approval(draft, findings);
}

/// The issues of one field, by its name on the wire, given the rest of the form: for validation as somebody types. A name
/// that the table does not have is one issue.
///
/// ```
/// use serde_json::json;
/// use wavix_trunks::rules::{self, Input, IssueCode, Options};
///
/// let form = Input::from(&json!({ "call_restrict": true }));
/// let issues = rules::validate_field("call_limit", Input::Number(0.0), &form, &Options::default());
/// assert_eq!(issues[0].code, IssueCode::Range);
/// assert_eq!(issues.len(), 1);
/// ```
pub fn validate_field(name: &str, value: Input, form: &Input, options: &Options) -> Vec<Issue> {
    let Some(field) = FieldName::of(form::field_name(name)) else {
        let mut findings = Findings::new(&options.language);
        unknown::report(name, &mut findings);
        return findings.in_field_order();
    };
    let mut fields = if let Input::Record(fields) = form { fields.clone() } else { Vec::new() };
    // Under a name such as `host_request.host` it is what the field consists of.
    let value = if name == field.as_str() { value } else { Input::Record(vec![("host".to_owned(), value)]) };
    fields.push((field.as_str().to_owned(), value));
    let mut issues = validate(&Input::Record(fields), options).issues;
    issues.retain(|issue| issue.path.first() == Some(&field.into()));
    issues
}

fn config(draft: &Draft, extra: Extra) -> TrunkConfig {
    use FieldName as F;
    let text = |name| draft.text(name).map(str::to_owned);
    let on = |name| draft.is_on(name);
    TrunkConfig {
        label: text(F::Label).unwrap_or_default(),
        password: text(F::Password).unwrap_or_default().into(),
        callerid: text(F::Callerid).unwrap_or_default(),
        ip_restrict: on(F::IpRestrict),
        allowed_ips: draft
            .usable()
            .has(F::AllowedIps)
            .then(|| draft.addresses().iter().flatten().map(|ip| AllowedIp { ip: ip.to_owned() }).collect()),
        host_request: draft.text(F::HostRequest).map(|host| HostRequest { host: host.to_owned() }),
        didinfo_enabled: on(F::DidinfoEnabled),
        call_restrict: on(F::CallRestrict),
        call_limit: draft.whole(F::CallLimit),
        cost_limit: on(F::CostLimit),
        max_call_cost: draft.number(F::MaxCallCost),
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
