//! Rows of numbers and of their destinations, as the wire has them.

use rusqlite::{OptionalExtension, Row, Transaction, named_params, params};
use serde_json::{Value, json};
use wavix_trunks::trunk::{Destination, Via};

use super::change::{Bought, Change};
use crate::page::Place;
use crate::rows::LOGIN_OFFSET;
use crate::store::StoreError;

/// Which numbers a list shows.
pub(super) struct Filter {
    /// Digits that the number holds.
    pub(super) search: Option<String>,
    /// Its label, letter for letter.
    pub(super) label: Option<String>,
}

const FILTERED: &str = "FROM numbers WHERE (?1 IS NULL OR instr(number, ?1) > 0) AND (?2 IS NULL OR label = ?2)";

/// A page of numbers, and how many there are in all.
pub(super) fn page(tx: &Transaction<'_>, filter: &Filter, place: Place) -> Result<(Vec<Value>, u32), StoreError> {
    let Filter { search, label } = filter;
    let total = tx.query_row(&format!("SELECT count(*) {FILTERED}"), params![search, label], |row| row.get(0))?;
    let ids = tx
        .prepare_cached(&format!("SELECT id {FILTERED} ORDER BY id LIMIT ?3 OFFSET ?4"))?
        .query_map(params![search, label, place.per_page, place.skipped()], |row| row.get(0))?
        .collect::<rusqlite::Result<Vec<i64>>>()?;
    let items = ids.into_iter().filter_map(|id| read(tx, id).transpose()).collect::<Result<_, _>>()?;
    Ok((items, total))
}

/// A number, if there is one with that id.
pub(super) fn read(tx: &Transaction<'_>, id: i64) -> Result<Option<Value>, StoreError> {
    let found = tx
        .prepare_cached("SELECT *, date(added, '+1 month') AS paid_until FROM numbers WHERE id = ?1")?
        .query_row([id], number)
        .optional()?;
    let Some(mut number) = found else { return Ok(None) };
    let destinations = tx
        .prepare_cached(
            "SELECT destinations.*, trunks.label AS trunk_label FROM destinations
                LEFT JOIN trunks ON trunks.id = trunk_id
                WHERE number_id = ?1 ORDER BY priority, destinations.id",
        )?
        .query_map([id], destination)?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    number.as_object_mut().map(|fields| fields.insert("destination".to_owned(), destinations.into()));
    Ok(Some(number))
}

fn number(row: &Row<'_>) -> rusqlite::Result<Value> {
    Ok(json!({
        "id": row.get::<_, i64>("id")?,
        "number": row.get::<_, String>("number")?,
        "activation_fee": "0.00",
        "monthly_fee": "0.99",
        "per_min": "0.01",
        "city": row.get::<_, String>("city")?,
        "country": row.get::<_, String>("country")?,
        "country_short_name": row.get::<_, String>("country_short_name")?,
        "channels": 24,
        "require_docs": [],
        "documents": [],
        "domestic_cli": true,
        "free_min": 0,
        "unlimited": false,
        "label": row.get::<_, String>("label")?,
        "status": "active",
        "seconds": "0",
        "added": row.get::<_, String>("added")?,
        "paid_until": row.get::<_, String>("paid_until")?,
        "sms_enabled": row.get::<_, bool>("sms_enabled")?,
        "sms_relay_url": row.get::<_, Option<String>>("sms_relay_url")?,
        "cnam": false,
        "call_recording_enabled": row.get::<_, bool>("call_recording_enabled")?,
        "transcription_enabled": row.get::<_, bool>("transcription_enabled")?,
        "transcription_threshold": row.get::<_, u32>("transcription_threshold")?,
        "call_status_url": row.get::<_, Option<String>>("call_status_url")?,
    }))
}

fn destination(row: &Row<'_>) -> rusqlite::Result<Value> {
    Ok(json!({
        "id": row.get::<_, i64>("id")?,
        "destination": row.get::<_, String>("destination")?,
        "priority": row.get::<_, u32>("priority")?,
        "transport": row.get::<_, u8>("transport")?,
        "trunk_id": row.get::<_, Option<i64>>("trunk_id")?,
        "srtp": false,
        "trunk_label": row.get::<_, Option<String>>("trunk_label")?,
    }))
}

/// Says so when there is no number with that id.
pub(super) fn exists(tx: &Transaction<'_>, id: i64) -> Result<(), StoreError> {
    let found: bool =
        tx.prepare_cached("SELECT count(*) > 0 FROM numbers WHERE id = ?1")?.query_row([id], |row| row.get(0))?;
    if found { Ok(()) } else { Err(StoreError::Invalid("ids", "must name numbers of the account".to_owned())) }
}

/// Puts a number into the account.
pub(super) fn insert(tx: &Transaction<'_>, bought: &Bought) -> Result<i64, StoreError> {
    let Bought { number, label, place: (city, country, short), destinations } = bought;
    let id = tx
        .prepare_cached(
            "INSERT INTO numbers (number, label, city, country, country_short_name) VALUES (?1, ?2, ?3, ?4, ?5)
                ON CONFLICT DO NOTHING RETURNING id",
        )?
        .query_row(params![number, label, city, country, short], |row| row.get(0))
        .optional()?
        .ok_or_else(|| StoreError::Invalid("number", "is in the account already".to_owned()))?;
    replace_destinations(tx, id, destinations)?;
    Ok(id)
}

/// Changes what is given.
pub(super) fn change(tx: &Transaction<'_>, id: i64, change: &Change) -> Result<(), StoreError> {
    tx.prepare_cached(
        "UPDATE numbers SET
            sms_enabled = coalesce(:sms_enabled, sms_enabled),
            sms_relay_url = coalesce(:sms_relay_url, sms_relay_url),
            call_recording_enabled = coalesce(:call_recording_enabled, call_recording_enabled),
            transcription_enabled = coalesce(:transcription_enabled, transcription_enabled),
            transcription_threshold = coalesce(:transcription_threshold, transcription_threshold),
            call_status_url = coalesce(:call_status_url, call_status_url)
        WHERE id = :id",
    )?
    .execute(named_params! {
        ":id": id,
        ":sms_enabled": change.sms_enabled,
        ":sms_relay_url": change.sms_relay_url,
        ":call_recording_enabled": change.call_recording_enabled,
        ":transcription_enabled": change.transcription_enabled,
        ":transcription_threshold": change.transcription_threshold,
        ":call_status_url": change.call_status_url,
    })?;
    change.destinations.iter().try_for_each(|destinations| replace_destinations(tx, id, destinations))
}

fn replace_destinations(tx: &Transaction<'_>, id: i64, destinations: &[Destination]) -> Result<(), StoreError> {
    tx.prepare_cached("DELETE FROM destinations WHERE number_id = ?1")?.execute([id])?;
    let mut insert = tx.prepare_cached(
        "INSERT INTO destinations (number_id, destination, priority, transport, trunk_id) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?;
    for given in destinations {
        let (target, trunk) = match given.via {
            Via::Trunk => trunk(tx, given)?,
            Via::Sip | Via::Phone => (given.destination.clone().unwrap_or_default(), None),
        };
        insert.execute(params![id, target, given.priority, given.via.transport(), trunk])?;
    }
    Ok(())
}

/// The login and the number of the trunk that is meant. Wavix's documents give both, so both must mean the same one.
fn trunk(tx: &Transaction<'_>, given: &Destination) -> Result<(String, Option<i64>), StoreError> {
    let refused = |reason: &str| StoreError::Invalid("destinations", reason.to_owned());
    let login = given.destination.as_deref().ok_or_else(|| refused("a trunk needs its name as the destination"))?;
    let by_login = login.parse::<i64>().ok().and_then(|login| login.checked_sub(LOGIN_OFFSET));
    let by_id = given.trunk_id.and_then(|id| i64::try_from(id).ok());
    let id = by_login.filter(|id| by_id.is_none_or(|by_id| by_id == *id));
    let there: bool =
        tx.prepare_cached("SELECT count(*) > 0 FROM trunks WHERE id = ?1")?.query_row([id], |row| row.get(0))?;
    if there { Ok((login.to_owned(), id)) } else { Err(refused("must be the name and the id of one trunk")) }
}
