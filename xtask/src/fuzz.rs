//! `cargo xtask fuzz`: inputs that nobody thought of, made by libFuzzer from what they reach in the code.
//!
//! Neither by cargo-fuzz nor by a nightly compiler: those are needed for sanitizers, which look for what safe Rust cannot
//! do. The counters by which libFuzzer finds its way are in every compiler.

use std::fs;
use std::process::Command;

use clap::ValueEnum;

use crate::failure::Failure;
use crate::process;
use crate::workspace::Workspace;

/// What makes the compiler count which code an input reaches, and compare with what.
const COUNTERS: &str = "--cfg=fuzzing -Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares -Ccodegen-units=1";

/// What is tried.
#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Target {
    /// The readers of files
    Bulk,
    /// The rules, with settings of any shape
    Settings,
}

/// Tries each target for so many seconds. What was reached is kept in `target/fuzz`, so that the next run goes on there.
pub(crate) fn run(workspace: &Workspace, targets: &[Target], seconds: u32) -> Result<(), Failure> {
    let host = process::answer(Command::new("rustc").args(["--print", "host-tuple"]))
        .ok_or_else(|| Failure::new("rustc does not say what it compiles for"))?;
    let products = workspace.target().join("fuzz");
    let mut cargo = Command::new("cargo");
    cargo
        .current_dir(workspace.root().join("fuzz"))
        // A target by name, or the build scripts would count, too.
        .args(["build", "--release", "--target", &host, "--target-dir"])
        .arg(&products)
        .env("RUSTFLAGS", COUNTERS);
    process::quiet("fuzz targets", cargo).map_err(|failure| failure.by_hand("install a C++ compiler"))?;

    let targets = if targets.is_empty() { Target::value_variants() } else { targets };
    for target in targets {
        let name = target.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default();
        let [corpus, findings] = ["corpus", "findings"].map(|kind| products.join(kind).join(&name));
        for folder in [&corpus, &findings] {
            fs::create_dir_all(folder)
                .map_err(|error| Failure::new(format!("cannot make {}", folder.display())).because(error))?;
        }
        let mut fuzz = Command::new(products.join(&host).join("release").join(&name));
        fuzz.arg(corpus)
            .arg(workspace.root().join("fuzz/seeds").join(&name))
            .arg(format!("-artifact_prefix={}/", findings.display()))
            .arg(format!("-max_total_time={seconds}"))
            .args(["-timeout=10", "-rss_limit_mb=1024", "-print_final_stats=1"]);
        process::loud(fuzz)?;
    }
    Ok(())
}
