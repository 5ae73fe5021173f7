//! Whether everything that names the version names the same one, and what else a release waits for.

use std::process::Command;

use crate::failure::Failure;
use crate::workspace::{VERSION, Workspace};
use crate::{files, process};

/// The crates that share the workspace's version.
const CRATES: [&str; 3] = ["wavix-trunks", "wavix-sandbox", "xtask"];

/// Holds the crates, the changelog and the README against the workspace's version. The npm package has it by being built.
pub(super) fn in_step(workspace: &Workspace) -> Result<(), Failure> {
    for name in CRATES {
        let locked = workspace.locked(name)?;
        expect(&format!("Cargo.lock's {name}"), Some(&locked))?;
    }
    let changelog = files::read(&workspace.root().join("CHANGELOG.md"))?;
    expect("the newest heading of CHANGELOG.md", newest(&changelog))?;
    let readme = files::read(&workspace.root().join("README.md"))?;
    for version in tarballs(&readme) {
        expect("the tarball in README.md", Some(version))?;
    }
    process::there(format!("version {VERSION} in Cargo.toml, Cargo.lock, CHANGELOG.md and README.md"));
    Ok(())
}

/// What a release waits for and a dry run does not.
pub(super) fn open(workspace: &Workspace) -> Result<Vec<String>, Failure> {
    let git = |arguments: &[&str]| {
        let mut git = Command::new("git");
        process::answer(git.current_dir(workspace.root()).args(arguments)).ok_or_else(|| {
            Failure::new("git does not know this folder").by_hand("release from a clone of the repository")
        })
    };
    let mut open = Vec::new();
    if !git(&["status", "--porcelain"])?.is_empty() {
        open.push("the work tree is not clean: the last commit was tried, without what was changed since".to_owned());
    }
    if !git(&["tag", "--list", &format!("v{VERSION}")])?.is_empty() {
        open.push(format!("there is a tag v{VERSION} already"));
    }
    let changelog = files::read(&workspace.root().join("CHANGELOG.md"))?;
    if heading(&changelog).is_some_and(|heading| heading.contains("unreleased")) {
        open.push(format!("CHANGELOG.md says that {VERSION} is unreleased: give it its date"));
    }
    Ok(open)
}

fn expect(place: &str, found: Option<&str>) -> Result<(), Failure> {
    if found == Some(VERSION) {
        return Ok(());
    }
    let found = found.map_or_else(|| "no version".to_owned(), |version| format!("version {version}"));
    Err(Failure::new(format!("{place} has {found}, Cargo.toml has {VERSION}"))
        .by_hand("bring them in step: Cargo.toml decides, the npm package gets its version from there"))
}

fn heading(changelog: &str) -> Option<&str> {
    changelog.lines().find_map(|line| line.strip_prefix("## "))
}

fn newest(changelog: &str) -> Option<&str> {
    heading(changelog)?.split_whitespace().next()
}

/// The versions in the names of tarballs.
fn tarballs(text: &str) -> impl Iterator<Item = &str> {
    text.split("wavix-trunks-").skip(1).filter_map(|rest| rest.split_once(".tgz")).map(|(version, _)| version)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_version_of_a_changelog_is_its_first_heading() {
        assert_eq!(newest("# Changelog\n\n## 0.2.0 — unreleased\n\n## 0.1.0 — 2026-11-30\n"), Some("0.2.0"));
        assert_eq!(newest("# Changelog\n"), None);
    }

    #[test]
    fn a_place_that_is_out_of_step_is_named_with_what_it_says() {
        let said = expect("the newest heading", Some("9.9.9")).unwrap_err().to_string();
        assert!(said.contains("the newest heading has version 9.9.9"), "{said}");
        assert!(expect("nothing", None).unwrap_err().to_string().contains("no version"));
    }

    #[test]
    fn the_tarballs_that_a_text_names_are_found() {
        let text = "npm install ./wavix-trunks-0.1.0.tgz, wavix-trunks-sandbox, wavix-trunks-0.2.0.tgz";
        assert_eq!(tarballs(text).collect::<Vec<_>>().last(), Some(&"0.2.0"));
    }
}
