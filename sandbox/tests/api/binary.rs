//! The command line.

use std::io::{Read, Write};
use std::net::TcpStream;

use rustix::process::{Pid, Signal, kill_process};
use ureq::http::{Method, StatusCode};

use crate::harness::{Program, refusal};

fn signal(program: &Program, signal: Signal) {
    let id = Pid::from_raw(i32::try_from(program.id()).unwrap()).unwrap();
    kill_process(id, signal).unwrap();
}

#[test]
fn one_line_says_where_it_listens_and_nothing_else_is_printed() {
    let mut program = Program::start(&[]);
    let port: u16 =
        program.first_line.trim_end().strip_prefix("listening on http://127.0.0.1:").unwrap().parse().unwrap();
    assert_ne!(port, 0);
    program.api.get("/v1/trunks").expect(StatusCode::OK);
    signal(&program, Signal::TERM);
    let mut rest = String::new();
    program.out.read_to_string(&mut rest).unwrap();
    assert_eq!(rest, "");
}

#[test]
fn it_ends_cleanly_when_asked_to() {
    for asked in [Signal::INT, Signal::TERM] {
        let mut program = Program::start(&[]);
        program.api.get("/v1/trunks").expect(StatusCode::OK);
        signal(&program, asked);
        assert_eq!(program.wait().code(), Some(0));
    }
}

#[test]
fn clients_that_say_nothing_or_stop_in_mid_sentence_do_not_keep_it_from_ending() {
    let mut program = Program::start(&[]);
    let address = program.api.url.strip_prefix("http://").unwrap();
    let _silent = TcpStream::connect(address).unwrap();
    let mut stopped = TcpStream::connect(address).unwrap();
    let half = "POST /v1/trunks HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 99\r\n\r\n{";
    stopped.write_all(half.as_bytes()).unwrap();
    program.api.get("/v1/trunks").expect(StatusCode::OK);
    signal(&program, Signal::TERM);
    assert_eq!(program.wait().code(), Some(0));
}

#[test]
fn keys_can_be_chosen() {
    let program = Program::start(&["--api-key", "mine", "--unprovisioned-key", "yours"]);
    let get = |key: &str| program.api.send(Method::GET, &format!("/v1/trunks?appid={key}"), &[], b"");
    get("mine").expect(StatusCode::OK);
    get("yours").expect(StatusCode::FORBIDDEN);
    get("sandbox-key").expect(StatusCode::UNAUTHORIZED);
    get("sandbox-unprovisioned").expect(StatusCode::UNAUTHORIZED);
}

#[test]
fn a_rate_limit_can_be_set() {
    let program = Program::start(&["--rate-limit", "0.001"]);
    program.api.get("/v1/trunks").expect(StatusCode::OK);
    program.api.get("/v1/trunks").expect(StatusCode::TOO_MANY_REQUESTS);
}

#[test]
fn it_does_not_listen_where_other_machines_can_reach_it_unless_told_so() {
    let (code, words) = refusal(&["--listen", "0.0.0.0:0"]);
    assert_eq!(code, Some(1));
    assert!(words.contains("--allow-remote"), "{words}");
    let program = Program::listening("0.0.0.0:0", &["--allow-remote"]);
    assert!(program.first_line.starts_with("listening on http://0.0.0.0:"));
}

#[test]
fn arguments_that_make_no_sense_are_refused() {
    for arguments in [
        ["--listen", "nowhere"],
        ["--listen", "127.0.0.1"],
        ["--api-key", ""],
        ["--rate-limit", "0"],
        ["--rate-limit", "-1"],
        ["--rate-limit", "inf"],
        ["--seed", "-1"],
        ["--nonsense", "x"],
    ] {
        assert_eq!(refusal(&arguments).0, Some(2), "{arguments:?}");
    }
}

#[test]
fn a_port_that_is_taken_is_said_in_a_sentence() {
    let program = Program::start(&[]);
    let address = program.api.url.strip_prefix("http://").unwrap();
    let (code, words) = refusal(&["--listen", address]);
    assert_eq!(code, Some(1));
    assert!(words.contains(&format!("cannot listen on {address}")), "{words}");
}
