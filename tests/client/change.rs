//! Safe changes: what is not changed stays, and a change can be seen before it is made.

use super::*;

fn trunk() -> Act {
    answer(
        200,
        json!({
            "id": 293, "name": "67758", "label": "Fax", "callerid": "12121234567", "ip_restrict": true, "host": "dynamic",
            "allowed_ips": [{ "id": 6712, "ip": "8.8.8.8" }], "cost_limit": true, "max_call_cost": "0.18",
            "call_restrict": null, "call_limit": 3600, "transcription_threshold": 10, "encrypted_media": true,
            "created_at": "2023-05-16T17:13:25.000Z", "access_token": "tok-77", "codecs": ["PCMU"]
        }),
    )
}

fn changes(changes: Value) -> Input {
    Input::from(&changes)
}

#[test]
fn a_patch_brings_everything_else_along() {
    let (client, world) = client(ClientConfig::new(KEY), [trunk(), trunk()]);
    world
        .run(client.patch(293, &changes(json!({ "call_limit": 60, "label": "Fax 2" })), Some(PASSWORD), &options()))
        .unwrap();
    assert_eq!(world.requests(), ["GET /v1/trunks/293", "PUT /v1/trunks/293"]);
    let sent: Value = serde_json::from_str(world.sent.borrow()[1].body.as_deref().unwrap()).unwrap();
    let expected = json!({
        "label": "Fax 2", "password": PASSWORD, "callerid": "12121234567", "ip_restrict": true,
        "allowed_ips": [{ "ip": "8.8.8.8" }], "didinfo_enabled": true, "call_restrict": false, "call_limit": 60,
        "cost_limit": true, "max_call_cost": 0.18, "channels_restrict": false, "rewrite_enabled": false,
        "transcription_enabled": false, "transcription_threshold": 10, "encrypted_media": true, "codecs": ["PCMU"]
    });
    assert_eq!(sent, expected);
}

#[test]
fn a_patch_without_the_password_is_refused_with_the_reason() {
    for password in [None, Some(""), Some("********"), Some("••••")] {
        let (client, world) = client(ClientConfig::new(KEY), []);
        let error =
            world.run(client.patch(293, &changes(json!({ "call_limit": 60 })), password, &options())).unwrap_err();
        assert_eq!((error.code(), error.outcome), (ErrorCode::Configuration, Some(Outcome::NotSent)));
        assert!(error.to_string().contains("an update replaces everything"), "{error}");
        assert!(world.sent.borrow().is_empty());
    }
    let (client, world) = script::client(ClientConfig::new(KEY), [trunk(), trunk()]);
    world.run(client.patch(293, &changes(json!({ "password": PASSWORD })), None, &options())).unwrap();
}

#[test]
fn a_trunk_that_cannot_be_read_is_not_changed() {
    let deep = (0..50).fold(json!(1), |inner, _| json!([inner]));
    for body in [
        json!({}),
        json!({ "success": false, "message": "x" }),
        json!({ "trunk": { "label": "Fax" } }),
        json!({ "id": 293, "success": true, "trunk": { "label": "Fax" } }),
        json!({ "id": 293, "label": "Fax", "callerid": "12121234567", "call_restrict": true, "call_limit": 60, "x": deep }),
    ] {
        let (client, world) = client(ClientConfig::new(KEY), [answer(200, body)]);
        let wanted = changes(json!({ "label": "New", "callerid": "12125550100" }));
        let error = world.run(client.patch(293, &wanted, Some(PASSWORD), &options())).unwrap_err();
        assert_eq!((error.code(), error.outcome), (ErrorCode::Decode, Some(Outcome::NotSent)));
        assert_eq!(world.requests(), ["GET /v1/trunks/293"]);
    }
}

#[test]
fn a_patch_that_makes_no_sense_is_not_sent() {
    let (client, world) = client(ClientConfig::new(KEY), [trunk()]);
    let error =
        world.run(client.patch(293, &changes(json!({ "callerid": "0" })), Some(PASSWORD), &options())).unwrap_err();
    assert_eq!(error.code(), ErrorCode::Validation);
    assert_eq!(world.requests(), ["GET /v1/trunks/293"]);
}

#[test]
fn a_preview_shows_the_difference_and_sends_nothing() {
    let (client, world) = client(ClientConfig::new(KEY), [trunk()]);
    let wanted =
        json!({ "label": " Fax ", "call_limit": 60, "max_call_cost": 0.2, "allowed_ips": null, "password": PASSWORD });
    let found = world.run(client.preview(293, &changes(wanted), &options())).unwrap().data;
    let found: Vec<_> = found.iter().map(|found| (found.field, found.before.clone(), found.after.clone())).collect();
    let some = |value: Value| Some(Input::from(&value));
    let expected = [
        ("allowed_ips", some(json!([{ "ip": "8.8.8.8" }])), None),
        ("call_limit", some(json!(3600)), some(json!(60))),
        ("max_call_cost", some(json!(0.18)), some(json!(0.2))),
    ];
    assert_eq!(found, expected);
    assert_eq!(world.requests(), ["GET /v1/trunks/293"]);
}
