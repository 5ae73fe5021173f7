//! `cargo xtask demo`: the page, and behind it a relay and a sandbox.

use std::env;
use std::path::{self, Path};
use std::process::Command;

use crate::failure::Failure;
use crate::sandbox::{self, Sandbox};
use crate::workspace::Workspace;
use crate::www::{self, Page};
use crate::{package, process, setup};

/// How many example trunks there are to play with.
pub(crate) const TRUNKS: u32 = 12;

/// How many there are in the story, to look like an account that is used.
const STORY_TRUNKS: u32 = 40;

/// How the page reaches the sandbox.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    /// Through a relay that has the key.
    Relay,
    /// By itself, with the key in the page: on this machine only.
    Direct,
}

/// Builds and serves everything until Ctrl-C.
pub(crate) fn run(
    workspace: &Workspace,
    port: u16,
    open_browser: bool,
    data: Option<&Path>,
    way: Way,
) -> Result<(), Failure> {
    let toolchain = setup::for_building(workspace)?;
    let tarball = package::build(workspace, toolchain)?;
    let sandbox = Sandbox::start(&sandbox::build(workspace)?, TRUNKS, data)?;
    let page = page(workspace, &tarball, &sandbox, port, way)
        .map_err(|failure| failure.by_hand("if the port is taken, choose another with --port"))?;

    println!("\n  page     {}", page.url);
    if way == Way::Relay {
        println!("  relay    {}{}, has the key; the page has none", page.url.trim_end_matches('/'), www::RELAY);
    }
    println!("  sandbox  {}, API key {}", sandbox.url, sandbox::KEY);
    println!("  Ctrl-C ends all\n");
    if open_browser && has_display() && open::that_detached(&page.url).is_err() {
        println!("  no browser opened; open the page by hand");
    }
    page.wait();
    Err(Failure::new("the page's server ended by itself"))
}

/// Plays the whole story of the page in a browser, and keeps its pictures and a film in `folder`.
pub(crate) fn record(workspace: &Workspace, folder: &Path) -> Result<(), Failure> {
    let toolchain = setup::for_building(workspace)?;
    let browser = setup::for_browsing()?;
    let tarball = package::build(workspace, toolchain)?;
    let sandbox = Sandbox::start(&sandbox::build(workspace)?, STORY_TRUNKS, None)?;
    let page = page(workspace, &tarball, &sandbox, 0, Way::Direct)?;
    let mut node = Command::new("node");
    node.current_dir(workspace.root())
        .arg("tests/demo/story.mjs")
        .env("WAVIX_STORY", path::absolute(folder).map_err(|error| Failure::new("no such folder").because(error))?)
        .env("WAVIX_SANDBOX_URL", &sandbox.url)
        .env("WAVIX_DEMO_URL", &page.url)
        .env("CHROME", &browser.chrome);
    process::loud(node)
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

/// The page, built and served for this way to the sandbox.
pub(crate) fn page(
    workspace: &Workspace,
    tarball: &Path,
    sandbox: &Sandbox,
    port: u16,
    way: Way,
) -> Result<Page, Failure> {
    match way {
        Way::Relay => {
            www::build(workspace, tarball, www::RELAY)?;
            www::serve(workspace, port, Some(sandbox))
        }
        Way::Direct => {
            www::build(workspace, tarball, &sandbox.url)?;
            www::serve(workspace, port, None)
        }
    }
}

/// Whether somebody sits in front of this machine.
fn has_display() -> bool {
    let set = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
    !set("CI") && (!cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY"))
}
