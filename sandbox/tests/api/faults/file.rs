//! An order of faults that stands from the start: `--faults FILE`.

use std::io::Write;

use tempfile::NamedTempFile;
use ureq::http::{Method, StatusCode};

use crate::harness::{Program, refusal};

fn file(text: &str) -> NamedTempFile {
    let mut file = NamedTempFile::new().unwrap();
    file.write_all(text.as_bytes()).unwrap();
    file
}

fn refused(text: &str) -> String {
    let file = file(text);
    let (code, words) = refusal(&["--listen", "127.0.0.1:0", "--faults", file.path().to_str().unwrap()]);
    assert_eq!(code, Some(1));
    assert!(words.contains(file.path().to_str().unwrap()), "{words}");
    words
}

#[test]
fn an_order_in_a_file_stands_from_the_start_and_again_after_a_reset() {
    let file = file(r#"[{ "fault": { "status": { "code": 503 } } }]"#);
    let program = Program::start(&["--faults", file.path().to_str().unwrap()]);
    for _ in 0..2 {
        program.api.get("/v1/trunks").expect(StatusCode::SERVICE_UNAVAILABLE);
        program.api.get("/v1/trunks").expect(StatusCode::OK);
        program.api.call(Method::POST, "/sandbox/reset", None).expect(StatusCode::OK);
    }
}

#[test]
fn a_file_that_makes_no_sense_keeps_it_from_starting() {
    assert!(refused("[").contains("are not JSON: EOF"));
    assert!(refused(r#"{ "fault": "drop" }"#).contains("put the rules between [ and ]"));
    let words = refused(r#"[{ "fault": "drop" }, { "fault": "drip" }]"#);
    assert!(words.contains("rule 2: unknown variant `drip`, expected one of `delay`"), "{words}");
}

#[test]
fn a_file_that_is_not_there_keeps_it_from_starting() {
    let (code, words) = refusal(&["--listen", "127.0.0.1:0", "--faults", "no/such/file.json"]);
    assert_eq!(code, Some(1));
    assert!(words.contains("cannot read the faults in no/such/file.json"), "{words}");
}
