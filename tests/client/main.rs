//! What the journey of a call promises, over a scripted transport: what is sent, and what is never shown.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::arithmetic_side_effects, reason = "a test may panic")]

mod change;
mod numbers;
mod reconcile;
mod retries;
mod script;

use std::cell::RefCell;
use std::rc::Rc;

use futures_util::FutureExt as _;
use script::{Act, Script, answer, client};
use serde_json::{Value, json};
use wavix_trunks::api::{ErrorCode, ListParams, Method};
use wavix_trunks::client::{
    Abort, Auth, CallOptions, Client, ClientConfig, Error, Event, IfRouted, Message, OnUnknown, Outcome, Reason, each,
};
use wavix_trunks::rules::{Input, IssueCode, Options, validate};

const KEY: &str = "key-4f9d+/=&secret";
const PASSWORD: &str = "planted-Password-9";

fn options() -> CallOptions {
    CallOptions::default()
}

/// Each step of a call is aborted so many milliseconds after its beginning.
fn aborted_after(milliseconds: f64, world: &Rc<script::World>) -> CallOptions {
    let world = Rc::clone(world);
    let abort: Abort = Rc::new(move || {
        let world = Rc::clone(&world);
        async move { world.wait(milliseconds).await }.boxed_local()
    });
    CallOptions { abort: Some(abort), ..options() }
}

fn settings() -> Input {
    Input::from(&json!({ "label": "Fax", "password": PASSWORD, "callerid": "+1 212 123 4567" }))
}

fn empty() -> Act {
    answer(200, json!({ "sip_trunks": [], "pagination": {} }))
}

#[test]
fn the_key_goes_where_the_documents_say_and_is_encoded() {
    let params = ListParams { page: Some(3), per_page: None };

    let (by_query, world) = client(ClientConfig::new(KEY), [empty()]);
    world.run(by_query.list(&params, &options())).unwrap();
    assert_eq!(world.sent.borrow()[0].url, "https://api.wavix.com/v1/trunks?page=3&appid=key-4f9d%2B%2F%3D%26secret");
    assert!(world.sent.borrow()[0].headers.iter().all(|(name, _)| name != "authorization"));

    let bearer = ClientConfig::new(KEY).auth(Auth::Bearer).base_url("http://127.0.0.1:9/api/");
    let (by_bearer, world) = client(bearer, [empty()]);
    world.run(by_bearer.list(&params, &options())).unwrap();
    assert_eq!(world.sent.borrow()[0].url, "http://127.0.0.1:9/api/v1/trunks?page=3");
    assert!(world.sent.borrow()[0].headers.contains(&("authorization".into(), format!("Bearer {KEY}"))));

    let (by_relay, world) = client(ClientConfig::without_key().base_url("/api/wavix"), [empty()]);
    world.run(by_relay.list(&ListParams::default(), &options())).unwrap();
    assert_eq!(world.sent.borrow()[0].url, "/api/wavix/v1/trunks");
}

#[test]
fn headers_of_the_client_and_of_the_call_travel_along() {
    let own = |name: &str| vec![(name.to_owned(), "1".to_owned())];
    let (client, world) = client(ClientConfig::new(KEY).headers(own("x-client")), [empty()]);
    let call = CallOptions { headers: own("x-call"), ..options() };
    world.run(client.list(&ListParams::default(), &call)).unwrap();
    let sent = &world.sent.borrow()[0].headers;
    assert!(sent.contains(&("x-client".into(), "1".into())) && sent.contains(&("x-call".into(), "1".into())));
}

#[test]
fn each_call_asks_for_what_it_is_named_after() {
    type Ask = fn(&Client<Script>, &script::World) -> Result<(), Error>;
    let asks: [(Ask, Method, &str, bool); 4] = [
        (
            |c, w| w.run(c.create(&settings(), OnUnknown::Report, &options())).map(drop),
            Method::Post,
            "/v1/trunks?",
            true,
        ),
        (|c, w| w.run(c.get(293, &options())).map(drop), Method::Get, "/v1/trunks/293?", false),
        (|c, w| w.run(c.update(293, &settings(), &options())).map(drop), Method::Put, "/v1/trunks/293?", true),
        (|c, w| w.run(c.delete(293, IfRouted::Delete, &options())).map(drop), Method::Delete, "/v1/trunks/293?", false),
    ];
    for (ask, method, path, has_body) in asks {
        let (client, world) = client(ClientConfig::new("key"), [answer(200, json!({ "id": 293 }))]);
        ask(&client, &world).unwrap();
        let sent = world.sent.borrow();
        assert_eq!(sent.len(), 1);
        assert_eq!(sent[0].method, method);
        assert!(sent[0].url.contains(path), "{}", sent[0].url);
        assert_eq!(sent[0].body.is_some(), has_body);
        assert_eq!(sent[0].headers.contains(&("content-type".into(), "application/json".into())), has_body);
    }
}

#[test]
fn a_create_through_a_relay_has_an_id_of_its_own_for_each_attempt() {
    let relay = || ClientConfig::without_key().base_url("https://example.com/api/wavix");
    let ids = |config: ClientConfig, options: &CallOptions| {
        let made = || answer(201, json!({ "id": 7 }));
        let (client, world) = client(config, [script::refusal(429), made(), made(), made()]);
        world.run(client.create(&settings(), OnUnknown::Report, options)).unwrap();
        world.run(client.update(7, &settings(), options)).unwrap();
        world.run(client.get(7, options)).unwrap();
        let sent = world.sent.borrow();
        let id = |message: &Message| {
            let mut ids = message.headers.iter().filter(|(name, _)| name.eq_ignore_ascii_case("idempotency-key"));
            let id = ids.next().map(|(_, id)| id.clone());
            assert_eq!(ids.next(), None);
            id
        };
        sent.iter().map(id).collect::<Vec<_>>()
    };
    let [Some(first), Some(second), None, None] = &ids(relay(), &options())[..] else { panic!("two ids") };
    assert_ne!(first, second);
    assert!(first.bytes().all(|b| b.is_ascii_digit() || b"\"-".contains(&b)), "{first}");
    assert_eq!(ids(ClientConfig::new(KEY), &options()), [None, None, None, None], "Wavix knows no such header");

    let own = CallOptions { headers: vec![("Idempotency-Key".into(), "mine".into())], ..options() };
    assert_eq!(ids(relay(), &own)[0].as_deref(), Some("mine"));
}

#[test]
fn an_answer_brings_its_status_and_its_headers_along() {
    let act = Act::Answer(201, vec![("x-request-id", "r-1".into())], json!({ "id": 7 }).to_string());
    let (client, world) = client(ClientConfig::new(KEY), [act]);
    let answer = world.run(client.create(&settings(), OnUnknown::Report, &options())).unwrap();
    assert_eq!((answer.status, answer.data.id), (201, Some(7)));
    assert_eq!(answer.headers, [("x-request-id".to_owned(), "r-1".to_owned())]);
}

#[test]
fn what_has_errors_is_never_sent() {
    let broken = Input::from(&json!({ "label": " ", "password": "********", "callerid": "12121234567" }));
    for update in [false, true] {
        let (client, world) = client(ClientConfig::new(KEY), []);
        let error = if update {
            world.run(client.update(1, &broken, &options())).unwrap_err()
        } else {
            world.run(client.create(&broken, OnUnknown::Reconcile { known: None }, &options())).unwrap_err()
        };
        assert_eq!((error.code(), error.outcome, error.attempts), (ErrorCode::Validation, Some(Outcome::NotSent), 0));
        let Reason::Invalid(issues) = error.reason else { unreachable!("not a validation error") };
        assert_eq!(issues.iter().map(|issue| issue.code).collect::<Vec<_>>(), [IssueCode::Blank, IssueCode::Masked]);
        assert!(world.sent.borrow().is_empty());
    }
}

#[test]
fn a_server_that_repeats_secrets_does_not_get_them_into_an_error() {
    let encoded = "key-4f9d%2B%2F%3D%26secret";
    let words = format!("bad key {KEY} ({encoded}) or password {PASSWORD}");
    let body = json!({ "message": words, "errors": { "password": format!("{PASSWORD} is too short"), PASSWORD: "?" } });
    let headers =
        vec![("x-echo", format!("{KEY} {PASSWORD}")), ("x-request-id", KEY.into()), ("set-cookie", "s=1".into())];
    let (client, world) = client(ClientConfig::new(KEY), [Act::Answer(422, headers, body.to_string())]);
    let error = world.run(client.create(&settings(), OnUnknown::Report, &options())).unwrap_err();
    let shown = format!("{error} {error:?}");
    assert!(shown.contains("bad key … (…) or password …"), "{shown}");
    assert!(!shown.contains("4f9d") && !shown.contains(PASSWORD) && !shown.contains("set-cookie"), "{shown}");
}

#[test]
fn a_server_that_repeats_the_body_of_a_request_does_not_get_a_password_into_an_error() {
    let password = "p\u{e4}ss \"w&rd\\-Horse-7";
    let in_json = serde_json::to_string(password).unwrap();
    let ascii = in_json.replace('\u{e4}', "\\u00E4");
    let form = "p%c3%a4ss+%22w%26rd%5C-Horse-7";
    let settings = Input::from(&json!({ "label": "Fax", "password": password, "callerid": "12121234567" }));
    for repeated in [in_json.as_str(), &ascii, form] {
        let body = json!({ "message": repeated, "errors": { "password": repeated } }).to_string();
        let act = Act::Answer(422, vec![("x-echo", repeated.into())], body);
        let (client, world) = client(ClientConfig::new(KEY), [act]);
        let error = world.run(client.create(&settings, OnUnknown::Report, &options())).unwrap_err();
        let shown = format!("{error} {error:?}");
        assert!(shown.contains('…') && !shown.contains("Horse"), "{shown}");
    }
}

#[test]
fn the_headers_of_an_answer_show_no_secret_and_no_cookie() {
    let link = "</v1/trunks?page=2&appid=key-4f9d%2B%2F%3D%26secret>; rel=next";
    let headers = vec![("link", link.into()), ("x-echo", PASSWORD.into()), ("set-cookie", "s=1".into())];
    let made = Act::Answer(201, headers, json!({ "id": 7 }).to_string());
    let (client, world) = client(ClientConfig::new(KEY), [made]);
    let answer = world.run(client.create(&settings(), OnUnknown::Report, &options())).unwrap();
    let own = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    assert_eq!(answer.headers, [own("link", "</v1/trunks?page=2&appid=…>; rel=next"), own("x-echo", "…")]);
}

#[test]
fn a_header_of_a_call_takes_the_place_of_the_clients_whatever_the_case_of_its_name() {
    let tenant = |name: &str, value: &str| vec![(name.to_owned(), value.to_owned())];
    let (client, world) = client(ClientConfig::new(KEY).headers(tenant("X-Tenant", "1")), [empty()]);
    let call = CallOptions { headers: tenant("x-tenant", "2"), ..options() };
    world.run(client.list(&ListParams::default(), &call)).unwrap();
    let sent = &world.sent.borrow()[0].headers;
    let values: Vec<&str> = sent
        .iter()
        .filter(|(name, _)| name.eq_ignore_ascii_case("x-tenant"))
        .map(|(_, value)| value.as_str())
        .collect();
    assert_eq!(values, ["2"]);
}

#[test]
fn where_there_is_nothing_at_all_the_address_is_doubted_and_not_the_trunk() {
    let page = || Act::Answer(404, Vec::new(), "<html>Not Found</html>".to_owned());
    let doubts = |error: Error, is_doubted: bool| {
        assert_eq!(error.code(), ErrorCode::NotFound);
        assert_eq!(
            error.to_string().starts_with("There is nothing at this address, so check baseUrl"),
            is_doubted,
            "{error}"
        );
    };
    for (act, is_known) in [(page(), false), (script::refusal(404), true)] {
        let (client, world) = client(ClientConfig::new(KEY), [act]);
        doubts(world.run(client.get(7, &options())).unwrap_err(), !is_known);
    }
    let refused = || script::refusal(404);
    let (client, world) = client(ClientConfig::new(KEY), [page(), refused(), refused(), refused(), refused()]);
    doubts(world.run(client.list(&ListParams::default(), &options())).unwrap_err(), true);
    doubts(world.run(client.list(&ListParams::default(), &options())).unwrap_err(), true);
    doubts(world.run(client.create(&settings(), OnUnknown::Report, &options())).unwrap_err(), true);
    doubts(world.run(client.update(7, &settings(), &options())).unwrap_err(), false);
    doubts(world.run(client.numbers().route(&[1], &Input::List(Vec::new()), None, &options())).unwrap_err(), false);
}

#[test]
fn a_secret_at_the_end_of_long_words_is_not_left_in_half() {
    for at in 200..320 {
        let body = json!({ "message": format!("{}{KEY}", "x".repeat(at)) });
        let (client, world) = client(ClientConfig::new(KEY), [Act::Answer(422, Vec::new(), body.to_string())]);
        let message = world.run(client.get(1, &options())).unwrap_err().to_string();
        assert!(!message.contains("key-") && message.chars().count() <= 300, "{message}");
    }
}

#[test]
fn nothing_that_can_be_printed_or_heard_shows_a_secret() {
    let heard = Rc::new(RefCell::new(String::new()));
    let ear = Rc::clone(&heard);
    let observer = Rc::new(move |event: &Event<'_>| ear.borrow_mut().push_str(&format!("{event:?} ")));
    let config = ClientConfig::new(KEY).auth(Auth::Bearer).observer(observer);
    let again = Act::Answer(429, vec![("retry-after-ms", "1".into())], json!({ "message": KEY }).to_string());
    let (client, world) = client(config.clone(), [again, answer(200, json!({ "id": 1, "access_token": "tok-77" }))]);
    let answer = world.run(client.create(&settings(), OnUnknown::Report, &options())).unwrap();
    let call = wavix_trunks::api::create(&validate(&settings(), &Options::default()).value.unwrap());
    let shown = format!("{:?} {config:?} {call:?} {answer:?} {client:?} {}", world.sent.borrow(), heard.borrow());
    assert!(heard.borrow().contains("Retrying"), "{shown}");
    assert!(!shown.contains("4f9d") && !shown.contains(PASSWORD) && !shown.contains("tok-77"), "{shown}");
}

#[test]
fn many_calls_keep_their_order_and_their_limit() {
    let late = |milliseconds, id: u64| Act::Late(milliseconds, 200, json!({ "id": id }));
    let (client, world) = client(ClientConfig::new(KEY), [late(30.0, 1), late(10.0, 2), late(5.0, 3), late(1.0, 4)]);
    let mut settled = Vec::new();
    let options = options();
    let call = async |id: u64| client.get(id, &options).await.unwrap().data.id;
    world.run(each([1, 2, 3, 4], 2, call, |index, id| settled.push((index, id))));
    // Two at a time: 3 starts when 2 is done at 10, 4 at 15.
    assert_eq!(*world.sent_at.borrow(), [0.0, 0.0, 10.0, 15.0]);
    assert_eq!(settled, [(1, Some(2)), (2, Some(3)), (3, Some(4)), (0, Some(1))]);
}

fn page(rows: &[Value]) -> Act {
    answer(200, json!({ "sip_trunks": rows, "pagination": { "total": rows.len() } }))
}
