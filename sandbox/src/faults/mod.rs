//! Faults on request: what networks, gateways and servers do now and then, done when it is asked for.
//!
//! An order of faults is a list of rules; each says which requests it strikes, how often, and with what. It stands as a
//! layer around the handlers, which know nothing of it.

mod fault;
mod instead;
mod journal;
mod order;
mod pattern;
mod rule;
mod script;
mod spoilt;
mod work;

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use serde_json::Value;

use self::journal::{Journal, Line};
use self::order::Order;
use self::work::Work;

/// The order that stands, the one that stood at the start, and the journal of requests.
#[derive(Clone)]
pub(crate) struct Faults {
    standing: Arc<Mutex<Order>>,
    first: Arc<Order>,
    pub(crate) journal: Journal,
}

impl Faults {
    /// The order in a file, or none.
    pub(crate) fn open(file: Option<&Path>) -> Result<Self, String> {
        let first = file.map_or_else(|| Ok(Order::default()), read)?;
        Ok(Self { standing: Arc::new(Mutex::new(first.clone())), first: Arc::new(first), journal: Journal::default() })
    }

    /// Puts another order in the place of the one that stands.
    pub(crate) fn replace(&self, rules: Value) -> Result<(), String> {
        let order = Order::parse(rules)?;
        self.with(|standing| *standing = order);
        Ok(())
    }

    /// From now on nothing goes wrong.
    pub(crate) fn clear(&self) {
        self.with(|standing| *standing = Order::default());
    }

    /// The order and the journal as they were at the start.
    pub(crate) fn reset(&self) {
        self.with(|standing| *standing = Order::clone(&self.first));
        self.journal.reset();
    }

    /// Each rule as it was given, and what it has done so far.
    pub(crate) fn report(&self) -> Value {
        self.with(|standing| standing.report())
    }

    fn with<T>(&self, work: impl FnOnce(&mut Order) -> T) -> T {
        work(&mut self.standing.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

fn read(file: &Path) -> Result<Order, String> {
    let place = file.display();
    let text = std::fs::read_to_string(file).map_err(|error| format!("cannot read the faults in {place}: {error}"))?;
    let rules = serde_json::from_str(&text).map_err(|error| format!("the faults in {place} are not JSON: {error}"))?;
    Order::parse(rules).map_err(|reason| format!("the faults in {place} make no sense: {reason}"))
}

/// Writes each request down, and lets the fault strike whose turn it is.
pub(crate) async fn strike(State(faults): State<Faults>, request: Request, next: Next) -> Response {
    let line = Line::of(&request);
    faults.journal.received(&line);
    let struck = faults.with(|order| order.next(request.method(), request.uri().path()));
    let work = Work { next, journal: faults.journal, line };
    match struck {
        Some(strike) => strike.on(request, work).await,
        None => work.process(request).await,
    }
}
