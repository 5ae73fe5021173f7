//! Inputs made to break a reader: an answer each, and the instance goes on.

use wasm_bindgen_test::wasm_bindgen_test;
use wavix_trunks::js::validate_trunk;

use super::*;

fn codes(input: &JsValue) -> Vec<String> {
    let report = validate_trunk(input, &JsValue::UNDEFINED).map_err(JsValue::from).unwrap();
    let issues: js_sys::Array = get(&report, "issues").unchecked_into();
    issues.iter().map(|issue| text(&issue, "code")).collect()
}

#[wasm_bindgen_test]
fn no_input_throws() {
    for input in [
        "undefined",
        "null",
        "NaN",
        "-0",
        "1e400",
        "10n",
        "Symbol('x')",
        "() => 1",
        "'text'",
        "[]",
        "new Date()",
        "/x/",
        "new Proxy({}, { ownKeys() { throw 1; } })",
        "(() => { const { proxy, revoke } = Proxy.revocable({}, {}); revoke(); return proxy; })()",
        "new Proxy([], { get() { throw 1; } })",
        "(() => { const a = {}; a.a = a; a.b = a; a.allowed_ips = [a, a]; return a; })()",
        "({ get label() { throw new Error('no'); } })",
        "({ label: { toString() { throw 1; } } })",
        "Object.create(null)",
        "({ label: '\\ud800', password: '\\udfff', callerid: 'x'.repeat(1e6) })",
        "JSON.parse('{\"__proto__\": { \"label\": \"polluted\" }}')",
        "new Array(1000).fill({})",
        "({ allowed_ips: new Array(3) })",
    ] {
        assert!(codes(&js(input)).iter().any(|code| code == "type" || code == "required"), "{input}");
    }
    assert!(get(&js("{}"), "label").is_undefined());
    assert!(codes(&settings("after all that")).is_empty());
}

#[wasm_bindgen_test]
fn half_a_surrogate_pair_is_no_text_but_a_replacement_character_is() {
    let password = |text: &str| js(&format!("({{ label: 'Fax', callerid: '12121234567', password: '{text}' }})"));
    assert_eq!(codes(&password("correct-Horse-\\ud83d")), ["type"]);
    assert!(codes(&password("correct-Horse-\\ud83d\\ude00")).is_empty());
    assert!(codes(&password("correct-Horse-\\ufffd")).is_empty());
}

#[wasm_bindgen_test]
fn a_class_with_accessors_is_read_like_a_plain_object() {
    let config = js(
        "new (class { get label() { return 'Fax'; } password = 'correct-Horse-7'; get callerid() { return '12121234567'; } })()",
    );
    assert!(codes(&config).is_empty());
}

#[wasm_bindgen_test]
fn a_value_with_a_key_named_proto_does_not_change_a_prototype() {
    let input = js(
        "Object.assign(JSON.parse('{\"__proto__\": { \"evil\": 1 }}'), { label: 'Fax', password: 'correct-Horse-7', callerid: '12121234567' })",
    );
    let report = validate_trunk(&input, &JsValue::UNDEFINED).map_err(JsValue::from).unwrap();
    assert!(get(&get(&report, "value"), "evil").is_undefined());
}
