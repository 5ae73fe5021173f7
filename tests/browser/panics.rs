//! A panic, planted by a feature of the library: the call that met it says so, and the instance goes on.

use std::panic::{set_hook, take_hook};

use wasm_bindgen_test::wasm_bindgen_test;
use wavix_trunks::js::planted;

use super::*;

#[wasm_bindgen_test]
async fn a_panic_is_told_once_and_leaves_the_instance_usable() {
    let client = client();
    // The test harness takes any panic for a failure of the test: this one is not told to it.
    let harness = take_hook();
    set_hook(Box::new(move |panic| {
        if panic.payload_as_str() != Some("planted") {
            harness(panic);
        }
    }));
    for _ in 0..3 {
        planted::plant();
        let first = client.list(&JsValue::UNDEFINED, &JsValue::UNDEFINED);
        let second = client.list(&JsValue::UNDEFINED, &JsValue::UNDEFINED);
        let (first, second) = (JsFuture::from(first.unwrap()).await, JsFuture::from(second.unwrap()).await);
        // Whichever had its answer first met the panic; the other one did not notice.
        let mut results = [first, second];
        results.sort_by_key(|result| result.is_ok());
        let [Err(error), Ok(page)] = &results else { unreachable!("one call fails and one succeeds") };
        assert_eq!(text(error, "code"), "internal");
        assert!(text(error, "message").contains("report it"));
        assert!(get(page, "sip_trunks").is_object());
    }
    assert!(get(&done(client.list(&JsValue::UNDEFINED, &JsValue::UNDEFINED)).await, "sip_trunks").is_object());
}
