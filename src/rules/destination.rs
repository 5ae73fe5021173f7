//! Where calls to a number go: a SIP address, a phone number or a trunk, judged before it is sent.

use super::caller_id;
use super::input::{Input, trimmed};
use super::issue::{Issue, IssueCode, Param, Params, Step};
use super::language::Language;
use super::report::Findings;
use super::scan::are_digits;
use crate::trunk::{Destination, Via};

/// What only Wavix sets: left out, so that a list that was read can be written again.
const READ_ONLY: [&str; 2] = ["id", "trunk_label"];
const KNOWN: [&str; 4] = ["transport", "destination", "priority", "trunk_id"];
/// Larger whole numbers are not exact in JavaScript.
const MOST: f64 = 9_007_199_254_740_991.0;

/// Judges the whole list of destinations of a number, as a list of records with the names of the wire. An empty list is
/// one: calls to the number then go nowhere.
///
/// # Errors
///
/// Everything that is wrong, at `["destinations", index, name]`.
///
/// ```
/// use serde_json::json;
/// use wavix_trunks::rules::{Input, destinations};
/// use wavix_trunks::trunk::Via;
///
/// let list = destinations(&Input::from(&json!([{ "trunk_id": 293 }, { "transport": 4, "destination": "+1 212 123 4567" }])));
/// let list = list.unwrap();
/// assert_eq!((list[0].via, list[0].priority), (Via::Trunk, 1));
/// assert_eq!((list[1].destination.as_deref(), list[1].priority), (Some("12121234567"), 2));
///
/// let issues = destinations(&Input::from(&json!([{ "transport": 1, "destination": "office" }]))).unwrap_err();
/// assert_eq!(issues[0].code.as_str(), "sip_uri");
/// ```
pub fn destinations(list: &Input) -> Result<Vec<Destination>, Vec<Issue>> {
    let language = Language::default();
    let mut findings = Findings::new(&language);
    let mut good = Vec::new();
    if let Input::List(items) = list {
        for (index, item) in items.iter().enumerate() {
            good.extend(Reading { index, item, findings: &mut findings }.destination());
        }
    } else {
        findings.add_at(["destinations".into()], IssueCode::Type, expected("array", list));
    }
    let issues = findings.in_field_order();
    if issues.is_empty() { Ok(good) } else { Err(issues) }
}

/// One entry of the list.
struct Reading<'a, 'b, 'c> {
    index: usize,
    item: &'a Input,
    findings: &'b mut Findings<'c>,
}

impl Reading<'_, '_, '_> {
    fn destination(mut self) -> Option<Destination> {
        let Input::Record(members) = self.item else {
            let path = ["destinations".into(), self.index.into()];
            self.findings.add_at(path, IssueCode::Type, expected("object", self.item));
            return None;
        };
        let trunk_id = self.whole("trunk_id", MOST);
        let place = self.index.saturating_add(1);
        // Exact: a whole number within the bounds of 32 bits.
        let priority =
            self.whole("priority", f64::from(u32::MAX)).map_or(u32::try_from(place).ok(), |n| Some(n as u32));
        let via = self.via(trunk_id.is_some());
        let destination = via.and_then(|via| self.target(via, trunk_id.is_some()));
        let is_extra = |name: &str| !KNOWN.contains(&name) && !READ_ONLY.contains(&name);
        let extra = members.iter().filter(|(name, _)| is_extra(name)).cloned().collect();
        Some(Destination { via: via?, destination, priority: priority?, trunk_id, extra: Input::Record(extra) })
    }

    fn via(&mut self, has_trunk: bool) -> Option<Via> {
        match self.item.get("transport") {
            Input::Number(1.0) => return Some(Via::Sip),
            Input::Number(4.0) => return Some(Via::Phone),
            Input::Number(5.0) => return Some(Via::Trunk),
            Input::Missing | Input::Null if has_trunk => return Some(Via::Trunk),
            Input::Missing | Input::Null => self.add("transport", IssueCode::Required, []),
            Input::Number(_) => {
                self.add("transport", IssueCode::OneOf, [("allowed", Param::List(vec!["1", "4", "5"]))]);
            }
            other => self.add("transport", IssueCode::Type, expected("number", other)),
        }
        None
    }

    fn target(&mut self, via: Via, has_trunk: bool) -> Option<String> {
        let text = match self.item.get("destination") {
            Input::Text(text) => trimmed(text),
            Input::Missing | Input::Null => "",
            other => {
                self.add("destination", IssueCode::Type, expected("string", other));
                return None;
            }
        };
        if text.is_empty() {
            if via != Via::Trunk {
                self.add("destination", IssueCode::Required, []);
            } else if !has_trunk {
                self.add("trunk_id", IssueCode::Required, []);
            }
            return None;
        }
        match via {
            Via::Sip if !is_sip_uri(text) => self.add("destination", IssueCode::SipUri, []),
            Via::Phone => {
                let digits = caller_id::normalise(text);
                if let Some(hint) = caller_id::why_not_e164(&digits) {
                    self.add("destination", IssueCode::E164, [("hint", hint.into())]);
                }
                return Some(digits.into_owned());
            }
            Via::Trunk if !are_digits(text) => self.add("destination", IssueCode::Digits, []),
            Via::Sip | Via::Trunk => {}
        }
        Some(text.to_owned())
    }

    /// A whole number from 1; `None` when it is missing, and also when it is none, which is then said.
    fn whole(&mut self, name: &'static str, most: f64) -> Option<u64> {
        match self.item.get(name) {
            Input::Missing | Input::Null => {}
            Input::Number(number) if number.fract() == 0.0 && (1.0..=most).contains(number) => {
                // Exact: a whole number below 2^53.
                return Some(*number as u64);
            }
            Input::Number(_) => self.add(name, IssueCode::Integer, [("least", 1.0.into())]),
            other => self.add(name, IssueCode::Type, expected("number", other)),
        }
        None
    }

    fn add(&mut self, name: &'static str, code: IssueCode, params: impl Into<Params>) {
        let path: [Step; 3] = ["destinations".into(), self.index.into(), name.into()];
        self.findings.add_at(path, code, params);
    }
}

fn expected(expected: &'static str, received: &Input) -> [(&'static str, Param); 2] {
    [("expected", expected.into()), ("received", received.type_name().into())]
}

/// Whether a text can be a SIP address (RFC 3261): `sip:user@host:port;parameters`. Wavix's own examples leave out
/// `sip:` and write `[did]` for the user, so no more is asked than a host and, without `sip:`, somebody there.
fn is_sip_uri(text: &str) -> bool {
    let scheme = text
        .split_once(':')
        .map(|(scheme, _)| scheme)
        .filter(|scheme| scheme.eq_ignore_ascii_case("sip") || scheme.eq_ignore_ascii_case("sips"));
    let rest = scheme.map_or(text, |scheme| text.get(scheme.len().saturating_add(1)..).unwrap_or_default());
    let (user, host) = match rest.rsplit_once('@') {
        Some((user, host)) => (Some(user), host),
        None => (None, rest),
    };
    let host = host.split([';', '?']).next().unwrap_or_default();
    let name = match host.rsplit_once(':') {
        // In brackets the colons belong to an IPv6 address.
        Some((name, port)) if !port.ends_with(']') => {
            Some(name).filter(|_| port.parse::<u16>().is_ok_and(|port| port > 0))
        }
        _ => Some(host),
    };
    !text.contains(|c: char| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '"'))
        && user.map_or(scheme.is_some(), |user| !user.is_empty())
        && name.is_some_and(is_host)
}

fn is_host(name: &str) -> bool {
    let inner = name.strip_prefix('[').and_then(|name| name.strip_suffix(']'));
    match inner {
        Some(address) => address.contains(':') && address.bytes().all(|b| b.is_ascii_hexdigit() || b":.".contains(&b)),
        None => {
            let is_label = |label: &str| {
                !label.is_empty() && label.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_".contains(&b))
            };
            name.strip_suffix('.').unwrap_or(name).split('.').all(is_label)
        }
    }
}
