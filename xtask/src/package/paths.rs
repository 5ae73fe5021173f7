//! Source paths, blanked in the compiled wasm, with the records of places in them. Each place that can panic has one; nobody
//! sees it, since a panic arrives as a sentence, and some paths name folders of the machine that compiled them. Rust leaves
//! them out only in its nightly versions.

use super::binary::{Bytes, DATA};

/// What the paths of sources begin with: our own, those of crates, the standard library's. They stand side by side with
/// other text and without anything between, so a path is taken for one only by how it begins.
const BEGINNINGS: [&str; 9] = [
    "src/api/",
    "src/client/",
    "src/js/",
    "src/rules/",
    "src/trunk/",
    "cargo/registry/src/",
    "/usr/lib/rustlib/src/",
    "/rust/deps/",
    "/rustc/",
];

const END: &[u8] = b".rs";

/// A place in a source file: the address of its path and the path's length, its line and its column.
const RECORD: usize = 16;

/// Overwrites every source path and every place in one with zeros; nothing else changes, nor its place. `home` is cargo's
/// folder on the machine that compiled the standard library, which may be this one.
pub(super) fn blank(wasm: &mut [u8], home: &str) {
    let (data, address) = data(wasm).unwrap_or_default();
    let with_home = format!("{home}/registry/src/");
    // The longest first: it ends like another one.
    for beginning in [with_home.as_str()].into_iter().chain(BEGINNINGS) {
        let mut from = 0;
        while let Some(path) = wasm.get(from..).and_then(|rest| find(rest, beginning.as_bytes())) {
            let start = from.saturating_add(path);
            from = start.saturating_add(1);
            if let Some(length) = wasm.get(start..).and_then(path_length) {
                from = start.saturating_add(length);
                wasm.iter_mut().take(from).skip(start).for_each(|byte| *byte = 0);
                blank_places(wasm, start.saturating_sub(data).saturating_add(address), length);
            }
        }
    }
}

/// Where in the file the data begins, and where in memory.
fn data(wasm: &[u8]) -> Option<(usize, usize)> {
    let mut file = Bytes(wasm.get(8..)?);
    loop {
        let (kind, section) = file.part()?;
        if kind == DATA {
            let mut section = Bytes(section);
            let (_count, _kind, _constant) = (section.number()?, section.number()?, section.byte()?);
            let address = section.number()?;
            let (_end, _length) = (section.byte()?, section.number()?);
            let behind = section.0.len().saturating_add(file.0.len());
            return Some((wasm.len().checked_sub(behind)?, usize::try_from(address).ok()?));
        }
    }
}

/// Nothing else knows a path by its address and its length.
fn blank_places(wasm: &mut [u8], address: usize, length: usize) {
    let words = [address, length].map(|word| u32::try_from(word).unwrap_or(0).to_le_bytes()).concat();
    let mut from = 0;
    while let Some(place) = wasm.get(from..).and_then(|rest| find(rest, &words)) {
        from = from.saturating_add(place);
        wasm.iter_mut().skip(from).take(RECORD).for_each(|byte| *byte = 0);
    }
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|window| window == wanted)
}

/// The length of the path with which `bytes` begin, when it is one to a source.
fn path_length(bytes: &[u8]) -> Option<usize> {
    let is_of_path = |byte: &u8| byte.is_ascii_alphanumeric() || b"/._-+@".contains(byte);
    let whole = bytes.iter().position(|byte| !is_of_path(byte)).unwrap_or(bytes.len());
    find(bytes.get(..whole)?, END).map(|at| at.saturating_add(END.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn blanked(text: &str) -> String {
        let mut bytes = text.as_bytes().to_vec();
        blank(&mut bytes, "/some/.cargo");
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn a_path_is_blanked_and_its_neighbours_stay() {
        assert_eq!(blanked("missingsrc/js/call.rsis not"), format!("missing{}is not", "\0".repeat(14)));
        assert_eq!(blanked("/rustc/1a2b/library/core/src/num.rs/rustc/"), format!("{}/rustc/", "\0".repeat(35)));
        assert_eq!(blanked("x/some/.cargo/registry/src/a-1/b.rsy"), format!("x{}y", "\0".repeat(34)));
    }

    #[test]
    fn a_place_in_it_is_blanked_too_and_other_records_stay() {
        let record = |address: u32, length: u32| [address, length, 24, 7].map(u32::to_le_bytes).concat();
        let wasm = |place: &[u8], path: &[u8]| {
            let data = [b"text", path, place, &record(4104, 3)].concat();
            let head = [1, 0, 0x41, 0x80, 0x20, 0x0b, data.len() as u8];
            let section = [DATA, (head.len() + data.len()) as u8];
            [&b"\0asm\x01\0\0\0"[..], &section, &head, &data].concat()
        };
        let mut blanked = wasm(&record(4100, 11), b"src/js/a.rs");
        blank(&mut blanked, "/some/.cargo");
        assert_eq!(blanked, wasm(&[0; RECORD], &[0; 11]));
    }

    #[test]
    fn what_only_looks_like_one_stays() {
        for text in ["src/js/ of call.rs", "a.rs", "src/api/call.ts", "cargo/registry"] {
            assert_eq!(blanked(text), text);
        }
    }
}
