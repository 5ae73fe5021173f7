//! The npm package: compiled, put together, packed.

mod assemble;
mod binary;
mod bundle;
mod glue;
mod names;
mod optimise;
mod order;
mod panics;
mod paths;
mod text;
mod types;
mod wasm;

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::Failure;
use crate::setup::Toolchain;
use crate::workspace::{VERSION, Workspace};
use crate::{files, process};

/// The name of the package, and of the folder in which it is put together.
const NAME: &str = "wavix-trunks";

/// Builds the tarball that `npm publish` would send, and says where it is.
pub(crate) fn build(workspace: &Workspace, toolchain: Toolchain) -> Result<PathBuf, Failure> {
    let home = home(workspace);
    let folder = folder(workspace);
    let compiled = wasm::compile(workspace, toolchain)?;
    assemble::assemble(workspace, &compiled, &folder)?;
    pack(&folder, &home)?;
    Ok(tarball(workspace))
}

/// Takes the types of the package just built for the right ones.
pub(crate) fn bless(workspace: &Workspace) -> Result<(), Failure> {
    files::copy(&folder(workspace).join("index.d.ts"), &workspace.root().join("tests/packaging/golden/index.d.ts"))
}

/// Where the package is put together: what the tarball holds.
pub(crate) fn folder(workspace: &Workspace) -> PathBuf {
    home(workspace).join(NAME)
}

/// Where the tarball is once it is built: its name has the version from the manifest.
pub(crate) fn tarball(workspace: &Workspace) -> PathBuf {
    home(workspace).join(format!("{NAME}-{VERSION}.tgz"))
}

fn home(workspace: &Workspace) -> PathBuf {
    workspace.target().join("package")
}

fn pack(folder: &Path, into: &Path) -> Result<(), Failure> {
    let mut npm = Command::new("npm");
    npm.current_dir(folder).args(["pack", "--pack-destination"]).arg(into);
    process::quiet("tarball", npm)
}
