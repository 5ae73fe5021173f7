//! Calls to a number get another way.

use serde_json::{Value, json};
use ureq::http::{Method, StatusCode};

use super::{destinations, number, with_numbers};
use crate::harness::{Answer, Server, least};

fn to_trunk() -> Value {
    json!([{ "destination": "67758", "priority": 1, "transport": 5, "trunk_id": 1 }])
}

fn patch(server: &Server, path: &str, body: &Value) -> Answer {
    server.api.call(Method::PATCH, path, Some(body))
}

#[test]
fn a_list_of_destinations_takes_the_place_of_the_one_before() {
    let server = with_numbers(2);
    let list = json!([
        { "transport": 4, "destination": "+1 212 123 4567", "priority": 2 },
        { "transport": 1, "destination": "[did]@sipuri.com", "priority": 1 },
    ]);
    patch(&server, "/v1/numbers/1", &json!({ "destinations": list })).expect(StatusCode::OK);
    assert_eq!(destinations(&number(&server, 1)), ["1 [did]@sipuri.com", "4 12121234567"], "by priority");
    let answer = patch(&server, "/v1/numbers/1", &json!({ "destinations": to_trunk() })).expect(StatusCode::OK);
    let expected = json!([{
        "id": 3, "destination": "67758", "priority": 1, "transport": 5, "trunk_id": 1, "srtp": false,
        "trunk_label": "Head office"
    }]);
    assert_eq!(answer["destination"], expected);
    assert_eq!(number(&server, 1), answer);
    patch(&server, "/v1/numbers/1", &json!({ "destinations": [] })).expect(StatusCode::OK);
    assert_eq!(destinations(&number(&server, 1)), Vec::<String>::new());
    assert_eq!(destinations(&number(&server, 2)), Vec::<String>::new());
}

#[test]
fn only_what_is_given_changes() {
    let server = with_numbers(1);
    let more =
        json!({ "sms_enabled": true, "sms_relay_url": "https://example.com/sms", "transcription_threshold": 30 });
    patch(&server, "/v1/numbers/1", &json!({ "destinations": to_trunk() })).expect(StatusCode::OK);
    let answer = patch(&server, "/v1/numbers/1", &more).expect(StatusCode::OK);
    assert_eq!(destinations(&answer), ["5 67758"]);
    let answer = patch(&server, "/v1/numbers/1", &json!({ "call_recording_enabled": true })).expect(StatusCode::OK);
    for (name, value) in more.as_object().unwrap() {
        assert_eq!(&answer[name], value, "{name}");
    }
}

#[test]
fn many_are_changed_all_of_them_or_none() {
    let server = with_numbers(3);
    let answer = patch(&server, "/v1/numbers", &json!({ "ids": [1, 3], "destinations": to_trunk() }));
    let items = answer.expect(StatusCode::OK)["items"].clone();
    assert_eq!(items.as_array().unwrap().iter().map(|item| &item["id"]).collect::<Vec<_>>(), [1, 3]);
    let answer = patch(&server, "/v1/numbers", &json!({ "ids": [2, 9], "destinations": to_trunk() }));
    assert!(answer.expect(StatusCode::UNPROCESSABLE_ENTITY)["errors"]["ids"].is_string());
    let now: Vec<_> = (1..=3).map(|id| destinations(&number(&server, id)).len()).collect();
    assert_eq!(now, [1, 0, 1]);
}

#[test]
fn the_older_call_does_the_same_and_answers_success() {
    let server = with_numbers(2);
    let path = "/v1/mydids/update-destinations";
    let update = |body: Value| server.api.call(Method::POST, path, Some(&body));
    let older = json!([{ "destination": "67758", "priority": 1, "transport": 5, "callhunt": false, "active": true }]);
    let answer = update(json!({ "ids": [1, 2], "destinations": older, "sms_relay_url": "https://example.com/sms" }));
    assert_eq!(answer.expect(StatusCode::OK), json!({ "success": true }));
    for id in [1, 2] {
        let number = number(&server, id);
        assert_eq!(
            (&number["destination"][0]["trunk_id"], &number["sms_relay_url"]),
            (&json!(1), &json!("https://example.com/sms"))
        );
    }
    for (body, parameter) in [
        (json!({ "ids": [1] }), "destinations"),
        (json!({ "destinations": [] }), "ids"),
        (json!({ "ids": [], "destinations": [] }), "ids"),
        (json!({ "ids": ["1"], "destinations": [] }), "ids"),
        (json!({ "ids": [9], "destinations": [] }), "ids"),
    ] {
        let answer = update(body).expect(StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(answer["message"], format!("Missing or invalid parameter {parameter}"));
    }
    assert_eq!(server.api.get(path).status, 405);
}

#[test]
fn destinations_are_judged_by_the_rules_and_trunks_must_be_there() {
    let server = with_numbers(1);
    for (destination, parameter) in [
        (json!({ "transport": 1, "destination": "office" }), "destinations.0.destination"),
        (json!({ "transport": 4, "destination": "0123" }), "destinations.0.destination"),
        (json!({ "transport": 7, "destination": "a@b" }), "destinations.0.transport"),
        (json!({ "transport": 5, "trunk_id": 1 }), "destinations"),
        (json!({ "transport": 5, "destination": "67758", "trunk_id": 2 }), "destinations"),
        (json!({ "transport": 5, "destination": "67759" }), "destinations"),
        (json!({ "transport": 5, "destination": "1" }), "destinations"),
    ] {
        let answer = patch(&server, "/v1/numbers/1", &json!({ "destinations": [destination] }));
        let errors = &answer.expect(StatusCode::UNPROCESSABLE_ENTITY)["errors"];
        assert!(errors[parameter].is_string(), "{destination}: {errors}");
    }
    for (name, value) in
        [("sms_enabled", json!(1)), ("transcription_threshold", json!(-1)), ("destinations", json!({}))]
    {
        let answer = patch(&server, "/v1/numbers/1", &json!({ name: value }));
        assert!(answer.expect(StatusCode::UNPROCESSABLE_ENTITY)["errors"][name].is_string(), "{name}");
    }
    patch(&server, "/v1/numbers/9", &json!({ "destinations": [] })).expect(StatusCode::NOT_FOUND);
    assert_eq!(destinations(&number(&server, 1)), Vec::<String>::new());
}

#[test]
fn with_a_trunk_go_the_destinations_that_lead_to_it_and_no_others() {
    let server = with_numbers(2);
    let other = server.api.make(&least("Other"));
    let both = json!([
        { "destination": "67758", "transport": 5, "trunk_id": 1 },
        { "destination": "67759", "transport": 5, "trunk_id": other },
    ]);
    patch(&server, "/v1/numbers", &json!({ "ids": [1, 2], "destinations": both })).expect(StatusCode::OK);
    server.api.delete(1).expect(StatusCode::OK);
    assert_eq!(destinations(&number(&server, 1)), ["5 67759"]);
    server.api.delete(other).expect(StatusCode::OK);
    assert_eq!(destinations(&number(&server, 2)), Vec::<String>::new());
}
