//! A trunk's settings are replaced.

use serde_json::{Value, json};
use ureq::http::StatusCode;

use crate::harness::{Server, least, with};

/// Everything away from its default.
fn everything() -> Value {
    with(json!({
        "ip_restrict": true,
        "allowed_ips": [{ "ip": "8.8.8.8" }],
        "didinfo_enabled": false,
        "call_restrict": true, "call_limit": 60,
        "cost_limit": true, "max_call_cost": 0.18,
        "channels_restrict": true, "max_channels": 10,
        "rewrite_enabled": true, "rewrite_prefix": "00", "rewrite_cond": "1",
        "multiple_numbers": true,
        "call_recording_enabled": true,
        "transcription_enabled": true, "transcription_threshold": 60,
        "machine_detection_enabled": true,
        "encrypted_media": true,
    }))
}

#[test]
fn the_body_printed_in_the_overview_updates_a_trunk() {
    let server = Server::start();
    let id = server.api.make(&least("Head office"));
    let body = json!({
        "label": "SIP trunk label",
        "password": "YOUR_SIP_TRUNK_PASSWORD",
        "callerid": "12121234567",
        "ip_restrict": true,
        "didinfo_enabled": true,
        "call_restrict": false,
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
    let trunk = server.api.put(id, &body).expect(StatusCode::OK);
    for (name, value) in body.as_object().unwrap() {
        match name.as_str() {
            "password" => assert_eq!(trunk.get(name), None),
            "max_call_cost" => assert_eq!(trunk[name], "0.18"),
            _ => assert_eq!(&trunk[name], value, "{name}"),
        }
    }
}

#[test]
fn what_an_update_leaves_out_goes_back_to_its_default() {
    let server = Server::start();
    let fresh = server.api.post(&least("Head office")).expect(StatusCode::CREATED);
    let id = server.api.make(&everything());
    let updated = server.api.put(id, &least("Head office")).expect(StatusCode::OK);
    for (name, value) in fresh.as_object().unwrap() {
        if !["id", "name", "access_token", "created_at"].contains(&name.as_str()) {
            assert_eq!(&updated[name], value, "{name}");
        }
    }
}

#[test]
fn what_the_system_gave_a_trunk_stays_through_an_update() {
    let server = Server::start();
    let before = server.api.post(&everything()).expect(StatusCode::CREATED);
    let after = server.api.put(1, &least("Other")).expect(StatusCode::OK);
    for name in ["id", "name", "access_token", "created_at", "host"] {
        assert_eq!(before[name], after[name], "{name}");
    }
}

#[test]
fn an_update_answers_what_is_then_read() {
    let server = Server::start();
    let id = server.api.make(&least("Head office"));
    let updated = server.api.put(id, &everything()).expect(StatusCode::OK);
    assert_eq!(server.api.get(&format!("/v1/trunks/{id}")).expect(StatusCode::OK), updated);
}

#[test]
fn an_update_without_a_password_is_refused_and_changes_nothing() {
    let server = Server::start();
    let before = server.api.post(&everything()).expect(StatusCode::CREATED);
    let body = json!({ "label": "Changed", "callerid": "12121234567" });
    let answer = server.api.put(1, &body).expect(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(answer["message"], "Missing or invalid parameter password");
    assert_eq!(server.api.get("/v1/trunks/1").expect(StatusCode::OK), before);
}

#[test]
fn an_update_touches_no_other_trunk() {
    let server = Server::start();
    let other = server.api.post(&everything()).expect(StatusCode::CREATED);
    let id = server.api.make(&least("Head office"));
    server.api.put(id, &least("Changed")).expect(StatusCode::OK);
    assert_eq!(server.api.get("/v1/trunks/1").expect(StatusCode::OK), other);
}
