//! Phone numbers, and the trunks that calls to them lead to: what is asked, in which order, and what is known afterwards.

use wavix_trunks::api::numbers::{NumberListParams, NumbersApi};
use wavix_trunks::client::Pager;

use super::*;
use crate::script::refusal;

const OLDER: &str = "POST /v1/mydids/update-destinations";

fn older() -> ClientConfig {
    ClientConfig::new(KEY).numbers_api(NumbersApi::Mydids)
}

fn number(id: u64, destination: Value) -> Value {
    json!({ "id": id, "number": format!("1212555010{id}"), "destination": destination })
}

fn page(items: Value) -> Act {
    let total = items.as_array().unwrap().len();
    page_of(items, json!(total))
}

fn page_of(items: Value, total: Value) -> Act {
    answer(200, json!({ "items": items, "pagination": { "total": total } }))
}

fn to_trunk(id: u64) -> Value {
    json!([{ "id": 1, "destination": "67758", "priority": 1, "transport": 5, "trunk_id": id }])
}

fn trunk() -> Act {
    answer(200, json!({ "id": 293, "name": "67758" }))
}

fn bodies(world: &script::World) -> Vec<Value> {
    let sent = world.sent.borrow();
    sent.iter().filter_map(|message| Some(serde_json::from_str(message.body.as_ref()?).unwrap())).collect()
}

#[test]
fn each_call_asks_for_what_it_is_named_after_in_both_generations() {
    let params = NumberListParams { page: Some(2), per_page: Some(5), search: Some("1 2".into()), label: None };
    for (config, path) in [(ClientConfig::new("key"), "/v1/numbers"), (older(), "/v1/mydids")] {
        let (client, world) = client(config, [page(json!([])), answer(200, number(7, json!([])))]);
        world.run(client.numbers().list(&params, &options())).unwrap();
        let number = world.run(client.numbers().get(7, &options())).unwrap().data;
        assert_eq!(number.number.as_deref(), Some("12125550107"));
        assert_eq!(world.requests(), [format!("GET {path}"), format!("GET {path}/7")]);
        assert!(world.sent.borrow()[0].url.contains("?search=1%202&page=2&per_page=5&appid="));
    }
}

#[test]
fn numbers_are_routed_to_a_trunk_by_its_login_and_its_number() {
    let expected = json!({
        "ids": [1, 2],
        "destinations": [{ "destination": "67758", "priority": 3, "transport": 5, "trunk_id": 293 }],
    });
    let items = json!([number(1, to_trunk(293)), number(2, to_trunk(293))]);
    for (config, path, done) in [
        (ClientConfig::new(KEY), "PATCH /v1/numbers", json!({ "items": items })),
        (older(), OLDER, json!({ "success": true })),
    ] {
        let (client, world) = client(config, [trunk(), answer(200, done)]);
        let routed = world.run(client.numbers().route_to_trunk(&[1, 2], 293, Some(3), &options())).unwrap().data;
        assert_eq!(world.requests(), ["GET /v1/trunks/293", path]);
        assert_eq!(bodies(&world), std::slice::from_ref(&expected));
        assert_eq!(routed.items.map(|items| items.len()), path.starts_with("PATCH").then_some(2));
    }
}

#[test]
fn destinations_of_every_kind_are_sent_as_the_documents_have_them() {
    let list = json!([
        { "transport": 1, "destination": "sip:office@pbx.example.com" },
        { "transport": 4, "destination": "+1 (212) 123-4567", "callhunt": true },
        { "transport": 5, "destination": "67758", "priority": 9, "id": 4, "trunk_label": "Fax" },
    ]);
    let (client, world) = client(ClientConfig::new(KEY), [answer(200, json!({}))]);
    let routed = client.numbers();
    world.run(routed.route(&[1], &Input::from(&list), Some("https://example.com/sms"), &options())).unwrap();
    let expected = json!({
        "ids": [1],
        "destinations": [
            { "destination": "sip:office@pbx.example.com", "priority": 1, "transport": 1 },
            { "destination": "12121234567", "priority": 2, "transport": 4, "callhunt": true },
            { "destination": "67758", "priority": 9, "transport": 5 },
        ],
        "sms_relay_url": "https://example.com/sms",
    });
    assert_eq!(bodies(&world), [expected]);
}

#[test]
fn nothing_is_sent_that_cannot_work() {
    let (client, world) = client(ClientConfig::new(KEY), []);
    let list = Input::from(&json!([{ "transport": 1, "destination": "office" }]));
    let error = world.run(client.numbers().route(&[1], &list, None, &options())).unwrap_err();
    assert_eq!((error.code(), error.outcome), (ErrorCode::Validation, Some(Outcome::NotSent)));
    assert!(error.to_string().starts_with("The numbers were not routed, since their destinations have errors. "));
    assert!(matches!(&error.reason, Reason::Unroutable(issues) if issues[0].code == IssueCode::SipUri));
    let error = world.run(client.numbers().route_to_trunk(&[], 293, None, &options())).unwrap_err();
    assert_eq!((error.code(), error.outcome), (ErrorCode::Configuration, Some(Outcome::NotSent)));
    assert!(world.sent.borrow().is_empty());
}

#[test]
fn a_trunk_that_is_not_there_is_said_before_anything_changes() {
    let (client, world) = client(ClientConfig::new(KEY), [refusal(404)]);
    let error = world.run(client.numbers().route_to_trunk(&[1], 9, None, &options())).unwrap_err();
    assert_eq!((error.code(), error.outcome), (ErrorCode::NotFound, Some(Outcome::NotSent)));
    assert!(error.to_string().contains("no such trunk"), "{error}");
}

#[test]
fn a_list_of_destinations_is_sent_again_because_twice_is_as_good_as_once() {
    let list = Input::from(&json!([]));
    for config in [ClientConfig::new(KEY), older()] {
        for lost in [Act::Lost, refusal(503), refusal(408), refusal(409), refusal(429)] {
            let (client, world) = client(config.clone(), [lost, answer(200, json!({ "success": true }))]);
            world.run(client.numbers().route(&[1], &list, None, &options())).unwrap();
            assert_eq!(world.sent.borrow().len(), 2);
        }
        let (client, world) = client(config, [Act::Lost, Act::Lost, Act::Lost]);
        let error = world.run(client.numbers().route(&[1], &list, None, &options())).unwrap_err();
        assert_eq!((error.outcome, error.retryable, error.attempts), (Some(Outcome::Unknown), true, 3));
    }
}

#[test]
fn an_answer_that_says_no_is_no_success() {
    let (client, world) = client(older(), [answer(200, json!({ "success": false }))]);
    let error = world.run(client.numbers().route(&[1], &Input::List(Vec::new()), None, &options())).unwrap_err();
    assert_eq!((error.code(), error.outcome), (ErrorCode::Decode, Some(Outcome::Unknown)));
}

#[test]
fn errors_speak_of_numbers() {
    for (status, words) in [(404, "There is no such phone number"), (403, "The account may not use phone numbers")] {
        let (client, world) = client(ClientConfig::new(KEY), [refusal(status)]);
        let error = world.run(client.numbers().get(7, &options())).unwrap_err();
        assert!(error.to_string().starts_with(words), "{error}");
        assert_eq!(error.outcome, None);
    }
}

#[test]
fn where_nobody_can_tell_where_calls_go_the_answer_is_none() {
    let to = |to: Value| json!({ "destination": [to] });
    for odd in [
        json!({ "destination": "67758" }),
        to(json!(7)),
        to(json!({ "trunk_id": "x" })),
        to(json!({ "trunk_id": 1.5 })),
        to(json!({ "trunk_id": -1 })),
        to(json!({ "transport": "SIP" })),
        to(json!({ "transport": [5] })),
        json!(7),
    ] {
        let (client, world) = client(ClientConfig::new(KEY), [page(json!([odd]))]);
        let error = world.run(client.numbers().list(&NumberListParams::default(), &options())).unwrap_err();
        assert_eq!(error.code(), ErrorCode::Decode, "{odd}");
    }
    for none in [json!({ "id": 1 }), json!({ "id": 1, "destination": null })] {
        let (client, world) = client(ClientConfig::new(KEY), [page(json!([none]))]);
        let page = world.run(client.numbers().list(&NumberListParams::default(), &options())).unwrap().data;
        assert_eq!(page.items[0].destination, []);
    }
}

#[test]
fn a_walk_over_numbers_is_a_walk_over_trunks() {
    let numbers = |ids: std::ops::Range<u64>| page_of(ids.map(|id| number(id, json!([]))).collect(), json!(120));
    let (client, world) = client(ClientConfig::new(KEY), [numbers(0..100), numbers(99..120)]);
    let mut pager = Pager::new(&ListParams::default());
    let mut ids = Vec::new();
    while let Some(ListParams { page, per_page }) = pager.next() {
        let params = NumberListParams { page, per_page, ..NumberListParams::default() };
        let mut page = world.run(client.numbers().list(&params, &options())).unwrap().data;
        pager.take(&mut page);
        ids.extend(page.items.iter().filter_map(|number| number.id));
    }
    assert_eq!(ids, (0..120).collect::<Vec<_>>());
    assert!(!pager.is_whole());
}

#[test]
fn the_routes_of_a_trunk_are_found_by_its_number_and_where_there_is_none_by_its_login() {
    let items = json!([
        number(1, to_trunk(293)),
        number(2, to_trunk(294)),
        number(3, json!([{ "transport": 4, "destination": "67758" }])),
        number(4, json!([{ "transport": 1, "destination": "a@b" }, { "transport": 5, "destination": "67758" }])),
        number(5, json!([{ "transport": 5, "destination": "67759", "trunk_id": null }])),
        number(6, json!([])),
    ]);
    let (client, world) = client(ClientConfig::new(KEY), [page(items), trunk()]);
    let routes = world.run(client.numbers().routes(293, &options())).unwrap();
    assert_eq!(routes.iter().filter_map(|number| number.id).collect::<Vec<_>>(), [1, 4]);
    assert_eq!(world.requests(), ["GET /v1/numbers", "GET /v1/trunks/293"]);
}

#[test]
fn a_trunk_to_which_calls_lead_is_not_deleted() {
    for if_routed in [IfRouted::RefuseWhereKnown, IfRouted::Refuse] {
        let items = json!([number(1, to_trunk(293)), number(2, to_trunk(293)), number(3, to_trunk(1))]);
        let (client, world) = client(ClientConfig::new(KEY), [page(items)]);
        let error = world.run(client.delete(293, if_routed, &options())).unwrap_err();
        assert_eq!((error.code(), error.outcome, error.retryable), (ErrorCode::Routed, Some(Outcome::NotSent), false));
        assert!(error.to_string().contains("calls to 12125550101 and 1 more lead to it"), "{error}");
        assert!(matches!(&error.reason, Reason::Routed { numbers } if numbers.len() == 2));
        assert_eq!(world.requests(), ["GET /v1/numbers"]);
    }
}

#[test]
fn digits_are_numbers_wherever_calls_lead() {
    for to in [json!({ "trunk_id": "293" }), json!({ "transport": "5", "destination": "67758" })] {
        let (client, world) = client(ClientConfig::new(KEY), [page(json!([number(1, json!([to]))])), trunk()]);
        let error = world.run(client.delete(293, IfRouted::RefuseWhereKnown, &options())).unwrap_err();
        assert_eq!(error.code(), ErrorCode::Routed, "{to}");
    }
}

#[test]
fn a_list_of_numbers_that_is_not_whole_says_nothing_of_where_calls_lead() {
    for total in [json!(2), json!(0), json!(null), json!("many"), json!("2")] {
        for if_routed in [IfRouted::RefuseWhereKnown, IfRouted::Refuse] {
            let one = json!([number(1, to_trunk(1))]);
            // The total says that there is more, and the page not how many it could have held: another one is asked for.
            let acts = [page_of(one, total.clone()), page_of(json!([]), total.clone())];
            let (client, world) = client(ClientConfig::new(KEY), acts);
            let error = world.run(client.delete(293, if_routed, &options())).unwrap_err();
            assert_eq!((error.code(), error.outcome), (ErrorCode::Decode, Some(Outcome::NotSent)), "{total}");
            assert!(error.to_string().contains("ifRouted"), "{error}");
        }
        let (client, world) = client(ClientConfig::new(KEY), [page_of(json!([]), json!(1))]);
        assert_eq!(world.run(client.numbers().routes(293, &options())).unwrap_err().outcome, None);
    }
}

#[test]
fn a_trunk_to_which_no_calls_lead_is_deleted_and_so_is_any_when_nobody_asks() {
    let gone = || answer(200, json!({ "success": true }));
    for if_routed in [IfRouted::RefuseWhereKnown, IfRouted::Refuse] {
        let (client, world) = client(ClientConfig::new(KEY), [page(json!([number(1, to_trunk(1))])), gone()]);
        world.run(client.delete(293, if_routed, &options())).unwrap();
        assert_eq!(world.requests(), ["GET /v1/numbers", "DELETE /v1/trunks/293"]);
    }
    let (client, world) = client(ClientConfig::new(KEY), [gone()]);
    world.run(client.delete(293, IfRouted::Delete, &options())).unwrap();
    assert_eq!(world.requests(), ["DELETE /v1/trunks/293"]);
}

#[test]
fn numbers_that_cannot_be_listed_keep_a_trunk_only_from_a_delete_that_insists() {
    for status in [403, 404] {
        let (lenient, world) = client(ClientConfig::new(KEY), [refusal(status), answer(200, json!({}))]);
        world.run(lenient.delete(293, IfRouted::RefuseWhereKnown, &options())).unwrap();
        assert_eq!(world.sent.borrow().len(), 2);

        let (strict, world) = client(ClientConfig::new(KEY), [refusal(status)]);
        let error = world.run(strict.delete(293, IfRouted::Refuse, &options())).unwrap_err();
        assert_eq!((error.code(), error.outcome), (ErrorCode::Permission, Some(Outcome::NotSent)), "no not_found");
        assert!(error.to_string().contains("ifRouted"), "{error}");
    }
    // Only Wavix can say so, no gateway's page.
    for (status, body) in
        [(403, "<html>Blocked</html>"), (404, ""), (403, "{}"), (404, "[]"), (403, r#"{"message":""}"#)]
    {
        let gateway = Act::Answer(status, Vec::new(), body.to_owned());
        let (client, world) = client(ClientConfig::new(KEY), [gateway]);
        let error = world.run(client.delete(293, IfRouted::RefuseWhereKnown, &options())).unwrap_err();
        assert_eq!((error.code(), error.outcome), (ErrorCode::Permission, Some(Outcome::NotSent)), "{status} {body}");
    }
    for if_routed in [IfRouted::RefuseWhereKnown, IfRouted::Refuse] {
        let (client, world) = client(ClientConfig::new(KEY), (0..3).map(|_| refusal(500)));
        let error = world.run(client.delete(293, if_routed, &options())).unwrap_err();
        assert_eq!((error.code(), error.outcome, error.retryable), (ErrorCode::Server, Some(Outcome::NotSent), true));
    }
}

#[test]
fn one_time_holds_for_all_steps() {
    let slow = |body: Value| Act::Late(600.0, 200, body);
    let limited = CallOptions { timeout_ms: Some(1000.0), ..options() };
    let (client, world) =
        client(ClientConfig::new(KEY), [slow(json!({ "items": [] })), slow(json!({ "success": true }))]);
    let error = world.run(client.delete(293, IfRouted::Refuse, &limited)).unwrap_err();
    assert_eq!(world.now(), 1000.0);
    assert_eq!((error.reason, error.outcome), (Reason::TimedOut { timeout_ms: 1000.0 }, Some(Outcome::Unknown)));
}
