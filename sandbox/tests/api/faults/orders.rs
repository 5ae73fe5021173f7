//! The endpoints under `/sandbox`: orders of faults, the journal of requests, the count of trunks, a new beginning.

use serde_json::{Value, json};
use ureq::http::{Method, StatusCode};
use wavix_sandbox::Config;

use super::raw::{count, creates, put};
use crate::harness::{Server, least};

fn statuses(server: &Server, requests: usize) -> Vec<u16> {
    (0..requests).map(|_| server.api.get("/v1/trunks").status).collect()
}

fn failing(code: u16, times: Value) -> Value {
    json!({ "times": times, "fault": { "status": { "code": code } } })
}

#[test]
fn rules_take_turns_and_then_all_is_well() {
    let server = Server::start();
    put(&server, &json!([failing(500, json!(2)), failing(429, json!(1))]));
    assert_eq!(statuses(&server, 4), [500, 500, 429, 200]);
}

#[test]
fn an_order_can_be_read_with_what_it_has_done() {
    let server = Server::start();
    let rules = [json!({ "after": 1, "fault": "drop" }), failing(500, json!("always"))];
    let untouched = json!([
        { "rule": rules[0], "matched": 0, "struck": 0 },
        { "rule": rules[1], "matched": 0, "struck": 0 },
    ]);
    assert_eq!(put(&server, &json!(rules)), untouched);
    server.api.get("/v1/trunks");
    let after = server.api.get("/sandbox/faults").expect(StatusCode::OK);
    let expected = json!([
        { "rule": rules[0], "matched": 1, "struck": 0 },
        { "rule": rules[1], "matched": 1, "struck": 1 },
    ]);
    assert_eq!(after, expected);
}

#[test]
fn an_order_replaces_the_one_before_and_can_be_taken_back() {
    let server = Server::start();
    put(&server, &json!([failing(500, json!("always"))]));
    put(&server, &json!([failing(503, json!("always"))]));
    assert_eq!(statuses(&server, 1), [503]);
    server.api.call(Method::DELETE, "/sandbox/faults", None).expect(StatusCode::OK);
    assert_eq!(statuses(&server, 1), [200]);
    assert_eq!(server.api.get("/sandbox/faults").expect(StatusCode::OK), json!([]));
}

#[test]
fn a_rule_that_makes_no_sense_is_named_with_the_remedy_and_changes_nothing() {
    let server = Server::start();
    put(&server, &json!([failing(500, json!("always"))]));
    let good = json!({ "fault": "drop" });
    let said = |rules: Value| {
        let answer = server.api.call(Method::PUT, "/sandbox/faults", Some(&rules));
        let body = answer.expect(StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(body["message"], "Missing or invalid parameter faults");
        body["errors"]["faults"].as_str().unwrap().to_owned()
    };
    assert_eq!(said(good.clone()), "an order of faults is a list: put the rules between [ and ]");
    let bad = [
        (json!({}), "missing field `fault`"),
        (json!({ "fault": "drap" }), "unknown variant `drap`, expected one of `delay`, `status`, `drop`"),
        (json!({ "fault": "drop", "time": 2 }), "unknown field `time`, expected one of `method`, `path`"),
        (json!({ "fault": "drop", "times": 0 }), "give a whole number from 1, or \"always\""),
        (json!({ "fault": "drop", "method": "post" }), "unknown variant `post`, expected one of `GET`, `POST`"),
        (json!({ "fault": "drop", "path": "/trunks" }), "begin with /v1/, as in /v1/trunks/*"),
        (json!({ "fault": "drop", "path": "/v1/trunks?page=1" }), "leave out what follows /v1/trunks"),
        (failing(302, json!(1)), "302 is not a status for it: give one from 400 to 599"),
        (json!({ "fault": { "delay": {} } }), "missing field `ms`"),
        (json!({ "fault": { "truncate": { "bytes": -1 } } }), "invalid value: integer `-1`"),
        (json!({ "fault": { "truncate": { "bytes": 1 } }, "processed": false }), "leave `processed` out"),
        (json!({ "fault": "drop", "processed": "soon" }), "give true, false or \"late\""),
        (json!({ "fault": { "delay": { "ms": 1 } }, "processed": "late" }), "give true or false"),
        (json!({ "fault": { "slow": { "ms": 1 } }, "processed": "late" }), "leave `processed` out"),
        (json!({ "fault": "duplicate_page", "method": "GET" }), "leave `method` and `path` out"),
        (json!({ "fault": { "wrong_type": { "content_type": "a\nb" } } }), "give plain text"),
        (
            json!({ "fault": { "status": { "code": 429, "wait": { "retry_after": 1 } } } }),
            "expected one of `retry-after`",
        ),
    ];
    for (rule, remedy) in bad {
        let words = said(json!([good, rule]));
        assert!(words.starts_with("rule 2: ") && words.contains(remedy), "{words}");
    }
    assert_eq!(statuses(&server, 1), [500]);
}

#[test]
fn the_journal_tells_the_kinds_of_requests_apart_and_keeps_no_query() {
    let server = Server::start();
    let id = server.api.make(&least("Head office"));
    server.api.get("/v1/trunks?page=1");
    server.api.get("/v1/trunks?page=2");
    put(&server, &json!([{ "method": "DELETE", "fault": { "status": { "code": 500 } } }]));
    server.api.delete(id);
    server.api.delete(id);
    let expected = json!([
        { "path": "/v1/trunks", "method": "GET", "received": 2, "processed": 2 },
        { "path": "/v1/trunks", "method": "POST", "received": 1, "processed": 1 },
        { "path": format!("/v1/trunks/{id}"), "method": "DELETE", "received": 2, "processed": 1 },
    ]);
    assert_eq!(server.api.get("/sandbox/requests").expect(StatusCode::OK), expected);
    server.api.call(Method::DELETE, "/sandbox/requests", None).expect(StatusCode::OK);
    assert_eq!(server.api.get("/sandbox/requests").expect(StatusCode::OK), json!([]));
}

#[test]
fn a_reset_is_a_new_beginning() {
    let server = Server::with(Config { seed: 2, ..Config::default() });
    server.api.make(&least("Head office"));
    put(&server, &json!([{ "method": "GET", "times": "always", "fault": "drop" }]));
    assert_eq!((count(&server), creates(&server)), (3, (1, 1)));
    server.api.call(Method::POST, "/sandbox/reset", None).expect(StatusCode::OK);
    assert_eq!((count(&server), creates(&server)), (2, (0, 0)));
    assert_eq!(statuses(&server, 1), [200]);
    assert_eq!(server.api.make(&least("Head office")), 3);
}

#[test]
fn the_key_is_asked_for_and_nothing_goes_wrong_on_purpose() {
    let server = Server::with(Config { rate_limit: Some(0.001), ..Config::default() });
    put(&server, &json!([{ "times": "always", "fault": "drop" }]));
    for (method, path) in [
        (Method::GET, "/sandbox/faults"),
        (Method::PUT, "/sandbox/faults"),
        (Method::DELETE, "/sandbox/faults"),
        (Method::GET, "/sandbox/requests"),
        (Method::DELETE, "/sandbox/requests"),
        (Method::GET, "/sandbox/trunks/count"),
        (Method::POST, "/sandbox/late"),
        (Method::POST, "/sandbox/reset"),
    ] {
        let headers = [("content-type", "application/json")];
        server.api.send(method.clone(), path, &headers, b"[]").expect(StatusCode::UNAUTHORIZED);
        let with_key = format!("{path}?appid=sandbox-key");
        server.api.send(method, &with_key, &headers, b"[]").expect(StatusCode::OK);
    }
}

#[test]
fn what_is_not_there_is_said_as_everywhere() {
    let server = Server::start();
    server.api.get("/sandbox").expect(StatusCode::NOT_FOUND);
    server.api.get("/sandbox/nowhere").expect(StatusCode::NOT_FOUND);
    server.api.call(Method::PUT, "/sandbox/reset", Some(&json!([]))).expect(StatusCode::METHOD_NOT_ALLOWED);
}
