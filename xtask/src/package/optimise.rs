//! The compiled wasm made smaller by wasm-opt.

use std::path::Path;
use std::process::Command;

use super::names::Names;
use super::{order, panics};
use crate::failure::Failure;
use crate::workspace::Workspace;
use crate::{files, process};

/// What helps besides `-Os`, each seen to by its weight after brotli.
const PASSES: [&str; 7] = [
    "-Os",
    // Functions that are called once are better left alone: what repeats in them compresses.
    "--one-caller-inline-max-function-size=0",
    "--always-inline-max-function-size=0",
    // Zeros in the data compress, too, and better than the places of what is between them.
    "--skip-pass=memory-packing",
    // The stack comes first in memory, so that no address of what is in it or behind it is that low.
    "--low-memory-unused",
    // What compiled it is nobody's question.
    "--strip-producers",
    // It says on standard output which.
    "--minify-imports-and-exports-and-modules",
];

/// Makes `optimised` of `compiled`, and says by which names the wasm now goes.
pub(super) fn optimise(workspace: &Workspace, compiled: &Path, optimised: &Path) -> Result<Names, Failure> {
    let [emptied, small, named] =
        ["emptied", "small", "named"].map(|step| optimised.with_extension(format!("{step}.wasm")));
    files::write(&emptied, panics::empty(&files::read_bytes(compiled)?)?)?;
    let names = wasm_opt(workspace, &PASSES, &emptied, &small)?;
    let names = serde_json::from_str(&names)
        .map_err(|error| Failure::new("wasm-opt does not list names as it used to").because(error))?;

    files::write(&named, order::named(&files::read_bytes(&small)?)?)?;
    wasm_opt(workspace, &["--reorder-functions-by-name"], &named, optimised)?;
    Ok(names)
}

/// What wasm-opt says when it makes one file of another.
fn wasm_opt(workspace: &Workspace, passes: &[&str], from: &Path, to: &Path) -> Result<String, Failure> {
    let mut wasm_opt = Command::new(workspace.root().join("node_modules/.bin/wasm-opt"));
    wasm_opt.args(passes).arg(from).arg("--output").arg(to);
    process::answer(&mut wasm_opt)
        .ok_or_else(|| Failure::new("wasm-opt failed").by_hand(process::written_out(&wasm_opt)))
}
