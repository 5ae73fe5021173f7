//! What the journey of a call promises, over a scripted transport: what is sent, and what is never shown.

use std::cell::RefCell;
use std::pin::pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use serde_json::{Value, json};
use wavix_trunks::api::{ErrorCode, ListParams, Method, Response};
use wavix_trunks::client::{Auth, Client, ClientConfig, Error, Message, Transport, TransportError};
use wavix_trunks::rules::{Input, IssueCode};

const KEY: &str = "key-4f9d+/=&secret";
const PASSWORD: &str = "planted-Password-9";

/// Answers from a list and keeps what it was asked.
struct Script {
    answers: RefCell<Vec<Result<Response, TransportError>>>,
    sent: Rc<RefCell<Vec<Message>>>,
}

impl Transport for Script {
    async fn send(&self, message: Message) -> Result<Response, TransportError> {
        self.sent.borrow_mut().push(message);
        self.answers.borrow_mut().remove(0)
    }
}

fn client(
    config: ClientConfig,
    answer: Result<Response, TransportError>,
) -> (Client<Script>, Rc<RefCell<Vec<Message>>>) {
    let sent = Rc::new(RefCell::new(Vec::new()));
    (Client::new(Script { answers: RefCell::new(vec![answer]), sent: Rc::clone(&sent) }, config), sent)
}

fn answer(status: u16, body: Value) -> Result<Response, TransportError> {
    Ok(Response { status, headers: Vec::new(), body: body.to_string() })
}

/// A scripted call is ready at once.
fn run<T>(call: impl Future<Output = T>) -> T {
    let Poll::Ready(value) = pin!(call).poll(&mut Context::from_waker(Waker::noop())) else {
        unreachable!("the script has an answer for every message");
    };
    value
}

fn settings() -> Input {
    Input::from(&json!({ "label": "Fax", "password": PASSWORD, "callerid": "+1 212 123 4567" }))
}

#[test]
fn the_key_goes_where_the_documents_say_and_is_encoded() {
    let empty = || answer(200, json!({ "sip_trunks": [], "pagination": {} }));
    let params = ListParams { page: Some(3), per_page: None };

    let (by_query, sent) = client(ClientConfig::new(KEY), empty());
    run(by_query.list(&params)).unwrap();
    assert_eq!(sent.borrow()[0].url, "https://api.wavix.com/v1/trunks?page=3&appid=key-4f9d%2B%2F%3D%26secret");
    assert!(sent.borrow()[0].headers.iter().all(|(name, _)| *name != "authorization"));

    let bearer = ClientConfig::new(KEY).auth(Auth::Bearer).base_url("http://127.0.0.1:9/api/");
    let (by_bearer, sent) = client(bearer, empty());
    run(by_bearer.list(&params)).unwrap();
    assert_eq!(sent.borrow()[0].url, "http://127.0.0.1:9/api/v1/trunks?page=3");
    assert!(sent.borrow()[0].headers.contains(&("authorization", format!("Bearer {KEY}"))));

    let (by_relay, sent) = client(ClientConfig::without_key().base_url("/api/wavix"), empty());
    run(by_relay.list(&ListParams::default())).unwrap();
    assert_eq!(sent.borrow()[0].url, "/api/wavix/v1/trunks");
}

#[test]
fn each_call_asks_for_what_it_is_named_after() {
    let trunk = || answer(200, json!({ "id": 293 }));
    type Ask = fn(&Client<Script>) -> Result<(), Error>;
    let asks: [(Ask, Method, &str, bool); 4] = [
        (|client| run(client.create(&settings())).map(drop), Method::Post, "/v1/trunks?", true),
        (|client| run(client.get(293)).map(drop), Method::Get, "/v1/trunks/293?", false),
        (|client| run(client.update(293, &settings())).map(drop), Method::Put, "/v1/trunks/293?", true),
        (|client| run(client.delete(293)).map(drop), Method::Delete, "/v1/trunks/293?", false),
    ];
    for (ask, method, path, has_body) in asks {
        let (client, sent) = client(ClientConfig::new("key"), trunk());
        ask(&client).unwrap();
        let sent = sent.borrow();
        assert_eq!(sent.len(), 1);
        assert_eq!(sent[0].method, method);
        assert!(sent[0].url.contains(path), "{}", sent[0].url);
        assert_eq!(sent[0].body.is_some(), has_body);
        assert_eq!(sent[0].headers.contains(&("content-type", "application/json".into())), has_body);
    }
}

#[test]
fn what_has_errors_is_never_sent() {
    let broken = Input::from(&json!({ "label": " ", "password": "********", "callerid": "12121234567" }));
    for update in [false, true] {
        let (client, sent) = client(ClientConfig::new(KEY), answer(200, json!({ "id": 1 })));
        let error = if update { run(client.update(1, &broken)) } else { run(client.create(&broken)) }.unwrap_err();
        assert_eq!(error.code(), ErrorCode::Validation);
        let Error::Invalid(issues) = error else { panic!("not a validation error") };
        assert_eq!(issues.iter().map(|issue| issue.code).collect::<Vec<_>>(), [IssueCode::Blank, IssueCode::Masked]);
        assert!(sent.borrow().is_empty());
    }
}

#[test]
fn a_server_that_repeats_secrets_does_not_get_them_into_an_error() {
    let words = format!("bad key {KEY} or password {PASSWORD}");
    let body = json!({ "message": words, "errors": { "password": format!("{PASSWORD} is too short") } });
    let (client, _) = client(ClientConfig::new(KEY), answer(422, body));
    let error = run(client.create(&settings())).unwrap_err();
    let shown = format!("{error} {error:?}");
    assert!(shown.contains("bad key … or password …"), "{shown}");
    assert!(!shown.contains(KEY) && !shown.contains(PASSWORD), "{shown}");
}

#[test]
fn nothing_that_can_be_printed_shows_a_secret() {
    let (client, sent) = client(ClientConfig::new(KEY).auth(Auth::Bearer), answer(200, json!({ "id": 1 })));
    run(client.create(&settings())).unwrap();
    let config = ClientConfig::new(KEY);
    let call = wavix_trunks::api::create(
        &wavix_trunks::rules::validate(&settings(), &wavix_trunks::rules::Options::default()).value.unwrap(),
    );
    let shown = format!("{:?} {config:?} {call:?} {:?}", sent.borrow(), call.request);
    assert!(!shown.contains("4f9d") && !shown.contains(PASSWORD), "{shown}");
}

#[test]
fn no_answer_is_a_network_error() {
    let lost = TransportError { message: "No answer came.".into() };
    let (client, _) = client(ClientConfig::new(KEY), Err(lost));
    let error = run(client.get(1)).unwrap_err();
    assert_eq!((error.code(), error.to_string().as_str()), (ErrorCode::Network, "No answer came."));
}
