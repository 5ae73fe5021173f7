//! Example numbers: in a few cities, and led to a trunk, to a SIP address, to a phone, or nowhere.

use rusqlite::Transaction;
use wavix_trunks::rules::Input;
use wavix_trunks::trunk::{Destination, Via};

use super::change::Bought;
use super::rows;
use crate::rows::LOGIN_OFFSET;
use crate::store::StoreError;

/// So many numbers are kept free for films in the places below: nobody's telephone rings.
pub const MOST_NUMBERS: u32 = 1_000;

/// What stands before the last two digits, and where that is.
const PLACES: [(&str, (&str, &str, &str)); 10] = [
    ("121255501", ("NEW YORK, NY", "United States", "US")),
    ("131255501", ("CHICAGO, IL", "United States", "US")),
    ("141555501", ("SAN FRANCISCO, CA", "United States", "US")),
    ("151255501", ("AUSTIN, TX", "United States", "US")),
    ("161755501", ("BOSTON, MA", "United States", "US")),
    ("130555501", ("MIAMI, FL", "United States", "US")),
    ("120655501", ("SEATTLE, WA", "United States", "US")),
    ("4420794609", ("LONDON", "United Kingdom", "GB")),
    ("4416149609", ("MANCHESTER", "United Kingdom", "GB")),
    ("4411749609", ("BRISTOL", "United Kingdom", "GB")),
];
const LABELS: [&str; 5] = ["", "Sales", "Support", "Front desk", "Fax"];

/// Writes the example of that index, from 0, in an account of so many example trunks.
pub(crate) fn plant(tx: &Transaction<'_>, index: u32, trunks: u32) -> Result<(), StoreError> {
    let nth = |count: usize| usize::try_from(index).ok().and_then(|index| index.checked_rem(count)).unwrap_or_default();
    let Some((digits, place)) = PLACES.get(nth(PLACES.len())) else { return Ok(()) };
    let label = LABELS.get(nth(LABELS.len())).copied().unwrap_or_default();
    let number = format!("{digits}{:02}", index / 10);
    let destinations = destinations(index, trunks);
    rows::insert(tx, &Bought { number, label: label.to_owned(), place: *place, destinations })?;
    Ok(())
}

/// Every fourth one to a trunk, if there is one, and of these every other one to a phone when the trunk does not answer.
fn destinations(index: u32, trunks: u32) -> Vec<Destination> {
    let to = |via, destination: String, priority, trunk_id| Destination {
        via,
        destination: Some(destination),
        priority,
        trunk_id,
        extra: Input::Record(Vec::new()),
    };
    let phone = |priority| to(Via::Phone, format!("121255501{:02}", index % 100), priority, None);
    match (index % 4, (index / 4).checked_rem(trunks)) {
        (0, Some(trunk)) => {
            let id = u64::from(trunk).saturating_add(1);
            let login = LOGIN_OFFSET.saturating_add_unsigned(id).to_string();
            let mut list = vec![to(Via::Trunk, login, 1, Some(id))];
            list.extend(index.is_multiple_of(8).then(|| phone(2)));
            list
        }
        (1, _) => vec![to(Via::Sip, "[did]@pbx.example.com".to_owned(), 1, None)],
        (2, _) => vec![phone(1)],
        _ => Vec::new(),
    }
}
