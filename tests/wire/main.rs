//! The payloads of Wavix's public documents, byte for byte where it matters: what they print must be accepted.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use serde_json::{Value, json};
use wavix_trunks::api::{self, ErrorCode, ListParams, Response};
use wavix_trunks::rules::{self, Input, Options};

/// "SIP Trunks API overview", body of the create request (and of its response, but for one space in a key).
const OVERVIEW_CREATE: &str = r#"{
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
}"#;

/// "SIP Trunks API overview", body of the update request.
const OVERVIEW_UPDATE: &str = r#"{
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
}"#;

/// API reference of 2023, response of the update call.
const REFERENCE_UPDATE_RESPONSE: &str = r#"{
  "id": 293,
  "name": "67758",
  "callerid": "12345678900",
  "label": "My trunk",
  "ip_restrict": false,
  "allowed_ips": [{ "id": 6712, "ip": "127.0.0.1" }],
  "channels_restrict": false,
  "max_channels": 2,
  "cost_limit": true,
  "max_call_cost": "0.18",
  "call_restrict": false,
  "call_limit": 3600,
  "didinfo_enabled": true,
  "rewrite_enabled": true,
  "rewrite_prefix": "1",
  "rewrite_cond": "<string>",
  "call_recording_enabled": true,
  "machine_detection_enabled": true,
  "transcription_enabled": false,
  "transcription_threshold": 10,
  "created_at": "2023-05-16T17:13:25.000Z",
  "host": "dynamic",
  "multiple_numbers": true,
  "encrypted_media": true,
  "access_token": "123easwqe321132"
}"#;

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

fn answer(status: u16, body: impl Into<String>) -> Response {
    Response { status, headers: vec![("x-request-id".into(), "req-1".into())], body: body.into() }
}

#[test]
fn both_bodies_of_the_overview_validate_and_are_sent_as_they_are_printed() {
    for printed in [OVERVIEW_CREATE, OVERVIEW_UPDATE] {
        let report = rules::validate(&Input::from(&json(printed)), &Options::default());
        assert_eq!(report.errors().count(), 0, "{:?}", report.issues);
        let sent = json(api::create(&report.value.unwrap()).request.body.as_deref().unwrap());
        for (name, value) in json(printed).as_object().unwrap() {
            assert_eq!(sent.get(name), Some(value), "{name}");
        }
        assert_eq!(sent["transcription_enabled"], json!(false));
        assert_eq!(sent["transcription_threshold"], json!(6));
    }
}

#[test]
fn the_odd_create_response_of_the_overview_is_read() {
    let printed = OVERVIEW_CREATE.replace("\"label\"", "\"label \"");
    let config = rules::validate(&Input::from(&json(OVERVIEW_CREATE)), &Options::default()).value.unwrap();
    let trunk = api::create(&config).read(&answer(201, printed)).unwrap();
    assert_eq!(trunk.label.as_deref(), Some("My SIP trunk"));
    assert_eq!(trunk.max_call_cost.as_ref().map(|cost| cost.as_str()), Some("0.18"));
    assert_eq!(trunk.password.as_ref().map(|password| password.reveal()), Some("YOUR_SIP_TRUNK_PASSWORD"));
    assert_eq!(trunk.id, None);
    assert!(trunk.extra.is_empty());
    assert!(!format!("{trunk:?}").contains("YOUR_SIP_TRUNK_PASSWORD"));
}

#[test]
fn the_response_of_the_reference_is_read_and_written_again_without_a_loss() {
    let trunk = api::get(293).read(&answer(200, REFERENCE_UPDATE_RESPONSE)).unwrap();
    assert_eq!(trunk.id, Some(293));
    let written = serde_json::to_value(&trunk).unwrap();
    for (name, value) in json(REFERENCE_UPDATE_RESPONSE).as_object().unwrap() {
        assert_eq!(written.get(name), Some(value), "{name}");
    }
    assert!(!format!("{trunk:?}").contains("123easwqe321132"));
}

#[test]
fn oddities_of_older_servers_are_smoothed() {
    let read = |mut body: Value| {
        body["name"] = json!("67758");
        api::get(1).read(&answer(200, body.to_string())).unwrap()
    };
    let ips =
        read(json!({ "allowed_ips": ["8.8.8.8", { "id": 7, "ip": "9.9.9.9", "note": "new" }] })).allowed_ips.unwrap();
    assert_eq!((ips[0].id, ips[0].ip.as_str()), (None, "8.8.8.8"));
    assert_eq!((ips[1].id, ips[1].ip.as_str(), ips[1].extra.get("note")), (Some(7), "9.9.9.9", Some(&json!("new"))));
    assert_eq!(read(json!({ "callerid": null })).callerid, None);
    assert_eq!(read(json!({ "callerid": "" })).callerid.as_deref(), Some(""));
    assert_eq!(read(json!({ "max_call_cost": "0.180" })).max_call_cost.unwrap().as_str(), "0.180");
    assert_eq!(read(json!({ "max_call_cost": 2 })).max_call_cost.unwrap().as_str(), "2");
    assert_eq!(read(json!({ "label ": "odd", "label": "even" })).label.as_deref(), Some("even"));
    assert_eq!(read(json!({ "label": "even", "label ": "odd" })).label.as_deref(), Some("even"));
}

#[test]
fn what_has_nothing_of_a_trunk_is_none() {
    for body in [
        json!({}),
        json!({ "success": false, "message": "Missing or invalid parameter label" }),
        json!({ "success": false, "id": 7, "label": "x" }),
        json!({ "error": "x" }),
        json!({ "data": { "id": 7, "label": "x" } }),
        json!({ "id": null, "name": null }),
    ] {
        let error = api::get(1).read(&answer(200, body.to_string())).unwrap_err();
        assert_eq!(error.code, ErrorCode::Decode, "{body}");
    }
    // Whatever stands there: it may be of a type that this version does not know.
    api::get(1).read(&answer(200, json!({ "id": "uuid-7" }).to_string())).unwrap();
    let no = json!({ "success": false, "message": "no", "sip_trunks": [] });
    assert_eq!(
        api::list(&ListParams::default()).read(&answer(200, no.to_string())).unwrap_err().code,
        ErrorCode::Decode
    );
}

#[test]
fn one_odd_count_takes_no_other_along() {
    let body =
        json!({ "sip_trunks": [], "pagination": { "total": "60", "per_page": null, "total_pages": -1, "next": "x" } });
    let pagination = api::list(&Default::default()).read(&answer(200, body.to_string())).unwrap().pagination;
    assert_eq!((pagination.total, pagination.per_page, pagination.total_pages), (60, 0, 0));
    assert_eq!(pagination.extra.get("next"), Some(&json!("x")));
}

#[test]
fn what_the_server_adds_reaches_the_caller_and_what_it_mistypes_too() {
    let body = json!({ "id": "uuid-7", "label": "x", "codecs": ["PCMU"], "region": { "name": "us" } });
    let trunk = api::get(1).read(&answer(200, body.to_string())).unwrap();
    assert_eq!(trunk.id, None);
    assert_eq!(trunk.extra.get("id"), Some(&json!("uuid-7")));
    let written = serde_json::to_value(&trunk).unwrap();
    assert_eq!(written["codecs"], json!(["PCMU"]));
    assert_eq!(written["region"], json!({ "name": "us" }));
    assert_eq!(written["id"], json!("uuid-7"));
}

#[test]
fn lists_may_be_null_empty_or_of_statuses_nobody_knows_yet() {
    let call = api::list(&ListParams { page: Some(2), per_page: Some(100) });
    assert_eq!(call.request.query, [("page", "2".to_owned()), ("per_page", "100".to_owned())]);
    let pagination = json!({ "current_page": 2, "per_page": 100, "total": 101, "total_pages": 2 });
    let read = |trunks: Value| {
        call.read(&answer(200, json!({ "sip_trunks": trunks, "pagination": pagination, "took": 3 }).to_string()))
    };
    assert!(read(Value::Null).unwrap().sip_trunks.is_empty());
    let page =
        read(json!([{ "id": 5, "status": "frozen", "auth_method": "TLS", "charge": "12.3400", "talk_time": 61 }]));
    let page = page.unwrap();
    assert_eq!(page.pagination.total, 101);
    assert_eq!(page.extra.get("took"), Some(&json!(3)));
    assert_eq!(page.sip_trunks[0].status.as_deref(), Some("frozen"));
    assert_eq!(page.sip_trunks[0].auth_method.as_deref(), Some("TLS"));
    assert_eq!(page.sip_trunks[0].charge.as_ref().unwrap().as_str(), "12.3400");
    assert_eq!(read(json!("many")).unwrap_err().code, ErrorCode::Decode);
}

#[test]
fn every_documented_error_has_its_code() {
    let refused = json!({ "success": false, "message": "Missing or invalid parameter callerid" }).to_string();
    let newer =
        json!({ "success": false, "message": "Invalid", "errors": { "label": "too long", "callerid": "unknown" } });
    let unauthorized = json!({ "success": false, "error": true, "message": "Unauthorized" }).to_string();
    let unprovisioned =
        json!({ "success": false, "message": "The service is not provisioned for your account." }).to_string();
    let missing = json!({ "success": false, "message": "Record not found" }).to_string();
    let cases: [(u16, &str, ErrorCode, &[&str]); 16] = [
        (400, &refused, ErrorCode::InvalidRequest, &["callerid"]),
        (422, &refused, ErrorCode::InvalidRequest, &["callerid"]),
        (422, &newer.to_string(), ErrorCode::InvalidRequest, &["callerid", "label"]),
        (401, &unauthorized, ErrorCode::Authentication, &[]),
        (403, &unprovisioned, ErrorCode::Permission, &[]),
        (404, &unprovisioned, ErrorCode::Permission, &[]),
        (404, &missing, ErrorCode::NotFound, &[]),
        (408, "", ErrorCode::Timeout, &[]),
        (409, "{}", ErrorCode::Conflict, &[]),
        (429, "{\"success\":false,\"message\":\"Slow down\"}", ErrorCode::RateLimit, &[]),
        (500, "null", ErrorCode::Server, &[]),
        (502, "<html><h1>Bad Gateway</h1></html>", ErrorCode::Server, &[]),
        (302, "", ErrorCode::Http, &[]),
        (200, "{\"sip_tru", ErrorCode::Decode, &[]),
        (200, "<html>maintenance</html>", ErrorCode::Decode, &[]),
        (204, "", ErrorCode::Decode, &[]),
    ];
    for (status, body, code, fields) in cases {
        let error = api::get(1).read(&answer(status, body)).unwrap_err();
        assert_eq!(error.code, code, "{status} {body}");
        assert_eq!(error.status, status);
        assert_eq!(error.request_id.as_deref(), Some("req-1"));
        assert_eq!(error.fields.iter().map(|field| field.name.as_str()).collect::<Vec<_>>(), fields, "{status} {body}");
        assert!(error.message.contains(&status.to_string()) && !error.message.contains('<'), "{}", error.message);
    }
}

#[test]
fn several_sentences_about_a_parameter_give_the_first() {
    let body = json!({ "message": "Invalid", "errors": { "callerid": [], "label": [7, "is taken", "is long"] } });
    let error = api::get(1).read(&answer(422, body.to_string())).unwrap_err();
    let said: Vec<_> = error.fields.iter().map(|field| (field.name.as_str(), field.message.as_str())).collect();
    assert_eq!(said, [("callerid", "Invalid"), ("label", "is taken")]);
}

#[test]
fn a_delete_may_answer_with_nothing_but_not_with_a_refusal() {
    assert!(api::delete(1).read(&answer(200, "{\"success\": true}")).unwrap().success);
    assert!(api::delete(1).read(&answer(204, "")).unwrap().success);
    assert_eq!(api::delete(1).read(&answer(200, "{\"success\": false}")).unwrap_err().code, ErrorCode::Decode);
}
