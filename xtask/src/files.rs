//! Files read and written with an error that names the file.

use std::fs;
use std::io;
use std::path::Path;

use crate::failure::Failure;

pub(crate) fn read(path: &Path) -> Result<String, Failure> {
    fs::read_to_string(path).map_err(|error| cannot("read", path, &error))
}

pub(crate) fn read_bytes(path: &Path) -> Result<Vec<u8>, Failure> {
    fs::read(path).map_err(|error| cannot("read", path, &error))
}

pub(crate) fn write(path: &Path, text: impl AsRef<[u8]>) -> Result<(), Failure> {
    fs::write(path, text).map_err(|error| cannot("write", path, &error))
}

pub(crate) fn copy(from: &Path, to: &Path) -> Result<(), Failure> {
    fs::copy(from, to).map(drop).map_err(|error| cannot("copy", from, &error))
}

pub(crate) fn remove(path: &Path) -> Result<(), Failure> {
    fs::remove_file(path).map_err(|error| cannot("remove", path, &error))
}

/// An empty folder at `path`, whatever was there before.
pub(crate) fn fresh_folder(path: &Path) -> Result<(), Failure> {
    match fs::remove_dir_all(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            return Err(cannot("empty", path, &error));
        }
        _ => {}
    }
    fs::create_dir_all(path).map_err(|error| cannot("create", path, &error))
}

/// Whether `product` is there and no older than `source`.
pub(crate) fn is_fresh(product: &Path, source: &Path) -> bool {
    let changed = |path: &Path| fs::metadata(path).and_then(|data| data.modified());
    match (changed(product), changed(source)) {
        (Ok(product), Ok(source)) => product >= source,
        _ => false,
    }
}

/// `text` with the only occurrence of `from` replaced; anything but one occurrence is a failure,
/// because it means that a tool changed what it writes.
pub(crate) fn replace_once(text: &str, from: &str, to: &str) -> Result<String, Failure> {
    match text.matches(from).count() {
        1 => Ok(text.replacen(from, to, 1)),
        count => Err(Failure::new(format!("`{from}` was expected once and found {count} times"))),
    }
}

fn cannot(act: &str, path: &Path, error: &io::Error) -> Failure {
    Failure::new(format!("cannot {act} {}", path.display())).because(error)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_replacement_that_does_not_match_exactly_once_is_refused() {
        assert_eq!(replace_once("a b", "b", "c").unwrap(), "a c");
        assert!(replace_once("a", "b", "c").is_err());
        assert!(replace_once("b b", "b", "c").is_err());
    }
}
