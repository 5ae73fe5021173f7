//! Aborts, timeouts and the answer around the data, over the browser's own `fetch`.

use wasm_bindgen_test::wasm_bindgen_test;

use super::*;

fn silent_client() -> TrunkClient {
    let options = options("sandbox-key");
    let silent = js(
        "(url, { signal }) => new Promise((_, reject) => signal.addEventListener('abort', () => { globalThis.wasCancelled = true; reject(signal.reason); }))",
    );
    Reflect::set(&options, &"fetch".into(), &silent).unwrap();
    TrunkClient::new(&options).map_err(JsValue::from).unwrap()
}

#[wasm_bindgen_test]
async fn an_abort_before_during_or_after_a_call_is_what_it_should_be() {
    let aborted = js("{ signal: AbortSignal.abort('changed my mind') }");
    let error = refused(client().create(&settings("never"), &aborted)).await;
    assert_eq!((text(&error, "name"), text(&error, "cause")), ("AbortError".into(), "changed my mind".into()));
    assert_eq!((text(&error, "outcome"), get(&error, "attempts").as_f64()), ("not_sent".into(), Some(0.0)));

    let during = js(
        "(() => { const c = new AbortController(); setTimeout(() => c.abort(), 1); return { signal: c.signal }; })()",
    );
    let error = refused(silent_client().create(&settings("never"), &during)).await;
    assert_eq!((text(&error, "code"), text(&error, "outcome")), ("aborted".into(), "unknown".into()));
    assert!(js("globalThis.wasCancelled").is_truthy(), "the request itself is cancelled");

    let after =
        js("(() => { const c = new AbortController(); return { signal: c.signal, abort: () => c.abort() }; })()");
    let page = done(client().list(&JsValue::NULL, &after)).await;
    Function::from(get(&after, "abort")).call0(&JsValue::UNDEFINED).unwrap();
    assert!(get(&page, "sip_trunks").is_object());
}

#[wasm_bindgen_test]
async fn time_runs_out() {
    let error = refused(silent_client().list(&JsValue::NULL, &js("{ timeoutMs: 5 }"))).await;
    assert_eq!((text(&error, "name"), get(&error, "retryable")), ("TimeoutError".into(), JsValue::TRUE));
}

#[wasm_bindgen_test]
async fn the_answer_comes_with_the_data_on_request() {
    let call = client().list(&JsValue::NULL, &JsValue::UNDEFINED).unwrap();
    let with_response = Function::from(get(&call, "withResponse")).call0(&call).unwrap();
    let answer = done(Ok(Promise::from(with_response))).await;
    assert_eq!(get(&get(&answer, "response"), "status").as_f64(), Some(200.0));
    assert!(!text(&get(&answer, "response"), "requestId").is_empty());
    assert!(get(&get(&answer, "data"), "sip_trunks").is_object());
    assert!(call.is_instance_of::<Promise>());
}
