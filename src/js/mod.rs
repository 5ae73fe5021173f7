//! The door to JavaScript: every `#[wasm_bindgen]` item and nothing else. No decisions here, only conversions.

mod ask;
mod bulk;
mod call;
mod caller_id;
mod client;
mod client_options;
mod error;
mod flat;
mod guard;
mod many;
mod numbers;
mod observe;
mod options;
mod pages;
mod password;
mod read;
mod types;
mod validate;
mod write;

use wasm_bindgen::JsValue;

pub use bulk::BulkReader;
pub use caller_id::describe_caller_id;
pub use client::TrunkClient;
pub use flat::{flat_bytes, flat_lengths, flat_numbers, judge_flat};
#[cfg(feature = "planted-panic")]
pub use guard::planted;
pub use numbers::NumberCalls;
pub use pages::TrunkPages;
pub use password::{generate_password, password_strength};
pub use validate::{validate_field, validate_trunk};

/// What a call gives back to JavaScript, by several values of wasm's and not by one. V8 11, which Node 20 has, copies calls of
/// functions with one value that is no number into those that call them often; and when something that it took for granted
/// there changes during such a call, as whatever wasm reads from an object may do, it ends the whole process.
type Returned<T = JsValue> = Result<T, JsValue>;

/// Memory by two levels of free lists: a quarter of the code of the standard library's allocator, and as fast.
#[cfg(feature = "allocator")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();
