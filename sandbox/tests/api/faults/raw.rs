//! HTTP without a client: what a socket gets is compared byte by byte, and nobody repairs it on the way.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use serde_json::{Value, json};
use ureq::http::{Method, StatusCode};

use crate::harness::{KEY, Server, least};

/// Sends a request and leaves the socket open.
pub fn ask(server: &Server, method: &str, path: &str, body: &str) -> TcpStream {
    send(server, &format!("{method} {path} HTTP/1.1"), body)
}

/// The answer to a `GET`, after which the connection is to be closed.
pub fn bytes(server: &Server, path: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    send(server, &format!("GET {path} HTTP/1.1\r\nconnection: close"), "").read_to_end(&mut bytes).unwrap();
    bytes
}

fn send(server: &Server, beginning: &str, body: &str) -> TcpStream {
    let mut stream = TcpStream::connect(server.api.url.strip_prefix("http://").unwrap()).unwrap();
    // Only so that a sandbox that never closes the connection fails a test, where waiting would hang it.
    stream.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
    let length = body.len();
    let head = format!(
        "{beginning}\r\nhost: x\r\nauthorization: Bearer {KEY}\r\ncontent-type: application/json\r\n\
         content-length: {length}\r\n\r\n"
    );
    stream.write_all(format!("{head}{body}").as_bytes()).unwrap();
    stream
}

/// Everything that comes until the sandbox closes the connection.
pub fn all(mut stream: TcpStream) -> String {
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}

pub fn create(server: &Server) -> TcpStream {
    ask(server, "POST", "/v1/trunks", &least("Head office").to_string())
}

/// Orders a fault for the next request, with or without more said in its rule.
pub fn order(server: &Server, fault: Value, more: Value) {
    let mut rule = json!({ "fault": fault });
    rule.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    put(server, &json!([rule]));
}

pub fn put(server: &Server, rules: &Value) -> Value {
    server.api.call(Method::PUT, "/sandbox/faults", Some(rules)).expect(StatusCode::OK)
}

/// How many trunks there are, by the sandbox's own count.
pub fn count(server: &Server) -> u64 {
    server.api.get("/sandbox/trunks/count").expect(StatusCode::OK)["count"].as_u64().unwrap()
}

/// How many requests to make a trunk came, and how many were carried out.
pub fn creates(server: &Server) -> (u64, u64) {
    let rows = server.api.get("/sandbox/requests").expect(StatusCode::OK);
    let row = rows.as_array().unwrap().iter().find(|row| row["method"] == "POST" && row["path"] == "/v1/trunks");
    row.map_or((0, 0), |row| (row["received"].as_u64().unwrap(), row["processed"].as_u64().unwrap()))
}
