//! The one place where an issue becomes a sentence: what is wrong and what to do, the field by its label, never a value.

use std::borrow::Cow;

use super::field::{FIELDS, Field};
use super::issue::{Issue, IssueCode, Param, Step};

/// The English sentence of an issue.
pub(super) fn english(issue: &Issue) -> String {
    let place = place(issue);
    let text = |name| if let Some(Param::Text(text)) = issue.params.get(name) { text } else { "" };
    let number = |name| {
        if let Some(Param::Number(number)) = issue.params.get(name) { number.to_string() } else { String::new() }
    };
    match issue.code {
        IssueCode::Type => {
            format!("{place} must be {}, not {}.", with_article(text("expected")), with_article(text("received")))
        }
        IssueCode::UnknownField if issue.params.get("read_only").is_some() => {
            format!("{place} is set by Wavix and is not sent: leave it out.")
        }
        IssueCode::UnknownField => match text("did_you_mean") {
            "" => format!("{place} is not a trunk setting that this version knows: check its spelling."),
            name => format!("{place} is not a trunk setting that this version knows: did you mean “{name}”?"),
        },
        IssueCode::Integer => format!("{place} must be a whole number{}.", unit(issue, " of ")),
        IssueCode::Range => {
            match (text_or_number(issue, "above"), text_or_number(issue, "min"), text_or_number(issue, "max")) {
                (Some(above), ..) => format!("{place} must be a number above {above}{}.", unit(issue, " ")),
                (_, Some(min), Some(max)) => format!("{place} must be from {min} to {max}{}.", unit(issue, " ")),
                _ => format!("{place} is out of range."),
            }
        }
        IssueCode::Required => format!("{place} is missing: enter it{}.", example(issue)),
        IssueCode::Blank => format!("{place} is blank: enter a name for the trunk."),
        IssueCode::Masked => format!("{place} holds only the signs that hide a password: enter the password itself."),
        IssueCode::WeakPassword => format!("{place} is easy to guess: {}.", reasons(issue)),
        IssueCode::E164 => format!(
            "{place} must be a number with its country code, 7 to 15 digits, for example 12121234567: {}.",
            match text("hint") {
                "international_prefix" => "leave out the leading 00",
                "leading_zero" => "put the country code in place of the leading 0",
                "letters" => "use digits only",
                "north_america" => "numbers that begin with 1 have 11 digits",
                _ => "check how many digits it has",
            }
        ),
        IssueCode::CountryCode => {
            format!("{place} does not begin with a country code that is in use: check its first digits.")
        }
        IssueCode::AllowedIpsMissing => {
            format!("{place} is on without an address: add the addresses that may register.")
        }
        IssueCode::NoEffect => {
            format!("{place} has no effect while “{}” is off: turn it on.", label_of(text("switch")))
        }
        IssueCode::Duplicate => format!("{place} is listed twice: remove one of the two."),
        IssueCode::Ip => match text("hint") {
            "cidr" => {
                format!("{place} must be a single IP address, not a network: leave out the slash and what follows.")
            }
            "host_name" => {
                format!("{place} must be an IP address, not a host name: enter the address that the name stands for.")
            }
            "port" => format!("{place} must be an IP address without a port: leave out the port."),
            _ => format!("{place} must be an IPv4 or IPv6 address, for example 8.8.8.8."),
        },
        IssueCode::IpNotPublic => {
            format!("{place} is not a public address ({}): enter the one that the internet sees.", text("range"))
        }
        IssueCode::NeedsApproval => format!("{place} starts to work when Wavix has approved it by hand."),
        IssueCode::RequiredWhen => {
            format!("{place} is missing: enter it, or turn off “{}”.", label_of(text("switch")))
        }
        IssueCode::AboveAccountLimit => {
            format!("{place} is above your account's limit: enter {}{} or less.", number("limit"), unit(issue, " "))
        }
        IssueCode::Digits => format!("{place} may hold only digits: remove everything else."),
        IssueCode::DialPlanEmpty => format!(
            "{place} and “{}” are both empty: enter one of them, or turn off “{}”.",
            label_of("rewrite_cond"),
            label_of("rewrite_enabled")
        ),
        IssueCode::Rejected => format!("{place} was refused by Wavix: check its value."),
    }
}

/// `Allowed IP addresses, entry 2`: entries are counted from 1, as people count.
fn place(issue: &Issue) -> Cow<'static, str> {
    let name: Cow<'static, str> = match issue.path.first() {
        None => return "The trunk".into(),
        Some(Step::Key(key)) => row(key).map_or_else(|| format!("“{key}”").into(), |field| field.label.into()),
        Some(Step::Index(index)) => index.to_string().into(),
    };
    match issue.path.get(1) {
        Some(Step::Index(index)) => format!("{name}, entry {}", index.saturating_add(1)).into(),
        _ => name,
    }
}

fn row(key: &str) -> Option<&'static Field> {
    FIELDS.iter().find(|name| name.as_str() == key).map(|name| name.field())
}

fn row_of(issue: &Issue) -> Option<&'static Field> {
    if let Some(Step::Key(key)) = issue.path.first() { row(key) } else { None }
}

fn label_of(key: &str) -> &str {
    row(key).map_or(key, |field| field.label)
}

fn unit(issue: &Issue, before: &str) -> String {
    row_of(issue).and_then(|field| field.unit).map_or_else(String::new, |unit| format!("{before}{unit}"))
}

fn example(issue: &Issue) -> &'static str {
    match row_of(issue).map(|field| field.kind) {
        Some(super::Kind::PhoneNumber) => " with its country code, for example 12121234567",
        _ => "",
    }
}

fn text_or_number(issue: &Issue, name: &str) -> Option<String> {
    match issue.params.get(name) {
        Some(Param::Number(number)) => Some(number.to_string()),
        _ => None,
    }
}

fn with_article(type_name: &str) -> String {
    match type_name {
        "null" | "undefined" => type_name.to_owned(),
        "unreadable" => "a value that cannot be read".to_owned(),
        _ if type_name.starts_with(['a', 'e', 'i', 'o', 'u']) => format!("an {type_name}"),
        _ => format!("a {type_name}"),
    }
}

fn reasons(issue: &Issue) -> String {
    let Some(Param::List(reasons)) = issue.params.get("reasons") else { return String::new() };
    let sentences = reasons.iter().map(|reason| match *reason {
        "short" => "use at least 12 characters",
        "few_kinds" => "mix lower case, upper case, digits and other characters",
        "repeats" => "do not repeat a character",
        "runs" => "avoid sequences such as 1234",
        "contains_label" => "leave the label out of it",
        _ => "leave the caller ID out of it",
    });
    sentences.collect::<Vec<_>>().join(", ")
}
