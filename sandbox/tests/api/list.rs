//! Pages of trunks.

use serde_json::{Value, json};
use ureq::http::StatusCode;

use crate::harness::{Server, least, with};

fn page(server: &Server, query: &str) -> Value {
    server.api.get(&format!("/v1/trunks{query}")).expect(StatusCode::OK)
}

fn labels(page: &Value) -> Vec<&str> {
    page["sip_trunks"].as_array().unwrap().iter().map(|trunk| trunk["label"].as_str().unwrap()).collect()
}

fn with_trunks(count: usize) -> Server {
    let server = Server::start();
    for n in 1..=count {
        server.api.make(&least(&format!("trunk {n}")));
    }
    server
}

#[test]
fn an_account_without_trunks_has_an_empty_first_page() {
    let expected = json!({
        "sip_trunks": [],
        "pagination": { "current_page": 1, "per_page": 25, "total": 0, "total_pages": 0 },
    });
    assert_eq!(page(&Server::start(), ""), expected);
}

#[test]
fn a_page_has_25_trunks_unless_another_number_is_asked_for() {
    let server = with_trunks(27);
    let first = page(&server, "");
    assert_eq!(labels(&first).len(), 25);
    assert_eq!(first["pagination"], json!({ "current_page": 1, "per_page": 25, "total": 27, "total_pages": 2 }));
    assert_eq!(labels(&page(&server, "?page=2")), ["trunk 26", "trunk 27"]);
    assert_eq!(labels(&page(&server, "?per_page=100")).len(), 27);
    assert_eq!(labels(&page(&server, "?per_page=1")), ["trunk 1"]);
}

#[test]
fn pages_cover_every_trunk_once_and_the_newest_is_the_last() {
    let server = with_trunks(7);
    let pages: Vec<Value> = (1..=3).map(|n| page(&server, &format!("?page={n}&per_page=3"))).collect();
    let seen: Vec<&str> = pages.iter().flat_map(labels).collect();
    let all: Vec<String> = (1..=7).map(|n| format!("trunk {n}")).collect();
    assert_eq!(seen, all);
}

#[test]
fn an_update_does_not_move_a_trunk_to_another_page() {
    let server = with_trunks(3);
    server.api.put(1, &least("changed")).expect(StatusCode::OK);
    assert_eq!(labels(&page(&server, "")), ["changed", "trunk 2", "trunk 3"]);
}

#[test]
fn past_the_last_page_there_is_an_empty_one() {
    let server = with_trunks(3);
    for n in ["2", "1000", "4294967295"] {
        let past = page(&server, &format!("?page={n}"));
        assert_eq!(past["sip_trunks"], json!([]));
        assert_eq!(past["pagination"]["current_page"].to_string(), n);
        assert_eq!(past["pagination"]["total"], 3);
        assert_eq!(past["pagination"]["total_pages"], 1);
    }
}

#[test]
fn pages_that_cannot_be_are_refused_by_the_parameters_name() {
    let server = Server::start();
    let bad = [
        ("page", vec!["0", "-1", "1.5", "x", "", "4294967296", "1e1", "%31%20"]),
        ("per_page", vec!["0", "101", "-25", "x", "", "99999999999999999999"]),
    ];
    for (name, values) in bad {
        for value in values {
            let answer = server.api.get(&format!("/v1/trunks?{name}={value}")).expect(StatusCode::UNPROCESSABLE_ENTITY);
            assert_eq!(answer["success"], false);
            assert_eq!(answer["message"], format!("Missing or invalid parameter {name}"));
            assert!(answer["errors"][name].is_string());
        }
    }
}

#[test]
fn a_summary_has_the_documented_keys_and_types() {
    let server = Server::start();
    let id = server.api.make(&least("Head office"));
    let mut summary = server.api.only_summary();
    let access_token = summary.as_object_mut().unwrap().remove("access_token").unwrap();
    assert_eq!(access_token.as_str().unwrap().len(), 32);
    assert_eq!(
        summary,
        json!({
            "id": id,
            "name": "67758",
            "label": "Head office",
            "callerid": "12121234567",
            "auth_method": "Digest",
            "host_request": null,
            "passthrough": false,
            "multiple_numbers": false,
            "status": "active",
            "talk_time": 0,
            "charge": "0.00",
            "call_recording_enabled": false,
            "machine_detection_enabled": false,
            "transcription_enabled": false,
            "transcription_threshold": 6,
            "encrypted_media": false,
        })
    );
}

#[test]
fn a_summary_shows_the_switches_that_are_on() {
    let server = Server::start();
    let on = json!({
        "multiple_numbers": true, "call_recording_enabled": true, "machine_detection_enabled": true,
        "transcription_enabled": true, "transcription_threshold": 30, "encrypted_media": true,
    });
    server.api.make(&with(on.clone()));
    let summary = server.api.only_summary();
    for (name, value) in on.as_object().unwrap() {
        assert_eq!(&summary[name], value, "{name}");
    }
}
