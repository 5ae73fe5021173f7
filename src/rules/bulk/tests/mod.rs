//! Files as people have them, whole and broken.

mod chunks;
#[cfg(not(target_arch = "wasm32"))]
mod properties;

use super::*;
use crate::rules::{Issue, Param};

const GOOD: &str = r#"{"label":"Desk","password":"correct-Horse-7","callerid":"12121234567"}"#;
const OTHER: &str = r#"{"label":"Fax","password":"correct-Horse-8","callerid":"12121234568"}"#;

fn read(file: impl AsRef<[u8]>) -> BulkReport {
    validate_trunks(file.as_ref(), &BulkOptions::default())
}

fn read_as(format: Format, file: &str) -> BulkReport {
    validate_trunks(file.as_bytes(), &BulkOptions { format: Some(format), ..BulkOptions::default() })
}

fn counts(report: &BulkReport) -> (u64, u64, u64) {
    (report.summary.total, report.summary.valid, report.summary.invalid)
}

/// `3:7 comma` for a fault, and the code for everything else.
fn said(issue: &Issue) -> String {
    let number = |name| if let Some(Param::Number(number)) = issue.params.get(name) { *number } else { f64::NAN };
    match issue.params.get("reason") {
        Some(Param::Text(reason)) => format!("{}:{} {reason}", number("line"), number("column")),
        _ => issue.code.as_str().to_owned(),
    }
}

/// `2@3 3:7 comma` for row 2, which begins on line 3.
fn rows(report: &BulkReport) -> Vec<String> {
    let row = |row: &Row| {
        let issues: Vec<_> = row.report.issues.iter().map(said).collect();
        format!("{}@{} {}", row.number, row.line, issues.join(", "))
    };
    report.rows.iter().map(row).collect()
}

fn of_file(report: &BulkReport) -> Vec<String> {
    report.summary.issues.iter().map(said).collect()
}

/// What is said about the rows of a file, and about the file.
#[track_caller]
fn check(file: impl AsRef<[u8]>, total: u64, of_rows: &[&str], file_says: &[&str]) {
    let report = read(file.as_ref());
    let shown = String::from_utf8_lossy(file.as_ref());
    assert_eq!(rows(&report), of_rows, "{shown}");
    assert_eq!(of_file(&report), file_says, "{shown}");
    assert_eq!(report.summary.total, total, "{shown}");
    assert_eq!(report.summary.valid.checked_add(report.summary.invalid), Some(total), "{shown}");
}

#[test]
fn the_first_byte_tells_the_format_unless_somebody_else_does() {
    let format = |file: &str| read(file).summary.format;
    assert_eq!(format(&format!(" \r\n[{GOOD}]")), Some(Format::Json));
    assert_eq!(format(&format!("\u{feff}\n{GOOD}")), Some(Format::Ndjson));
    assert_eq!(format("\u{feff}label\nDesk"), Some(Format::Csv));
    assert_eq!((format(" \n"), format("\u{feff}"), format("")), (None, None, None));
    assert_eq!(read_as(Format::Ndjson, "[1]").summary.total, 1);
    assert_eq!(of_file(&read_as(Format::Json, GOOD)), ["1:1 no_array"]);
    assert_eq!(of_file(&read_as(Format::Json, "")), ["1:1 no_array"]);
    assert_eq!(of_file(&read_as(Format::Csv, GOOD)), ["1:2 open_quote"]);
}

#[test]
fn good_rows_in_every_format_have_nothing_said_about_them() {
    let csv = "label,password,callerid\nDesk,correct-Horse-7,12121234567\r\nFax,\"correct-Horse-8\",12121234568";
    for file in [
        format!("[{GOOD},{OTHER}]"),
        format!("[\n  {GOOD},\n  {OTHER}\n]\n"),
        format!("{GOOD}\n{OTHER}"),
        format!("{GOOD}\r\n\r\n{OTHER}\r\n"),
        format!("{GOOD} {OTHER}"),
        format!("{GOOD}{OTHER}"),
        format!("{}\n{OTHER}", GOOD.replace(',', ",\n  ").replace('{', "{\n  ").replace('}', "\n}")),
        csv.to_owned(),
        csv.replace(',', ";"),
        csv.replace(',', "\t"),
        csv.replacen("label,password,callerid", "Label, PASSWORD,CallerID", 1),
        format!("sep=;\r\n{}", csv.replace(',', ";")),
        format!("\u{feff}SEP=,\n{csv}"),
        csv.replace('\n', "\n\n,,\n").trim_end_matches(",,\n").replace("\r\n", "\r"),
    ] {
        let report = read(&file);
        assert_eq!(counts(&report), (2, 2, 0), "{file}");
        assert!(report.summary.is_ok() && report.rows.is_empty() && !report.truncated, "{file}");
    }
    check("[]", 0, &[], &[]);
    check("label,password", 0, &[], &[]);
    check("sep=;\nlabel;password", 0, &[], &[]);
    check("sep=;", 0, &[], &["1:1 no_header"]);
}

#[test]
fn a_row_that_is_no_object_is_an_issue_of_its_type() {
    check("[1, null, [], \"a\"]", 4, &["1@1 type", "2@1 type", "3@1 type", "4@1 type"], &[]);
}

#[test]
fn a_broken_row_of_an_array_is_left_where_its_brackets_end() {
    for (row, says) in [
        ("{\"label\": yes}", "2@2 2:11 no_value"),
        ("{\"label\": tru}", "2@2 2:14 no_value"),
        ("{label: 1}", "2@2 2:2 no_name"),
        ("{\"a\": 1,}", "2@2 2:9 no_name"),
        ("{\"a\", 1}", "2@2 2:5 no_colon"),
        ("{\"a\": [1 2]}", "2@2 2:10 no_comma"),
        ("{\"a\": 01}", "2@2 2:8 no_comma"),
        ("{\"a\": -}", "2@2 2:8 no_digit"),
        ("{\"a\": 1.}", "2@2 2:9 no_digit"),
        ("{\"a\": 1e+}", "2@2 2:10 no_digit"),
        ("{\"a\": \"\\x\"}", "2@2 2:9 bad_escape"),
        ("{\"a\": \"\\u12g4\"}", "2@2 2:12 bad_escape"),
        ("undefined", "2@2 2:1 no_value"),
        ("", "2@3 3:1 no_value"),
        ("{} {}", "3@2 2:4 no_comma"),
    ] {
        let file = format!("[{GOOD},\n{row}\n,{OTHER}]");
        let total = if row == "{} {}" { 4 } else { 3 };
        let report = read(&file);
        assert_eq!(report.summary.total, total, "{row}");
        assert_eq!(of_file(&report), [""; 0], "{row}");
        assert_eq!(rows(&report).last().map(String::as_str), Some(says), "{row}");
        assert_eq!(report.summary.valid, 2, "{row}");
    }
    check(format!("[{GOOD},]"), 2, &["2@1 1:73 no_value"], &[]);
    check(format!("[,{GOOD}]"), 2, &["1@1 1:2 no_value"], &[]);
}

#[test]
fn where_an_array_cannot_be_read_on_the_file_says_so() {
    let row = |broken: &str| format!("[{GOOD},\n{broken},\n{OTHER}]");
    check(row("{\"a\": \"b}"), 2, &["2@2 2:11 text_cut"], &["2:11 lost"]);
    check(row("{\"a\": \"b\"c\": 1}"), 2, &["2@2 2:10 no_comma"], &["2:10 lost"]);
    check(row("{\"a\" 1}"), 2, &["2@2 2:6 no_colon"], &["2:6 lost"]);
    check(row("{\"a\": [1}"), 2, &["2@2 2:9 no_comma"], &["2:9 lost"]);
    check(row("{}}"), 3, &["2@2 required, required, required", "3@2 2:3 no_comma"], &["2:3 lost"]);
    check(format!("[{GOOD},\n{{\"a\": ["), 2, &["2@2 2:8 cut_off"], &["2:8 cut_off"]);
    check(format!("[{GOOD}"), 1, &[], &["1:72 cut_off"]);
    check(format!("[{GOOD},"), 1, &[], &["1:73 cut_off"]);
    check("[", 0, &[], &["1:2 cut_off"]);
    assert!(!read(format!("[{GOOD}")).summary.is_ok(), "every row is good, and not all of them may be there");
    check(format!("[{GOOD}] x"), 1, &[], &["1:74 file_goes_on"]);
}

#[test]
fn a_broken_line_hides_no_other() {
    let lines = |broken: &str| format!("{GOOD}\n{broken}\n{OTHER}\n");
    for (line, says) in [
        ("{\"label\": \"Des", "2@2 2:15 text_cut"),
        ("{\"label\": ", "2@2 4:1 cut_off"),
        ("{\"label\": 1", "2@2 3:1 no_comma"),
        ("{\"label\": [", "2@2 4:1 cut_off"),
        ("{} x", "2@2 2:4 row_goes_on"),
        ("{},", "2@2 2:3 row_goes_on"),
        ("oops", "2@2 2:1 no_value"),
        ("}", "2@2 2:1 no_value"),
    ] {
        let report = read(lines(line));
        assert_eq!(counts(&report), (3, 2, 1), "{line}");
        assert_eq!(rows(&report), [says], "{line}");
    }
}

#[test]
fn a_broken_object_over_several_lines_is_one_row() {
    let object = |label: &str| format!("{{\n  \"label\": {label},\n  \"codec\": {{\n  }}\n}}\n");
    let file = [GOOD, "\n", &object("oops"), &object("\"Desk 2\"")].concat();
    let report = read(&file);
    assert_eq!(report.summary.total, 3);
    assert_eq!(rows(&report)[0], "2@2 3:12 no_value");
    assert!(rows(&report)[1].starts_with("3@7 required"));
}

#[test]
fn a_broken_row_of_cells_hides_no_other() {
    let lines = |broken: &str| {
        format!(
            "label,password,callerid\nDesk,correct-Horse-7,12121234567\n{broken}\nFax,\"correct-Horse-8\",12121234568\n"
        )
    };
    for (line, says) in [
        ("\"Lobby,x,1", "2@3 3:1 open_quote"),
        ("Lobby,\"x,1", "2@3 3:2 open_quote"),
        ("\"Lobby\"x,y,1", "2@3 3:1 open_quote"),
        ("Lobby", "2@3 3:2 cell_count"),
        ("Lobby,x,1,2", "2@3 3:4 cell_count"),
        ("Lobby, \"x\",1", "2@3 3:2 open_quote"),
    ] {
        check(lines(line), 3, &[says], &[]);
    }
    // Nothing but the end of the file ends this one.
    let report = read(lines("\"Lobby").replace("\"correct-Horse-8\"", "correct-Horse-8"));
    assert_eq!((counts(&report), rows(&report)), ((3, 2, 1), vec!["2@3 3:1 open_quote".to_owned()]));
}

#[test]
fn the_first_line_of_cells_names_the_fields() {
    check("PK\u{3}\u{4}\n\n", 0, &[], &["1:1 no_header"]);
    check("name;secret\n1;2", 0, &[], &["1:1 no_header"]);
    check("label,password,label\n1,2,3", 0, &[], &["1:3 field_twice"]);
    check("label,host_request,host_request.host\n", 0, &[], &["1:3 field_twice"]);
    check(b"\xff\xfel\0a\0b\0", 0, &[], &["1:1 no_utf8"]);
    check("label,\"pass\nword", 0, &[], &["1:2 open_quote"]);

    let file = "\u{feff}\"label\"; password;host_request.host;allowed_ips;didinfo_enabled;;max_call_cost;cost_limit\r\n\
                \"Desk \"\"A\"\"; 2nd\nfloor\";correct-Horse-7;8.8.8.8;\"8.8.8.8; 1.1.1.1 9.9.9.9\";;;0.18;yes\r\n";
    let mut configs = Vec::new();
    let mut reader = BulkReader::new(&BulkOptions::default());
    reader.push(
        file.replace("password;", "password;callerid;").replace("Horse-7;", "Horse-7;12121234567;").as_bytes(),
        &mut |row| configs.push(row.report.value),
    );
    reader.finish(&mut |_| {});
    let config = configs.remove(0).unwrap();
    assert_eq!(config.label, "Desk \"A\"; 2nd\nfloor");
    assert_eq!(config.host_request.map(|request| request.host).as_deref(), Some("8.8.8.8"));
    assert_eq!(config.allowed_ips.map(|ips| ips.len()), Some(3));
    assert!(config.didinfo_enabled, "an empty cell is no switch that is off");
    assert_eq!((config.cost_limit, config.max_call_cost), (true, Some(0.18)));
}

#[test]
fn white_space_around_a_cell_without_quotes_is_for_the_eye() {
    let mut configs = Vec::new();
    let mut reader = BulkReader::new(&BulkOptions::default());
    let file = "label, password, callerid, rewrite_prefix\nDesk, correct-Horse-7 , 12121234567, \nFax,\" correct-Horse-7\",12121234568,\n";
    reader.push(file.as_bytes(), &mut |row| configs.extend(row.report.value));
    let passwords: Vec<&str> = configs.iter().map(|config| config.password.reveal()).collect();
    assert_eq!(passwords, ["correct-Horse-7", " correct-Horse-7"]);
    assert_eq!(configs[0].rewrite_prefix, None, "nothing but white space is not given");
}

#[test]
fn the_first_cell_may_be_empty_where_tabs_separate() {
    let lines = "\tlabel\tpassword\tcallerid\n\tDesk\tcorrect-Horse-7\t12121234567\n";
    check(lines, 1, &[], &[]);
    check(["\n \n", lines].concat(), 1, &[], &[]);
    check(["\n\t [", GOOD, "]"].concat(), 1, &[], &[]);
}

#[test]
fn bad_utf_8_is_an_issue_of_its_row() {
    for file in [
        format!("[{GOOD},{{\"label\":\"Z\u{fc}rich\"}},{OTHER}]"),
        format!("{GOOD}\n{{\"label\":\"Z\u{fc}rich\"}}\n{OTHER}"),
        "label,password,callerid\nDesk,correct-Horse-7,12121234567\nZ\u{fc}rich,a,b\nFax,correct-Horse-8,12121234568\n"
            .to_owned(),
    ] {
        let latin1: Vec<u8> = file.chars().map(|c| c as u8).collect();
        let report = read(latin1);
        assert_eq!(counts(&report), (3, 2, 1), "{file}");
        assert!(rows(&report)[0].ends_with(" no_utf8"), "{file}");
    }
}

#[test]
fn strings_mean_what_json_says() {
    let label = |string: &str| {
        let mut label = None;
        let mut reader = BulkReader::new(&BulkOptions::default());
        let file = GOOD.replace("\"Desk\"", string);
        reader.push(file.as_bytes(), &mut |row| label = Some(row.report));
        reader.finish(&mut |row| label = Some(row.report));
        label.unwrap()
    };
    for (string, means) in [
        (r#""a\"\\\/\u0041\u00fc""#, "a\"\\/A\u{fc}"),
        (r#""\ud83d\ude00\ud83d\uDE00x""#, "\u{1f600}\u{1f600}x"),
        (r#""a\tb\nc\rd\be\ff""#, "a\tb\nc\rd\u{8}e\u{c}f"),
        ("\"\u{1f600}\u{fc}\"", "\u{1f600}\u{fc}"),
    ] {
        assert_eq!(label(string).value.map(|config| config.label).as_deref(), Some(means), "{string}");
    }
    for half in [r#""\ud83d""#, r#""\ud83d\ud83d\ude00""#, r#""\ude00x""#, r#""\ud83d\n""#, r#""\ud83dx""#] {
        let report = label(half);
        assert_eq!(report.issues[0].params.get("received"), Some(&Param::Text("ill-formed string")), "{half}");
    }
}

#[test]
fn too_deep_and_too_long_are_issues_of_their_row() {
    let deep = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    check(format!("[{},{}]", deep(32), deep(33)), 2, &["1@1 type", "2@1 1:99 too_deep"], &[]);
    let long = format!("{{\"label\":\"{}\"}}", "x".repeat(cursor::LONGEST_ROW));
    let says = format!("1@1 1:{} too_long", cursor::LONGEST_ROW + 1);
    check(format!("{long}\n{GOOD}"), 2, &[&says], &[]);
    check(format!("[{long},{GOOD}]"), 2, &[&format!("1@1 1:{} too_long", cursor::LONGEST_ROW + 2)], &[]);
    let cells =
        format!("label,password,callerid\n{},a,b\nDesk,correct-Horse-7,12121234567", "x".repeat(cursor::LONGEST_ROW));
    check(cells, 2, &["1@2 2:1 too_long"], &[]);
}

#[test]
fn a_label_or_host_that_an_earlier_row_has_is_a_warning() {
    let host = |label: &str, host: &str| {
        GOOD.replace("Desk", label).replace('}', &format!(",\"host_request\":{{\"host\":\"{host}\"}}}}"))
    };
    let file =
        [GOOD, &GOOD.replace("Desk", " Desk "), OTHER, &host("A", "8.8.8.8"), &host("B", "::ffff:8.8.8.8")].join("\n");
    let report = read(&file);
    assert_eq!(counts(&report), (5, 5, 0));
    assert_eq!(report.summary.warnings, 3);
    assert_eq!(rows(&report), ["2@2 duplicate", "4@4 needs_approval", "5@5 needs_approval, duplicate"]);
    let issue = &report.rows[0].report.issues[0];
    assert_eq!(issue.message, "Label is the same as in row 1: check which of the two is meant.");
    assert_eq!(issue.params.get("first_row"), Some(&Param::Number(1.0)));
    // Rows with errors count, too; rows without a label do not.
    check(
        "{\"label\":\"a\"} {\"label\":\"a\"} {\"label\":\"\"} {\"label\":\"\"}",
        4,
        &[
            "1@1 required, required",
            "2@1 duplicate, required, required",
            "3@1 blank, required, required",
            "4@1 blank, required, required",
        ],
        &[],
    );
    let strict = BulkOptions { options: Options { strict: true, ..Options::default() }, ..BulkOptions::default() };
    assert_eq!(counts(&validate_trunks(file.as_bytes(), &strict)), (5, 2, 3));
}

#[test]
fn only_so_many_rows_and_issues_are_kept_and_all_are_counted() {
    let options = BulkOptions { max_rows: 2, ..BulkOptions::default() };
    let report = validate_trunks("{}\n".repeat(5).as_bytes(), &options);
    assert_eq!((counts(&report), report.rows.len(), report.truncated), ((5, 0, 5), 2, true));
    let unknown: Vec<_> = (0..200).map(|n| format!("\"field{n}\":{n}")).collect();
    assert_eq!(read(format!("{{{}}}", unknown.join(","))).rows[0].report.issues.len(), MOST_ISSUES);
    // An error behind so many warnings is among them.
    let private: Vec<_> = (0..120).map(|n| format!("{{\"ip\":\"10.0.0.{n}\"}}")).collect();
    let more = format!(",\"ip_restrict\":true,\"allowed_ips\":[{}],\"call_restrict\":true}}", private.join(","));
    let row = &read(GOOD.replace('}', &more)).rows[0].report;
    assert_eq!((row.issues.len(), row.errors().count()), (MOST_ISSUES, 1));
}

#[test]
fn options_are_read_by_their_names() {
    let options = |json: serde_json::Value| BulkOptions::from(&Input::from(&json));
    let given = options(serde_json::json!({ "format": "csv", "maxRows": 7, "strict": true }));
    assert_eq!((given.format, given.max_rows, given.options.strict), (Some(Format::Csv), 7, true));
    assert_eq!(options(serde_json::json!({ "format": "xlsx", "maxRows": "7" })), BulkOptions::default());
}

#[test]
fn no_message_quotes_the_file() {
    let secret = "Planted-5ecret";
    for broken in [
        "{\"password\":SECRET}",
        "{\"password\":\"SECRET}",
        "{SECRET:1}",
        "SECRET",
        "{\"password\":\"\\SECRET\"}",
        "[SECRET",
    ] {
        let report = read(format!("[{}]", broken.replace("SECRET", secret)));
        assert!(!format!("{report:?}").contains(secret), "{broken}");
        assert!(!report.summary.is_ok());
    }
    for cells in ["label,password\n\"a,SECRET", "label,password\na,SECRET,b", "SECRET,a\n"] {
        assert!(!format!("{:?}", read(cells.replace("SECRET", secret))).contains(secret), "{cells}");
    }
}
