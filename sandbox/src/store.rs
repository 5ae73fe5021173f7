//! Trunks in SQLite.
//!
//! One connection behind a mutex, and every call on one of tokio's blocking threads. SQLite writes one at a time anyway,
//! a database in memory belongs to its connection, and an answer is sent only after its transaction was committed with
//! `synchronous = FULL`, so that neither `kill -9` nor a power cut takes back what a client was told.

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior, params};
use wavix_trunks::trunk::{Extra, Page, Trunk, TrunkConfig};

use crate::ip_auth::{self, Conflict};
use crate::page::Place;
use crate::{password, rows, seed, token};

/// Written into the file's header, so that another program's database is never taken for a sandbox's ("wvix").
const APPLICATION_ID: i32 = 0x7776_6978;
/// Raised whenever `schema.sql` changes.
const SCHEMA_VERSION: i32 = 2;
/// How long to wait for another process that writes into the same file.
const BUSY: Duration = Duration::from_secs(10);
const COUNT: &str = "SELECT count(*) FROM trunks";

/// The database.
#[derive(Clone)]
pub(crate) struct Store {
    connection: Arc<Mutex<Connection>>,
    examples: Examples,
}

/// What is put into an empty database.
#[derive(Clone, Copy)]
pub(crate) struct Examples {
    pub(crate) trunks: u32,
    pub(crate) numbers: u32,
}

/// Why something was not done.
#[derive(Debug)]
pub(crate) enum StoreError {
    /// Its `host_request` cannot be granted.
    Conflict(Conflict),
    /// A parameter means something that is not there, or is there already, and why.
    Invalid(&'static str, String),
    /// The sandbox itself failed.
    Broken(String),
}

impl<E: std::error::Error> From<E> for StoreError {
    fn from(error: E) -> Self {
        Self::Broken(error.to_string())
    }
}

impl Store {
    /// Opens the file, making it if need be, or a database in memory. Puts `examples` into an empty one.
    pub(crate) fn open(file: Option<&Path>, examples: Examples) -> Result<Self, String> {
        let place = file.map_or_else(|| "memory".to_owned(), |file| file.display().to_string());
        let explain = |error: rusqlite::Error| format!("cannot open the database {place}: {error}");
        let mut connection = match file {
            Some(file) => Connection::open(file),
            None => Connection::open_in_memory(),
        }
        .map_err(explain)?;
        let ours = prepare(&mut connection).map_err(explain)?;
        if !ours {
            return Err(format!("{place} is not a database of this version of the sandbox; give another --data file"));
        }
        seed::plant(&mut connection, examples).map_err(|error| match error {
            StoreError::Broken(cause) => format!("cannot write examples into {place}: {cause}"),
            StoreError::Conflict(_) => format!("the example trunks for {place} share an address"),
            StoreError::Invalid(_, reason) => format!("the example numbers for {place} make no sense: {reason}"),
        })?;
        Ok(Self { connection: Arc::new(Mutex::new(connection)), examples })
    }

    /// A page of trunks by their numbers, so that the newest is the last.
    pub(crate) async fn list(&self, place: Place) -> Result<Page, StoreError> {
        self.run(move |connection| {
            let tx = connection.transaction()?;
            let total: u32 = tx.query_row(COUNT, [], |row| row.get(0))?;
            let sip_trunks = tx
                .prepare_cached("SELECT * FROM trunks ORDER BY id LIMIT ?1 OFFSET ?2")?
                .query_map(params![place.per_page, place.skipped()], rows::summary)?
                .collect::<rusqlite::Result<Vec<_>>>()?;
            Ok(Page { sip_trunks, pagination: place.pagination(total), extra: Extra::default() })
        })
        .await
    }

    /// A trunk, if there is one with that number.
    pub(crate) async fn get(&self, id: i64) -> Result<Option<Trunk>, StoreError> {
        self.run(move |connection| Ok(read(&connection.transaction()?, id)?)).await
    }

    /// Makes a trunk.
    pub(crate) async fn create(&self, config: TrunkConfig) -> Result<Trunk, StoreError> {
        self.run(move |connection| {
            let hash = password::hash(&config.password)?;
            write(connection, |tx| {
                let id = insert(tx, &token::random())?;
                replace(tx, id, &config, &hash)?;
                read(tx, id)?.ok_or_else(|| StoreError::Broken("a new trunk is not there".to_owned()))
            })
        })
        .await
    }

    /// Replaces a trunk's settings, if there is one with that number.
    pub(crate) async fn update(&self, id: i64, config: TrunkConfig) -> Result<Option<Trunk>, StoreError> {
        self.run(move |connection| {
            let hash = password::hash(&config.password)?;
            write(connection, |tx| {
                if read(tx, id)?.is_none() {
                    return Ok(None);
                }
                replace(tx, id, &config, &hash)?;
                Ok(read(tx, id)?)
            })
        })
        .await
    }

    /// Deletes a trunk, and says whether there was one with that number.
    pub(crate) async fn delete(&self, id: i64) -> Result<bool, StoreError> {
        self.run(move |connection| {
            write(connection, |tx| Ok(tx.execute("DELETE FROM trunks WHERE id = ?1", [id])? > 0))
        })
        .await
    }

    /// How many trunks there are.
    pub(crate) async fn count(&self) -> Result<u32, StoreError> {
        self.run(|connection| Ok(connection.query_row(COUNT, [], |row| row.get(0))?)).await
    }

    /// The database as it was when it was new, with the example trunks and with the same numbers to come.
    pub(crate) async fn reset(&self) -> Result<(), StoreError> {
        let examples = self.examples;
        self.run(move |connection| {
            write(connection, |tx| {
                Ok(tx.execute_batch("DELETE FROM numbers; DELETE FROM trunks; DELETE FROM sqlite_sequence")?)
            })?;
            seed::plant(connection, examples)
        })
        .await
    }

    pub(crate) async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Connection) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        let connection = Arc::clone(&self.connection);
        tokio::task::spawn_blocking(move || work(&mut connection.lock().unwrap_or_else(PoisonError::into_inner)))
            .await?
    }
}

/// Sets the connection up and makes the tables of a new database; false when it is another program's.
fn prepare(connection: &mut Connection) -> rusqlite::Result<bool> {
    connection.busy_timeout(BUSY)?;
    let tx = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let mark: (i32, i32) = (
        tx.pragma_query_value(None, "application_id", |row| row.get(0))?,
        tx.pragma_query_value(None, "user_version", |row| row.get(0))?,
    );
    let tables: u32 = tx.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    if tables == 0 && mark == (0, 0) {
        tx.execute_batch(include_str!("schema.sql"))?;
        tx.pragma_update(None, "application_id", APPLICATION_ID)?;
        tx.pragma_update(None, "user_version", SCHEMA_VERSION)?;
    } else if mark != (APPLICATION_ID, SCHEMA_VERSION) {
        return Ok(false);
    }
    tx.commit()?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    Ok(true)
}

/// Writes in one transaction: everything, or nothing when `work` fails.
pub(crate) fn write<T>(
    connection: &mut Connection,
    work: impl FnOnce(&Transaction<'_>) -> Result<T, StoreError>,
) -> Result<T, StoreError> {
    let tx = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let done = work(&tx)?;
    tx.commit()?;
    Ok(done)
}

/// A new trunk with nothing but a number, an age and a token.
pub(crate) fn insert(tx: &Transaction<'_>, access_token: &str) -> rusqlite::Result<i64> {
    tx.prepare_cached("INSERT INTO trunks (access_token) VALUES (?1)")?.insert([access_token])
}

/// Replaces the settings of a trunk that exists, when its request for IP authentication allows it.
fn replace(tx: &Transaction<'_>, id: i64, config: &TrunkConfig, hash: &str) -> Result<(), StoreError> {
    let asked = config.host_request.as_ref().map(|request| request.host.as_str());
    let (current, status): (Option<String>, String) = tx
        .prepare_cached("SELECT host, status FROM trunks WHERE id = ?1")?
        .query_row([id], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let ip_auth = ip_auth::after_write(current.as_deref(), &status, asked).map_err(StoreError::Conflict)?;
    let taken: bool = tx
        .prepare_cached("SELECT count(*) > 0 FROM trunks WHERE host = ?1 AND id <> ?2")?
        .query_row(params![ip_auth.0, id], |row| row.get(0))?;
    if taken {
        return Err(StoreError::Conflict(Conflict::Taken));
    }
    Ok(rows::replace(tx, id, config, hash, ip_auth)?)
}

fn read(tx: &Transaction<'_>, id: i64) -> rusqlite::Result<Option<Trunk>> {
    let found = tx.prepare_cached("SELECT * FROM trunks WHERE id = ?1")?.query_row([id], rows::trunk).optional()?;
    let Some(trunk) = found else { return Ok(None) };
    let addresses = tx
        .prepare_cached("SELECT id, ip FROM allowed_ips WHERE trunk_id = ?1 ORDER BY id")?
        .query_map([id], rows::address)?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    Ok(Some(Trunk { allowed_ips: Some(addresses), ..trunk }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_commit_is_on_the_disk_before_it_is_answered() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(Some(&folder.path().join("trunks.db")), Examples { trunks: 0, numbers: 0 }).unwrap();
        let connection = store.connection.lock().unwrap();
        let journal: String = connection.pragma_query_value(None, "journal_mode", |row| row.get(0)).unwrap();
        let synchronous: u8 = connection.pragma_query_value(None, "synchronous", |row| row.get(0)).unwrap();
        assert_eq!((journal.as_str(), synchronous), ("wal", 2));
    }
    #[tokio::test]
    async fn an_update_of_a_trunk_that_has_just_gone_finds_none() {
        let store = Store::open(None, Examples { trunks: 1, numbers: 0 }).unwrap();
        let config = || crate::example::Example::new(0).config;
        assert!(store.update(1, config()).await.unwrap().is_some());
        assert!(store.delete(1).await.unwrap());
        assert!(store.update(1, config()).await.unwrap().is_none());
    }
}
