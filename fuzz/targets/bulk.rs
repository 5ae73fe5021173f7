//! Files of any bytes, whole and in chunks. The first byte chooses the format and the options, the second the chunks.
#![no_main]

use libfuzzer_sys::fuzz_target;
use serde::de::IgnoredAny;
use wavix_trunks::rules::bulk::{self, BulkOptions, BulkReader, BulkReport, Format, Row};
use wavix_trunks::rules::{IssueCode, Options, Param};

fuzz_target!(|data: &[u8]| {
    let [choice, length, file @ ..] = data else { return };
    let options = Options { coerce: choice & 4 != 0, strict: choice & 8 != 0, ..Options::default() };
    let format = [None, Some(Format::Json), Some(Format::Ndjson), Some(Format::Csv)][usize::from(choice & 3)];
    let options = BulkOptions { options, format, max_rows: usize::MAX };

    let whole = bulk::validate_trunks(file, &options);
    let summary = &whole.summary;
    assert_eq!(summary.total, summary.valid + summary.invalid);
    assert!(whole.rows.is_sorted_by_key(|row| (row.number, row.line)));
    assert!(whole.rows.iter().all(|row| !row.report.issues.is_empty()));
    assert_eq!(in_chunks(file, usize::from(*length).max(1), &options), whole);
    if summary.format == Some(Format::Json) {
        agrees_with_serde_json(file, &whole);
    }
});

fn in_chunks(file: &[u8], length: usize, options: &BulkOptions) -> BulkReport {
    let mut rows = Vec::new();
    let mut keep = |row: Row| rows.extend(Some(row).filter(|row| !row.report.issues.is_empty()));
    let mut reader = BulkReader::new(options);
    for chunk in file.chunks(length) {
        reader.push(chunk, &mut keep);
    }
    reader.finish(&mut keep);
    BulkReport { summary: reader.summary().clone(), rows, truncated: false }
}

/// Both take a file for JSON, or neither does.
fn agrees_with_serde_json(file: &[u8], report: &BulkReport) {
    let issues = || report.rows.iter().flat_map(|row| &row.report.issues).chain(&report.summary.issues);
    let reasons: Vec<_> = issues()
        .filter(|issue| issue.code == IssueCode::Syntax)
        .map(|issue| if let Some(Param::Text(reason)) = issue.params.get("reason") { *reason } else { "" })
        .collect();
    let file = file.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(file);
    // serde_json has other limits, and looks at the encoding only where the text is wanted.
    if reasons.iter().any(|reason| matches!(*reason, "too_deep" | "too_long" | "no_utf8")) {
        return;
    }
    let accepted = serde_json::from_slice::<Vec<IgnoredAny>>(file).is_ok();
    assert_eq!(reasons.is_empty(), accepted, "{reasons:?}");
}
