//! Many trunks at once in Chromium: the reader behind `validateTrunks` and the stream of a file.

use js_sys::Array;
use wasm_bindgen_test::wasm_bindgen_test;
use wavix_trunks::js::BulkReader;

use super::*;

#[wasm_bindgen_test]
fn a_file_is_read_in_chunks_and_reported() {
    let mut reader = BulkReader::new(&js("{ maxRows: 1 }"), false);
    let file = "label,password,callerid\nZürich,********,12121234567\n\"Lobby,x,1\nDesk,correct-Horse-7,12121234568\n";
    let (front, back) = file.as_bytes().split_at(26);
    let array = |rows: Result<JsValue, JsValue>| -> Array { rows.unwrap().unchecked_into() };
    let rows = array(reader.push(front)).concat(&array(reader.push(back))).concat(&array(reader.finish()));

    assert_eq!(rows.length(), 1);
    let row = rows.get(0);
    assert_eq!((get(&row, "row").as_f64(), get(&row, "line").as_f64()), (Some(1.0), Some(2.0)));
    let issues: Array = get(&row, "issues").unchecked_into();
    assert_eq!(text(&issues.get(0), "code"), "masked");
    let summary = reader.summary().unwrap();
    assert_eq!((text(&summary, "format"), get(&summary, "ok").as_bool()), ("csv".to_owned(), Some(false)));
    let count = |name| get(&summary, name).as_f64();
    assert_eq!((count("total"), count("valid"), count("invalid")), (Some(3.0), Some(1.0), Some(2.0)));
    assert!(reader.truncated() && reader.stopped());
}
