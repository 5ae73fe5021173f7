//! Numbers are listed and read.

use serde_json::{Value, json};
use ureq::http::{Method, StatusCode};

use super::{buy, destinations, number, with_numbers};
use crate::harness::Server;

fn page(server: &Server, query: &str) -> Value {
    server.api.get(&format!("/v1/numbers{query}")).expect(StatusCode::OK)
}

fn found(page: &Value) -> Vec<&str> {
    page["items"].as_array().unwrap().iter().map(|item| item["number"].as_str().unwrap()).collect()
}

#[test]
fn an_account_without_numbers_has_an_empty_first_page() {
    let page = page(&Server::start(), "");
    assert_eq!(page["items"], json!([]));
    assert_eq!(page["pagination"], json!({ "current_page": 1, "per_page": 25, "total": 0, "total_pages": 0 }));
    assert!(page["doc_types"].is_array());
}

#[test]
fn pages_cover_every_number_once() {
    let server = with_numbers(27);
    assert_eq!(found(&page(&server, "")).len(), 25);
    assert_eq!(found(&page(&server, "?page=2")), ["12125550125", "12125550126"]);
    assert_eq!(page(&server, "?page=2")["pagination"]["total"], 27);
    assert_eq!(found(&page(&server, "?per_page=100")).len(), 27);
    assert_eq!(found(&page(&server, "?page=9")), Vec::<&str>::new());
    let answer = server.api.get("/v1/numbers?per_page=101").expect(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(answer["message"], "Missing or invalid parameter per_page");
}

#[test]
fn numbers_are_found_by_their_digits_and_by_their_label() {
    let server = with_numbers(12);
    assert_eq!(found(&page(&server, "?search=5550111")), ["12125550111"]);
    assert_eq!(found(&page(&server, "?label=number%203")), ["12125550103"]);
    assert_eq!(found(&page(&server, "?label=number%203&search=9999")), Vec::<&str>::new());
    assert_eq!(page(&server, "?search=555011")["pagination"]["total"], 2);
}

#[test]
fn a_number_has_the_documented_keys_and_is_the_same_in_both_generations() {
    let server = with_numbers(1);
    let one = number(&server, 1);
    let documented = [
        "id",
        "number",
        "activation_fee",
        "monthly_fee",
        "per_min",
        "city",
        "country",
        "country_short_name",
        "destination",
        "channels",
        "require_docs",
        "documents",
        "domestic_cli",
        "free_min",
        "unlimited",
        "label",
        "status",
        "seconds",
        "added",
        "paid_until",
        "sms_enabled",
        "sms_relay_url",
        "cnam",
        "call_recording_enabled",
        "transcription_enabled",
        "transcription_threshold",
        "call_status_url",
    ];
    let mut keys: Vec<&str> = one.as_object().unwrap().keys().map(String::as_str).collect();
    let mut documented = documented.to_vec();
    keys.sort_unstable();
    documented.sort_unstable();
    assert_eq!(keys, documented);
    assert_eq!(server.api.get("/v1/mydids/1").expect(StatusCode::OK), one);
    assert_eq!(server.api.get("/v1/mydids").json(), page(&server, ""));
}

#[test]
fn what_is_not_there_is_not_found_and_keys_are_asked_for() {
    let server = with_numbers(1);
    for path in ["/v1/numbers/2", "/v1/mydids/2", "/v1/numbers/x", "/v1/numbers/1/papers"] {
        server.api.get(path).expect(StatusCode::NOT_FOUND);
    }
    for path in ["/v1/numbers", "/v1/mydids", "/v1/numbers/1"] {
        assert_eq!(server.api.send(Method::GET, path, &[], b"").status, 401, "{path}");
        let unprovisioned = [("authorization", "Bearer sandbox-unprovisioned")];
        assert_eq!(server.api.send(Method::GET, path, &unprovisioned, b"").status, 403, "{path}");
    }
    server.api.call(Method::DELETE, "/v1/numbers/1", None).expect(StatusCode::METHOD_NOT_ALLOWED);
}

#[test]
fn numbers_are_put_in_all_of_them_or_none() {
    let server = with_numbers(1);
    let refused = |list: Value, parameter: &str| {
        let answer = server.api.call(Method::POST, "/sandbox/numbers", Some(&list));
        let errors = &answer.expect(StatusCode::UNPROCESSABLE_ENTITY)["errors"];
        assert!(errors[parameter].is_string(), "{list}: {errors}");
    };
    let other = json!({ "number": "+44 20 7946 0000" });
    refused(json!({}), "body");
    refused(json!([other, {}]), "number");
    refused(json!([other, { "number": "555" }]), "number");
    refused(json!([other, { "number": "12125550100" }]), "number");
    refused(json!([other, { "number": "12125550109", "destinations": [{}] }]), "destinations.0.transport");
    assert_eq!(page(&server, "")["pagination"]["total"], 1);
    let bought = buy(
        &server,
        &json!([{ "number": "+44 20 7946 0000", "destinations": [{ "transport": 1, "destination": "a@b" }] }]),
    );
    assert_eq!(bought[0]["number"], "442079460000");
    assert_eq!(destinations(&bought[0]), ["1 a@b"]);
}

#[test]
fn the_journal_and_faults_know_these_calls_too() {
    let server = with_numbers(1);
    let faults = json!([{ "method": "PATCH", "path": "/v1/numbers/*", "fault": { "status": { "code": 503 } } }]);
    server.api.call(Method::PUT, "/sandbox/faults", Some(&faults)).expect(StatusCode::OK);
    let nothing = json!({});
    server.api.call(Method::PATCH, "/v1/numbers/1", Some(&nothing)).expect(StatusCode::SERVICE_UNAVAILABLE);
    server.api.call(Method::PATCH, "/v1/numbers/1", Some(&nothing)).expect(StatusCode::OK);
    let row = json!({ "path": "/v1/numbers/1", "method": "PATCH", "received": 2, "processed": 1 });
    assert!(server.api.get("/sandbox/requests").json().as_array().unwrap().contains(&row));
}
