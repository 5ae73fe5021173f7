//! The journey of a call: judged, given a key and a host, carried, read.
//!
//! [`Client`] is generic over [`Transport`], so that the same code runs over `fetch` in JavaScript, over whatever HTTP
//! library a native program has, and against a scripted transport in tests.

mod config;
mod error;
#[cfg(target_arch = "wasm32")]
pub(crate) mod fetch;
mod transport;

pub use config::{Auth, ClientConfig, DEFAULT_BASE_URL};
pub use error::Error;
pub use transport::{Message, Transport, TransportError};

use crate::api::{self, ApiError, Call, Deleted, ListParams};
use crate::rules::{self, Input, Options};
use crate::trunk::{Page, Trunk, TrunkConfig};

/// Manages the SIP trunks of one account.
///
/// ```
/// # use wavix_trunks::client::{Message, Transport, TransportError};
/// # use wavix_trunks::api::Response;
/// # struct YourHttp;
/// # impl Transport for YourHttp {
/// #     async fn send(&self, _: Message) -> Result<Response, TransportError> {
/// #         Err(TransportError { message: "no network in an example".into() })
/// #     }
/// # }
/// use wavix_trunks::api::ListParams;
/// use wavix_trunks::client::{Client, ClientConfig, Error};
///
/// async fn labels() -> Result<Vec<Option<String>>, Error> {
///     let client = Client::new(YourHttp, ClientConfig::new("your API key"));
///     let page = client.list(&ListParams::default()).await?;
///     Ok(page.sip_trunks.into_iter().map(|trunk| trunk.label).collect())
/// }
/// # let _ = labels();
/// ```
#[derive(Debug)]
pub struct Client<T> {
    transport: T,
    config: ClientConfig,
}

impl<T: Transport> Client<T> {
    /// A client for one account.
    pub fn new(transport: T, config: ClientConfig) -> Self {
        Self { transport, config }
    }

    /// One page of trunks. A page past the last one is empty.
    ///
    /// # Errors
    ///
    /// [`Error::Api`] for every answer that is no success, [`Error::Network`] when there is none.
    pub async fn list(&self, params: &ListParams) -> Result<Page, Error> {
        self.send(api::list(params), &[]).await
    }

    /// One trunk.
    ///
    /// # Errors
    ///
    /// As [`Client::list`]; a trunk that does not exist is [`ErrorCode::NotFound`](crate::api::ErrorCode::NotFound).
    pub async fn get(&self, id: u64) -> Result<Trunk, Error> {
        self.send(api::get(id), &[]).await
    }

    /// Makes a trunk out of anything that [`rules::validate`] accepts.
    ///
    /// # Errors
    ///
    /// [`Error::Invalid`] when the settings have errors: nothing was sent then. Otherwise as [`Client::list`].
    pub async fn create(&self, settings: &Input) -> Result<Trunk, Error> {
        let config = self.judge(settings)?;
        self.send(api::create(&config), &[config.password.reveal()]).await
    }

    /// Replaces every setting of a trunk: what `settings` leaves out goes back to its default.
    ///
    /// # Errors
    ///
    /// As [`Client::create`] and [`Client::get`].
    pub async fn update(&self, id: u64, settings: &Input) -> Result<Trunk, Error> {
        let config = self.judge(settings)?;
        self.send(api::update(id, &config), &[config.password.reveal()]).await
    }

    /// Removes a trunk for good; its calls stop routing.
    ///
    /// # Errors
    ///
    /// As [`Client::get`].
    pub async fn delete(&self, id: u64) -> Result<Deleted, Error> {
        self.send(api::delete(id), &[]).await
    }

    fn judge(&self, settings: &Input) -> Result<TrunkConfig, Error> {
        let report = rules::validate(settings, &Options::default());
        report.value.ok_or(Error::Invalid(report.issues))
    }

    /// `secrets` is what was sent and must not come back in the words of an error.
    async fn send<A>(&self, call: Call<A>, secrets: &[&str]) -> Result<A, Error> {
        let message = self.config.address(&call.request);
        let response = self.transport.send(message).await.map_err(Error::Network)?;
        call.read(&response).map_err(|mut error: ApiError| {
            error.redact(self.config.key());
            secrets.iter().for_each(|secret| error.redact(secret));
            Error::Api(error)
        })
    }
}
