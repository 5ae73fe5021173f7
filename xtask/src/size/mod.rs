//! `cargo xtask size`: what the package weighs, held against the budget.

use std::process::Command;

use crate::failure::Failure;
use crate::workspace::Workspace;
use crate::{package, process};

/// Weighs the package that was built last, and fails where it weighs more than the budget allows. `bless` makes what it
/// weighs now, and a little more, the budget.
pub(crate) fn run(workspace: &Workspace, bless: bool) -> Result<(), Failure> {
    let root = workspace.root();
    let mut node = Command::new("node");
    // In JavaScript, because esbuild, gzip and brotli are all there.
    node.arg(root.join("xtask/src/size/measure.mjs"))
        .arg(package::folder(workspace))
        .arg(root.join("size-budget.json"))
        .arg(workspace.target().join("size.json"));
    if bless {
        node.arg("--bless");
    }
    process::loud(node)
        .map_err(|failure| failure.by_hand("lose the weight, or say in the commit why not: `cargo xtask size --bless`"))
}
