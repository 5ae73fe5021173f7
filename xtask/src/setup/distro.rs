//! The Debian way to wasm32 where rustup's server is out of reach: Debian's newest compiler comes
//! with the sources of its standard library, and cargo can build that library for another target.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::debian;
use super::target::TARGET;
use crate::failure::Failure;
use crate::workspace::Workspace;
use crate::{files, process, remap};

/// What rustup calls the toolchain.
pub(super) const NAME: &str = "distro";

/// Where Debian keeps its compiler and that compiler's libraries.
const PREFIX: &str = "/usr";

/// An empty crate that drags the standard library in. Its own workspace, or cargo would take it for
/// a forgotten member of ours.
const MANIFEST: &str = "[package]\nname = \"nothing\"\nedition = \"2024\"\n[lib]\npath = \"nothing.rs\"\n[workspace]\n";

/// Makes the toolchain `distro` compile for wasm32.
pub(super) fn make(workspace: &Workspace) -> Result<(), Failure> {
    let linker = linker()?;
    debian::install(&["rustc-web", "rust-web-src", "rust-web-clippy"])?;
    let libraries = build(&workspace.target().join("xtask/wasm-std"), &linker)?;
    put_in_place(&libraries, &linker)?;

    let mut link = Command::new("rustup");
    link.args(["toolchain", "link", NAME, PREFIX]);
    process::quiet(&format!("rustup knows it as `{NAME}`"), link)
}

/// rust-lld of the toolchain in use: Debian's compiler has none.
fn linker() -> Result<PathBuf, Failure> {
    let rustc = |asked: &[&str]| process::answer(Command::new("rustc").args(asked));
    let path = rustc(&["--print", "sysroot"]).zip(rustc(&["--print", "host-tuple"]));
    path.map(|(sysroot, host)| Path::new(&sysroot).join("lib/rustlib").join(host).join("bin/rust-lld"))
        .filter(|linker| linker.is_file())
        .ok_or_else(|| Failure::new("rust-lld was not found").by_hand("install Rust by rustup.rs"))
}

/// Builds the standard library for wasm32 and says which files it is made of.
fn build(folder: &Path, linker: &Path) -> Result<Vec<PathBuf>, Failure> {
    files::fresh_folder(folder)?;
    files::write(&folder.join("Cargo.toml"), MANIFEST)?;
    files::write(&folder.join("nothing.rs"), "#![no_std]\n")?;
    let products = folder.join("target");

    let mut cargo = Command::new("cargo");
    cargo
        .current_dir(folder)
        .args(["build", "--release", "--target", TARGET])
        // `test` too, or `cargo test` for wasm32 could not link.
        .arg("-Zbuild-std=std,panic_abort,test")
        .env("RUSTC", Path::new(PREFIX).join("bin/rustc"))
        // Building std is a nightly privilege; Debian's compiler is asked to make an exception.
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_TARGET_DIR", &products)
        .env(remap::VARIABLE, remap::flags(folder, None, &[]))
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker);
    process::quiet(&format!("standard library for {TARGET}, a few minutes"), cargo)?;
    libraries(&products.join(TARGET).join("release/deps"))
}

/// Puts the library where Debian's compiler looks for it, and the linker beside it.
fn put_in_place(built: &[PathBuf], linker: &Path) -> Result<(), Failure> {
    let rustlib = Path::new(PREFIX).join("lib/rustlib");
    let home = rustlib.join(TARGET).join("lib");
    // Of an older compiler, or we would not be here; left beside the new ones they would confuse it.
    let stale = libraries(&home).unwrap_or_default();
    let mut remove = debian::as_root("rm");
    remove.arg("--force").args(stale);
    let mut install = debian::as_root("install");
    install.args(["-D", "--mode=644", "--target-directory"]).arg(&home).args(built);

    let tools = rustlib.join(rustlib_host()?).join("bin");
    let mut folder = debian::as_root("install");
    folder.arg("--directory").arg(&tools);
    // A link and not a copy, because the linker finds its LLVM relative to where it really is.
    let mut link = debian::as_root("ln");
    link.args(["--symbolic", "--force"]).arg(linker).arg(tools);

    for (label, command) in [
        ("older libraries removed", remove),
        ("standard library in its place", install),
        ("a place for the linker", folder),
        ("linker in its place", link),
    ] {
        process::quiet(label, command)?;
    }
    Ok(())
}

/// The host as Debian's own compiler names it.
fn rustlib_host() -> Result<String, Failure> {
    let mut rustc = Command::new(Path::new(PREFIX).join("bin/rustc"));
    process::answer(rustc.args(["--print", "host-tuple"])).ok_or_else(|| Failure::new("Debian's rustc does not run"))
}

fn libraries(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let entries =
        fs::read_dir(folder).map_err(|error| Failure::new(format!("no {}", folder.display())).because(error))?;
    Ok(entries
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension() == Some(OsStr::new("rlib")))
        .filter(|path| {
            let name = path.file_name().map(OsStr::to_string_lossy);
            !name.is_some_and(|name| name.starts_with("libnothing-"))
        })
        .collect())
}
