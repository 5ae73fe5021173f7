//! Several calls in a row that are one to the caller, with one time for all of them.

use super::{Answer, CallOptions, Client, Error, Reason, Transport};
use crate::api::Call;
use crate::api::numbers::NumbersApi;

/// Calls in a row.
pub(super) struct Steps<'a, T> {
    client: &'a Client<T>,
    options: &'a CallOptions,
    timeout_ms: f64,
    /// When the time is over, in milliseconds since 1970.
    until: f64,
}

impl<'a, T: Transport> Steps<'a, T> {
    /// Begins: the time runs from here.
    pub(super) fn new(client: &'a Client<T>, options: &'a CallOptions) -> Self {
        let timeout_ms = options.timeout_ms.unwrap_or(client.config.timeout_ms);
        Self { client, options, timeout_ms, until: client.transport.now() + timeout_ms }
    }

    /// Makes the next call.
    pub(super) async fn send<A>(&self, call: Call<A>, secrets: &[&str]) -> Result<Answer<A>, Error> {
        let left = (self.until - self.client.transport.now()).max(0.0);
        let options = CallOptions { timeout_ms: Some(left), ..self.options.clone() };
        let result = self.client.send(call, secrets, &options).await;
        result.map_err(|error| match error.reason {
            // The caller gave one time for all steps, and knows nothing of what was left of it.
            Reason::TimedOut { .. } => Error { reason: Reason::TimedOut { timeout_ms: self.timeout_ms }, ..error },
            _ => error,
        })
    }

    pub(super) fn numbers_api(&self) -> NumbersApi {
        self.client.config.numbers_api
    }
}
