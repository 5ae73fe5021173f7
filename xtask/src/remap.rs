//! Compiler flags that keep the folders of whoever builds out of what is built: a panic message
//! names its source file, and the builder's home is nobody's business.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::process;
use crate::setup::Toolchain;

/// Cargo's separator between flags that may contain spaces.
const UNIT: &str = "\u{1f}";

/// The variable that takes the flags; it replaces RUSTFLAGS, which is why those are passed on.
pub(crate) const VARIABLE: &str = "CARGO_ENCODED_RUSTFLAGS";

/// The caller's RUSTFLAGS and `more`, with cargo's folder of sources, `root` and the sources of the standard library renamed.
pub(crate) fn flags(root: &Path, library: Option<(PathBuf, String)>, more: &[&str]) -> String {
    let theirs = env::var("RUSTFLAGS").unwrap_or_default();
    let home = cargo_home().map(|home| (home, "cargo".to_owned()));
    let renamed = [home, Some((root.to_path_buf(), ".".to_owned())), library];
    let ours = renamed.into_iter().flatten().map(|(from, to)| format!("--remap-path-prefix={}={to}", from.display()));
    theirs.split_whitespace().chain(more.iter().copied()).map(str::to_owned).chain(ours).collect::<Vec<_>>().join(UNIT)
}

/// Where a toolchain keeps the sources of the standard library, once `rustup component add rust-src` has put them there,
/// and what the compiler calls them until then: what is built must be the same with them and without.
pub(crate) fn standard_library(toolchain: Toolchain) -> Option<(PathBuf, String)> {
    let ask = |argument: &[&str]| process::answer(toolchain.lead(Command::new("rustc").args(argument)));
    let sources = Path::new(&ask(&["--print", "sysroot"])?).join("lib/rustlib/src/rust");
    let version = ask(&["-vV"])?;
    let commit = version.lines().find_map(|line| line.strip_prefix("commit-hash: "))?;
    Some((sources, format!("/rustc/{commit}")))
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
        let library = ("/sources of/rust".into(), "/rustc/1a2b".to_owned());
        let flags = flags(Path::new("/somewhere/with spaces"), Some(library), &["-Cmore"]);
        let [.., more, _, root, library] = flags.split(UNIT).collect::<Vec<_>>()[..] else { panic!("{flags}") };
        assert_eq!(more, "-Cmore");
        assert_eq!(root, "--remap-path-prefix=/somewhere/with spaces=.");
        assert_eq!(library, "--remap-path-prefix=/sources of/rust=/rustc/1a2b");
    }
}
