//! Where things are in the repository, and which versions it has settled on.

use std::env;
use std::path::{Path, PathBuf};

use crate::failure::Failure;
use crate::files;

/// The version in Cargo.toml: every crate of the workspace, this one too, has the same.
pub(crate) const VERSION: &str = env!("CARGO_PKG_VERSION");

pub(crate) struct Workspace {
    root: PathBuf,
    target: PathBuf,
}

impl Workspace {
    /// The workspace that `cargo xtask` was called in. Cargo says where it is at run time; at compile
    /// time the answer would go stale when the folder is moved.
    pub(crate) fn find() -> Result<Self, Failure> {
        let root = env::var_os("CARGO_MANIFEST_DIR")
            .map(PathBuf::from)
            .and_then(|xtask| xtask.parent().map(Path::to_path_buf))
            .ok_or_else(|| Failure::new("the repository was not found").by_hand("call it as `cargo xtask`"))?;
        let target = match env::var_os("CARGO_TARGET_DIR") {
            Some(folder) => root.join(folder),
            None => root.join("target"),
        };
        Ok(Self { root, target })
    }

    /// A copy of the workspace in another folder, with products of its own.
    pub(crate) fn at(root: PathBuf) -> Self {
        let target = root.join("target");
        Self { root, target }
    }

    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// Cargo's target folder, shared by every toolchain and target: cargo keeps the products of
    /// different compilers apart by itself, so nothing is compiled twice for sharing it.
    pub(crate) fn target(&self) -> &Path {
        &self.target
    }

    /// The version of `package` in Cargo.lock.
    pub(crate) fn locked(&self, package: &str) -> Result<String, Failure> {
        let lock = files::read(&self.root.join("Cargo.lock"))?;
        version_in(&lock, package).ok_or_else(|| Failure::new(format!("Cargo.lock has no single version of {package}")))
    }
}

fn version_in(lock: &str, package: &str) -> Option<String> {
    let lock: toml::Table = lock.parse().ok()?;
    let mut versions = lock
        .get("package")?
        .as_array()?
        .iter()
        .filter(|entry| entry.get("name").and_then(|name| name.as_str()) == Some(package))
        .filter_map(|entry| entry.get("version")?.as_str());
    let version = versions.next()?;
    versions.next().is_none().then(|| version.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = r#"
        [[package]]
        name = "syn"
        version = "2.0.1"
        [[package]]
        name = "syn"
        version = "3.0.0"
        [[package]]
        name = "wasm-bindgen"
        version = "0.2.130"
    "#;

    #[test]
    fn the_locked_version_is_the_one_of_exactly_that_package() {
        assert_eq!(version_in(LOCK, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(version_in(LOCK, "wasm"), None);
    }

    #[test]
    fn two_locked_versions_are_no_answer() {
        assert_eq!(version_in(LOCK, "syn"), None);
    }
}
