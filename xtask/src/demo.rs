//! `cargo xtask demo`: the page, and a sandbox behind it.

use std::env;
use std::path::{self, Path};

use crate::failure::Failure;
use crate::sandbox::{self, Sandbox};
use crate::workspace::Workspace;
use crate::{package, setup, www};

/// How many example trunks there are to play with.
pub(crate) const TRUNKS: u32 = 12;

/// Builds and serves everything until Ctrl-C.
pub(crate) fn run(workspace: &Workspace, port: u16, open_browser: bool, data: Option<&Path>) -> Result<(), Failure> {
    let toolchain = setup::for_building(workspace)?;
    let tarball = package::build(workspace, toolchain)?;
    let sandbox = Sandbox::start(&sandbox::build(workspace)?, TRUNKS, data)?;
    www::build(workspace, &tarball, &sandbox.url)?;
    let page = www::serve(workspace, port)
        .map_err(|failure| failure.by_hand("if the port is taken, choose another with --port"))?;

    println!("\n  page     {}", page.url);
    println!("  sandbox  {}, API key sandbox-key", sandbox.url);
    println!("  Ctrl-C ends both\n");
    if open_browser && has_display() && open::that_detached(&page.url).is_err() {
        println!("  no browser opened; open the page by hand");
    }
    page.wait();
    Err(Failure::new("the page's server ended by itself"))
}

/// Writes the page into `folder`, for any static host.
pub(crate) fn write(workspace: &Workspace, folder: &Path) -> Result<(), Failure> {
    let toolchain = setup::for_building(workspace)?;
    let tarball = package::build(workspace, toolchain)?;
    let folder = path::absolute(folder).map_err(|error| Failure::new("no such folder").because(error))?;
    www::write(workspace, &tarball, &folder)?;
    println!("{}", folder.display());
    Ok(())
}

/// Whether somebody sits in front of this machine.
fn has_display() -> bool {
    let set = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
    !set("CI") && (!cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY"))
}
