//! `cargo xtask release --dry-run`: everything that can be known before a release. Publishing is left to a person, since a
//! version that is out can never be replaced.

mod builds;
mod registries;
mod versions;

use crate::failure::Failure;
use crate::setup;
use crate::workspace::{VERSION, Workspace};

/// Tries a release of the last commit, or says by which commands a person makes one.
pub(crate) fn run(workspace: &Workspace, dry_run: bool) -> Result<(), Failure> {
    if !dry_run {
        return Err(Failure::new("this program publishes nothing: a version that is out can never be replaced")
            .because("`cargo xtask release --dry-run` tries everything, on your machine or in CI")
            .by_hand(commands()));
    }
    versions::in_step(workspace)?;
    let mut open = versions::open(workspace)?;
    let toolchain = setup::for_building(workspace)?;
    let build = builds::alike(workspace)?;
    registries::npm(&build)?;
    open.extend(registries::cargo(&build, toolchain)?);

    println!("\n── before {VERSION} is released ──");
    for question in &open {
        println!("· {question}");
    }
    if open.is_empty() {
        println!("nothing is open");
    }
    println!("\n── how it is released ──\n{}", commands());
    Ok(())
}

/// In this order: a tag can be taken back, and npm is the door that most people come through, so it is opened last.
fn commands() -> String {
    [
        &format!("git tag v{VERSION} && git push origin v{VERSION}"),
        "cargo publish --package wavix-trunks",
        &format!("npm publish target/package/wavix-trunks-{VERSION}.tgz   # in CI, which signs where it was built"),
    ]
    .join("\n  ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_dry_run_nothing_happens_and_the_commands_are_named() {
        let said = run(&Workspace::at("/nowhere".into()), false).unwrap_err().to_string();
        for part in ["publishes nothing", "--dry-run", "cargo publish", "npm publish"] {
            assert!(said.contains(part), "{part} in {said}");
        }
    }
}
