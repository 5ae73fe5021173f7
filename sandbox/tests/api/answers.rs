//! Answers that are not a success: status and body of each.

use serde_json::{Value, json};
use ureq::http::{Method, StatusCode};
use wavix_sandbox::Config;

use crate::harness::{Answer, KEY, Server, least};

const MIB: usize = 1024 * 1024;

fn post_as(server: &Server, content_type: &str, body: &[u8]) -> Answer {
    let path = format!("/v1/trunks?appid={KEY}");
    server.api.send(Method::POST, &path, &[("content-type", content_type)], body)
}

fn total(server: &Server) -> Value {
    server.api.get("/v1/trunks").json()["pagination"]["total"].clone()
}

/// A body of exactly that many bytes.
fn body_of(length: usize) -> Vec<u8> {
    let mut body = least("Long").to_string().into_bytes();
    body.resize(length, b' ');
    body
}

#[test]
fn a_body_that_is_not_json_is_400() {
    let server = Server::start();
    for body in [&b"{"[..], b"", b"label=x", b"{\"label\": \"\xff\"}", b"{} {}"] {
        let answer = post_as(&server, "application/json", body).expect(StatusCode::BAD_REQUEST);
        assert_eq!(answer["success"], false);
        assert_eq!(answer["message"], "Missing or invalid parameter body");
        assert!(answer["errors"]["body"].is_string());
    }
    assert_eq!(total(&server), 0);
}

#[test]
fn json_that_is_not_an_object_is_422() {
    let server = Server::start();
    for body in [json!([]), json!("x"), json!(7), Value::Null] {
        let answer = server.api.post(&body).expect(StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(answer["success"], false);
        assert!(answer["message"].as_str().unwrap().starts_with("Missing or invalid parameter "), "{answer}");
    }
    assert_eq!(total(&server), 0);
}

#[test]
fn a_body_nested_without_end_is_refused_and_not_fallen_into() {
    let server = Server::start();
    post_as(&server, "application/json", "[".repeat(100_000).as_bytes()).expect(StatusCode::BAD_REQUEST);
    assert_eq!(total(&server), 0);
}

#[test]
fn a_rule_that_is_broken_is_422_and_names_the_first_parameter() {
    let server = Server::start();
    let body = json!({ "label": "Head office", "callerid": "12121234567", "call_restrict": true });
    let answer = server.api.post(&body).expect(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(answer["success"], false);
    assert_eq!(answer["message"], "Missing or invalid parameter password");
    let reasons = answer["errors"].as_object().unwrap();
    assert_eq!(reasons.keys().collect::<Vec<_>>(), ["call_limit", "password"]);
    assert!(reasons.values().all(|reason| !reason.as_str().unwrap().is_empty()));
    assert_eq!(total(&server), 0);
}

#[test]
fn a_place_inside_a_parameter_is_named_by_the_parameter() {
    let server = Server::start();
    let mut body = least("Head office");
    body["allowed_ips"] = json!([{ "ip": "8.8.8.8" }, { "ip": "not an address" }]);
    let answer = server.api.post(&body).expect(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(answer["message"], "Missing or invalid parameter allowed_ips");
    assert!(answer["errors"]["allowed_ips"].is_string());
}

#[test]
fn advice_does_not_keep_a_trunk_from_being_made() {
    let server = Server::start();
    let mut body = least("Head office");
    body["password"] = json!("a");
    body["ip_restrict"] = json!(true);
    body["something_new"] = json!({ "from": "the future" });
    server.api.post(&body).expect(StatusCode::CREATED);
}

#[test]
fn what_does_not_exist_is_404() {
    let server = Server::start();
    let not_found = json!({ "success": false, "message": "Record not found" });
    assert_eq!(server.api.get("/v1/trunks/1").expect(StatusCode::NOT_FOUND), not_found);
    assert_eq!(server.api.put(1, &least("x")).expect(StatusCode::NOT_FOUND), not_found);
    assert_eq!(server.api.put(1, &json!({})).expect(StatusCode::NOT_FOUND), not_found);
    assert_eq!(server.api.delete(1).expect(StatusCode::NOT_FOUND), not_found);
    for path in
        ["/v1/trunks/abc", "/v1/trunks/1.5", "/v1/trunks/-1", "/v1/trunks/99999999999999999999", "/v1/trunks/%ff"]
    {
        assert_eq!(server.api.get(path).expect(StatusCode::NOT_FOUND), not_found);
    }
    for path in ["/", "/v1", "/v1/trunk", "/v1/trunks/1/calls", "/v2/trunks"] {
        assert_eq!(server.api.get(path).expect(StatusCode::NOT_FOUND), not_found);
    }
}

#[test]
fn a_method_that_a_path_does_not_have_is_405() {
    let server = Server::start();
    let expected = json!({ "success": false, "message": "Method not allowed" });
    for (method, path) in [(Method::DELETE, "/v1/trunks"), (Method::PUT, "/v1/trunks"), (Method::PATCH, "/v1/trunks/1")]
    {
        let answer = server.api.call(method, path, Some(&json!({})));
        assert_eq!(answer.expect(StatusCode::METHOD_NOT_ALLOWED), expected);
        assert!(answer.header("allow").unwrap().contains("GET"));
    }
}

#[test]
fn a_mebibyte_is_read_and_a_byte_more_is_413() {
    let server = Server::start();
    post_as(&server, "application/json", &body_of(MIB)).expect(StatusCode::CREATED);
    let answer = post_as(&server, "application/json", &body_of(MIB + 1)).expect(StatusCode::PAYLOAD_TOO_LARGE);
    assert_eq!(answer, json!({ "success": false, "message": "Request body is larger than 1 MiB" }));
    post_as(&server, "application/json", &body_of(8 * MIB)).expect(StatusCode::PAYLOAD_TOO_LARGE);
    assert_eq!(total(&server), 1);
}

#[test]
fn a_body_that_does_not_call_itself_json_is_415() {
    let server = Server::start();
    let body = least("Head office").to_string();
    for content_type in ["text/plain", "application/x-www-form-urlencoded", "text/json", "application/jsonx", "json"] {
        let answer = post_as(&server, content_type, body.as_bytes()).expect(StatusCode::UNSUPPORTED_MEDIA_TYPE);
        assert_eq!(answer, json!({ "success": false, "message": "Content-Type must be application/json" }));
    }
    let path = format!("/v1/trunks?appid={KEY}");
    server.api.send(Method::POST, &path, &[], body.as_bytes()).expect(StatusCode::UNSUPPORTED_MEDIA_TYPE);
    assert_eq!(total(&server), 0);
}

#[test]
fn json_may_be_called_json_in_any_way() {
    let server = Server::start();
    let body = least("Head office").to_string();
    for content_type in
        ["application/json", "application/json; charset=utf-8", "Application/JSON", "application/x+json"]
    {
        post_as(&server, content_type, body.as_bytes()).expect(StatusCode::CREATED);
    }
}

#[test]
fn too_many_requests_are_429_and_say_when_to_come_back() {
    let server = Server::with(Config { rate_limit: Some(0.001), ..Config::default() });
    server.api.get("/v1/trunks").expect(StatusCode::OK);
    let answer = server.api.get("/v1/trunks");
    let body = answer.expect(StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(body, json!({ "success": false, "message": "Too many requests" }));
    let seconds: u64 = answer.header("retry-after").unwrap().parse().unwrap();
    assert!((1..=1000).contains(&seconds), "{seconds}");
}

#[test]
fn every_answer_is_json_and_has_a_request_id_of_its_own() {
    let server = Server::start();
    let answers = [
        server.api.get("/v1/trunks"),
        server.api.post(&least("Head office")),
        server.api.post(&json!({})),
        server.api.get("/v1/trunks/99"),
        server.api.get("/nowhere"),
        server.api.call(Method::DELETE, "/v1/trunks", None),
        server.api.send(Method::GET, "/v1/trunks", &[], b""),
        post_as(&server, "text/plain", b"x"),
    ];
    let mut ids: Vec<_> = answers.iter().map(|answer| answer.header("x-request-id").unwrap()).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), answers.len());
    for answer in &answers {
        assert_eq!(answer.header("content-type"), Some("application/json; charset=utf-8"), "{answer:?}");
        assert!(answer.json().is_object());
    }
}
