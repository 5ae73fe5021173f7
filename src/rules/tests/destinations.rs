//! Destinations of numbers: each rule from both sides.

use serde_json::json;

use super::*;
use crate::rules::english::MESSAGES;

fn read(list: Value) -> Result<Vec<Destination>, Vec<String>> {
    destinations(&Input::from(&list)).map_err(|issues| said(&issues))
}

fn sip(address: &str) -> bool {
    let found = read(json!([{ "transport": 1, "destination": address }]));
    assert!(
        found.is_ok() || found == Err(vec!["destinations.0.destination sip_uri".to_owned()]),
        "{address}: {found:?}"
    );
    found.is_ok()
}

#[test]
fn sip_addresses_are_taken_as_wavix_writes_them_and_as_standards_do() {
    for good in [
        "[did]@sipuri.com",
        "123@example.com",
        "sip:office@pbx.example.com",
        "SIPS:office@pbx.example.com:5061;transport=tls",
        "sip:pbx.example.com",
        "sip:+12121234567@8.8.8.8:5060?subject=x",
        "sip:office@[2001:db8::1]:5060",
        "sip:a:b@host",
        " 100@pbx.example.com. ",
    ] {
        assert!(sip(good), "{good}");
    }
    for bad in [
        "office",
        "pbx.example.com",
        "@example.com",
        "office@",
        "sip:",
        "sip:@example.com",
        "office@pbx example.com",
        "office@pbx.example.com:0",
        "office@pbx.example.com:99999",
        "office@pbx..example.com",
        "\"Office\" <sip:office@example.com>",
        "http://example.com/office@x/y",
        "office@[pbx]",
        "office@pbx\n.example.com",
    ] {
        assert!(!sip(bad), "{bad}");
    }
}

#[test]
fn phone_numbers_are_normalised_and_judged_as_caller_ids_are() {
    let found = read(json!([{ "transport": 4, "destination": "+44 (20) 7946-0018" }])).unwrap();
    assert_eq!((found[0].via, found[0].destination.as_deref()), (Via::Phone, Some("442079460018")));
    for bad in ["0123456789", "letters", "1234567890123456", "123"] {
        assert_eq!(
            read(json!([{ "transport": 4, "destination": bad }])),
            Err(vec!["destinations.0.destination e164".into()])
        );
    }
}

#[test]
fn a_trunk_is_given_by_its_number_or_by_its_login() {
    let found = read(json!([{ "trunk_id": 293 }, { "transport": 5, "destination": "67758", "priority": 7 }])).unwrap();
    let trunk = Destination {
        via: Via::Trunk,
        destination: None,
        priority: 1,
        trunk_id: Some(293),
        extra: Input::Record(Vec::new()),
    };
    assert_eq!(found[0], trunk);
    assert_eq!(found[1], Destination { destination: Some("67758".into()), priority: 7, trunk_id: None, ..trunk });
    assert_eq!(read(json!([{ "transport": 5 }])), Err(vec!["destinations.0.trunk_id required".into()]));
    assert_eq!(
        read(json!([{ "transport": 5, "destination": "Head office" }])),
        Err(vec!["destinations.0.destination digits".into()])
    );
}

#[test]
fn every_wrong_member_is_said_at_its_place_and_all_at_once() {
    let found = read(json!([
        7,
        {},
        { "transport": 2, "destination": 7 },
        { "transport": "1", "destination": "a@b", "priority": 0 },
        { "trunk_id": -1, "priority": "x" },
        { "transport": 1, "trunk_id": 0.5 },
    ]));
    let expected = [
        "destinations.0 type",
        "destinations.1.transport required",
        "destinations.2.transport one_of",
        "destinations.3.priority integer",
        "destinations.3.transport type",
        "destinations.4.trunk_id integer",
        "destinations.4.priority type",
        "destinations.4.transport required",
        "destinations.5.trunk_id integer",
        "destinations.5.destination required",
    ];
    assert_eq!(found, Err(expected.map(str::to_owned).to_vec()));
    for no_list in [json!(null), json!({}), json!("x"), json!(7)] {
        assert_eq!(read(no_list), Err(vec!["destinations type".into()]));
    }
}

#[test]
fn an_empty_list_is_one_and_a_list_that_was_read_can_be_written_again() {
    assert_eq!(read(json!([])), Ok(Vec::new()));
    let from_wavix = json!([{
        "id": 1, "destination": "[did]@sipuri.com", "priority": 3, "transport": 1, "trunk_id": null, "srtp": false,
        "trunk_label": null
    }]);
    let found = read(from_wavix).unwrap();
    assert_eq!((found[0].priority, found[0].trunk_id), (3, None));
    assert_eq!(found[0].extra, Input::from(&json!({ "srtp": false })));
}

#[test]
fn messages_name_the_member_and_the_entry() {
    let list = json!([{ "trunk_id": 1 }, { "transport": 3, "destination": "x", "priority": 0 }]);
    let messages: Vec<_> =
        destinations(&Input::from(&list)).unwrap_err().into_iter().map(|issue| issue.message).collect();
    assert_eq!(
        messages,
        ["priority, entry 2 must be a whole number from 1.", "transport, entry 2 must be one of these: 1, 4, 5.",]
    );
    for code in [IssueCode::SipUri, IssueCode::OneOf] {
        assert!(MESSAGES.get(code.as_str()).is_some(), "{code:?}");
        assert_eq!(code.severity(), Severity::Error);
        assert_eq!(serde_json::to_value(code).unwrap(), code.as_str());
    }
}
