//! Functions that are handed in as `fetch`, the wrong ones above all: an error each, and never a panic.

use wasm_bindgen_test::wasm_bindgen_test;

use super::*;

fn client_with(fetch: &str) -> TrunkClient {
    let options = options("planted-key-31");
    Reflect::set(&options, &"fetch".into(), &js(fetch)).unwrap();
    TrunkClient::new(&options).map_err(JsValue::from).unwrap()
}

#[wasm_bindgen_test]
async fn whatever_fetch_does_wrong_is_an_error_without_the_key() {
    for fetch in [
        "() => { throw null; }",
        "() => { throw 'planted-key-31'; }",
        "() => Promise.reject(undefined)",
        "(url) => Promise.reject(new TypeError('Failed to parse URL from ' + url))",
        "() => undefined",
        "() => 7",
        "async () => ({})",
        "async () => ({ status: 200 })",
        "async () => ({ status: 200, text: () => { throw new Error('planted-key-31'); } })",
        "async () => ({ status: 200, text: async () => { throw 0; } })",
        "async () => ({ get status() { throw 'planted-key-31'; }, text: async () => '' })",
    ] {
        let error = refused(client_with(fetch).list(&JsValue::UNDEFINED, &JsValue::UNDEFINED)).await;
        assert_eq!(text(&error, "code"), "network", "{fetch}");
        let shown = format!("{} {}", text(&error, "message"), text(&error, "stack"));
        assert!(!shown.contains("planted-key-31"), "{shown}");
    }
}

#[wasm_bindgen_test]
async fn odd_answers_are_errors_that_can_be_told_apart() {
    for (answer, code) in [
        ("{ status: 200, text: async () => '<html>' }", "decode"),
        ("{ status: 200, text: async () => 7 }", "decode"),
        ("{ status: 200, headers: 7, text: async () => '[]' }", "decode"),
        ("{ status: 0, type: 'opaqueredirect', text: async () => '' }", "http"),
        ("{ status: NaN, text: async () => '' }", "http"),
        ("{ status: 503, headers: new Map([['X-Request-Id', 'r1']]), text: async () => 'busy' }", "server"),
    ] {
        let error =
            refused(client_with(&format!("async () => ({answer})")).list(&JsValue::UNDEFINED, &JsValue::UNDEFINED))
                .await;
        assert_eq!(text(&error, "code"), code, "{answer}");
    }
}

#[wasm_bindgen_test]
async fn a_plain_object_that_behaves_like_a_response_is_one() {
    let body = r#"JSON.stringify({ sip_trunks: [], pagination: { total: 3, vendor: 'x' } })"#;
    let page = done(
        client_with(&format!("async () => ({{ status: 200, text: () => {body} }})"))
            .list(&JsValue::NULL, &JsValue::UNDEFINED),
    )
    .await;
    assert_eq!(get(&get(&page, "pagination"), "total").as_f64(), Some(3.0));
    assert_eq!(text(&get(&page, "pagination"), "vendor"), "x");
}
