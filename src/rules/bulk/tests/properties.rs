//! What holds for any file at all.

use proptest::prelude::*;
use serde_json::{Map, Value, json};

use super::*;
use crate::rules::{FIELDS, FieldName, Kind};

fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(cases) }
}

/// Text that all three formats can hold as a value that is given.
fn some_text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[ -~]{1,12}",
        "[\\PC\n\t,;\"]{1,8}",
        "[1-9][0-9]{6,11}",
        "[0-9]{1,4}(\\.[0-9]{1,3})?",
        prop_oneof!["on", "true", "no", "8.8.8.8", "10.0.0.1; 9.9.9.9 9.9.9.9", "Desk", "\\*{8}"],
    ]
}

/// A value that suits a field, mostly, or none.
fn value_of(name: FieldName) -> BoxedStrategy<Value> {
    let fitting = match name.field().kind {
        Kind::Switch => any::<bool>().prop_map(Value::from).boxed(),
        Kind::Whole => (-1..5000).prop_map(Value::from).boxed(),
        Kind::Amount => (0..500_u16).prop_map(|cents| Value::from(f64::from(cents) / 100.0)).boxed(),
        _ => some_text().prop_map(Value::from).boxed(),
    };
    prop_oneof![4 => fitting, 1 => some_text().prop_map(Value::from), 2 => Just(Value::Null)].boxed()
}

fn some_row() -> impl Strategy<Value = Map<String, Value>> {
    let fields = FIELDS.iter().map(|&name| value_of(name).prop_map(move |value| (name.as_str().to_owned(), value)));
    let codec = prop::option::of(some_text()).prop_map(|text| ("codec".to_owned(), text.into()));
    (fields.collect::<Vec<_>>(), codec).prop_map(|(mut fields, codec)| {
        fields.push(codec);
        // A row without anything is an empty line of CSV.
        fields.push(("labell".to_owned(), json!("x")));
        fields.into_iter().collect()
    })
}

fn csv(rows: &[Map<String, Value>], separator: char, line_end: &str) -> String {
    let line = |cells: Vec<String>| cells.join(&separator.to_string()) + line_end;
    let names: Vec<String> = rows[0].keys().cloned().collect();
    let cell = |value: &Value| match value {
        Value::Null => String::new(),
        Value::String(text) => format!("\"{}\"", text.replace('"', "\"\"")),
        other => other.to_string(),
    };
    rows.iter().fold(line(names), |file, row| file + &line(row.values().map(cell).collect()))
}

fn judged(file: &[u8], format: Option<Format>) -> BulkReport {
    let options = Options { coerce: true, ..Options::default() };
    validate_trunks(file, &BulkOptions { options, format, max_rows: 1000 })
}

/// All that does not depend on the format.
fn issues(report: &BulkReport) -> Vec<(u64, Vec<Issue>)> {
    report.rows.iter().map(|row| (row.number, row.report.issues.clone())).collect()
}

/// Files that are nearly right: pieces of all formats, in any order.
fn any_file() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        4 => prop::sample::select(vec![
            "[", "]", "{", "}", ",", ":", "\"", "\\", "\n", "\r\n", "\r", " ", ";", "\t", "label", "\"label\":", "\"label\"",
            "\"password\":\"correct-Horse-7\",", "\"callerid\":\"12121234567\"", "{\"label\":\"Desk\"}", "{\n", "\n}\n", "label,password\n",
            "\u{feff}", "true", "null", "-0.5e+9", "\\ud83d", "\\u00e9", "Zürich", "\"\"", "[[[[[[[[[[[[", "x",
        ]).prop_map(|text| text.as_bytes().to_vec()),
        1 => prop::collection::vec(any::<u8>(), 0..4),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

fn any_format() -> impl Strategy<Value = Option<Format>> {
    prop::sample::select(vec![None, Some(Format::Json), Some(Format::Ndjson), Some(Format::Csv)])
}

/// Reads a file in chunks of these lengths, over and over.
fn in_chunks(file: &[u8], lengths: &[usize], format: Option<Format>) -> BulkReport {
    let mut report = BulkReport::default();
    let mut keep = |row: Row| {
        if !row.report.issues.is_empty() {
            report.rows.push(row);
        }
    };
    let options = Options { coerce: true, ..Options::default() };
    let mut reader = BulkReader::new(&BulkOptions { options, format, max_rows: 0 });
    let mut rest = file;
    for length in lengths.iter().cycle() {
        let (chunk, more) = rest.split_at(rest.len().min(*length));
        reader.push(chunk, &mut keep);
        rest = more;
        if rest.is_empty() {
            break;
        }
    }
    reader.finish(&mut keep);
    report.summary = reader.summary;
    report
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn the_same_rows_get_the_same_issues_in_every_format(
        rows in prop::collection::vec(some_row(), 1..5),
        separator in prop::sample::select(vec![',', ';', '\t']),
        line_end in prop::sample::select(vec!["\n", "\r\n"]),
    ) {
        // An empty cell is not given, and a field that nobody knows is a warning even as null.
        let given = |row: &Map<String, Value>| row.clone().into_iter().filter(|(_, value)| !value.is_null()).collect::<Map<_, _>>();
        let objects: Vec<_> = rows.iter().map(given).collect();
        let array = serde_json::to_string_pretty(&objects).unwrap();
        let lines: String = objects.iter().map(|row| serde_json::to_string(row).unwrap() + line_end).collect();
        let cells = csv(&rows, separator, line_end);
        let expected = judged(array.as_bytes(), None);
        prop_assert_eq!(expected.summary.total, rows.len() as u64);
        prop_assert!(expected.summary.issues.is_empty());
        for file in [lines, cells] {
            let report = judged(file.as_bytes(), None);
            prop_assert_eq!(issues(&report), issues(&expected), "{}", file);
            prop_assert_eq!(Summary { format: None, ..report.summary }, Summary { format: None, ..expected.summary.clone() });
        }
    }
}

proptest! {
    #![proptest_config(cases(3000))]

    #[test]
    fn any_file_gets_a_report_whose_counts_add_up(file in any_file(), format in any_format()) {
        let report = judged(&file, format);
        prop_assert_eq!(report.summary.valid.checked_add(report.summary.invalid), Some(report.summary.total));
        let refused = report.rows.iter().filter(|row| !row.report.is_ok()).count() as u64;
        prop_assert_eq!(report.summary.invalid, refused);
        prop_assert!(report.rows.is_sorted_by_key(|row| row.number));
        prop_assert!(report.rows.iter().all(|row| row.line > 0 && row.number <= report.summary.total));
    }

    #[test]
    fn chunks_may_end_anywhere(
        file in any_file(),
        lengths in prop::collection::vec(1..9_usize, 1..6),
        format in any_format(),
    ) {
        let whole = judged(&file, format);
        prop_assert_eq!(in_chunks(&file, &lengths, format), whole.clone());
        prop_assert_eq!(in_chunks(&file, &[1], format), whole);
    }
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn a_file_may_be_cut_at_any_byte(file in any_file(), format in any_format()) {
        let whole = judged(&file, format);
        for at in 1..file.len() {
            prop_assert_eq!(in_chunks(&file, &[at, file.len()], format), whole.clone(), "cut at {}", at);
        }
    }
}

/// Settings of fields that the table has and in shapes that its documents have, which are read in one pass.
fn ordinary_row() -> impl Strategy<Value = Map<String, Value>> {
    let of = |name: FieldName| match name.field().kind {
        Kind::Addresses => prop::collection::vec(address("ip"), 0..6).prop_map(Value::from).boxed(),
        Kind::Host => address("host").boxed(),
        _ => value_of(name),
    };
    let field =
        |&name: &FieldName| prop::option::of(of(name)).prop_map(move |value| Some((name.as_str().to_owned(), value?)));
    FIELDS.iter().map(field).collect::<Vec<_>>().prop_map(|fields| fields.into_iter().flatten().collect())
}

fn address(name: &'static str) -> impl Strategy<Value = Value> {
    prop_oneof![
        prop::sample::select(vec!["8.8.8.8", "10.0.0.1", " ::1", "8.8.8.8/24", "8.8.08.8"]).prop_map(str::to_owned),
        some_text()
    ]
    .prop_map(move |text| json!({ name: text }))
}

/// Every row, with what there is to send of it.
fn all_rows(file: &[u8], length: usize, coerce: bool) -> (Vec<Row>, Summary) {
    let mut rows = Vec::new();
    let options = Options { coerce, ..Options::default() };
    let mut reader = BulkReader::new(&BulkOptions { options, ..BulkOptions::default() });
    file.chunks(length).for_each(|chunk| reader.push(chunk, &mut |row| rows.push(row)));
    reader.finish(&mut |row| rows.push(row));
    (rows, reader.summary)
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn what_is_read_in_one_pass_is_judged_as_what_is_read_completely(
        rows in prop::collection::vec(ordinary_row(), 1..12),
        pretty in any::<bool>(),
        coerce in any::<bool>(),
        length in prop_oneof![1..64_usize, 1000..4000_usize],
    ) {
        let array = if pretty { serde_json::to_string_pretty(&rows) } else { serde_json::to_string(&rows) }.unwrap();
        let lines: String = rows.iter().map(|row| serde_json::to_string(row).unwrap() + "\n").collect();
        for file in [array, lines] {
            // An escape in a name means nothing, and takes the complete way.
            let escaped = FIELDS.iter().map(|name| name.as_str()).fold(file.clone(), |file, name| {
                let (first, rest) = name.split_at(1);
                file.replace(&format!("\"{name}\":"), &format!("\"\\u{:04x}{rest}\":", first.as_bytes()[0]))
            });
            let complete = all_rows(escaped.as_bytes(), usize::MAX, coerce);
            prop_assert_eq!(complete.0.len(), rows.len());
            prop_assert_eq!(&all_rows(file.as_bytes(), length, coerce), &complete, "{}", &file);
            let good = complete.0.iter().all(|row| row.report.issues.is_empty());
            if !coerce {
                prop_assert_eq!(good_file(file.as_bytes()), good.then_some(complete.1));
            }
        }
    }

    #[test]
    fn cells_on_one_line_are_judged_as_those_that_are_read_completely(
        rows in prop::collection::vec(prop::collection::vec(prop_oneof![2 => some_text(), 1 => Just(String::new())], FIELDS.len()), 1..12),
        length in prop_oneof![1..64_usize, 1000..4000_usize],
    ) {
        let quoted = |cell: &String| if cell.contains(|c| ",\n\"".contains(c)) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.clone() };
        let names = FIELDS.iter().map(|name| name.as_str()).collect::<Vec<_>>().join(",");
        let file = |end: &str| rows.iter().fold(names.clone() + end, |file, row| file + &row.iter().map(quoted).collect::<Vec<_>>().join(",") + end);
        // A carriage return alone ends a line, too, and takes the complete way.
        let complete = all_rows(file("\r").as_bytes(), usize::MAX, false);
        prop_assert_eq!(all_rows(file("\n").as_bytes(), length, false), complete);
    }
}

/// Any JSON that is not too deep.
fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        // Not any number: serde_json's last digit is not always the nearest.
        any::<i32>().prop_map(|hundredths| Value::from(f64::from(hundredths) / 100.0)),
        any::<i64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
    ];
    leaf.prop_recursive(5, 24, 5, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            prop::collection::vec((any::<String>(), inner), 0..5)
                .prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}

/// What one value is read as; `None` when it is refused.
fn read_json(text: &str) -> Option<Input> {
    let mut cursor = Cursor::new(text.as_bytes(), true, Place { line: 1, column: 1 });
    cursor.space().ok()?;
    let input = json::value(&mut cursor).ok()?;
    cursor.space().ok()?;
    cursor.peek().ok()?.is_none().then_some(input)
}

proptest! {
    #![proptest_config(cases(12_000))]

    #[test]
    fn json_is_what_serde_json_takes_for_json(
        document in any_json(),
        pretty in any::<bool>(),
        change in prop::option::weighted(0.7, (any::<prop::sample::Index>(), "[]\\[{}\",:0-9.eE+\\\\u\n -]{0,2}", 0..3_usize)),
    ) {
        let mut text = if pretty { serde_json::to_string_pretty(&document) } else { serde_json::to_string(&document) }.unwrap();
        if let Some((index, put, cut)) = &change {
            let mut characters: Vec<char> = text.chars().collect();
            let at = index.index(characters.len());
            characters.splice(at..characters.len().min(at.saturating_add(*cut)), put.chars());
            text = characters.into_iter().collect();
        }
        // As text that nobody looks into, because serde_json refuses what others take: half a character, 1e400.
        let accepted = serde_json::from_str::<serde::de::IgnoredAny>(&text).is_ok();
        let read = read_json(&text);
        prop_assert_eq!(read.is_some(), accepted, "{}", text);
        if let (Some(read), Ok(value), true) = (read, serde_json::from_str::<Value>(&text), change.is_none()) {
            prop_assert_eq!(read.to_json(), Input::from(&value).to_json());
        }
    }

    #[test]
    fn cells_are_what_csv_core_takes_for_cells(
        rows in prop::collection::vec(prop::collection::vec("[a-z ,\"\n\r;é]{0,5}", 3), 1..4),
        quoted in any::<bool>(),
        line_end in prop::sample::select(vec!["\n", "\r\n", "\r"]),
    ) {
        let is_plain = |text: &String| !quoted && !text.contains(['"', '\n', '\r', ',']);
        let cell = |text: &String| {
            if is_plain(text) { text.clone() } else { format!("\"{}\"", text.replace('"', "\"\"")) }
        };
        let rows: Vec<Vec<String>> = rows.into_iter().map(|mut row| { row[0].push('x'); row }).collect();
        let lines = rows.iter().map(|row| row.iter().map(cell).collect::<Vec<_>>().join(",") + line_end);
        let file = lines.collect::<String>();
        let mut cursor = Cursor::new(file.as_bytes(), true, Place { line: 1, column: 1 });
        for (cells, row) in csv_cells(file.as_bytes()).into_iter().zip(&rows) {
            // White space around a cell without quotes is for the eye.
            let trimmed = |(cell, text): (String, _)| if is_plain(text) { cell.trim().to_owned() } else { cell };
            let expected = cells.into_iter().zip(row).map(trimmed).collect();
            prop_assert_eq!(csv::cells(&mut cursor, b',').ok(), Some(expected), "{}", file);
        }
        prop_assert!(matches!(cursor.peek(), Ok(None)));
    }
}

/// The cells of every row, by csv-core.
fn csv_cells(mut file: &[u8]) -> Vec<Vec<String>> {
    let mut reader = csv_core::Reader::new();
    let (mut rows, mut row) = (Vec::new(), Vec::new());
    let mut cell = [0; 256];
    loop {
        let (result, read, written) = reader.read_field(file, &mut cell);
        file = &file[read..];
        match result {
            csv_core::ReadFieldResult::Field { record_end } => {
                row.push(String::from_utf8(cell[..written].to_vec()).unwrap());
                if record_end {
                    rows.push(std::mem::take(&mut row));
                }
            }
            csv_core::ReadFieldResult::End => return rows,
            csv_core::ReadFieldResult::InputEmpty => {}
            csv_core::ReadFieldResult::OutputFull => panic!("a cell of more than {} bytes", cell.len()),
        }
    }
}
