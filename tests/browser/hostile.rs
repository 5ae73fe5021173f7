//! Inputs made to break a reader: an answer each, and the instance goes on.

use wasm_bindgen_test::wasm_bindgen_test;
use wavix_trunks::js::{describe_caller_id, generate_password, password_strength, validate_field, validate_trunk};

use super::*;

fn codes(input: &JsValue) -> Vec<String> {
    let report = validate_trunk(input, &JsValue::UNDEFINED).unwrap();
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
    let report = validate_trunk(&input, &JsValue::UNDEFINED).unwrap();
    assert!(get(&get(&report, "value"), "evil").is_undefined());
}

#[wasm_bindgen_test]
fn what_a_form_on_the_page_holds_is_settings() {
    let form = js("(() => { const form = document.createElement('form'); form.innerHTML = \
         '<input name=label value=Fax><input name=password value=correct-Horse-7><input name=callerid value=12121234567>\
         <input type=checkbox name=ip_restrict checked><textarea name=allowed_ips>8.8.8.8\\n1.1.1.1</textarea>'; \
         return new FormData(form); })()");
    let report = validate_trunk(&form, &JsValue::UNDEFINED).unwrap();
    let value = get(&report, "value");
    assert_eq!(get(&value, "ip_restrict"), JsValue::TRUE);
    assert_eq!(get(&get(&value, "allowed_ips"), "length").as_f64(), Some(2.0));
    assert!(
        codes(&js("new Map(Object.entries({ label: 'Fax', password: 'correct-Horse-7', callerid: '12121234567' }))"))
            .is_empty()
    );
}

#[wasm_bindgen_test]
fn a_field_is_judged_and_a_password_made_in_a_page() {
    let issues =
        validate_field(&"call_limit".into(), &"".into(), &js("{ context: { call_restrict: true }, coerce: true }"))
            .unwrap();
    let issues: js_sys::Array = issues.unchecked_into();
    assert_eq!(text(&issues.get(0), "code"), "required_when");
    let password = generate_password(&js("{ length: 24 }")).map_err(JsValue::from).unwrap();
    let strength = password_strength(&password.into(), &JsValue::UNDEFINED).unwrap();
    assert_eq!(get(&strength, "score").as_f64(), Some(4.0));
    assert_eq!(text(&describe_caller_id(&"+44 20 7946 0018".into()).unwrap(), "countryCode"), "44");
}
