//! Answers that stand in the place of the right one, or change it.

use serde_json::{Value, json};
use ureq::http::{Method, StatusCode};

use super::raw::{all, bytes, count, create, creates, order};
use crate::harness::{KEY, Server, least};

#[test]
fn an_error_answer_comes_before_or_after_the_trunk_is_made() {
    for code in [408, 409, 429, 500, 502, 503, 504] {
        for processed in [false, true] {
            let server = Server::start();
            order(&server, json!({ "status": { "code": code } }), json!({ "processed": processed }));
            let answer = server.api.post(&least("Head office"));
            assert_eq!(answer.status, code);
            assert_eq!(answer.json()["success"], false);
            assert_eq!(answer.header("retry-after"), None);
            assert_eq!((count(&server), creates(&server)), (u64::from(processed), (1, u64::from(processed))));
        }
    }
}

#[test]
fn a_trunk_can_be_made_long_after_the_answer() {
    let server = Server::start();
    let late = || server.api.call(Method::POST, "/sandbox/late", None).expect(StatusCode::OK)["processed"].clone();
    for so_far in [0, 1] {
        order(&server, json!({ "status": { "code": 504 } }), json!({ "processed": "late" }));
        server.api.post(&least("Head office")).expect(StatusCode::GATEWAY_TIMEOUT);
        assert_eq!((count(&server), creates(&server)), (so_far, (so_far + 1, so_far)));
        assert_eq!((late(), count(&server), creates(&server)), (json!(1), so_far + 1, (so_far + 1, so_far + 1)));
    }
    order(&server, json!("drop"), json!({ "processed": "late" }));
    assert_eq!(all(create(&server)), "");
    server.api.call(Method::POST, "/sandbox/reset", None).expect(StatusCode::OK);
    assert_eq!((late(), count(&server)), (json!(0), 0));
}

#[test]
fn a_429_says_when_to_come_back_in_the_way_that_is_asked_for() {
    let server = Server::start();
    let said = |wait: Value, header: &str| {
        order(&server, json!({ "status": { "code": 429, "wait": wait } }), json!({}));
        let answer = server.api.get("/v1/trunks");
        assert_eq!(answer.status, 429);
        answer.header(header).unwrap().to_owned()
    };
    assert_eq!(said(json!({ "retry-after": 2 }), "retry-after"), "2");
    assert_eq!(said(json!({ "retry-after-ms": 20 }), "retry-after-ms"), "20");
    assert!(said(json!({ "retry-after-date": 2 }), "retry-after").ends_with(" GMT"));
    assert!(said(json!({ "x-ratelimit-reset": 2 }), "x-ratelimit-reset").parse::<u64>().unwrap() > 1_700_000_000);
}

#[test]
fn garbage_calls_itself_json_and_is_none() {
    let server = Server::start();
    let garbage = || {
        order(&server, json!("garbage"), json!({}));
        let bytes = bytes(&server, "/v1/trunks");
        let end_of_head = bytes.windows(4).position(|four| four == b"\r\n\r\n").unwrap();
        let head = String::from_utf8(bytes[..end_of_head].to_vec()).unwrap();
        assert!(head.starts_with("HTTP/1.1 200 OK\r\n") && head.contains("content-type: application/json"), "{head}");
        bytes[end_of_head + 4..].to_vec()
    };
    let (first, second) = (garbage(), garbage());
    assert!(std::str::from_utf8(&first).is_err());
    assert_ne!(first, second);
}

#[test]
fn a_gateways_page_has_the_status_that_is_asked_for() {
    let server = Server::start();
    for status in [200, 502] {
        order(&server, json!({ "html": { "status": status } }), json!({}));
        let answer = server.api.get("/v1/trunks");
        assert_eq!((answer.status, answer.header("content-type")), (status, Some("text/html")));
        assert!(answer.text.starts_with("<html>"), "{}", answer.text);
    }
}

#[test]
fn an_empty_answer_has_no_body() {
    let server = Server::start();
    for status in [200, 204, 500] {
        order(&server, json!({ "empty": { "status": status } }), json!({ "processed": true }));
        let answer = server.api.post(&least("Head office"));
        assert_eq!((answer.status, answer.text.as_str()), (status, ""));
    }
    assert_eq!((count(&server), creates(&server)), (3, (3, 3)));
}

#[test]
fn a_huge_body_is_as_long_as_it_is_asked_to_be() {
    let server = Server::start();
    for length in [0, 1, 65_536, 200_001] {
        order(&server, json!({ "huge": { "bytes": length } }), json!({}));
        let answer = server.api.get("/v1/trunks");
        assert_eq!(answer.header("content-length"), None);
        assert_eq!(answer.json().as_str().unwrap().len(), length);
    }
}

#[test]
fn a_redirect_leads_where_it_is_told_to() {
    let server = Server::start();
    let said = |fault: Value| {
        order(&server, fault, json!({}));
        let text = String::from_utf8(bytes(&server, "/v1/trunks")).unwrap();
        assert!(text.contains("\r\nlocation: https://example.com/x\r\n"), "{text}");
        text.lines().next().unwrap().to_owned()
    };
    assert_eq!(said(json!({ "redirect": { "to": "https://example.com/x" } })), "HTTP/1.1 302 Found");
    let kept = json!({ "redirect": { "to": "https://example.com/x", "status": 307 } });
    assert_eq!(said(kept), "HTTP/1.1 307 Temporary Redirect");
}

#[test]
fn a_careless_error_repeats_the_url_the_authorization_and_the_body() {
    let server = Server::start();
    order(&server, json!({ "repeat_secrets": { "status": 400 } }), json!({ "processed": true }));
    let path = "/v1/trunks?appid=in-the-url";
    let answer = server.api.call(Method::POST, path, Some(&least("Head office"))).expect(StatusCode::BAD_REQUEST);
    let message = answer["message"].as_str().unwrap();
    for said in ["POST", path, &format!("Bearer {KEY}"), r#""password":"correct-Horse-7""#] {
        assert!(message.contains(said), "{said} is not in {message}");
    }
    assert_eq!(answer["errors"]["password"], "cannot be correct-Horse-7");
    assert_eq!(count(&server), 1);
}

#[test]
fn the_right_answer_can_go_by_a_wrong_type() {
    let server = Server::start();
    order(&server, json!({ "wrong_type": { "content_type": "text/plain" } }), json!({}));
    let answer = server.api.get("/v1/trunks");
    assert_eq!((answer.status, answer.header("content-type")), (200, Some("text/plain")));
    assert_eq!(answer.json()["sip_trunks"], json!([]));
}
