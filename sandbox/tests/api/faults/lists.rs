//! Lists that contradict themselves.

use serde_json::{Value, json};
use ureq::http::StatusCode;

use super::raw::{order, put};
use crate::harness::{Server, least};

fn with_trunks(count: usize) -> Server {
    let server = Server::start();
    for n in 1..=count {
        server.api.make(&least(&format!("trunk {n}")));
    }
    server
}

fn page(server: &Server, page: u32) -> Value {
    server.api.get(&format!("/v1/trunks?page={page}&per_page=2")).expect(StatusCode::OK)
}

#[test]
fn a_duplicate_page_is_the_one_before() {
    let server = with_trunks(5);
    let pages = [page(&server, 1), page(&server, 2)];
    order(&server, json!("duplicate_page"), json!({ "after": 1 }));
    assert_eq!(
        [page(&server, 1), page(&server, 2), page(&server, 2)],
        [&pages[0], &pages[0], &pages[1]].map(Value::clone)
    );
}

#[test]
fn before_the_first_page_there_is_none_to_repeat() {
    let server = with_trunks(1);
    let first = page(&server, 1);
    order(&server, json!("duplicate_page"), json!({ "times": 2 }));
    assert_eq!(page(&server, 1), first);
    assert_eq!(server.api.get("/v1/trunks").expect(StatusCode::OK)["sip_trunks"], first["sip_trunks"]);
}

#[test]
fn a_total_changes_each_time_and_the_number_of_pages_with_it() {
    let server = with_trunks(3);
    let totals = |by: i64| {
        put(&server, &json!([{ "times": "always", "fault": { "changing_total": { "by": by } } }]));
        [1, 2, 2].map(|n| {
            let page = page(&server, n);
            assert_eq!(page["sip_trunks"].as_array().unwrap().len(), if n == 1 { 2 } else { 1 });
            (page["pagination"]["total"].as_u64().unwrap(), page["pagination"]["total_pages"].as_u64().unwrap())
        })
    };
    assert_eq!(totals(2), [(5, 3), (7, 4), (9, 5)]);
    assert_eq!(totals(-2), [(1, 1), (0, 0), (0, 0)]);
}

#[test]
fn a_refused_list_stays_as_it_is() {
    let server = Server::start();
    order(&server, json!({ "changing_total": { "by": 1 } }), json!({}));
    let answer = server.api.get("/v1/trunks?page=0").expect(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(answer["message"], "Missing or invalid parameter page");
}
