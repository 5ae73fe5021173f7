//! wasm-bindgen-cli and wasm-pack, as cargo installs them.

use std::path::PathBuf;
use std::process::Command;

use which::which;

use crate::failure::Failure;
use crate::process;
use crate::workspace::Workspace;

/// The line of wasm-pack that we know: its flags changed between minor versions.
const WASM_PACK: &str = "0.15.";

/// The line of cargo-deny that `deny.toml` is written for.
const CARGO_DENY: &str = "0.20.";

/// Not optimised: it runs for a second, and compiles in a third of the time.
pub(super) fn ensure_deny() -> Result<(), Failure> {
    let install = ["cargo-deny", "--locked", "--debug", "--version", "~0.20.2"];
    ensure_one("cargo-deny", CARGO_DENY, "cargo-deny, 2–4 minutes", &install)
}

pub(super) fn ensure(workspace: &Workspace) -> Result<(), Failure> {
    // Its output and the crate's must match exactly, which is why Cargo.lock decides. First of the
    // two, because wasm-pack downloads it when it is missing.
    let bindgen = workspace.locked("wasm-bindgen")?;
    // Not --locked: its own lock file names versions that are not served everywhere any more.
    let install = ["wasm-bindgen-cli", "--version", &bindgen];
    ensure_one("wasm-bindgen", &bindgen, "wasm-bindgen-cli, 6–12 minutes", &install)?;

    let install = ["wasm-pack", "--locked", "--version", "~0.15.1"];
    ensure_one("wasm-pack", WASM_PACK, "wasm-pack, 3–6 minutes", &install)
}

/// Firefox's driver, as cargo installs it.
pub(super) fn geckodriver(version: &str) -> Result<PathBuf, Failure> {
    let install = ["geckodriver", "--locked", "--version", version];
    ensure_one("geckodriver", version, "geckodriver, 2–4 minutes", &install)?;
    which("geckodriver").map_err(|error| Failure::new("geckodriver is lost").because(error))
}

fn ensure_one(program: &str, wanted: &str, label: &str, install: &[&str]) -> Result<(), Failure> {
    if let Some(version) = installed(program, wanted) {
        process::there(version);
        return Ok(());
    }
    let by_hand = format!("cargo install --force {}", install.join(" "));
    let mut cargo = Command::new("cargo");
    // By force, because what stands in the way is another version or half an installation.
    cargo.args(["install", "--force"]).args(install);
    process::quiet(label, cargo).map_err(|failure| failure.by_hand(&by_hand))?;
    if installed(program, wanted).is_some() {
        return Ok(());
    }
    let found = which(program)
        .map_or_else(|_| "it is not on PATH".to_owned(), |path| format!("{} is another version", path.display()));
    Err(Failure::new(format!("{program} was installed but cannot be used"))
        .because(found)
        .by_hand("put cargo's bin folder first on PATH"))
}

/// The full version of `program`, when it is the wanted one.
fn installed(program: &str, wanted: &str) -> Option<String> {
    let said = process::answer(Command::new(program).arg("--version"))?;
    is_version(&said, wanted).then_some(said)
}

/// Whether `said`, a line such as `wasm-pack 0.15.1`, names the version wanted: exactly, or any of a
/// line that ends in a dot.
fn is_version(said: &str, wanted: &str) -> bool {
    said.split_whitespace()
        .nth(1)
        .is_some_and(|version| version == wanted || (wanted.ends_with('.') && version.starts_with(wanted)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_exact_version_will_do_unless_a_line_is_named() {
        assert!(is_version("wasm-bindgen 0.2.130", "0.2.130"));
        assert!(!is_version("wasm-bindgen 0.2.1301", "0.2.130"));
        assert!(!is_version("wasm-bindgen 0.2.13", "0.2.130"));
        assert!(is_version("wasm-pack 0.15.1", "0.15."));
        assert!(!is_version("wasm-pack 0.16.0", "0.15."));
        assert!(!is_version("wasm-pack", "0.15."));
    }
}
