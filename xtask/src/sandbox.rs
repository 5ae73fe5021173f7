//! The sandbox, built and run beside the page and the tests.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::background::{self, Background};
use crate::failure::Failure;
use crate::process;
use crate::workspace::Workspace;

/// The key that it knows when nobody says otherwise.
pub(crate) const KEY: &str = "sandbox-key";

/// What the sandbox prints before its address.
const GREETING: &str = "listening on ";

/// A sandbox that runs until it is dropped.
pub(crate) struct Sandbox {
    pub(crate) url: String,
    _background: Background,
}

/// Builds the sandbox and says where it is. Not optimised: it answers one caller, and the tests use it too.
pub(crate) fn build(workspace: &Workspace) -> Result<PathBuf, Failure> {
    built_by(workspace, &["build", "--package", "wavix-sandbox"])
}

/// The sandbox as `cargo test` builds it beside the tests. [`build`] would compile its dependencies once more, because
/// cargo gives them fewer features when they are asked for by one crate alone.
pub(crate) fn build_with_tests(workspace: &Workspace) -> Result<PathBuf, Failure> {
    built_by(workspace, &["test", "--workspace", "--no-run"])
}

fn built_by(workspace: &Workspace, arguments: &[&str]) -> Result<PathBuf, Failure> {
    let mut cargo = Command::new("cargo");
    cargo.current_dir(workspace.root()).args(arguments);
    process::quiet("sandbox", cargo)?;
    Ok(workspace.target().join("debug/wavix-sandbox"))
}

impl Sandbox {
    /// Starts `program` on a free port, with `seed` example trunks.
    pub(crate) fn start(program: &Path, seed: u32, data: Option<&Path>) -> Result<Self, Failure> {
        let mut command = Command::new(program);
        command.args(["--listen", "127.0.0.1:0", "--seed"]).arg(seed.to_string());
        if let Some(file) = data {
            command.arg("--data").arg(file);
        }
        let (background, url) = background::serve(command, address)?;
        Ok(Self { url, _background: background })
    }
}

fn address(line: &str) -> Option<&str> {
    line.trim().strip_prefix(GREETING)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_is_what_the_sandbox_listens_on() {
        let line = "listening on http://127.0.0.1:41234\n";
        assert_eq!(address(line), Some("http://127.0.0.1:41234"));
        assert_eq!(address("opening trunks.db\n"), None);
    }
}
