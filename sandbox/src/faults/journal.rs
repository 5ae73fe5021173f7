//! The journal of requests: how many of each kind came, and how many were carried out.

use std::collections::BTreeMap;
use std::mem;
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::extract::Request;
use serde::Serialize;
use tokio::sync::{OwnedRwLockReadGuard, RwLock};

/// Shared by all requests.
#[derive(Clone, Default)]
pub(crate) struct Journal {
    counts: Arc<Mutex<BTreeMap<Line, Counts>>>,
    /// Read by each request that is being carried out, so that whoever may write knows that all are done.
    at_work: Arc<RwLock<()>>,
    /// What was answered and is to be carried out later.
    late: Arc<Mutex<Vec<Late>>>,
}

type Late = Pin<Box<dyn Future<Output = ()> + Send>>;

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

    pub(super) fn put_off(&self, work: impl Future<Output = ()> + Send + 'static) {
        locked(&self.late).push(Box::pin(work));
    }

    /// Carries out what was put off, one after the other, and says how many there were.
    pub(crate) async fn catch_up(&self) -> usize {
        let late = mem::take(&mut *locked(&self.late));
        let count = late.len();
        for work in late {
            work.await;
        }
        count
    }

    pub(crate) fn rows(&self) -> Vec<Row> {
        self.with(|counts| counts.iter().map(|(line, counts)| Row { line: line.clone(), counts: *counts }).collect())
    }

    /// Counts from 0.
    pub(crate) fn clear(&self) {
        self.with(BTreeMap::clear);
    }

    /// Counts from 0, and never carries out what was put off.
    pub(super) fn reset(&self) {
        self.clear();
        locked(&self.late).clear();
    }

    fn count(&self, line: &Line, work: impl FnOnce(&mut Counts)) {
        self.with(|counts| work(counts.entry(line.clone()).or_default()));
    }

    fn with<T>(&self, work: impl FnOnce(&mut BTreeMap<Line, Counts>) -> T) -> T {
        work(&mut locked(&self.counts))
    }
}

fn locked<T>(shared: &Mutex<T>) -> MutexGuard<'_, T> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}
