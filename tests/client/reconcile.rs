//! Creates whose answer was lost: never two trunks where one was asked for.

use super::*;
use crate::script::refusal;

fn row(id: u64, label: &str) -> Value {
    json!({ "id": id, "label": label })
}

fn made(id: u64) -> Act {
    let trunk = json!({
        "id": id, "name": "67758", "label": "Fax", "callerid": "12121234567", "ip_restrict": false, "didinfo_enabled": true,
        "call_restrict": false, "cost_limit": false, "channels_restrict": false, "rewrite_enabled": false,
        "transcription_enabled": false, "transcription_threshold": 6, "passthrough": false, "host": "dynamic"
    });
    answer(200, trunk)
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
    assert_eq!(result.unwrap_err().outcome, Some(Outcome::Unknown));
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
    let (result, requests) = create([refusal(401)]);
    assert_eq!((result.unwrap_err().outcome, requests), (Some(Outcome::NotSent), vec![LIST.into()]));
}
