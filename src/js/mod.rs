//! The door to JavaScript: every `#[wasm_bindgen]` item and nothing else. No decisions here, only conversions.

mod client;
mod error;
mod options;
mod read;
mod types;
mod validate;
mod write;

pub use client::TrunkClient;
pub use validate::validate_trunk;
