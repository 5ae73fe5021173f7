//! A Wavix SIP Trunks API on your own machine, judged by the rules of `wavix-trunks`.
//!
//! The binary `wavix-sandbox` serves it from the command line; tests start it in their own process:
//!
//! ```no_run
//! # async fn demo() -> Result<(), wavix_sandbox::StartError> {
//! let sandbox = wavix_sandbox::start(wavix_sandbox::Config::default()).await?;
//! println!("{}", sandbox.url());
//! sandbox.stop().await;
//! # Ok(())
//! # }
//! ```

mod admin;
mod answer;
mod auth;
mod body;
mod example;
mod faults;
mod headers;
mod ip_auth;
mod limit;
mod numbers;
mod page;
mod password;
mod query;
mod rows;
mod seed;
mod server;
mod store;
mod token;
mod trunks;

pub use numbers::MOST_NUMBERS;
pub use server::{Config, Sandbox, StartError, start};
