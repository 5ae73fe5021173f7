//! Files in chunks that end anywhere.

use super::*;

/// The report when the file comes in two chunks, cut before any of its bytes.
#[track_caller]
fn cut_anywhere(file: &str) {
    let whole = read(file);
    for at in 0..=file.len() {
        let mut rows = Vec::new();
        let mut keep = |row: Row| rows.extend(Some(row).filter(|row| !row.report.issues.is_empty()));
        let mut reader = BulkReader::new(&BulkOptions::default());
        reader.push(&file.as_bytes()[..at], &mut keep);
        reader.push(&file.as_bytes()[at..], &mut keep);
        reader.finish(&mut keep);
        assert_eq!((&rows, reader.summary()), (&whole.rows, &whole.summary), "{file} cut at {at}");
    }
}

#[test]
fn chunks_may_end_where_a_reader_waits_for_one_more_byte() {
    // Each of these was read otherwise once when it was cut.
    cut_anywhere("\n\u{feff}label\nDesk");
    cut_anywhere("{\n\"label\": oops\n}\n{\"label\":\"Desk\"}\n");
    cut_anywhere("[{\"label\": 12, \"callerid\": \"\\ud83d\\ude00\u{fc}\"} , -1.5e+3, nul]");
    cut_anywhere("sep=;\r\nLabel;password;callerid\nDesk;a,b;7\r\n");
    cut_anywhere("label,password\r\n\"De\"\"sk\r\n\",\"\u{fc}\"\r\r\nFax,\"x\n\"y,z\r\n");
}

#[test]
fn rows_are_handed_over_as_they_come_however_small_the_chunks_are() {
    let row = r#"{"label":"Desk","password":"correct-Horse-7-battery","callerid":"12121234567"}"#;
    let mut reader = BulkReader::new(&BulkOptions::default());
    for number in 1..=100 {
        for byte in [row, "\n"].concat().as_bytes() {
            reader.push(&[*byte], &mut |_| {});
        }
        // Behind a row at most another one is waited for: it is read again when there is twice as much of it.
        assert!(reader.summary().total + 1 >= number, "{} of {number}", reader.summary().total);
    }
}
