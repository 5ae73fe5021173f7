//! `cargo xtask bench`: what the package costs beside its peers, measured by the programs in `benches/`.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::failure::Failure;
use crate::setup::{self, Browser};
use crate::workspace::Workspace;
use crate::{files, process};

/// The workshop's own packages that the bench uses, too.
const WORKSHOP: [&str; 2] = ["esbuild", "playwright-core"];

/// Measures the package of `tarball`, with the program `sandbox` to list from. `quick` only proves that it can be done.
pub(crate) fn run(
    workspace: &Workspace,
    tarball: &Path,
    sandbox: &Path,
    browser: &Browser,
    quick: bool,
) -> Result<(), Failure> {
    let folder = workspace.target().join("bench");
    copy_programs(&workspace.root().join("benches"), &folder)?;
    setup::npm_packages_unlocked(&folder)?;
    let mut npm = Command::new("npm");
    npm.current_dir(&folder).args(["install", "--no-save", "--offline", "--no-audit", "--no-fund"]).arg(tarball);
    process::quiet("the package, as installed", npm)?;
    // Behind the installation, which takes away what the manifest does not name.
    for name in WORKSHOP {
        let link = folder.join("node_modules").join(name);
        if !link.exists() {
            link_folder(&workspace.root().join("node_modules").join(name), &link)?;
        }
    }

    let node = |program: &str| {
        let mut node = Command::new("node");
        node.current_dir(&folder).arg(program).env("CHROME", &browser.chrome).env("WAVIX_SANDBOX", sandbox);
        node
    };
    process::quiet("ajv, compiled ahead of time", node("peers/ajv-compile.mjs"))?;
    let mut bench = node("bench.mjs");
    bench.arg(folder.join("results"));
    if quick {
        bench.arg("--quick");
    }
    process::loud(bench)
}

/// The programs beside the peers that they import; a manifest only when it changed, since its age says whether to install.
fn copy_programs(from: &Path, to: &Path) -> Result<(), Failure> {
    let unread = |error| Failure::new(format!("cannot read {}", from.display())).because(error);
    fs::create_dir_all(to).map_err(|error| Failure::new(format!("cannot create {}", to.display())).because(error))?;
    for entry in fs::read_dir(from).map_err(unread)?.flatten() {
        let (source, copy) = (entry.path(), to.join(entry.file_name()));
        if source.is_dir() {
            copy_programs(&source, &copy)?;
        } else if files::read_bytes(&copy).ok() != Some(files::read_bytes(&source)?) {
            files::copy(&source, &copy)?;
        }
    }
    Ok(())
}

#[cfg(unix)]
fn link_folder(target: &Path, link: &Path) -> Result<(), Failure> {
    std::os::unix::fs::symlink(target, link).map_err(|error| unlinked(link, &error))
}

#[cfg(windows)]
fn link_folder(target: &Path, link: &Path) -> Result<(), Failure> {
    std::os::windows::fs::symlink_dir(target, link).map_err(|error| unlinked(link, &error))
}

fn unlinked(link: &Path, error: &std::io::Error) -> Failure {
    Failure::new(format!("cannot link {}", link.display())).because(error)
}
