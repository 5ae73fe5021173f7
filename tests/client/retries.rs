//! When a call is tried again, when it is not, and what is known of it afterwards.

use std::future::ready;
use std::rc::Rc;

use futures_util::FutureExt as _;

use super::*;
use crate::script::refusal;

const READ: &str = "GET /v1/trunks/7";

fn later(milliseconds: &str) -> Act {
    Act::Answer(429, vec![("retry-after-ms", milliseconds.into())], String::new())
}

#[test]
fn what_may_be_repeated_is_repeated_with_growing_waits() {
    for failure in [|| Act::Lost, || refusal(408), || refusal(409), || refusal(429), || refusal(500), || refusal(503)] {
        let found = || answer(200, json!({ "id": 7 }));
        let (reader, world) = client(ClientConfig::new(KEY), [failure(), failure(), found()]);
        world.run(reader.get(7, &options())).unwrap();
        assert_eq!(*world.sent_at.borrow(), [0.0, 500.0, 1500.0]);

        let (writer, world) = client(ClientConfig::new(KEY), [failure(), found()]);
        world.run(writer.update(7, &settings(), &options())).unwrap();
        let (remover, world2) = client(ClientConfig::new(KEY), [failure(), answer(200, json!({ "success": true }))]);
        world2.run(remover.delete(7, IfRouted::Delete, &options())).unwrap();
        assert_eq!((world.sent.borrow().len(), world2.sent.borrow().len()), (2, 2));
    }
}

#[test]
fn after_the_last_retry_the_error_stands() {
    let (client, world) = client(ClientConfig::new(KEY), [Act::Lost, refusal(500), refusal(502)]);
    let error = world.run(client.get(7, &options())).unwrap_err();
    assert_eq!((error.code(), error.attempts, error.outcome, error.retryable), (ErrorCode::Server, 3, None, true));

    let none = CallOptions { max_retries: Some(0), ..options() };
    let (client, world) = script::client(ClientConfig::new(KEY), [refusal(500)]);
    assert_eq!(world.run(client.get(7, &none)).unwrap_err().attempts, 1);
}

#[test]
fn what_the_request_is_to_blame_for_is_not_repeated() {
    for (status, code) in
        [(400, ErrorCode::InvalidRequest), (401, ErrorCode::Authentication), (404, ErrorCode::NotFound)]
    {
        let (client, world) = client(ClientConfig::new(KEY), [refusal(status)]);
        let error = world.run(client.update(7, &settings(), &options())).unwrap_err();
        assert_eq!((error.code(), error.attempts), (code, 1));
        assert_eq!((error.outcome, error.retryable), (Some(Outcome::Refused), false));
    }
}

#[test]
fn a_create_that_may_have_happened_is_not_repeated() {
    let unreadable = || Act::Answer(201, Vec::new(), "{\"id\": 7, \"la".into());
    for failure in [|| Act::Lost, || refusal(408), || refusal(500), || refusal(503), unreadable] {
        let (client, world) = client(ClientConfig::new(KEY), [failure()]);
        let error = world.run(client.create(&settings(), OnUnknown::Report, &options())).unwrap_err();
        assert_eq!((error.attempts, error.outcome, error.retryable), (1, Some(Outcome::Unknown), false));
        assert!(error.to_string().contains("may have been made"), "{error}");
        assert_eq!(world.sent.borrow().len(), 1);
    }
}

#[test]
fn a_create_that_was_turned_away_is_repeated() {
    let (client, world) = client(ClientConfig::new(KEY), [later("900"), answer(201, json!({ "id": 7 }))]);
    world.run(client.create(&settings(), OnUnknown::Report, &options())).unwrap();
    assert_eq!(*world.sent_at.borrow(), [0.0, 900.0]);

    let (client, world) = script::client(ClientConfig::new(KEY), [later("1"), later("1"), later("1")]);
    let error = world.run(client.create(&settings(), OnUnknown::Report, &options())).unwrap_err();
    assert_eq!((error.code(), error.outcome, error.retryable), (ErrorCode::RateLimit, Some(Outcome::Refused), true));
}

#[test]
fn a_refusal_after_a_lost_answer_does_not_say_that_nothing_was_done() {
    let (client, world) = client(ClientConfig::new(KEY), [Act::Lost, refusal(401)]);
    let error = world.run(client.update(7, &settings(), &options())).unwrap_err();
    assert_eq!((error.code(), error.outcome), (ErrorCode::Authentication, Some(Outcome::Unknown)));
}

#[test]
fn a_delete_that_finds_nothing_after_a_lost_answer_has_done_its_work() {
    let (client, world) = client(ClientConfig::new(KEY), [Act::Lost, refusal(404)]);
    assert!(world.run(client.delete(7, IfRouted::Delete, &options())).unwrap().data.success);

    let page = || Act::Answer(404, Vec::new(), "<html>Not Found</html>".into());
    for nothing in [page(), answer(404, json!([])), answer(404, json!("Record not found")), answer(404, json!(null))] {
        let (client, world) = script::client(ClientConfig::new(KEY), [Act::Lost, nothing]);
        let error = world.run(client.delete(7, IfRouted::Delete, &options())).unwrap_err();
        assert_eq!((error.code(), error.outcome), (ErrorCode::NotFound, Some(Outcome::Unknown)), "a gateway's answer");
    }
    for acts in [vec![refusal(404)], vec![later("1"), refusal(404)]] {
        let (client, world) = script::client(ClientConfig::new(KEY), acts);
        assert_eq!(world.run(client.delete(7, IfRouted::Delete, &options())).unwrap_err().code(), ErrorCode::NotFound);
    }
}

#[test]
fn time_runs_out_for_the_call_as_a_whole() {
    let short = CallOptions { timeout_ms: Some(700.0), ..options() };
    let (client, world) = client(ClientConfig::new(KEY), [Act::Silence]);
    let error = world.run(client.get(7, &short)).unwrap_err();
    assert_eq!((error.code(), world.now(), world.cancelled.get()), (ErrorCode::Timeout, 700.0, 1));
    assert_eq!((error.attempts, error.retryable), (1, true));

    let (client, world) = script::client(ClientConfig::new(KEY).timeout_ms(700.0), [Act::Silence]);
    let error = world.run(client.create(&settings(), OnUnknown::Report, &options())).unwrap_err();
    assert_eq!((error.code(), error.outcome, error.retryable), (ErrorCode::Timeout, Some(Outcome::Unknown), false));

    // The second wait would end after the deadline: the error is told now.
    let (client, world) = script::client(ClientConfig::new(KEY), [refusal(500), refusal(500)]);
    let error = world.run(client.get(7, &short)).unwrap_err();
    assert_eq!((error.code(), error.attempts, world.now()), (ErrorCode::Server, 2, 500.0));

    let endless = CallOptions { timeout_ms: Some(f64::INFINITY), ..options() };
    let (client, world) = script::client(ClientConfig::new(KEY), [Act::Late(1e9, 200, json!({ "id": 7 }))]);
    world.run(client.get(7, &endless)).unwrap();
}

#[test]
fn a_server_that_asks_for_more_time_than_there_is_gets_no_second_request() {
    let (client, world) = client(ClientConfig::new(KEY), [later("60000")]);
    let error = world.run(client.get(7, &options())).unwrap_err();
    assert_eq!((error.code(), world.now()), (ErrorCode::RateLimit, 0.0));
}

#[test]
fn a_server_that_asks_for_less_time_than_usual_is_not_hurried() {
    let with = |status, name, value: &str| Act::Answer(status, vec![(name, value.into())], String::new());
    let again = || answer(200, json!({ "id": 7 }));
    for first in [later("0"), with(503, "retry-after", "0"), with(429, "x-ratelimit-reset", "0")] {
        let (client, world) = client(ClientConfig::new(KEY), [first, Act::Lost, again()]);
        world.run(client.get(7, &options())).unwrap();
        assert_eq!(*world.sent_at.borrow(), [0.0, 500.0, 1500.0]);
    }
    // An hour ahead: when the account may send more, and not when the gateway is up again.
    let (client, world) = client(ClientConfig::new(KEY), [with(502, "x-ratelimit-reset", "3600"), again()]);
    world.run(client.get(7, &options())).unwrap();
    assert_eq!(*world.sent_at.borrow(), [0.0, 500.0]);
}

#[test]
fn an_abort_ends_a_call_wherever_it_is() {
    // Before: nothing is sent.
    let (before, world) = client(ClientConfig::new(KEY), []);
    let now = CallOptions { abort: Some(Rc::new(|| ready(()).boxed_local())), ..options() };
    let error = world.run(before.create(&settings(), OnUnknown::Report, &now)).unwrap_err();
    assert_eq!((error.code(), error.outcome), (ErrorCode::Aborted, Some(Outcome::NotSent)));

    // While a create is under way: it may have happened.
    let (during, world) = client(ClientConfig::new(KEY), [Act::Silence]);
    let error = world.run(during.create(&settings(), OnUnknown::Report, &aborted_after(9.0, &world))).unwrap_err();
    assert_eq!((error.code(), error.outcome), (ErrorCode::Aborted, Some(Outcome::Unknown)));
    assert_eq!((world.now(), world.cancelled.get()), (9.0, 1));

    // During a wait: at once.
    let (waiting, world) = client(ClientConfig::new(KEY), [refusal(500)]);
    let error = world.run(waiting.get(7, &aborted_after(9.0, &world))).unwrap_err();
    assert_eq!((error.code(), world.now(), world.requests()), (ErrorCode::Aborted, 9.0, vec![READ.to_owned()]));
}

#[test]
fn a_429_holds_back_every_call_of_the_client() {
    let found = || answer(200, json!({ "id": 7 }));
    let (client, world) = client(ClientConfig::new(KEY), [later("4000"), found(), found(), found()]);
    let options = options();
    let call = async |id: u64| client.get(id, &options).await.map(drop);
    world.run(each([1, 2, 3], 1, call, |_, result| result.unwrap()));
    assert_eq!(*world.sent_at.borrow(), [0.0, 4000.0, 4000.0, 4000.0]);

    // With two at a time, the other one waits as well.
    let (client, world) = script::client(ClientConfig::new(KEY), [later("4000"), found(), found(), found()]);
    let call = async |id: u64| client.get(id, &options).await.map(drop);
    world.run(each([1, 2, 3], 2, call, |_, result| result.unwrap()));
    assert_eq!(*world.sent_at.borrow(), [0.0, 4000.0, 4000.0, 4000.0]);
}

#[test]
fn a_429_without_a_time_holds_back_every_call_as_well() {
    let found = || answer(200, json!({ "id": 7 }));
    let (client, world) = client(ClientConfig::new(KEY), [refusal(429), found(), found(), found()]);
    let options = options();
    let call = async |id: u64| client.get(id, &options).await.map(drop);
    world.run(each([1, 2, 3], 2, call, |_, result| result.unwrap()));
    assert_eq!(*world.sent_at.borrow(), [0.0, 500.0, 500.0, 500.0]);
}

#[test]
fn who_waits_for_a_429_waits_for_the_next_one_too() {
    let late = Act::Late(900.0, 429, json!({}));
    let found = || answer(200, json!({ "id": 7 }));
    let (client, world) = client(ClientConfig::new(KEY), [late, later("1000"), found(), found(), found()]);
    let options = options();
    let call = async |id: u64| client.get(id, &options).await.map(drop);
    world.run(each([1, 2, 3], 3, call, |_, result| result.unwrap()));
    // The one that came late asks for time until 1400.
    assert_eq!(*world.sent_at.borrow(), [0.0, 0.0, 1400.0, 1400.0, 1400.0]);
}

#[test]
fn a_call_that_is_held_beyond_its_deadline_fails_at_once_for_that_reason() {
    let limit = Act::Answer(429, vec![("retry-after", "86400".into())], String::new());
    let (client, world) = client(ClientConfig::new(KEY), [limit, answer(201, json!({ "id": 7 }))]);
    let create = || world.run(client.create(&settings(), OnUnknown::Report, &options()));
    assert_eq!(create().unwrap_err().outcome, Some(Outcome::Refused));

    let held = create().unwrap_err();
    assert_eq!((held.code(), held.attempts, world.now()), (ErrorCode::RateLimit, 0, 0.0));
    assert_eq!((held.outcome, held.retryable), (Some(Outcome::NotSent), true));
    let said = "Wavix asks to send fewer requests (status 429): the client sends nothing for another 600 s.";
    assert_eq!(held.to_string(), said);
    let Reason::Api(held) = held.reason else { unreachable!("no answer") };
    assert_eq!(held.headers, [("retry-after".to_owned(), "600".to_owned())]);

    // Ten minutes later, whatever the server asked for.
    world.run(world.wait(600_000.0));
    create().unwrap();
    assert_eq!(*world.sent_at.borrow(), [0.0, 600_000.0]);
}

#[test]
fn an_observer_hears_every_step() {
    let heard = Rc::new(RefCell::new(Vec::new()));
    let ear = Rc::clone(&heard);
    let observer = Rc::new(move |event: &Event<'_>| {
        ear.borrow_mut().push(format!("{} {} {} {:?}", event.method.as_str(), event.path, event.attempt, event.what));
    });
    let (client, world) = client(ClientConfig::new(KEY), [Act::Lost, answer(200, json!({ "id": 7 }))]);
    world.run(client.get(7, &CallOptions { observer: Some(observer), ..options() })).unwrap();
    let words: Vec<String> = heard.borrow().iter().map(|line| line.split(" {").next().unwrap().to_owned()).collect();
    let line = |attempt: u32, what: &str| format!("{READ} {attempt} {what}");
    assert_eq!(words, [line(1, "Sent"), line(1, "Lost"), line(1, "Retrying"), line(2, "Sent"), line(2, "Answered")]);
}
