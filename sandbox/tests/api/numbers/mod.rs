//! Phone numbers and where their calls go, in both generations of calls.

mod examples;
mod list;
mod route;

use serde_json::{Value, json};
use ureq::http::{Method, StatusCode};

use crate::harness::{Server, least};

/// A sandbox with a trunk, number 1, and so many numbers.
fn with_numbers(count: u32) -> Server {
    let server = Server::start();
    server.api.make(&least("Head office"));
    buy(&server, &numbers(count));
    server
}

fn numbers(count: u32) -> Value {
    (0..count).map(|n| json!({ "number": format!("121255501{n:02}"), "label": format!("number {n}") })).collect()
}

fn buy(server: &Server, list: &Value) -> Value {
    server.api.call(Method::POST, "/sandbox/numbers", Some(list)).expect(StatusCode::CREATED)["items"].clone()
}

fn number(server: &Server, id: u32) -> Value {
    server.api.get(&format!("/v1/numbers/{id}")).expect(StatusCode::OK)
}

/// `5 67758`, one for each destination.
fn destinations(number: &Value) -> Vec<String> {
    let list = number["destination"].as_array().unwrap();
    list.iter().map(|to| format!("{} {}", to["transport"], to["destination"].as_str().unwrap())).collect()
}
