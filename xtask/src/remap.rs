//! Compiler flags that keep the folders of whoever builds out of what is built: a panic message
//! names its source file, and the builder's home is nobody's business.

use std::env;
use std::path::{Path, PathBuf};

/// Cargo's separator between flags that may contain spaces.
const UNIT: &str = "\u{1f}";

/// The variable that takes the flags; it replaces RUSTFLAGS, which is why those are passed on.
pub(crate) const VARIABLE: &str = "CARGO_ENCODED_RUSTFLAGS";

/// The caller's RUSTFLAGS, with cargo's folder of sources and `root` renamed.
pub(crate) fn flags(root: &Path) -> String {
    let theirs = env::var("RUSTFLAGS").unwrap_or_default();
    let renamed = [(cargo_home(), "cargo"), (Some(root.to_path_buf()), ".")];
    let ours = renamed.into_iter().filter_map(|(from, to)| {
        let from = from?;
        Some(format!("--remap-path-prefix={}={to}", from.display()))
    });
    theirs.split_whitespace().map(str::to_owned).chain(ours).collect::<Vec<_>>().join(UNIT)
}

/// The folder in which cargo keeps the sources of crates.
pub(crate) fn cargo_home() -> Option<PathBuf> {
    env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| env::home_dir().map(|home| home.join(".cargo")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_folder_of_the_builder_is_renamed() {
        let flags = flags(Path::new("/somewhere/with spaces"));
        assert_eq!(flags.split(UNIT).last(), Some("--remap-path-prefix=/somewhere/with spaces=."));
    }
}
