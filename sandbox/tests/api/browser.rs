//! Pages of any origin may call the sandbox.

use ureq::http::Method;

use crate::harness::{Answer, Server, least};

fn list(answer: &Answer, name: &str) -> Vec<String> {
    let mut items: Vec<_> = answer.header(name).unwrap().split(',').map(|item| item.trim().to_lowercase()).collect();
    items.sort_unstable();
    items
}

#[test]
fn a_preflight_allows_all_calls_with_both_kinds_of_authentication() {
    let server = Server::start();
    let headers = [
        ("origin", "http://localhost:5173"),
        ("access-control-request-method", "PUT"),
        ("access-control-request-headers", "authorization,content-type"),
    ];
    for path in ["/v1/trunks", "/v1/trunks/1", "/v1/trunks?appid=sandbox-key"] {
        let answer = server.api.send(Method::OPTIONS, path, &headers, b"");
        assert_eq!(answer.status, 204);
        assert_eq!(answer.header("access-control-allow-origin"), Some("*"));
        assert_eq!(list(&answer, "access-control-allow-methods"), ["delete", "get", "patch", "post", "put"]);
        assert_eq!(list(&answer, "access-control-allow-headers"), ["authorization", "content-type"]);
    }
}

#[test]
fn a_page_may_read_every_answer_and_what_it_needs_of_the_headers() {
    let server = Server::start();
    let answers = [
        server.api.get("/v1/trunks"),
        server.api.post(&least("Head office")),
        server.api.get("/v1/trunks/99"),
        server.api.get("/nowhere"),
        server.api.send(Method::GET, "/v1/trunks", &[("origin", "https://example.com")], b""),
    ];
    for answer in answers {
        assert_eq!(answer.header("access-control-allow-origin"), Some("*"));
        assert_eq!(
            list(&answer, "access-control-expose-headers"),
            ["retry-after", "retry-after-ms", "x-ratelimit-reset", "x-request-id"]
        );
    }
}
