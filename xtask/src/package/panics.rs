//! The functions that begin a panic, emptied in the compiled wasm. What they would do before they give up is to put a message
//! together for a console that wasm does not have: 2 % of the file. A trap is all that remains of a panic either way, and the
//! calls that it ends are told of it (`src/js/guard.rs`).

use super::binary::{Bytes, CODE, CUSTOM, FUNCTION_NAMES, IMPORTS, functions_imported, write_number, write_part};
use crate::failure::Failure;

/// What their names begin with, without the hashes of crates.
const BEGINNINGS: [&str; 10] = [
    "<std::panicking::",
    "alloc::alloc::handle_alloc_error",
    "alloc::raw_vec::capacity_overflow",
    "alloc::raw_vec::handle_error",
    "core::cell::panic_",
    "core::option::expect_failed",
    "core::option::unwrap_failed",
    "core::panicking::",
    "core::slice::index::slice_index_fail",
    "std::panicking::panic_",
];

/// A function without locals that traps.
const TRAP: [u8; 3] = [0, 0, 0x0b];

/// The same wasm, in which these functions trap at once. Whatever only they needed, wasm-opt takes away.
pub(super) fn empty(wasm: &[u8]) -> Result<Vec<u8>, Failure> {
    let unread = || Failure::new("the wasm is not built as it used to be: its functions cannot be told apart");
    let begin_panics = numbers_of_panics(wasm).ok_or_else(unread)?;
    if begin_panics.is_empty() {
        return Err(Failure::new("no function of the wasm begins a panic by the name that it used to have"));
    }
    emptied(wasm, &begin_panics).ok_or_else(unread)
}

/// The functions that begin a panic, by their place among those that have code.
fn numbers_of_panics(wasm: &[u8]) -> Option<Vec<u32>> {
    let mut imported = 0_u32;
    let mut numbers = Vec::new();
    let mut file = Bytes(wasm.get(8..)?);
    while let Some((kind, section)) = file.part() {
        let mut section = Bytes(section);
        if kind == IMPORTS {
            imported = functions_imported(&mut section)?;
        }
        if kind == CUSTOM && section.text()? == b"name" {
            while let Some((kind, names)) = section.part() {
                let mut names = Bytes(names);
                let count = if kind == FUNCTION_NAMES { names.number()? } else { 0 };
                for _ in 0..count {
                    let (number, name) = (names.number()?, names.text()?);
                    if begins_a_panic(&String::from_utf8_lossy(name)) {
                        numbers.push(number.checked_sub(imported)?);
                    }
                }
            }
        }
    }
    Some(numbers)
}

/// `core[0123456789abcdef]::panicking::panic_fmt`, and as older compilers have it.
fn begins_a_panic(name: &str) -> bool {
    let bare = match (name.split_once('['), name.split_once("]::")) {
        (Some((crate_name, _)), Some((_, path))) => format!("{crate_name}::{path}"),
        _ => name.to_owned(),
    };
    BEGINNINGS.iter().any(|beginning| bare.starts_with(beginning))
}

fn emptied(wasm: &[u8], numbers: &[u32]) -> Option<Vec<u8>> {
    let (head, sections) = wasm.split_at_checked(8)?;
    let mut new = head.to_vec();
    let mut file = Bytes(sections);
    while let Some((kind, section)) = file.part() {
        let section = if kind == CODE { with_traps(section, numbers)? } else { section.to_vec() };
        new.push(kind);
        write_part(&section, &mut new)?;
    }
    Some(new)
}

fn with_traps(code: &[u8], numbers: &[u32]) -> Option<Vec<u8>> {
    let mut code = Bytes(code);
    let count = code.number()?;
    let mut new = Vec::new();
    write_number(count, &mut new);
    for number in 0..count {
        let body = code.text()?;
        write_part(if numbers.contains(&number) { &TRAP } else { body }, &mut new)?;
    }
    Some(new)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One import, two functions with code, and their names.
    fn wasm(name: &str) -> Vec<u8> {
        let mut names = vec![2, 1, 4];
        names.extend(b"kept");
        names.extend([2, name.len() as u8]);
        names.extend(name.as_bytes());
        let mut section = vec![4];
        section.extend(b"name");
        section.extend([1, names.len() as u8]);
        section.extend(names);

        let mut wasm = b"\0asm\x01\0\0\0".to_vec();
        wasm.extend([IMPORTS, 7, 1, 1, b'a', 1, b'b', 0, 0]);
        wasm.extend([CODE, 9, 2, 2, 0, 0x0b, 4, 0, 0x41, 0, 0x0b]);
        wasm.extend([CUSTOM, section.len() as u8]);
        wasm.extend(section);
        wasm
    }

    #[test]
    fn a_function_that_begins_a_panic_traps_and_the_others_stay() {
        for name in ["core[26159f5dff01d68b]::panicking::panic_fmt", "core::panicking::panic_fmt"] {
            let emptied = empty(&wasm(name)).unwrap();
            let code = [CODE, 8, 2, 2, 0, 0x0b, 3, 0, 0, 0x0b];
            assert!(emptied.windows(code.len()).any(|window| window == code), "{emptied:?}");
            assert_eq!(emptied.len(), wasm(name).len() - 1);
        }
    }

    #[test]
    fn a_wasm_without_such_functions_or_without_their_names_is_refused() {
        assert!(empty(&wasm("wavix_trunks::panicking")).is_err());
        assert!(empty(b"\0asm\x01\0\0\0").is_err());
        assert!(empty(b"text").is_err());
    }
}
