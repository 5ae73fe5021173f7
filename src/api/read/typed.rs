//! Answers as the types of [`trunk`](crate::trunk).

use serde::Deserialize as _;
use serde_json::{Map, Value};

use super::Words;
use super::oddities::smooth_trunk;
use crate::trunk::{Extra, Pagination, TrunkSummary, whole};
pub(crate) use crate::trunk::{NumberPage, Page, PhoneNumber, Routed, Trunk};

/// The body of an answer: its text.
pub type Body = String;

/// An empty body is no JSON, but all that some gateways leave of `{"success": true}`.
fn document(body: &Body) -> Option<Value> {
    if body.trim().is_empty() { Some(Value::Null) } else { serde_json::from_str(body).ok() }
}

/// A document that does not say that it is no success: an error may come with the status of one.
fn affirmed(body: &Body) -> Option<Value> {
    document(body).filter(|document| document.get("success") != Some(&Value::Bool(false)))
}

fn object(value: Value) -> Option<Map<String, Value>> {
    if let Value::Object(fields) = value { Some(fields) } else { None }
}

pub(in crate::api) fn trunk(body: &Body) -> Option<Trunk> {
    let fields = smooth_trunk(object(affirmed(body)?)?);
    // What has nothing of a trunk would be one without settings.
    let is_one = ["id", "name", "label"].into_iter().any(|name| fields.get(name).is_some_and(|value| !value.is_null()));
    is_one.then(|| Trunk::from(fields))
}

/// `sip_trunks` is `null` in the OpenAPI document of 2026 where there is none.
pub(in crate::api) fn page(body: &Body) -> Option<Page> {
    let mut fields = object(affirmed(body)?)?;
    let rows = match fields.remove("sip_trunks")? {
        Value::Array(rows) => rows,
        Value::Null => Vec::new(),
        _ => return None,
    };
    let sip_trunks =
        rows.into_iter().map(|row| Some(TrunkSummary::from(smooth_trunk(object(row)?)))).collect::<Option<_>>()?;
    Some(Page { sip_trunks, pagination: pagination(&mut fields), extra: Extra::from(fields) })
}

fn pagination(fields: &mut Map<String, Value>) -> Pagination {
    let mut given = fields.remove("pagination").and_then(object).unwrap_or_default();
    for name in ["current_page", "per_page", "total", "total_pages"] {
        // Whatever one of them is, the others count.
        let count = given.get(name).and_then(whole).and_then(|count| u32::try_from(count).ok());
        given.insert(name.to_owned(), count.unwrap_or_default().into());
    }
    Pagination::deserialize(Value::Object(given)).unwrap_or_default()
}

pub(in crate::api) fn number(body: &Body) -> Option<PhoneNumber> {
    PhoneNumber::read(affirmed(body)?)
}

pub(in crate::api) fn number_page(body: &Body) -> Option<NumberPage> {
    let mut fields = object(affirmed(body)?)?;
    let rows = match fields.remove("items")? {
        Value::Array(rows) => rows,
        Value::Null => Vec::new(),
        _ => return None,
    };
    let items = rows.into_iter().map(PhoneNumber::read).collect::<Option<_>>()?;
    Some(NumberPage { items, pagination: pagination(&mut fields), extra: Extra::from(fields) })
}

/// Any successful answer means that it is done, unless it says otherwise.
pub(in crate::api) fn routed(body: &Body) -> Option<Routed> {
    let mut document = affirmed(body)?;
    let items = match document.get_mut("items").map(Value::take) {
        Some(Value::Array(rows)) => Some(rows.into_iter().map(PhoneNumber::read).collect::<Option<_>>()?),
        _ => None,
    };
    Some(Routed { items })
}

pub(in crate::api) fn is_object(body: &Body) -> bool {
    document(body).and_then(object).is_some()
}

/// Whether a body says that it is no success; `None` when it cannot be read.
pub(in crate::api) fn says_no(body: &Body) -> Option<bool> {
    Some(document(body)?.get("success") == Some(&Value::Bool(false)))
}

/// The body of an error answer may be anything: JSON, an HTML page of a gateway, nothing.
pub(in crate::api) fn words(body: &Body) -> Words {
    let document = document(body).unwrap_or_default();
    let message = document.get("message").and_then(Value::as_str).unwrap_or_default().to_owned();
    // A sentence, or the first of several.
    let first = |text: &Value| text.as_array().into_iter().flatten().find_map(Value::as_str).map(str::to_owned);
    let about =
        |text: &Value| text.as_str().map(str::to_owned).or_else(|| first(text)).unwrap_or_else(|| message.clone());
    let fields = document.get("errors").and_then(Value::as_object);
    let fields = fields.map(|fields| fields.iter().map(|(name, text)| (name.clone(), about(text))).collect());
    Words { message, fields }
}

impl Trunk {
    /// The SIP login.
    pub(crate) fn login(&self) -> Option<String> {
        self.name.clone()
    }

    /// The trunk as JSON.
    pub(crate) fn json(&self) -> String {
        // A trunk holds only what JSON held before: writing it cannot fail.
        serde_json::to_string(self).unwrap_or_default()
    }
}

impl Page {
    /// The number of each trunk that has one.
    pub(crate) fn ids(&self) -> Vec<Option<u64>> {
        self.sip_trunks.iter().map(TrunkSummary::whole_id).collect()
    }

    /// The trunks as JSON.
    pub(crate) fn rows(&self) -> String {
        serde_json::to_string(&self.sip_trunks).unwrap_or_default()
    }

    /// Leaves only the trunks for which there is a `true` at their place.
    pub(crate) fn keep(&mut self, kept: &[bool]) {
        let mut kept = kept.iter();
        self.sip_trunks.retain(|_| kept.next() == Some(&true));
    }

    /// The numbers of the trunks with a label.
    pub(crate) fn ids_with_label(&self, label: &str) -> Vec<u64> {
        let rows = self.sip_trunks.iter().filter(|row| row.label.as_deref() == Some(label));
        rows.filter_map(TrunkSummary::whole_id).collect()
    }

    /// Trunks per page, and trunks in all, as the server says it.
    pub(crate) fn counts(&self) -> (u32, u32) {
        (self.pagination.per_page, self.pagination.total)
    }
}

impl TrunkSummary {
    fn whole_id(&self) -> Option<u64> {
        self.id.or_else(|| whole(self.extra.get("id")?))
    }
}

impl NumberPage {
    /// The id of each number that has one.
    pub(crate) fn ids(&self) -> Vec<Option<u64>> {
        self.items.iter().map(|number| number.id.or_else(|| whole(number.extra.get("id")?))).collect()
    }

    /// The numbers as JSON.
    pub(crate) fn rows(&self) -> String {
        serde_json::to_string(&self.items).unwrap_or_default()
    }

    /// Leaves only the numbers for which there is a `true` at their place.
    pub(crate) fn keep(&mut self, kept: &[bool]) {
        let mut kept = kept.iter();
        self.items.retain(|_| kept.next() == Some(&true));
    }

    /// Numbers per page, and numbers in all, as the server says it.
    pub(crate) fn counts(&self) -> (u32, u32) {
        (self.pagination.per_page, self.pagination.total)
    }

    /// Its numbers.
    pub(crate) fn into_items(self) -> Vec<PhoneNumber> {
        self.items
    }
}

impl PhoneNumber {
    /// The phone number itself.
    pub(crate) fn text(&self) -> Option<String> {
        self.number.clone()
    }

    /// Whether its calls lead to a trunk. Wavix's samples have destinations with a `trunk_id` and another transport, or none.
    pub(crate) fn is_routed(&self) -> bool {
        self.destination.iter().any(|to| to.trunk_id.is_some() || to.transport == Some(5))
    }

    /// Whether they lead to one that is known by its login only.
    pub(crate) fn is_routed_by_login(&self) -> bool {
        self.destination.iter().any(|to| to.trunk_id.is_none() && to.transport == Some(5))
    }

    /// Whether they lead to that trunk, given its number and, if it is known, its login.
    pub(crate) fn leads_to(&self, id: u64, login: Option<&str>) -> bool {
        self.destination.iter().any(|to| match to.trunk_id {
            Some(trunk) => trunk == id,
            None => to.transport == Some(5) && login.is_some() && to.destination.as_deref() == login,
        })
    }
}
