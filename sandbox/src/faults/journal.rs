//! The journal of requests: how many of each kind came, and how many were carried out.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use axum::extract::Request;
use serde::Serialize;
use tokio::sync::{OwnedRwLockReadGuard, RwLock};

/// Shared by all requests.
#[derive(Clone, Default)]
pub(crate) struct Journal {
    counts: Arc<Mutex<BTreeMap<Line, Counts>>>,
    /// Read by each request that is being carried out, so that whoever may write knows that all are done.
    at_work: Arc<RwLock<()>>,
}

/// A kind of request: its query may hold a key, and is not kept.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub(super) struct Line {
    path: String,
    method: String,
}

#[derive(Clone, Copy, Default, Serialize)]
struct Counts {
    received: u64,
    processed: u64,
}

/// A kind of request and how many there were.
#[derive(Serialize)]
pub(crate) struct Row {
    #[serde(flatten)]
    line: Line,
    #[serde(flatten)]
    counts: Counts,
}

impl Line {
    pub(super) fn of(request: &Request) -> Self {
        Self { path: request.uri().path().to_owned(), method: request.method().to_string() }
    }
}

impl Journal {
    pub(super) fn received(&self, line: &Line) {
        self.count(line, |counts| counts.received = counts.received.saturating_add(1));
    }

    pub(super) fn processed(&self, line: &Line) {
        self.count(line, |counts| counts.processed = counts.processed.saturating_add(1));
    }

    /// Says that a request is being carried out, until the answer is dropped.
    pub(super) async fn at_work(&self) -> OwnedRwLockReadGuard<()> {
        Arc::clone(&self.at_work).read_owned().await
    }

    /// Waits until what has begun is done: a client that gave up on a request may ask what became of it.
    pub(crate) async fn settled(&self) {
        drop(self.at_work.write().await);
    }

    pub(crate) fn rows(&self) -> Vec<Row> {
        self.with(|counts| counts.iter().map(|(line, counts)| Row { line: line.clone(), counts: *counts }).collect())
    }

    pub(crate) fn clear(&self) {
        self.with(BTreeMap::clear);
    }

    fn count(&self, line: &Line, work: impl FnOnce(&mut Counts)) {
        self.with(|counts| work(counts.entry(line.clone()).or_default()));
    }

    fn with<T>(&self, work: impl FnOnce(&mut BTreeMap<Line, Counts>) -> T) -> T {
        work(&mut self.counts.lock().unwrap_or_else(PoisonError::into_inner))
    }
}
