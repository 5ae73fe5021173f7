//! The server: what it is told, which path leads where, how it starts and ends.

use std::fmt;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::{Request, State};
use axum::middleware::{self, Next};
use axum::response::Response;
use axum::routing::{get, post};
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

use crate::admin::{self, Admin};
use crate::answer::Refusal;
use crate::auth::Keys;
use crate::faults::{self, Faults};
use crate::limit::Bucket;
use crate::numbers::{self, MOST_NUMBERS};
use crate::store::{Examples, Store};
use crate::{body, headers, trunks};

/// How long an end waits for requests that are being answered: a client that stopped in the middle of one must not hold
/// it up for ever.
const FAREWELL: Duration = Duration::from_secs(2);

/// What the sandbox is told when it starts.
#[derive(Clone)]
pub struct Config {
    /// Where it listens; port 0 lets the system choose.
    pub listen: SocketAddr,
    /// The database's file, or `None` for one in memory, which ends with the sandbox.
    pub data: Option<PathBuf>,
    /// The key that may do everything.
    pub api_key: String,
    /// A key that is known but whose account has no trunks: it is answered with 403.
    pub unprovisioned_key: String,
    /// How many example trunks to put into an empty database.
    pub seed: u32,
    /// How many example numbers to put into an empty database, at most [`MOST_NUMBERS`]; some lead to example trunks.
    pub numbers: u32,
    /// A file with an order of faults, or `None` when nothing is to go wrong until it is asked for over HTTP.
    pub faults: Option<PathBuf>,
    /// Requests per second, above 0, before 429 is answered; `None` for no limit.
    pub rate_limit: Option<f64>,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            listen: SocketAddr::from((Ipv4Addr::LOCALHOST, 0)),
            data: None,
            api_key: "sandbox-key".to_owned(),
            unprovisioned_key: "sandbox-unprovisioned".to_owned(),
            seed: 0,
            numbers: 0,
            faults: None,
            rate_limit: None,
        }
    }
}

/// Why the sandbox did not start, in a sentence for a person.
#[derive(Debug)]
pub struct StartError(String);

impl fmt::Display for StartError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for StartError {}

/// A sandbox that is running, until it is stopped or dropped with its runtime.
pub struct Sandbox {
    address: SocketAddr,
    end: oneshot::Sender<()>,
    serving: JoinHandle<()>,
}

impl Sandbox {
    /// Where it listens, with the port that the system chose.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The base URL for clients, such as `http://127.0.0.1:8787`.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Takes no more requests, answers those it has, and ends.
    pub async fn stop(mut self) {
        // Nobody receives when the server has ended by itself; then there is nothing to end.
        let _ = self.end.send(());
        if tokio::time::timeout(FAREWELL, &mut self.serving).await.is_err() {
            self.serving.abort();
        }
    }
}

/// Listens, opens the database, and serves in the background. A port that is taken costs no database.
pub async fn start(config: Config) -> Result<Sandbox, StartError> {
    let Config { listen, data, api_key, unprovisioned_key, seed, numbers, faults, rate_limit } = config;
    let faults = Faults::open(faults.as_deref()).map_err(StartError)?;
    let keys = Keys { provisioned: api_key, unprovisioned: unprovisioned_key };
    let limit = rate_limit.map(Bucket::new);
    let cannot_listen = |error| StartError(format!("cannot listen on {listen}: {error}"));
    let listener = TcpListener::bind(listen).await.map_err(cannot_listen)?;
    let address = listener.local_addr().map_err(cannot_listen)?;
    let examples = Examples { trunks: seed, numbers: numbers.min(MOST_NUMBERS) };
    let store = tokio::task::spawn_blocking(move || Store::open(data.as_deref(), examples))
        .await
        .map_err(|error| StartError(error.to_string()))?
        .map_err(StartError)?;
    let (end, ended) = oneshot::channel::<()>();
    let server = axum::serve(listener, router(store, keys, limit, faults)).with_graceful_shutdown(async {
        // An error means that the handle was dropped: nobody can end the server any more but its runtime.
        if ended.await.is_err() {
            std::future::pending::<()>().await;
        }
    });
    let serving = tokio::spawn(async {
        if let Err(error) = server.await {
            eprintln!("the sandbox ended: {error}");
        }
    });
    Ok(Sandbox { address, end, serving })
}

fn router(store: Store, keys: Keys, limit: Option<Bucket>, faults: Faults) -> Router {
    let admit = middleware::from_fn_with_state(Arc::new(keys), admit);
    let admin = admin::router(Admin { faults: faults.clone(), store: store.clone() })
        .route_layer(admit.clone())
        .fallback(async || Refusal::NotFound)
        .method_not_allowed_fallback(async || Refusal::MethodNotAllowed);
    Router::new()
        .route("/v1/trunks", get(trunks::list).post(trunks::create))
        .route("/v1/trunks/{id}", get(trunks::get).put(trunks::update).delete(trunks::delete))
        .route("/v1/numbers", get(numbers::list).patch(numbers::change_many))
        .route("/v1/numbers/{id}", get(numbers::get).patch(numbers::change))
        .route("/v1/mydids", get(numbers::list))
        .route("/v1/mydids/{id}", get(numbers::get))
        .route("/v1/mydids/update-destinations", post(numbers::update_destinations))
        .route_layer(admit)
        .route_layer(middleware::from_fn_with_state(Arc::new(limit), pace))
        .fallback(async || Refusal::NotFound)
        .method_not_allowed_fallback(async || Refusal::MethodNotAllowed)
        .layer(middleware::from_fn_with_state(faults, faults::strike))
        .with_state(store)
        .nest("/sandbox", admin)
        .layer(middleware::from_fn(body::take_in))
        .layer(middleware::from_fn(headers::on_every_answer))
}

async fn admit(State(keys): State<Arc<Keys>>, request: Request, next: Next) -> Result<Response, Refusal> {
    keys.admit(request.headers(), request.uri())?;
    Ok(next.run(request).await)
}

async fn pace(State(limit): State<Arc<Option<Bucket>>>, request: Request, next: Next) -> Result<Response, Refusal> {
    if let Some(bucket) = &*limit {
        bucket.take().map_err(Refusal::TooMany)?;
    }
    Ok(next.run(request).await)
}
