//! Trunks that authenticate by address, and the approval that they wait for.

use serde_json::{Value, json};
use ureq::http::StatusCode;

use crate::harness::{Server, least, with};

fn asking_for(host: &str) -> Value {
    with(json!({ "host_request": { "host": host } }))
}

fn assert_refused(server: &Server, answer: &crate::harness::Answer) {
    let body = answer.expect(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(body["message"], "Missing or invalid parameter host_request");
    assert!(body["errors"]["host_request"].is_string());
    assert_eq!(server.api.get("/v1/trunks/1").json()["host"], "8.8.8.8");
}

#[test]
fn a_trunk_that_asks_for_ip_authentication_waits_for_approval() {
    let server = Server::start();
    let trunk = server.api.post(&asking_for("8.8.8.8")).expect(StatusCode::CREATED);
    assert_eq!(trunk["host"], "8.8.8.8");
    assert_eq!(trunk.get("host_request"), None);
    let summary = server.api.only_summary();
    assert_eq!(summary["auth_method"], "IP auth");
    assert_eq!(summary["host_request"], json!({ "host": "8.8.8.8", "status": "pending" }));
    assert_eq!(summary["status"], "pending");
}

#[test]
fn a_request_under_review_cannot_be_changed() {
    let server = Server::start();
    server.api.make(&asking_for("8.8.8.8"));
    assert_refused(&server, &server.api.put(1, &asking_for("9.9.9.9")));
}

#[test]
fn a_request_under_review_survives_an_update_of_something_else() {
    let server = Server::start();
    server.api.make(&asking_for("8.8.8.8"));
    server.api.put(1, &least("Renamed")).expect(StatusCode::OK);
    let summary = server.api.only_summary();
    assert_eq!(summary["label"], "Renamed");
    assert_eq!(summary["status"], "pending");
}

#[test]
fn one_address_maps_to_one_trunk() {
    let server = Server::start();
    server.api.make(&asking_for("8.8.8.8"));
    assert_refused(&server, &server.api.post(&asking_for("8.8.8.8")));
    assert_eq!(server.api.get("/v1/trunks").json()["pagination"]["total"], 1);
    server.api.delete(1).expect(StatusCode::OK);
    server.api.post(&asking_for("8.8.8.8")).expect(StatusCode::CREATED);
}

#[test]
fn a_digest_trunk_may_ask_later() {
    let server = Server::start();
    server.api.make(&least("Head office"));
    assert_eq!(server.api.only_summary()["status"], "active");
    server.api.put(1, &asking_for("8.8.8.8")).expect(StatusCode::OK);
    assert_eq!(server.api.only_summary()["status"], "pending");
}
