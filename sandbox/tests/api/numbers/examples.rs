//! Example numbers.

use std::collections::BTreeSet;

use serde_json::Value;
use ureq::http::{Method, StatusCode};
use wavix_sandbox::Config;

use super::destinations;
use crate::harness::{Program, Server, refusal};

fn seeded(trunks: u32, numbers: u32) -> Server {
    Server::with(Config { seed: trunks, numbers, ..Config::default() })
}

fn first_100(server: &Server) -> Vec<Value> {
    let page = server.api.get("/v1/numbers?per_page=100").expect(StatusCode::OK);
    page["items"].as_array().unwrap().clone()
}

#[test]
fn examples_differ_and_lead_to_all_that_there_is() {
    let numbers = first_100(&seeded(5, 1_000));
    assert_eq!(numbers.len(), 100);
    let different = |of: &dyn Fn(&Value) -> String| numbers.iter().map(of).collect::<BTreeSet<_>>().len();
    assert_eq!(different(&|number| number["number"].to_string()), 100);
    assert_eq!(different(&|number| number["city"].to_string()), 10);
    assert_eq!(different(&|number| number["label"].to_string()), 5);
    assert_eq!(different(&|number| number["destination"][0]["transport"].to_string()), 4, "1, 4, 5 and none");
    let trunks: BTreeSet<_> =
        numbers.iter().filter_map(|number| number["destination"][0]["trunk_id"].as_u64()).collect();
    assert_eq!(trunks, (1..=5).collect());
    assert!(numbers.iter().any(|number| destinations(number).len() == 2));
}

#[test]
fn without_trunks_no_number_leads_to_one() {
    let numbers = first_100(&seeded(0, 12));
    assert_eq!(numbers.len(), 12);
    assert!(numbers.iter().all(|number| number["destination"][0]["transport"] != 5));
}

#[test]
fn every_example_can_be_saved_as_it_was_read() {
    let server = seeded(3, 16);
    for number in first_100(&server) {
        let path = format!("/v1/numbers/{}", number["id"]);
        let body = serde_json::json!({ "destinations": number["destination"] });
        let after = server.api.call(Method::PATCH, &path, Some(&body)).expect(StatusCode::OK);
        assert_eq!(destinations(&after), destinations(&number));
    }
}

#[test]
fn a_reset_brings_the_examples_back() {
    let server = seeded(2, 8);
    let before = first_100(&server);
    server.api.call(Method::PATCH, "/v1/numbers/1", Some(&serde_json::json!({ "destinations": [] })));
    server.api.delete(2).expect(StatusCode::OK);
    server.api.call(Method::POST, "/sandbox/reset", None).expect(StatusCode::OK);
    let age = |mut numbers: Vec<Value>| {
        // They are bought anew.
        for number in &mut numbers {
            number["added"] = Value::Null;
            number["paid_until"] = Value::Null;
        }
        numbers
    };
    assert_eq!(age(first_100(&server)), age(before));
}

#[test]
fn the_program_takes_as_many_as_there_are() {
    let program = Program::start(&["--numbers", "3"]);
    assert_eq!(program.api.get("/v1/numbers").json()["pagination"]["total"], 3);
    let (code, words) = refusal(&["--numbers", "1001"]);
    assert_eq!(code, Some(2));
    assert!(words.contains("1000"), "{words}");
}
