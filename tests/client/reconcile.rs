//! Creates whose answer was lost: never two trunks where one was asked for.

use super::*;
use crate::script::refusal;

fn row(id: u64, label: &str) -> Value {
    json!({ "id": id, "label": label })
}

fn made(id: u64) -> Act {
    answer(200, trunk(id))
}

fn trunk(id: u64) -> Value {
    json!({
        "id": id, "name": "67758", "label": "Fax", "callerid": "12121234567", "ip_restrict": false, "didinfo_enabled": true,
        "call_restrict": false, "cost_limit": false, "channels_restrict": false, "rewrite_enabled": false,
        "transcription_enabled": false, "transcription_threshold": 6, "passthrough": false, "host": "dynamic"
    })
}

fn create(acts: impl IntoIterator<Item = Act>) -> (Result<Option<u64>, Error>, Vec<String>) {
    let (client, world) = client(ClientConfig::new(KEY), acts);
    let result = world.run(client.create(&settings(), OnUnknown::Reconcile { known: None }, &options()));
    (result.map(|answer| answer.data.id), world.requests())
}

/// Somebody has listed the trunks before, and these have the label.
fn create_knowing(known: &[u64], acts: impl IntoIterator<Item = Act>) -> (Result<Option<u64>, Error>, Vec<String>) {
    let (client, world) = client(ClientConfig::new(KEY), acts);
    let on_unknown = OnUnknown::Reconcile { known: Some(known.to_vec()) };
    let result = world.run(client.create(&settings(), on_unknown, &options()));
    (result.map(|answer| answer.data.id), world.requests())
}

const LIST: &str = "GET /v1/trunks";
const POST: &str = "POST /v1/trunks";

#[test]
fn a_create_that_is_answered_needs_no_second_look() {
    let (result, requests) = create([page(&[row(1, "Fax")]), made(2)]);
    assert_eq!((result.unwrap(), requests), (Some(2), vec![LIST.into(), POST.into()]));
    let (result, _) = create([page(&[]), refusal(422)]);
    assert_eq!(result.unwrap_err().outcome, Some(Outcome::Refused));
}

#[test]
fn where_the_old_ones_are_known_nothing_is_listed_before() {
    let (result, requests) = create_knowing(&[], [made(2)]);
    assert_eq!((result.unwrap(), requests), (Some(2), vec![POST.into()]));

    let both = || page(&[row(1, "Fax"), row(2, "Fax")]);
    let (result, requests) = create_knowing(&[1], [Act::Lost, both(), made(2)]);
    assert_eq!(result.unwrap(), Some(2));
    assert_eq!(requests, [POST, LIST, "GET /v1/trunks/2"]);
    let (result, requests) = create_knowing(&[1, 2], [refusal(500), both(), made(3)]);
    assert_eq!((result.unwrap(), requests), (Some(3), vec![POST.into(), LIST.into(), POST.into()]));
    let (result, requests) = create_knowing(&[1, 2], [Act::Lost, both()]);
    assert_eq!(result.unwrap_err().outcome, Some(Outcome::Unknown));
    assert_eq!(requests, [POST, LIST]);
}

#[test]
fn a_trunk_that_was_made_is_found() {
    let unreadable = || Act::Answer(201, Vec::new(), "{".into());
    let says_no = || answer(201, json!({ "success": false, "message": "no" }));
    for failure in [|| Act::Lost, || Act::Silence, || refusal(500), || refusal(408), unreadable, says_no] {
        let (result, requests) =
            create([page(&[row(1, "Fax")]), failure(), page(&[row(1, "Fax"), row(2, "Fax"), row(3, "x")]), made(2)]);
        assert_eq!(result.unwrap(), Some(2));
        assert_eq!(requests, [LIST, POST, LIST, "GET /v1/trunks/2"]);
    }
}

#[test]
fn a_trunk_that_is_surely_not_there_is_made_once_more() {
    let (result, requests) = create([page(&[]), refusal(500), page(&[]), made(5)]);
    assert_eq!((result.unwrap(), requests), (Some(5), vec![LIST.into(), POST.into(), LIST.into(), POST.into()]));

    // The second attempt is looked for as well, and there is no third.
    let (result, _) = create([page(&[]), refusal(500), page(&[]), Act::Lost, page(&[row(5, "Fax")]), made(5)]);
    assert_eq!(result.unwrap(), Some(5));
    let (result, requests) = create([page(&[]), refusal(500), page(&[]), refusal(500), page(&[])]);
    let error = result.unwrap_err();
    assert_eq!((error.outcome, error.attempts), (Some(Outcome::Unknown), 2));
    assert_eq!(requests.iter().filter(|request| *request == POST).count(), 2);
}

#[test]
fn while_the_server_may_still_be_busy_nothing_is_made_again() {
    for failure in [|| Act::Lost, || Act::Silence, || refusal(408), || refusal(502), || refusal(503), || refusal(524)] {
        let (result, requests) = create([page(&[]), failure(), page(&[])]);
        assert_eq!(result.unwrap_err().outcome, Some(Outcome::Unknown));
        assert_eq!(requests, [LIST, POST, LIST]);
    }
}

#[test]
fn a_new_trunk_whose_label_is_another_one_may_be_it_all_the_same() {
    // As a server may write the label that it was sent.
    let composed = || page(&[row(1, "Caf\u{e9}"), row(2, "Fax machine")]);
    let (result, requests) = create([page(&[row(1, "Caf\u{e9}")]), refusal(500), composed()]);
    assert_eq!(result.unwrap_err().outcome, Some(Outcome::Unknown));
    assert_eq!(requests, [LIST, POST, LIST]);

    // Who says which ones have the label says nothing of the others.
    let (result, _) = create_knowing(&[], [refusal(500), composed(), made(3)]);
    assert_eq!(result.unwrap(), Some(3));
}

#[test]
fn the_trunks_of_other_creates_of_the_client_are_not_it() {
    let (client, world) = client(
        ClientConfig::new(KEY),
        [
            late_page(1.0, &[]),
            late_page(1.0, &[]),
            late_page(1.0, &[]),
            Act::Late(50.0, 200, json!({ "id": 1, "label": "North" })),
            Act::Late(1.0, 200, json!({ "id": 2, "label": "South" })),
            Act::Late(1.0, 500, json!({})),
            late_page(9.0, &[row(1, "North"), row(2, "South")]),
            Act::Late(1.0, 200, trunk(3)),
        ],
    );
    let options = options();
    let call = async |label: &str| {
        let settings = json!({ "label": label, "password": PASSWORD, "callerid": "12121234567" });
        client.create(&Input::from(&settings), OnUnknown::Reconcile { known: None }, &options).await.unwrap().data.id
    };
    let mut ids = Vec::new();
    world.run(each(["North", "South", "Fax"], 3, call, |_, id| ids.extend(id)));
    assert_eq!(ids, [2, 3, 1]);
}

#[test]
fn a_trunk_is_found_on_the_second_page_of_a_server_that_writes_numbers_as_text() {
    let row = |id: &str, label: &str| json!({ "id": id, "label": label });
    let page = |rows: Value| {
        answer(200, json!({ "sip_trunks": rows, "pagination": { "per_page": "2", "total": "3", "total_pages": null } }))
    };
    let pages = [page(json!([row("1", "a"), row("2", "b")])), page(json!([row("3", "Fax")]))];
    let (result, requests) = create_knowing(&[], [refusal(500)].into_iter().chain(pages).chain([made(3)]));
    assert_eq!(result.unwrap(), Some(3));
    assert_eq!(requests, [POST, LIST, LIST, "GET /v1/trunks/3"]);
}

/// A page of two, as a server caps it.
fn capped(rows: &[Value], total: u32) -> Act {
    answer(200, json!({ "sip_trunks": rows, "pagination": { "per_page": 2, "total": total } }))
}

#[test]
fn a_list_that_contradicts_itself_proves_nothing() {
    // The second page repeats the first one, and the trunk would be on the true second page.
    let two = || capped(&[row(1, "a"), row(2, "b")], 3);
    let whole = || [two(), capped(&[row(3, "c")], 3)];
    let [first, second] = whole();
    let (result, requests) = create([first, second, refusal(500), two(), two()]);
    assert_eq!(result.unwrap_err().outcome, Some(Outcome::Unknown));
    assert_eq!(requests.iter().filter(|request| *request == POST).count(), 1);

    // Fewer trunks came than there are.
    let [first, second] = whole();
    let (result, requests) = create([first, second, refusal(500), two(), capped(&[row(3, "c")], 4)]);
    assert_eq!(result.unwrap_err().outcome, Some(Outcome::Unknown));
    assert_eq!(requests.iter().filter(|request| *request == POST).count(), 1);

    // The list does not say how many there are.
    for odd in [json!(null), json!(0), json!("many")] {
        let page = || answer(200, json!({ "sip_trunks": [row(1, "a")], "pagination": { "total": odd } }));
        let (result, requests) = create_knowing(&[], [refusal(500), page()]);
        assert_eq!(result.unwrap_err().outcome, Some(Outcome::Unknown), "{odd}");
        assert_eq!(requests, [POST, LIST], "{odd}");
    }

    // The list before the create did so: what is new cannot be told.
    let (result, requests) = create([two(), two(), refusal(500)]);
    assert_eq!(result.unwrap_err().outcome, Some(Outcome::Unknown));
    assert_eq!(requests, [LIST, LIST, POST]);
}

#[test]
fn two_candidates_are_named_and_none_is_taken() {
    let (result, _) = create([page(&[]), refusal(500), page(&[row(9, "Fax"), row(4, "Fax")])]);
    let error = result.unwrap_err();
    assert_eq!((error.code(), error.outcome), (ErrorCode::Ambiguous, Some(Outcome::Unknown)));
    assert_eq!(error.reason, Reason::Ambiguous { candidates: vec![4, 9] });
    assert!(error.to_string().contains("4 and 9"), "{error}");
}

#[test]
fn a_new_trunk_with_other_settings_is_not_taken_and_nothing_is_made_again() {
    let other = answer(200, json!({ "id": 2, "label": "Fax", "callerid": "4930123456" }));
    let (result, requests) = create([page(&[]), refusal(500), page(&[row(2, "Fax")]), other]);
    assert_eq!(result.unwrap_err().outcome, Some(Outcome::Unknown));
    assert_eq!(requests.iter().filter(|request| *request == POST).count(), 1);
}

#[test]
fn when_looking_fails_the_first_error_stands() {
    let (result, _) = create([page(&[]), refusal(503), refusal(401)]);
    let error = result.unwrap_err();
    assert_eq!((error.code(), error.outcome), (ErrorCode::Server, Some(Outcome::Unknown)));
    let (result, _) = create([page(&[]), refusal(429), refusal(500), page(&[]), refusal(429), refusal(422)]);
    assert_eq!(result.unwrap_err().attempts, 4, "of the create, and none of the search");
    let (result, requests) = create([refusal(401)]);
    assert_eq!((result.unwrap_err().outcome, requests), (Some(Outcome::NotSent), vec![LIST.into()]));
}

#[test]
fn an_abort_ends_the_search_too() {
    for silent in [vec![Act::Silence], vec![page(&[row(2, "Fax")]), Act::Silence]] {
        let acts = [page(&[]), refusal(500)].into_iter().chain(silent);
        let (client, world) = client(ClientConfig::new(KEY), acts);
        let on_unknown = OnUnknown::Reconcile { known: None };
        let error = world.run(client.create(&settings(), on_unknown, &aborted_after(9.0, &world))).unwrap_err();
        assert_eq!((error.code(), error.outcome), (ErrorCode::Aborted, Some(Outcome::Unknown)));
        assert!(!error.retryable);
    }
}

/// Two creates of trunks with the same label at the same time: what came of each, and how many creates were sent.
fn twins(acts: impl IntoIterator<Item = Act>) -> ([Result<Option<u64>, Outcome>; 2], usize) {
    let lists = [late_page(1.0, &[]), late_page(1.0, &[])];
    let (client, world) = client(ClientConfig::new(KEY), lists.into_iter().chain(acts));
    let options = options();
    let mut settled = [Ok(None), Ok(None)];
    let call = async |()| client.create(&settings(), OnUnknown::Reconcile { known: None }, &options).await;
    world.run(each([(), ()], 2, call, |index, result| {
        settled[index] = result.map(|answer| answer.data.id).map_err(|error| error.outcome.unwrap());
    }));
    (settled, world.requests().iter().filter(|request| *request == POST).count())
}

fn late_page(milliseconds: f64, rows: &[Value]) -> Act {
    Act::Late(milliseconds, 200, json!({ "sip_trunks": rows, "pagination": { "total": rows.len() } }))
}

#[test]
fn no_trunk_is_the_result_of_two_creates() {
    let found = || late_page(10.0, &[row(1, "Fax")]);
    // The second one is dropped, and the first one done before the search or after it.
    for done in [5.0, 50.0] {
        let (settled, posts) = twins([Act::Late(done, 200, trunk(1)), Act::Lost, found(), made(1)]);
        assert_eq!((settled, posts), ([Ok(Some(1)), Err(Outcome::Unknown)], 2));
    }
    let lost = || Act::Late(5.0, 502, json!({}));
    // Both answers are lost, and there is one trunk: nobody knows whose it is.
    let (settled, _) = twins([lost(), lost(), found(), late_page(20.0, &[row(1, "Fax")]), made(1), made(1)]);
    assert_eq!(settled, [Err(Outcome::Unknown), Err(Outcome::Unknown)]);

    // Where the other one is known to have made another trunk or none, it is found.
    let both = late_page(10.0, &[row(1, "Fax"), row(2, "Fax")]);
    let (settled, _) = twins([Act::Late(5.0, 200, trunk(1)), Act::Lost, both, made(2)]);
    assert_eq!(settled, [Ok(Some(1)), Ok(Some(2))]);
    let (settled, _) = twins([Act::Late(5.0, 422, json!({})), Act::Lost, found(), made(1)]);
    assert_eq!(settled, [Err(Outcome::Refused), Ok(Some(1))]);
}
