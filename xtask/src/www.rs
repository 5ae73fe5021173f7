//! The demo page: built against the tarball as its users would, then served.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::background::{self, Background};
use crate::failure::Failure;
use crate::sandbox::{self, Sandbox};
use crate::workspace::Workspace;
use crate::{files, process, setup};

/// Where the relay is on the page's server.
pub(crate) const RELAY: &str = "/api/wavix";

/// The page, served until this is dropped.
pub(crate) struct Page {
    pub(crate) url: String,
    server: Background,
}

/// Builds the page, on `tarball` as installed, to talk to `api`: an address, or a path on its own server.
pub(crate) fn build(workspace: &Workspace, tarball: &Path, api: &str) -> Result<(), Failure> {
    install(workspace, tarball)?;
    let mut build = npm_build(workspace);
    build.env("VITE_WAVIX_BASE_URL", api);
    process::quiet("the demo page", build)
}

/// Builds the page into `out`, for any static host: it asks for a sandbox where one listens by default, and for whatever
/// address somebody sets in it.
pub(crate) fn write(workspace: &Workspace, tarball: &Path, out: &Path) -> Result<(), Failure> {
    install(workspace, tarball)?;
    let mut build = npm_build(workspace);
    build.args(["--", "--emptyOutDir", "--outDir"]).arg(out);
    process::quiet("the demo page", build)
}

fn npm_build(workspace: &Workspace) -> Command {
    let mut build = Command::new("npm");
    build.current_dir(folder(workspace)).args(["run", "build"]).env_remove("VITE_WAVIX_BASE_URL");
    build
}

fn install(workspace: &Workspace, tarball: &Path) -> Result<(), Failure> {
    let folder = folder(workspace);
    setup::npm_packages(&folder)?;
    // npm takes a package of the same version for the same package.
    files::fresh_folder(&folder.join("node_modules/wavix-trunks"))?;
    let mut install = Command::new("npm");
    install
        .current_dir(&folder)
        // Not into the lock file: its integrity would change with every build.
        .args(["install", "--no-save", "--no-package-lock"])
        .args(["--no-audit", "--no-fund", "--prefer-offline"])
        .arg(tarball);
    process::quiet("the package in the demo page", install)
}

/// Serves the page on `port` of this machine; 0 is any free one. Beside it stands a relay to `sandbox`, if there is one.
pub(crate) fn serve(workspace: &Workspace, port: u16, sandbox: Option<&Sandbox>) -> Result<Page, Failure> {
    let mut vite = Command::new("node");
    vite.current_dir(folder(workspace))
        // Vite itself and not npm, which would leave Vite behind when it is ended.
        .arg("node_modules/vite/bin/vite.js")
        .args(["preview", "--host", "127.0.0.1", "--strictPort", "--port"])
        .arg(port.to_string())
        .env("NO_COLOR", "1")
        .env_remove("FORCE_COLOR")
        .env_remove("WAVIX_API_KEY");
    if let Some(sandbox) = sandbox {
        vite.env("WAVIX_API_KEY", sandbox::KEY).env("WAVIX_BASE_URL", &sandbox.url);
    }
    let (server, url) = background::serve(vite, address)?;
    Ok(Page { url, server })
}

impl Page {
    /// Waits until the server ends by itself, which it does only in trouble.
    pub(crate) fn wait(&self) {
        self.server.wait();
    }
}

fn folder(workspace: &Workspace) -> PathBuf {
    workspace.root().join("www-example")
}

/// The address in a line that Vite says when it serves.
pub(crate) fn address(line: &str) -> Option<&str> {
    line.split_whitespace().find(|word| word.starts_with("http://"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_is_found_in_what_vite_says() {
        let line = "  ➜  Local:   http://127.0.0.1:4173/\n";
        assert_eq!(address(line), Some("http://127.0.0.1:4173/"));
        assert_eq!(address("\n"), None);
    }
}
