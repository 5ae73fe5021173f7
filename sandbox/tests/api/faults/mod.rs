//! Faults on request: each does what it says, to the requests that its rule is about and to no other.

mod answers;
mod connection;
mod delays;
mod file;
mod lists;
mod orders;
mod raw;
