//! A trunk is made.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use ureq::http::StatusCode;

use crate::harness::{Server, least, with};

#[test]
fn the_body_printed_in_the_overview_makes_a_trunk() {
    let server = Server::start();
    let body = json!({
        "label": "My SIP trunk",
        "password": "YOUR_SIP_TRUNK_PASSWORD",
        "callerid": "12121234567",
        "ip_restrict": false,
        "didinfo_enabled": true,
        "call_restrict": true,
        "call_limit": 60,
        "cost_limit": true,
        "max_call_cost": 0.18,
        "channels_restrict": true,
        "max_channels": 10,
        "rewrite_enabled": true,
        "rewrite_prefix": "00",
        "rewrite_cond": "1",
        "passthrough": false
    });
    let trunk = server.api.post(&body).expect(StatusCode::CREATED);
    for (name, value) in body.as_object().unwrap() {
        match name.as_str() {
            "password" => assert_eq!(trunk.get(name), None),
            "max_call_cost" => assert_eq!(trunk[name], "0.18"),
            _ => assert_eq!(&trunk[name], value, "{name}"),
        }
    }
}

#[test]
fn a_trunk_has_the_documented_keys_and_types() {
    let server = Server::start();
    let mut body = server.api.post(&least("Head office")).expect(StatusCode::CREATED);
    let trunk = body.as_object_mut().unwrap();
    let access_token = trunk.remove("access_token").unwrap();
    assert_eq!(access_token.as_str().unwrap().len(), 32);
    assert_rfc3339_with_milliseconds(trunk.remove("created_at").unwrap().as_str().unwrap());
    assert_eq!(
        body,
        json!({
            "id": 1,
            "name": "67758",
            "label": "Head office",
            "callerid": "12121234567",
            "ip_restrict": false,
            "allowed_ips": [],
            "host": "dynamic",
            "didinfo_enabled": true,
            "call_restrict": false,
            "call_limit": null,
            "cost_limit": false,
            "max_call_cost": null,
            "channels_restrict": false,
            "max_channels": null,
            "rewrite_enabled": false,
            "rewrite_prefix": null,
            "rewrite_cond": null,
            "passthrough": false,
            "multiple_numbers": false,
            "call_recording_enabled": false,
            "transcription_enabled": false,
            "transcription_threshold": 6,
            "machine_detection_enabled": false,
            "encrypted_media": false,
        })
    );
}

/// `2023-05-16T17:13:25.000Z`
fn assert_rfc3339_with_milliseconds(instant: &str) {
    let shape: String = instant.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
    assert_eq!(shape, "0000-00-00T00:00:00.000Z");
}

#[test]
fn everything_that_was_set_comes_back_but_the_password() {
    let server = Server::start();
    let set = json!({
        "callerid": "442079460123",
        "ip_restrict": true,
        "didinfo_enabled": false,
        "call_restrict": true, "call_limit": 3600,
        "cost_limit": true,
        "channels_restrict": true, "max_channels": 4,
        "rewrite_enabled": true, "rewrite_prefix": "1", "rewrite_cond": "00",
        "multiple_numbers": true,
        "call_recording_enabled": true,
        "transcription_enabled": true, "transcription_threshold": 10,
        "machine_detection_enabled": true,
        "encrypted_media": true,
    });
    let mut body = with(set.clone());
    body["max_call_cost"] = json!(2.5);
    body["allowed_ips"] = json!([{ "ip": "8.8.8.8" }, { "ip": "2606:4700:4700::1111" }]);
    let created = server.api.post(&body).expect(StatusCode::CREATED);
    for (name, value) in set.as_object().unwrap() {
        assert_eq!(&created[name], value, "{name}");
    }
    assert_eq!(created["max_call_cost"], "2.5");
    let addresses = created["allowed_ips"].as_array().unwrap();
    assert_eq!(addresses.iter().map(|a| &a["ip"]).collect::<Vec<_>>(), ["8.8.8.8", "2606:4700:4700::1111"]);
    assert!(addresses.iter().all(|a| a["id"].is_u64() && a.as_object().unwrap().len() == 2));
    assert_eq!(server.api.get("/v1/trunks/1").expect(StatusCode::OK), created);
}

#[test]
fn the_caller_id_is_null_when_there_is_none_and_empty_when_many_are_allowed() {
    let server = Server::start();
    let many = server.api.post(&with(json!({ "callerid": "", "multiple_numbers": true }))).expect(StatusCode::CREATED);
    assert_eq!(many["callerid"], "");
    let none = server.api.post(&with(json!({ "callerid": "", "passthrough": true }))).expect(StatusCode::CREATED);
    assert_eq!(none["callerid"], Value::Null);
}

#[test]
fn money_keeps_its_decimal_digits() {
    let server = Server::start();
    for (sent, answered) in [(json!(0.1), "0.1"), (json!(1e-7), "0.0000001"), (json!(3), "3"), (json!("0.18"), "0.18")]
    {
        let body = with(json!({ "cost_limit": true, "max_call_cost": sent }));
        assert_eq!(server.api.post(&body).expect(StatusCode::CREATED)["max_call_cost"], answered);
    }
}

#[test]
fn caller_id_passthrough_is_not_enabled_before_it_is_approved() {
    let server = Server::start();
    let trunk = server.api.post(&with(json!({ "passthrough": true }))).expect(StatusCode::CREATED);
    assert_eq!(trunk["passthrough"], false);
    let trunk = server.api.put(1, &with(json!({ "passthrough": true }))).expect(StatusCode::OK);
    assert_eq!(trunk["passthrough"], false);
}

#[test]
fn the_same_body_twice_makes_two_trunks() {
    let server = Server::start();
    let first = server.api.post(&least("Head office")).expect(StatusCode::CREATED);
    let second = server.api.post(&least("Head office")).expect(StatusCode::CREATED);
    for name in ["id", "name", "access_token"] {
        assert_ne!(first[name], second[name], "{name}");
    }
}

#[test]
fn creates_at_the_same_time_all_happen_and_share_nothing() {
    let server = Server::start();
    let ids: BTreeSet<u64> = std::thread::scope(|scope| {
        let api = &server.api;
        let makers: Vec<_> = (0..8)
            .map(|n| scope.spawn(move || (0..10).map(|m| api.make(&least(&format!("{n}/{m}")))).collect::<Vec<_>>()))
            .collect();
        makers.into_iter().flat_map(|maker| maker.join().unwrap()).collect()
    });
    assert_eq!(ids.len(), 80);
    assert_eq!(server.api.get("/v1/trunks").json()["pagination"]["total"], 80);
}

#[test]
fn the_password_is_in_no_answer() {
    let server = Server::start();
    let body = with(json!({ "password": "Zx9-unmistakable" }));
    let id = server.api.make(&body);
    let mut refused = body.clone();
    refused["label"] = json!("");
    let answers = [
        server.api.post(&body),
        server.api.post(&refused),
        server.api.get(&format!("/v1/trunks/{id}")),
        server.api.get("/v1/trunks"),
        server.api.put(id, &body),
        server.api.delete(id),
    ];
    for answer in answers {
        assert!(!answer.text.contains("Zx9-unmistakable"), "{}", answer.text);
        assert!(!answer.text.contains("$argon2"), "{}", answer.text);
    }
}
