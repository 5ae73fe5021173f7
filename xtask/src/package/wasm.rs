//! The crate compiled to wasm, with its glue by wasm-bindgen.

use std::path::PathBuf;
use std::process::Command;

use crate::failure::Failure;
use crate::setup::{TARGET, Toolchain};
use crate::workspace::Workspace;
use crate::{process, remap};

/// How large a function may be that is copied to where it is called, in LLVM's measure of instructions: the default of 225,
/// or 325 for those that ask for it, makes the wasm 6 % larger after brotli, and validation 3 to 12 % faster. What is compiled
/// for its size has a lower limit by itself, which `--inline-threshold` would lift.
const INLINING: [&str; 2] = ["-Cllvm-args=--inlinedefault-threshold=100", "-Cllvm-args=--inlinehint-threshold=150"];

/// Loops stay loops, when nobody knows their turns beforehand or when there are more than a few.
const LOOPS: [&str; 2] = ["-Cllvm-args=--unroll-runtime=0", "-Cllvm-args=--unroll-full-max-count=4"];

/// Compiles the library; the folder returned holds the wasm, the glue and its types.
pub(super) fn compile(workspace: &Workspace, toolchain: Toolchain) -> Result<PathBuf, Failure> {
    let mut cargo = Command::new("cargo");
    cargo
        .current_dir(workspace.root())
        .args([
            "rustc",
            "--package",
            "wavix-trunks",
            "--lib",
            "--release",
            "--target",
            TARGET,
            "--features",
            "allocator",
        ])
        // For nobody but JavaScript: what another crate could call is otherwise kept apart until it is linked.
        .args(["--crate-type", "cdylib", "--target-dir"])
        .arg(workspace.target())
        .env(
            remap::VARIABLE,
            remap::flags(workspace.root(), remap::standard_library(toolchain), &[&INLINING[..], &LOOPS].concat()),
        );
    toolchain.lead(&mut cargo);
    process::quiet("wasm", cargo)?;

    let out = workspace.target().join("package/wasm");
    let mut bindgen = Command::new("wasm-bindgen");
    bindgen
        .args(["--target", "web", "--omit-default-module-path", "--out-name", "wavix_trunks", "--out-dir"])
        .arg(&out)
        .arg(workspace.target().join(TARGET).join("release/wavix_trunks.wasm"));
    process::quiet("its glue", bindgen)?;
    Ok(out)
}
