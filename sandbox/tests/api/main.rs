//! What the sandbox promises to whoever speaks HTTP with it, tried over real sockets.

mod answers;
mod auth;
mod binary;
mod browser;
mod create;
mod delete;
mod durability;
mod examples;
mod harness;
mod ip_auth;
mod list;
mod update;
