//! What text must look like, as regular expressions without anchors, which JSON Schema (flag `u`), HTML's `pattern`
//! (flag `v`) and JavaScript read alike. Each says what the checks of its kind of field say.

use std::borrow::Cow;

use super::field::{Field, Kind};

/// Which text: as people type it, or normalised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    Typed,
    Normal,
}

/// What is taken away around a text: see `input::trimmed`. The next line is no white space in JavaScript.
const SPACES: &str = r"[\s\u0085]*";

/// What is taken out of a caller ID: see `caller_id::normalise`.
const LAYOUT: &str = r"[\s\u0085\+\-\.\(\)\[\]\{\}<>\u2010-\u2015\u2212\u200B-\u200F\u202A-\u202E\u2060-\u2069]*";

/// What the text of a field must look like, or nothing where any text will do.
pub(super) fn of(field: &Field, form: Form) -> Option<Cow<'static, str>> {
    let typed = form == Form::Typed;
    Some(match field.kind {
        // Not only the signs with which screens hide a password.
        Kind::Text if field.secret => r"[\s\S]*[^\*•●∙·⬤○\.xX][\s\S]*".into(),
        Kind::Text if typed => r"[\s\S]*[^\s\u0085][\s\S]*".into(),
        Kind::Text => r"[^\s\u0085](?:[\s\S]*[^\s\u0085])?".into(),
        Kind::PhoneNumber if typed => {
            format!("{LAYOUT}(?:1(?:{LAYOUT}[0-9]){{10}}|[2-9](?:{LAYOUT}[0-9]){{6,14}}){LAYOUT}").into()
        }
        Kind::PhoneNumber => "1[0-9]{10}|[2-9][0-9]{6,14}".into(),
        // Not with white space twice in a row, which engines would divide in every way before they gave up.
        Kind::Digits if typed => format!("{SPACES}(?:[0-9]+{SPACES})?").into(),
        Kind::Digits => "[0-9]*".into(),
        Kind::Host => address(form).into(),
        Kind::Switch | Kind::Whole | Kind::Amount | Kind::Addresses => return None,
    })
}

/// A caller ID without a single digit, which counts as none.
pub(super) fn no_number(form: Form) -> &'static str {
    if form == Form::Typed { LAYOUT } else { "" }
}

/// An amount of money as text.
pub(super) fn amount() -> String {
    around(true, r"[+\-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)")
}

/// An amount of money above 0 as text.
pub(super) fn amount_above_zero() -> String {
    around(true, r"\+?(?=[0-9\.]*[1-9])(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)")
}

/// An IPv4 or IPv6 address: RFC 3986, 3.2.2, which is what `std::net` reads.
pub(super) fn address(form: Form) -> String {
    const BYTE: &str = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    const GROUP: &str = "[0-9A-Fa-f]{1,4}";
    let v4 = format!(r"(?:{BYTE}\.){{3}}{BYTE}");
    let last = format!("(?:{GROUP}:{GROUP}|{v4})");
    let mut forms = vec![v4, format!("(?:{GROUP}:){{6}}{last}"), format!("::(?:{GROUP}:){{5}}{last}")];
    // `::` with at most `before + 1` groups in front of it and so many behind it.
    forms.extend((0..=4_usize).map(|before| {
        let behind = 4_usize.saturating_sub(before);
        format!("(?:(?:{GROUP}:){{0,{before}}}{GROUP})?::(?:{GROUP}:){{{behind}}}{last}")
    }));
    forms.push(format!("(?:(?:{GROUP}:){{0,5}}{GROUP})?::{GROUP}"));
    forms.push(format!("(?:(?:{GROUP}:){{0,6}}{GROUP})?::"));
    around(form == Form::Typed, &format!("(?:{})", forms.join("|")))
}

fn around(typed: bool, inner: &str) -> String {
    if typed { format!("{SPACES}{inner}{SPACES}") } else { inner.to_owned() }
}
