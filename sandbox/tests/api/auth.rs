//! Who is let in, and who is not.

use serde_json::json;
use ureq::http::{Method, StatusCode};

use crate::harness::{Answer, Server};

fn list(server: &Server, query: &str, headers: &[(&str, &str)]) -> Answer {
    server.api.send(Method::GET, &format!("/v1/trunks{query}"), headers, b"")
}

fn assert_unauthorized(answer: &Answer) {
    let body = answer.expect(StatusCode::UNAUTHORIZED);
    assert_eq!(body, json!({ "success": false, "error": true, "message": "Unauthorized" }));
}

#[test]
fn the_key_is_taken_from_the_query() {
    let server = Server::start();
    list(&server, "?appid=sandbox-key", &[]).expect(StatusCode::OK);
    list(&server, "?per_page=10&appid=sandbox%2Dkey", &[]).expect(StatusCode::OK);
}

#[test]
fn the_key_is_taken_from_a_bearer_header() {
    let server = Server::start();
    list(&server, "", &[("authorization", "Bearer sandbox-key")]).expect(StatusCode::OK);
    list(&server, "", &[("authorization", "bearer sandbox-key")]).expect(StatusCode::OK);
}

#[test]
fn without_the_key_nobody_is_let_in() {
    let server = Server::start();
    assert_unauthorized(&list(&server, "", &[]));
    assert_unauthorized(&list(&server, "?appid=", &[]));
    assert_unauthorized(&list(&server, "?appid=another", &[]));
    assert_unauthorized(&list(&server, "?appid=sandbox-keys", &[]));
    assert_unauthorized(&list(&server, "", &[("authorization", "Bearer another")]));
    assert_unauthorized(&list(&server, "", &[("authorization", "Basic sandbox-key")]));
}

#[test]
fn a_wrong_bearer_is_not_rescued_by_a_right_query() {
    assert_unauthorized(&list(&Server::start(), "?appid=sandbox-key", &[("authorization", "Bearer another")]));
}

#[test]
fn a_proxys_own_authorization_does_not_hide_the_query() {
    let server = Server::start();
    list(&server, "?appid=sandbox-key", &[("authorization", "Basic eDp5")]).expect(StatusCode::OK);
}

#[test]
fn an_account_without_trunks_is_told_so_on_every_call() {
    let server = Server::start();
    let id = server.api.make(&crate::harness::least("Head office"));
    let one = format!("/v1/trunks/{id}");
    let calls = [
        (Method::GET, "/v1/trunks"),
        (Method::POST, "/v1/trunks"),
        (Method::GET, one.as_str()),
        (Method::PUT, one.as_str()),
        (Method::DELETE, one.as_str()),
    ];
    for (method, path) in calls {
        let path = format!("{path}?appid=sandbox-unprovisioned");
        let body = server.api.send(method, &path, &[], b"").expect(StatusCode::FORBIDDEN);
        assert_eq!(body, json!({ "success": false, "message": "The service is not provisioned for your account." }));
    }
    server.api.get(&one).expect(StatusCode::OK);
}

#[test]
fn no_call_is_done_without_the_key() {
    let server = Server::start();
    let id = server.api.make(&crate::harness::least("Head office"));
    let one = format!("/v1/trunks/{id}");
    let json = [("content-type", "application/json")];
    let body = crate::harness::least("Intruder").to_string();
    assert_unauthorized(&server.api.send(Method::POST, "/v1/trunks", &json, body.as_bytes()));
    assert_unauthorized(&server.api.send(Method::GET, &one, &[], b""));
    assert_unauthorized(&server.api.send(Method::PUT, &one, &json, body.as_bytes()));
    assert_unauthorized(&server.api.send(Method::DELETE, &one, &[], b""));
    assert_eq!(server.api.only_summary()["label"], "Head office");
}

#[test]
fn a_refusal_reaches_a_client_that_has_much_to_say() {
    let server = Server::start();
    let long = vec![b' '; 4 * 1024 * 1024];
    let json = [("content-type", "application/json")];
    assert_unauthorized(&server.api.send(Method::POST, "/v1/trunks", &json, &long));
    let path = "/v1/trunks?appid=sandbox-unprovisioned";
    server.api.send(Method::POST, path, &json, &long).expect(StatusCode::FORBIDDEN);
    server.api.send(Method::POST, "/nowhere", &json, &long).expect(StatusCode::NOT_FOUND);
    let path = "/v1/trunks?appid=sandbox-key";
    server.api.send(Method::PATCH, path, &json, &long).expect(StatusCode::METHOD_NOT_ALLOWED);
    let text = [("content-type", "text/plain")];
    server.api.send(Method::POST, path, &text, &long).expect(StatusCode::UNSUPPORTED_MEDIA_TYPE);
}
