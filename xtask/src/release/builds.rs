//! The package built twice, from scratch, from the last commit, in two folders: byte for byte the same, or what differs.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::Path;
use std::process::Command;

use crate::failure::Failure;
use crate::workspace::Workspace;
use crate::{files, package, process};

/// Where the copies are; of unlike length, as a path that gets into the package would move what comes after it.
const PLACES: [&str; 2] = ["one", "another/place"];

/// Builds both and compares them. What is returned is one of the copies, for trying what comes next.
pub(super) fn alike(workspace: &Workspace) -> Result<Workspace, Failure> {
    let home = workspace.target().join("release-dry-run");
    files::fresh_folder(&home)?;
    let [one, other] = PLACES.map(|place| Workspace::at(home.join(place)));
    // The second from the first: a commit made meanwhile would look like a difference between two builds.
    for (from, to) in [(workspace, &one), (&one, &other)] {
        clone(from.root(), to.root())?;
        build(to.root())?;
    }
    same(&one, &other)?;
    Ok(one)
}

fn same(one: &Workspace, other: &Workspace) -> Result<(), Failure> {
    let [first, second] = [one, other].map(|copy| files::read_bytes(&package::tarball(copy)));
    let (first, second) = (first?, second?);
    if first == second {
        process::there(format!("two builds, byte for byte the same tarball of {} bytes", first.len()));
        return Ok(());
    }
    let [here, there] = [one, other].map(package::folder);
    let names = differences(&here, &there);
    let names = if names.is_empty() { "only how it is packed".to_owned() } else { names.join("\n") };
    Err(Failure::new("two builds of the same commit are not the same tarball").because(names).by_hand(format!(
        "diff -r {} {}",
        here.display(),
        there.display()
    )))
}

fn clone(repository: &Path, folder: &Path) -> Result<(), Failure> {
    let mut git = Command::new("git");
    git.args(["clone", "--quiet"]).arg(repository).arg(folder);
    process::quiet("a clone of the last commit", git)
}

/// By this very program, told that the workspace is elsewhere.
fn build(folder: &Path) -> Result<(), Failure> {
    let program = env::current_exe().map_err(|error| Failure::new("this program is lost").because(error))?;
    let mut build = Command::new(program);
    build
        .current_dir(folder)
        .arg("build")
        .env("CARGO_MANIFEST_DIR", folder.join("xtask"))
        // One folder of products for both would not be from scratch.
        .env_remove("CARGO_TARGET_DIR");
    process::quiet("a build from scratch, a few minutes", build)
}

/// The names of the files that are not the same in both folders.
fn differences(one: &Path, other: &Path) -> Vec<String> {
    let mut names: Vec<OsString> = [one, other].iter().flat_map(|folder| listed(folder)).collect();
    names.sort();
    names.dedup();
    names
        .into_iter()
        .filter(|name| fs::read(one.join(name)).ok() != fs::read(other.join(name)).ok())
        .map(|name| name.to_string_lossy().into_owned())
        .collect()
}

fn listed(folder: &Path) -> Vec<OsString> {
    fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.file_name()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A copy whose package holds one file of this content.
    fn copy(home: &Path, name: &str, content: &str) -> Workspace {
        let copy = Workspace::at(home.join(name));
        files::fresh_folder(&package::folder(&copy)).unwrap();
        files::write(&package::folder(&copy).join("same.js"), "same").unwrap();
        files::write(&package::folder(&copy).join("glue.js"), content).unwrap();
        files::write(&package::tarball(&copy), content).unwrap();
        copy
    }

    #[test]
    fn a_file_that_differs_between_two_builds_is_named() {
        let home = env::temp_dir().join(format!("wavix-trunks-release-{}", std::process::id()));
        let [one, like, unlike] =
            [("one", "a"), ("like", "a"), ("unlike", "b")].map(|(name, text)| copy(&home, name, text));
        assert!(same(&one, &like).is_ok());
        let said = same(&one, &unlike).unwrap_err().to_string();
        fs::remove_dir_all(home).unwrap();
        assert!(said.contains("\n  glue.js\n") && !said.contains("same.js"), "{said}");
    }
}
