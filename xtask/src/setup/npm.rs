//! The npm packages that a folder's lock file names.

use std::path::Path;
use std::process::Command;

use crate::failure::Failure;
use crate::{files, process};

/// The oldest Node that the package promises to run on.
const NODE: u32 = 20;

/// `npm ci` in `folder`, unless what is installed is as new as the lock file.
pub(crate) fn install(folder: &Path) -> Result<(), Failure> {
    ensure(folder, "package-lock.json", &["ci"])
}

/// `npm install` of the exact versions that the manifest in `folder` names. For packages with a program for every system:
/// a lock file made where a registry serves only some systems' lacks the others; `npm ci` refuses it (tried), and
/// `npm install` would leave those systems without their program (npm/cli#4828).
pub(crate) fn install_unlocked(folder: &Path) -> Result<(), Failure> {
    ensure(folder, "package.json", &["install", "--no-package-lock"])
}

fn ensure(folder: &Path, names: &str, install: &[&str]) -> Result<(), Failure> {
    ensure_node()?;
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    // npm writes down there what it installed, each time it does.
    let installed = folder.join("node_modules/.package-lock.json");
    if files::is_fresh(&installed, &folder.join(names)) {
        process::there(format!("npm packages of {name}"));
        return Ok(());
    }
    let mut npm = Command::new("npm");
    npm.current_dir(folder).args(install).args(["--no-audit", "--no-fund"]);
    process::quiet(&format!("npm packages of {name}"), npm)
        .map_err(|failure| failure.by_hand(format!("npm {}, in {}", install.join(" "), folder.display())))
}

fn ensure_node() -> Result<(), Failure> {
    let version = process::answer(Command::new("node").arg("--version"));
    match version.as_deref().and_then(major) {
        Some(NODE..) => Ok(()),
        found => Err(Failure::new(format!("Node {NODE} or newer is needed"))
            .because(found.map_or("none was found".to_owned(), |major| format!("found {major}")))
            .by_hand("install it from nodejs.org or your system's packages")),
    }
}

fn major(version: &str) -> Option<u32> {
    version.strip_prefix('v')?.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_major_version_is_the_first_number() {
        assert_eq!(major("v20.20.2"), Some(20));
        assert_eq!(major("20.20.2"), None);
        assert_eq!(major("vnext"), None);
    }
}
