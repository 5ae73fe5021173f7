//! The journey of a call: judged, given a key and a host, carried, tried again, read.
//!
//! [`Client`] is generic over [`Transport`], so that the same code runs over `fetch` in JavaScript, over whatever HTTP
//! library a native program has, and against a scripted transport in tests.
//!
//! GET, PUT, PATCH and DELETE are tried again after a lost connection, 408, 409, 429 and 5xx; a POST only after 429, since Wavix
//! has no idempotency keys and a repeated POST can make a second trunk. Dropping the future of a call aborts it.

mod answer;
mod backoff;
mod change;
mod config;
#[cfg(not(target_arch = "wasm32"))]
mod delete;
mod error;
mod event;
#[cfg(target_arch = "wasm32")]
pub(crate) mod fetch;
mod journey;
mod many;
#[cfg(not(target_arch = "wasm32"))]
mod numbers;
mod options;
mod pages;
mod reconcile;
#[cfg(not(target_arch = "wasm32"))]
mod steps;
mod transport;
#[cfg(target_arch = "wasm32")]
pub(crate) mod wait;

use std::cell::{Cell, RefCell};

pub use answer::Answer;
pub use config::{Auth, ClientConfig, DEFAULT_BASE_URL};
#[cfg(not(target_arch = "wasm32"))]
pub use delete::IfRouted;
pub use error::{Error, Outcome, Reason};
pub use event::{Event, Happening};
pub use many::each;
#[cfg(not(target_arch = "wasm32"))]
pub use numbers::Numbers;
pub use options::{Abort, CallOptions, Observer};
pub use pages::{Paged, Pager};
pub use reconcile::OnUnknown;
pub use transport::{Message, Transport, TransportError};

use reconcile::Creates;

use crate::api::read::{Page, Trunk};
use crate::api::{self, ListParams};
use crate::rules::{self, Input, Options};
use crate::trunk::TrunkConfig;

/// Manages the SIP trunks of one account.
///
/// ```
/// # use wavix_trunks::client::{Message, Transport, TransportError};
/// # use wavix_trunks::api::Response;
/// # struct YourHttp;
/// # impl Transport for YourHttp {
/// #     async fn send(&self, _: Message) -> Result<Response, TransportError> {
/// #         Err(TransportError::Lost { code: None })
/// #     }
/// #     async fn sleep(&self, _: f64) {}
/// #     fn now(&self) -> f64 { 0.0 }
/// #     fn random(&self) -> f64 { 0.0 }
/// # }
/// use wavix_trunks::api::ListParams;
/// use wavix_trunks::client::{CallOptions, Client, ClientConfig, Error};
///
/// async fn labels() -> Result<Vec<Option<String>>, Error> {
///     let client = Client::new(YourHttp, ClientConfig::new("your API key"));
///     let page = client.list(&ListParams::default(), &CallOptions::default()).await?.data;
///     Ok(page.sip_trunks.into_iter().map(|trunk| trunk.label).collect())
/// }
/// # let _ = labels();
/// ```
#[derive(Debug)]
pub struct Client<T> {
    transport: T,
    pub(crate) config: ClientConfig,
    /// Until when a 429 holds all calls back, in milliseconds since 1970.
    held_until: Cell<f64>,
    creates: RefCell<Creates>,
}

impl<T: Transport> Client<T> {
    /// A client for one account.
    pub fn new(transport: T, config: ClientConfig) -> Self {
        Self { transport, config, held_until: Cell::new(0.0), creates: RefCell::default() }
    }

    /// One page of trunks. A page past the last one is empty. [`Pager`] walks all of them.
    ///
    /// # Errors
    ///
    /// [`Reason::Api`] for every answer that is no success, [`Reason::Transport`] when there is none,
    /// [`Reason::TimedOut`] and [`Reason::Aborted`].
    pub async fn list(&self, params: &ListParams, options: &CallOptions) -> Result<Answer<Page>, Error> {
        self.send(api::list(params), &[], options).await
    }

    /// One trunk.
    ///
    /// # Errors
    ///
    /// As [`Client::list`]; a trunk that does not exist is [`ErrorCode::NotFound`](crate::api::ErrorCode::NotFound).
    pub async fn get(&self, id: u64, options: &CallOptions) -> Result<Answer<Trunk>, Error> {
        self.send(api::get(id), &[], options).await
    }

    /// Makes a trunk out of anything that [`rules::validate`] accepts.
    ///
    /// # Errors
    ///
    /// [`Reason::Invalid`] when the settings have errors: nothing was sent then. Otherwise as [`Client::list`]; when its
    /// outcome is [`Outcome::Unknown`], the trunk may have been made.
    pub async fn create(
        &self,
        settings: &Input,
        on_unknown: OnUnknown,
        options: &CallOptions,
    ) -> Result<Answer<Trunk>, Error> {
        let config = judge(settings)?;
        self.create_and_reconcile(&config, on_unknown, options).await
    }

    /// Replaces every setting of a trunk: what `settings` leaves out goes back to its default. [`Client::patch`] keeps
    /// the others.
    ///
    /// # Errors
    ///
    /// As [`Client::create`] and [`Client::get`].
    pub async fn update(&self, id: u64, settings: &Input, options: &CallOptions) -> Result<Answer<Trunk>, Error> {
        let config = judge(settings)?;
        self.send(api::update(id, &config), &[config.password.reveal()], options).await
    }
}

fn judge(settings: &Input) -> Result<TrunkConfig, Error> {
    let report = rules::validate(settings, &Options::default());
    report.value.ok_or_else(|| Error::not_sent(Reason::Invalid(report.issues)))
}
