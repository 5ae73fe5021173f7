//! Time that passes before a request is processed, or between that and the answer.
//!
//! Nothing here measures time: a delay of an hour shows what happens before its end, one of a millisecond what after.

use std::io::{ErrorKind, Read};
use std::net::TcpStream;

use serde_json::json;

use super::raw::{count, create, creates, order};
use crate::harness::{Server, least};

const HOUR: u32 = 3_600_000;

/// Asks until it is so, and not for ever.
fn until(so: impl Fn() -> bool) {
    assert!((0..10_000).any(|_| so()), "it never was");
}

fn is_silent(mut stream: TcpStream) -> bool {
    stream.set_nonblocking(true).unwrap();
    stream.read(&mut [0]).is_err_and(|error| error.kind() == ErrorKind::WouldBlock)
}

#[test]
fn before_processing_nothing_is_done_yet() {
    let server = Server::start();
    order(&server, json!({ "delay": { "ms": HOUR } }), json!({}));
    let stream = create(&server);
    until(|| creates(&server).0 == 1);
    assert_eq!((count(&server), creates(&server)), (0, (1, 0)));
    assert!(is_silent(stream));
}

#[test]
fn before_the_answer_all_is_done() {
    let server = Server::start();
    order(&server, json!({ "delay": { "ms": HOUR } }), json!({ "processed": true }));
    let stream = create(&server);
    until(|| creates(&server).1 == 1);
    assert_eq!((count(&server), creates(&server)), (1, (1, 1)));
    assert!(is_silent(stream));
}

#[test]
fn after_a_delay_comes_the_answer_itself() {
    let server = Server::start();
    for processed in [false, true] {
        order(&server, json!({ "delay": { "ms": 1 } }), json!({ "processed": processed }));
        server.api.make(&least("Head office"));
    }
    assert_eq!((count(&server), creates(&server)), (2, (2, 2)));
}
