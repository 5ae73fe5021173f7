//! What a change changes: settings side by side, field by field, after normalising.

use serde::Serialize;

use super::draft::Draft;
use super::field::{FIELDS, FieldName, Kind, READ_ONLY};
use super::input::Input;
use super::language::Language;
use super::report::Findings;

/// One field that differs.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Difference {
    /// Name of the field.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "FieldName"))]
    pub field: &'static str,
    /// Its value before; `null` when it is not set.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "unknown"))]
    pub before: Option<Input>,
    /// Its value after; `null` when it is not set.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "unknown"))]
    pub after: Option<Input>,
}

/// The settings in what Wavix returned: without the fields that only Wavix sets and without what is `null`. What
/// [`validate`](super::validate) takes, but for the password, which Wavix does not return.
pub fn settings(trunk: &Input) -> Input {
    let Input::Record(fields) = trunk else { return trunk.clone() };
    let is_setting = |name: &str, value: &Input| {
        !READ_ONLY.contains(&name) && name != FieldName::Password.as_str() && !value.is_absent()
    };
    Input::Record(fields.iter().filter(|(name, value)| is_setting(name, value)).cloned().collect())
}

/// The fields in which two settings differ, in the order of the fields. What is missing counts as its default, and a
/// secret is not compared.
///
/// ```
/// use serde_json::json;
/// use wavix_trunks::rules::{Input, differences};
///
/// let before = json!({ "label": "Fax", "callerid": "12121234567", "max_call_cost": "0.18" });
/// let after = json!({ "label": "Fax", "callerid": "+1 212 123 4567", "max_call_cost": 0.2 });
/// let found = differences(&Input::from(&before), &Input::from(&after));
/// assert_eq!(found.len(), 1);
/// assert_eq!((found[0].field, &found[0].after), ("max_call_cost", &Some(Input::Number(0.2))));
/// ```
pub fn differences(before: &Input, after: &Input) -> Vec<Difference> {
    let language = Language::default();
    let mut findings = Findings::new(&language);
    let (before, after) = (Draft::read(before, false, &mut findings), Draft::read(after, false, &mut findings));
    let compare = |&name: &FieldName| {
        let (before, after) = (value(&before, name), value(&after, name));
        (!is_same(&before, &after)).then_some(Difference { field: name.as_str(), before, after })
    };
    FIELDS.iter().filter(|name| !name.field().secret).filter_map(compare).collect()
}

/// Of a list only what is in it counts: Wavix need not keep the order of addresses.
fn is_same(before: &Option<Input>, after: &Option<Input>) -> bool {
    match (before, after) {
        (Some(Input::List(before)), Some(Input::List(after))) => {
            let holds = |one: &[Input], other: &[Input]| other.iter().all(|item| one.contains(item));
            before.len() == after.len() && holds(before, after) && holds(after, before)
        }
        _ => before == after,
    }
}

/// A field as it is sent; what is of no use counts as not set.
fn value(draft: &Draft, name: FieldName) -> Option<Input> {
    let one = |name: &str, text: &str| Input::Record(vec![(name.to_owned(), Input::Text(text.to_owned()))]);
    let switch = draft.switch(name).map(Input::Switch);
    let whole = draft.whole(name).map(|number| Input::Number(f64::from(number)));
    switch.or(whole).or_else(|| match name.field().kind {
        Kind::Host => draft.text(name).map(|host| one("host", host)),
        Kind::Amount => draft.number(name).map(Input::Number),
        Kind::Addresses if draft.addresses().is_empty() => None,
        Kind::Addresses => Some(Input::List(draft.addresses().iter().flatten().map(|ip| one("ip", ip)).collect())),
        _ => draft.text(name).filter(|text| !text.is_empty()).map(|text| Input::Text(text.to_owned())),
    })
}
