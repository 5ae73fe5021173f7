//! A trunk is deleted.

use serde_json::json;
use ureq::http::StatusCode;

use crate::harness::{Server, least};

#[test]
fn a_deleted_trunk_is_gone() {
    let server = Server::start();
    let id = server.api.make(&least("Head office"));
    assert_eq!(server.api.delete(id).expect(StatusCode::OK), json!({ "success": true }));
    server.api.get(&format!("/v1/trunks/{id}")).expect(StatusCode::NOT_FOUND);
    server.api.delete(id).expect(StatusCode::NOT_FOUND);
    assert_eq!(server.api.get("/v1/trunks").json()["sip_trunks"], json!([]));
}

#[test]
fn a_delete_takes_one_trunk_only() {
    let server = Server::start();
    let (gone, kept) = (server.api.make(&least("Gone")), server.api.make(&least("Kept")));
    server.api.delete(gone).expect(StatusCode::OK);
    assert_eq!(server.api.only_summary()["id"], kept);
}

#[test]
fn the_number_of_a_deleted_trunk_is_never_given_again() {
    let server = Server::start();
    let first = server.api.make(&least("Head office"));
    server.api.delete(first).expect(StatusCode::OK);
    assert_ne!(server.api.make(&least("Head office")), first);
}
