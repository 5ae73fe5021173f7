//! SIP trunks at Wavix: what a trunk is, when its settings make sense, and how to talk to Wavix about it.
//!
//! The same crate is three things: the npm package `wavix-trunks` (compiled to WebAssembly), a native Rust library, and
//! the judge inside `wavix-sandbox`, a Wavix API for your own machine.
//!
//! # Check a trunk before it is sent
//!
//! ```
//! use serde_json::json;
//! use wavix_trunks::rules::{self, Input, Options};
//!
//! let form = json!({ "label": "Head office", "password": "correct-Horse-7", "callerid": "+1 (212) 123-4567" });
//! let report = rules::validate(&Input::from(&form), &Options::default());
//!
//! assert!(report.is_ok());
//! assert_eq!(report.value.unwrap().callerid, "12121234567");
//! ```
//!
//! # Rooms
//!
//! - [`trunk`]: what is sent and what is received, and [`trunk::Secret`], which does not show itself.
//! - [`rules`]: one table of fields, the checks, and their answers as data.
//! - [`api`]: requests and responses as values; the oddities of the wire are smoothed there and only there.
//! - `js`: the door to JavaScript, on `wasm32` only.
//! - [`client`]: the journey of a call over a [`client::Transport`].

pub mod api;
pub mod client;
mod engine;
mod input;
mod json;
#[cfg(doctest)]
mod pages;
pub mod rules;
mod text;
pub mod trunk;

#[cfg(target_arch = "wasm32")]
pub mod js;
