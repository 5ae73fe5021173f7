//! Connections that end before they should, and bodies that take their time.

use serde_json::json;

use super::raw::{all, ask, count, create, creates, order};
use crate::harness::{Server, least};

#[test]
fn a_dropped_connection_gets_not_a_byte_whether_the_trunk_was_made_or_not() {
    for processed in [false, true] {
        let server = Server::start();
        order(&server, json!("drop"), json!({ "processed": processed }));
        assert_eq!(all(create(&server)), "");
        assert_eq!((count(&server), creates(&server)), (u64::from(processed), (1, u64::from(processed))));
    }
}

#[test]
fn a_truncated_body_ends_early_although_its_length_was_announced() {
    let server = Server::start();
    for (bytes, begun) in [(0, ""), (6, r#"{"id":"#)] {
        order(&server, json!({ "truncate": { "bytes": bytes } }), json!({}));
        let text = all(create(&server));
        let (head, body) = text.split_once("\r\n\r\n").unwrap();
        assert!(head.starts_with("HTTP/1.1 201 Created\r\n"), "{head}");
        let announced = head.lines().find_map(|line| line.strip_prefix("content-length: ")).unwrap();
        assert!(announced.parse::<usize>().unwrap() > 100, "{head}");
        assert_eq!(body, begun);
    }
    assert_eq!((count(&server), creates(&server)), (2, (2, 2)));
}

#[test]
fn a_slow_body_comes_byte_by_byte_and_whole() {
    let server = Server::start();
    let id = server.api.make(&least("Head office"));
    order(&server, json!({ "slow": { "ms": 1 } }), json!({ "method": "DELETE" }));
    let mut stream = ask(&server, "DELETE", &format!("/v1/trunks/{id}"), "");
    let text = until(&mut stream, "0\r\n\r\n");
    let (head, body) = text.split_once("\r\n\r\n").unwrap();
    assert!(head.contains("transfer-encoding: chunked"), "{head}");
    let chunks: String = r#"{"success":true}"#.chars().map(|byte| format!("1\r\n{byte}\r\n")).collect();
    assert_eq!(body, format!("{chunks}0\r\n\r\n"));
}

fn until(stream: &mut impl std::io::Read, end: &str) -> String {
    let mut text = String::new();
    let mut byte = [0];
    while !text.ends_with(end) {
        stream.read_exact(&mut byte).unwrap();
        text.push(char::from(byte[0]));
    }
    text
}
