//! Source paths, blanked in the compiled wasm. Each place that can panic carries the path of its source file; nobody sees
//! it, since a panic arrives as a sentence, and some name folders of the machine that compiled them. Rust leaves them out
//! only in its nightly versions.

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

/// Overwrites every source path with spaces; nothing changes its place. `home` is cargo's folder on the machine that
/// compiled the standard library, which may be this one.
pub(super) fn blank(wasm: &mut [u8], home: &str) {
    let with_home = format!("{home}/registry/src/");
    // The longest first: it ends like another one.
    for beginning in [with_home.as_str()].into_iter().chain(BEGINNINGS) {
        let mut from = 0;
        while let Some(path) = wasm.get(from..).and_then(|rest| find(rest, beginning.as_bytes())) {
            let start = from.saturating_add(path);
            let length = wasm.get(start..).and_then(path_length).unwrap_or(0);
            if let Some(path) = wasm.get_mut(start..start.saturating_add(length)) {
                path.fill(b' ');
            }
            from = start.saturating_add(length.max(1));
        }
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
        assert_eq!(blanked("missingsrc/js/call.rsis not"), "missing              is not");
        assert_eq!(blanked("/rustc/1a2b/library/core/src/num.rs/rustc/"), format!("{}/rustc/", " ".repeat(35)));
        assert_eq!(blanked("x/some/.cargo/registry/src/a-1/b.rsy"), format!("x{}y", " ".repeat(34)));
    }

    #[test]
    fn what_only_looks_like_one_stays() {
        for text in ["src/js/ of call.rs", "a.rs", "src/api/call.ts", "cargo/registry"] {
            assert_eq!(blanked(text), text);
        }
    }
}
