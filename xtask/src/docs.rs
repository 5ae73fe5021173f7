//! `cargo xtask docs`: the pages of docs/, and the reference made from the package's types, as a static site.

use std::path::PathBuf;
use std::process::Command;

use crate::failure::Failure;
use crate::workspace::Workspace;
use crate::{background, files, package, process, setup, www};

/// Writes the pages of the reference, from the types of the package that was built last.
pub(crate) fn reference(workspace: &Workspace) -> Result<(), Failure> {
    let pages = pages(workspace);
    setup::npm_packages(&pages)?;
    let types = products(workspace).join("types");
    files::fresh_folder(&types)?;
    let mut node = Command::new("node");
    node.current_dir(&pages).arg(".vitepress/reference.mjs").arg(package::folder(workspace)).arg(types);
    process::quiet("reference", node)
}

/// Builds the site for a server that has it under `base`, and says where it is.
pub(crate) fn build(workspace: &Workspace, base: &str) -> Result<PathBuf, Failure> {
    reference(workspace)?;
    let site = products(workspace).join("site");
    let mut vitepress = vitepress(workspace, "build");
    vitepress.args(["--base", base, "--outDir"]).arg(&site);
    process::quiet("documentation", vitepress)?;
    Ok(site)
}

/// Serves the pages on `port` of this machine until Ctrl-C, each as it is when somebody looks at it.
pub(crate) fn serve(workspace: &Workspace, port: u16) -> Result<(), Failure> {
    reference(workspace)?;
    let mut vitepress = vitepress(workspace, "dev");
    vitepress
        .args(["--host", "127.0.0.1", "--strictPort", "--port"])
        .arg(port.to_string())
        .env("NO_COLOR", "1")
        .env_remove("FORCE_COLOR");
    let (server, url) = background::serve(vitepress, www::address)
        .map_err(|failure| failure.by_hand("if the port is taken, choose another with --port"))?;
    println!("\n  documentation  {url}\n  Ctrl-C ends it\n");
    server.wait();
    Err(Failure::new("the documentation's server ended by itself"))
}

fn vitepress(workspace: &Workspace, task: &str) -> Command {
    let mut vitepress = Command::new("node");
    // VitePress itself and not npm, which would leave it behind when it is ended.
    vitepress.current_dir(pages(workspace)).args(["node_modules/vitepress/bin/vitepress.js", task, "."]);
    vitepress
}

fn pages(workspace: &Workspace) -> PathBuf {
    workspace.root().join("docs")
}

fn products(workspace: &Workspace) -> PathBuf {
    workspace.target().join("docs")
}
