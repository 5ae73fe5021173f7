//! What was answered is kept, and how it is kept.

use std::fs;
use std::path::Path;

use serde_json::json;
use ureq::http::StatusCode;

use crate::harness::{Program, least, refusal, with};

#[test]
fn every_write_that_was_answered_survives_kill_9() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("trunks.db");

    let program = Program::on(&file);
    for n in 1..=20 {
        program.api.make(&least(&format!("trunk {n}")));
    }
    program.api.put(1, &least("renamed")).expect(StatusCode::OK);
    program.api.delete(20).expect(StatusCode::OK);
    let before = program.api.get("/v1/trunks").json();
    program.kill();

    let program = Program::on(&file);
    let after = program.api.get("/v1/trunks").json();
    assert_eq!(after["pagination"]["total"], 19);
    assert_eq!(after["sip_trunks"][0]["label"], "renamed");
    assert_eq!(after, before);
}

#[test]
fn a_number_is_not_given_again_after_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("trunks.db");
    let program = Program::on(&file);
    let id = program.api.make(&least("Head office"));
    program.api.delete(id).expect(StatusCode::OK);
    program.kill();
    assert_ne!(Program::on(&file).api.make(&least("Head office")), id);
}

#[test]
fn the_password_is_not_in_the_files_in_the_clear() {
    let folder = tempfile::tempdir().unwrap();
    let program = Program::on(&folder.path().join("trunks.db"));
    program.api.make(&with(json!({ "label": "Findable-label", "password": "Zx9-unmistakable" })));
    program
        .api
        .put(1, &with(json!({ "label": "Findable-label", "password": "Zx8-unmistakable" })))
        .expect(StatusCode::OK);
    assert!(is_in_files_of(folder.path(), "Findable-label"));
    assert!(is_in_files_of(folder.path(), "$argon2id$"));
    assert!(!is_in_files_of(folder.path(), "-unmistakable"));
}

fn is_in_files_of(folder: &Path, text: &str) -> bool {
    fs::read_dir(folder).unwrap().any(|entry| {
        let bytes = fs::read(entry.unwrap().path()).unwrap();
        bytes.windows(text.len()).any(|window| window == text.as_bytes())
    })
}

#[test]
fn two_sandboxes_on_one_file_see_each_others_trunks() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("trunks.db");
    let (one, other) = (Program::on(&file), Program::on(&file));
    one.api.make(&least("Made by one"));
    assert_eq!(other.api.only_summary()["label"], "Made by one");
}

#[test]
fn a_file_that_is_not_a_sandboxs_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("letter.txt");
    fs::write(&file, "Dear Sir or Madam, this is not a database at all, it is a letter.".repeat(20)).unwrap();
    let before = fs::read(&file).unwrap();
    let (code, words) = refusal(&["--listen", ":0", "--data", file.to_str().unwrap()]);
    assert_eq!(code, Some(1));
    assert!(words.contains("letter.txt"), "{words}");
    assert_eq!(fs::read(&file).unwrap(), before);
}

#[test]
fn another_programs_database_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("other.db");
    rusqlite::Connection::open(&file).unwrap().execute_batch("CREATE TABLE trunks (id INTEGER)").unwrap();
    let before = fs::read(&file).unwrap();
    let (code, words) = refusal(&["--listen", ":0", "--data", file.to_str().unwrap()]);
    assert_eq!(code, Some(1));
    assert!(words.contains("not a database of this version"), "{words}");
    assert_eq!(fs::read(&file).unwrap(), before);
}
