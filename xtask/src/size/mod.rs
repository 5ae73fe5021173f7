//! `cargo xtask size`: what the package weighs, held against the budget.

use std::process::Command;

use crate::failure::Failure;
use crate::workspace::Workspace;
use crate::{package, process};

/// Weighs the package that was built last, and fails where it weighs more than the budget allows or where the docs do not
/// list its files. `bless` makes what it weighs now, and a little more, the budget, and lists the files anew.
pub(crate) fn run(workspace: &Workspace, bless: bool) -> Result<(), Failure> {
    let root = workspace.root();
    // In JavaScript, because esbuild, gzip and brotli are all there.
    let script = |name: &str| {
        let mut node = Command::new("node");
        node.arg(root.join("xtask/src/size").join(name)).arg(package::folder(workspace));
        node
    };
    let finish = |mut node: Command| {
        node.args(bless.then_some("--bless"));
        process::loud(node)
    };
    let mut measure = script("measure.mjs");
    measure.arg(root.join("size-budget.json")).arg(workspace.target().join("size.json"));
    finish(measure).map_err(|failure| {
        failure.by_hand("lose the weight, or say in the commit why not: `cargo xtask size --bless`")
    })?;
    let mut listing = script("listing.mjs");
    listing.arg(root.join("docs/runtimes.md"));
    finish(listing)
}
