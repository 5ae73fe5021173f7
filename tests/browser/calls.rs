//! The five calls over the browser's own fetch.

use gloo_net::http::Request;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;

use super::*;

#[wasm_bindgen_test]
async fn a_trunk_is_created_read_listed_changed_and_deleted() {
    let client = client();
    let created = done(client.create(&settings("Browser"), &JsValue::UNDEFINED)).await;
    let id = get(&created, "id");
    assert_eq!(text(&created, "callerid"), "12121234567");

    // Another HTTP client sees the same trunk.
    let url = format!("{SANDBOX}/v1/trunks/{}?appid=sandbox-key", id.as_f64().unwrap());
    let seen: serde_json::Value = Request::get(&url).send().await.unwrap().json().await.unwrap();
    assert_eq!(seen["label"], "Browser");

    let page = done(client.list(&js("{ page: 1, per_page: 100 }"), &JsValue::UNDEFINED)).await;
    let rows: js_sys::Array = get(&page, "sip_trunks").unchecked_into();
    assert!(rows.iter().any(|row| get(&row, "id") == id));

    done(client.update(&id, &settings("Changed"), &JsValue::UNDEFINED)).await;
    assert_eq!(text(&done(client.get(&id, &JsValue::UNDEFINED)).await, "label"), "Changed");
    assert_eq!(get(&done(client.delete(&id, &JsValue::UNDEFINED)).await, "success"), JsValue::TRUE);
    assert_eq!(text(&refused(client.get(&id, &JsValue::UNDEFINED)).await, "code"), "not_found");
}

#[wasm_bindgen_test]
async fn an_error_is_a_wavix_error_and_an_error() {
    let client = TrunkClient::new(&options("wrong-key-77")).map_err(JsValue::from).unwrap();
    let error = refused(client.list(&JsValue::UNDEFINED, &JsValue::UNDEFINED)).await;
    assert!(error.is_instance_of::<js_sys::Error>());
    assert_eq!((text(&error, "name"), text(&error, "code")), ("AuthenticationError".into(), "authentication".into()));
    assert_eq!(get(&error, "status").as_f64(), Some(401.0));
    assert!(!format!("{error:?}").contains("wrong-key-77"));
}

#[wasm_bindgen_test]
async fn settings_with_errors_are_refused_with_their_issues() {
    let error = refused(client().create(&js("{ label: ' ', password: '****' }"), &JsValue::UNDEFINED)).await;
    assert_eq!(text(&error, "code"), "validation");
    let issues: js_sys::Array = get(&error, "issues").unchecked_into();
    let codes: Vec<String> = issues.iter().map(|issue| text(&issue, "code")).collect();
    assert_eq!(codes, ["blank", "masked", "required"]);
}

#[wasm_bindgen_test]
async fn a_client_may_be_freed_while_its_calls_are_under_way() {
    let client = client();
    let call = client.list(&JsValue::UNDEFINED, &JsValue::UNDEFINED);
    drop(client);
    assert!(get(&done(call).await, "pagination").is_object());
}

#[wasm_bindgen_test]
fn a_page_does_not_hold_a_key_for_another_machine() {
    let code = |options: &str| {
        let made = TrunkClient::new(&js(options)).map(drop);
        made.map_or_else(|error| text(&error, "code"), |()| "made".into())
    };
    assert_eq!(code("{ apiKey: 'k' }"), "configuration");
    assert_eq!(code("{ apiKey: 'k', baseUrl: 'https://localhost.example' }"), "configuration");
    assert_eq!(code("{ apiKey: 'k', dangerouslyAllowBrowser: true }"), "made");
    assert_eq!(code("{ apiKey: 'k', baseUrl: 'http://[::1]:8787' }"), "made");
    assert_eq!(code("{ baseUrl: '/api/wavix' }"), "made");
    assert_eq!(code("{}"), "configuration");
    assert_eq!(code("{ apiKey: 'two words', baseUrl: '/api' }"), "configuration");
    assert_eq!(code("{ apiKey: 7 }"), "configuration");
    assert_eq!(code("{ apiKey: 'k', auth: 'basic' }"), "configuration");
    assert_eq!(code("{ apiKey: 'k', baseUrl: 'http://127.0.0.1', fetch: 'no' }"), "configuration");
    assert_eq!(code("{ apiKey: 'k', baseUrl: 'https://me:pw@localhost' }"), "configuration");
    assert_eq!(code("{ baseUrl: 'http://api.example' }"), "configuration");
    assert_eq!(code("{ baseUrl: 'http://api.example', allowInsecure: true }"), "made");
    assert_eq!(code("{ baseUrl: 'http://api.example', allowInsecure: 'false' }"), "configuration");
    assert_eq!(code("{ apiKey: 'k', dangerouslyAllowBrowser: 'false' }"), "configuration");
    assert_eq!(code("{ baseUrl: 'https://:pw@localhost' }"), "configuration");
    assert_eq!(code("{ baseUrl: '/api', headers: new Headers({ 'x-user': '1' }) }"), "made");
    assert_eq!(code("{ baseUrl: '/api', headers: new Date() }"), "configuration");
}
