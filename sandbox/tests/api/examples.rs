//! Example trunks.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use ureq::http::StatusCode;
use wavix_sandbox::Config;

use crate::harness::{Program, Server, least};

fn seeded(count: u32) -> Server {
    Server::with(Config { seed: count, ..Config::default() })
}

fn first_100(server: &Server) -> Vec<Value> {
    let page = server.api.get("/v1/trunks?per_page=100").expect(StatusCode::OK);
    page["sip_trunks"].as_array().unwrap().clone()
}

#[test]
fn ten_thousand_examples_are_all_there() {
    let page = seeded(10_000).api.get("/v1/trunks?page=100&per_page=100").expect(StatusCode::OK);
    assert_eq!(page["pagination"]["total"], 10_000);
    assert_eq!(page["sip_trunks"].as_array().unwrap().len(), 100);
}

#[test]
fn examples_are_the_same_every_time() {
    let (one, other) = (seeded(100), seeded(100));
    assert_eq!(first_100(&one), first_100(&other));
    for id in 1..=100 {
        let path = format!("/v1/trunks/{id}");
        assert_eq!(one.api.get(&path).json(), other.api.get(&path).json());
    }
}

#[test]
fn examples_are_varied() {
    let trunks = first_100(&seeded(100));
    let different = |name: &str| trunks.iter().map(|trunk| trunk[name].to_string()).collect::<BTreeSet<_>>();
    assert!(different("label").len() > 80);
    assert!(different("callerid").len() > 50);
    assert!(different("talk_time").len() > 50);
    assert!(different("charge").len() > 50);
    assert_eq!(different("access_token").len(), 100);
    let words = |items: [&str; 3]| items.map(|item| format!("\"{item}\"")).into_iter().collect::<BTreeSet<_>>();
    assert_eq!(different("status"), words(["active", "pending", "rejected"]));
    assert_eq!(different("auth_method").len(), 2);
    for name in
        ["passthrough", "multiple_numbers", "call_recording_enabled", "transcription_enabled", "encrypted_media"]
    {
        assert_eq!(different(name).len(), 2, "{name}");
    }
}

#[test]
fn a_trunk_that_cannot_place_calls_has_none() {
    for trunk in first_100(&seeded(100)) {
        if trunk["status"] != "active" {
            assert_eq!((&trunk["talk_time"], &trunk["charge"]), (&json!(0), &json!("0.00")), "{trunk}");
            assert_eq!(trunk["host_request"]["status"], trunk["status"]);
        }
    }
}

#[test]
fn every_example_can_be_saved_as_it_was_read() {
    let server = seeded(100);
    for id in 1..=100 {
        let mut body = server.api.get(&format!("/v1/trunks/{id}")).expect(StatusCode::OK);
        let before = body.clone();
        body["password"] = json!("correct-Horse-7");
        if body["host"] != "dynamic" {
            body["host_request"] = json!({ "host": body["host"] });
        }
        let after = server.api.put(id, &body).expect(StatusCode::OK);
        for (name, value) in before.as_object().unwrap() {
            // Addresses are written anew and get new numbers.
            if name != "allowed_ips" {
                assert_eq!(&after[name], value, "{name} of {before}");
            }
        }
    }
}

#[test]
fn a_database_that_had_a_trunk_gets_no_examples() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("trunks.db");
    let file = file.to_str().unwrap();
    let program = Program::start(&["--data", file]);
    let id = program.api.make(&least("Mine"));
    program.kill();
    let program = Program::start(&["--data", file, "--seed", "5"]);
    assert_eq!(program.api.only_summary()["label"], "Mine");
    program.api.delete(id).expect(StatusCode::OK);
    program.kill();
    let program = Program::start(&["--data", file, "--seed", "5"]);
    assert_eq!(program.api.get("/v1/trunks").json()["pagination"]["total"], 0);
}
