//! Puts example trunks and numbers into an empty database.

use rusqlite::{Connection, Transaction, TransactionBehavior, params};

use crate::example::{self, Example};
use crate::store::{Examples, StoreError};
use crate::{numbers, password, rows, store};

/// Writes the examples in one transaction; a database that has or had a trunk or a number of its own is left as it is.
pub(crate) fn plant(connection: &mut Connection, examples: Examples) -> Result<(), StoreError> {
    let tx = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let used: bool =
        tx.query_row("SELECT count(*) > 0 FROM sqlite_sequence WHERE name IN ('trunks', 'numbers')", [], |row| {
            row.get(0)
        })?;
    if used {
        return Ok(());
    }
    if examples.trunks > 0 {
        let hash = password::hash(&example::password())?;
        for index in 0..examples.trunks {
            write(&tx, &Example::new(index), &hash)?;
        }
    }
    for index in 0..examples.numbers {
        numbers::plant(&tx, index, examples.trunks)?;
    }
    Ok(tx.commit()?)
}

/// An example has what only time and Wavix's people can give a trunk: an age, calls, approvals.
fn write(tx: &Transaction<'_>, example: &Example, hash: &str) -> rusqlite::Result<()> {
    let id = store::insert(tx, &example.access_token)?;
    let host = example.config.host_request.as_ref().map(|request| request.host.as_str());
    rows::replace(tx, id, &example.config, hash, (host, example.status))?;
    tx.prepare_cached(
        "UPDATE trunks SET passthrough = ?2, talk_time = ?3, charge = ?4,
            created_at = strftime('%Y-%m-%dT%H:%M:%fZ', ?5, 'unixepoch') WHERE id = ?1",
    )?
    .execute(params![
        id,
        example.config.passthrough.unwrap_or(false),
        example.talk_time,
        example.charge,
        example.created_at,
    ])?;
    Ok(())
}
