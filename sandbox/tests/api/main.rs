//! What the sandbox promises to whoever speaks HTTP with it, tried over real sockets.

// clippy.toml lets `#[test]` functions unwrap and index; it does not know that everything here is a test.
#![allow(clippy::arithmetic_side_effects, clippy::indexing_slicing, clippy::unwrap_used)]

mod answers;
mod auth;
mod binary;
mod browser;
mod create;
mod delete;
mod durability;
mod examples;
mod faults;
mod harness;
mod ip_auth;
mod list;
mod numbers;
mod update;
