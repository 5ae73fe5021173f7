//! What npm's and Rust's registries would get, tried without sending it.

use std::process::Command;

use crate::failure::Failure;
use crate::setup::{TARGET, Toolchain};
use crate::workspace::Workspace;
use crate::{package, process};

/// `npm publish --dry-run`: the manifest, the files, and whether the registry would take the version.
pub(super) fn npm(build: &Workspace) -> Result<(), Failure> {
    let mut npm = Command::new("npm");
    npm.current_dir(build.root()).args(["publish", "--dry-run"]).arg(package::tarball(build));
    process::loud(npm)
}

/// `cargo publish --dry-run`, and the crate as packed compiled for wasm32 as well. Where the registry does not answer the
/// crate is packed and compiled without it, and what stays open is returned.
pub(super) fn cargo(build: &Workspace, toolchain: Toolchain) -> Result<Option<String>, Failure> {
    let cargo = |arguments: &[&str]| {
        let mut cargo = Command::new("cargo");
        cargo.current_dir(build.root()).args(arguments).args(["--package", "wavix-trunks"]);
        cargo.env_remove("CARGO_TARGET_DIR");
        cargo
    };
    let published = process::quiet("cargo publish --dry-run", cargo(&["publish", "--dry-run"]));
    if let Err(failure) = &published {
        println!("{failure}\n… once more without the registry");
        process::quiet("cargo package", cargo(&["package", "--offline"]))?;
    }
    // `cargo publish` compiles for this machine only, and misses what only the JavaScript face needs.
    let mut wasm = cargo(&["package", "--offline", "--target", TARGET]);
    toolchain.lead(&mut wasm);
    process::quiet(&format!("the crate as packed, for {TARGET}"), wasm)?;
    Ok(published.err().map(|failure| format!("the registry of crates was not asked: {}", failure.what())))
}
