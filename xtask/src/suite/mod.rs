//! `cargo xtask test`: every step in order, whatever the others did, and one summary at the end.

mod knocking;
mod ready;
mod steps;

use std::process::ExitCode;
use std::time::{Duration, Instant};

use clap::ValueEnum;

use self::ready::Ready;
use crate::failure::Failure;
use crate::workspace::Workspace;

/// A step of the suite, in the order in which they run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Step {
    /// The toolchain, the tools, the npm packages, the browser, Kamailio, baresip and the shells
    Setup,
    /// cargo fmt
    Fmt,
    /// Clippy on the whole workspace, natively
    Clippy,
    /// Clippy on the library, for wasm32
    ClippyWasm,
    /// cargo doc, natively and for wasm32
    Doc,
    /// Biome and TypeScript on the JavaScript
    Lint,
    /// Licences, sources, duplicates and known holes of everything that this depends on
    Audit,
    /// cargo test
    Native,
    /// The npm package
    Build,
    /// What the npm package weighs, held against size-budget.json
    Size,
    /// The bench in one short round, to prove that it works
    Bench,
    /// The library in a browser, against a sandbox
    Browser,
    /// The package as installed, in Node, against a sandbox
    Packaging,
    /// The package in every runtime and out of every bundler, and the table of it in docs/runtimes.md
    Matrix,
    /// Every fault with every call, and the table of it in docs/faults.md
    Faults,
    /// Phone numbers and the trunks that calls to them lead to, in both generations of calls
    Numbers,
    /// The settings for PBXs, read back and tried by Kamailio and baresip
    Pbx,
    /// Plans and their applying, through faults and kills, against sandboxes
    Plan,
    /// The command line as installed, against sandboxes
    Cli,
    /// A story of 500 trunks, from a file to a registered phone
    Story,
    /// The relay: hostile requests, faults, every platform it runs on, and the table of it in docs/security.md
    Relay,
    /// The documentation as a site, its links, and every example in it
    Docs,
    /// The demo page in a browser
    Demo,
    /// The forms of docs/forms, built with their frameworks and filled in
    Forms,
    /// A release, tried: two builds from scratch, both registries (only with --all, or when named)
    Release,
}

impl Step {
    /// Whether it takes too long for every run.
    fn is_slow(self) -> bool {
        self == Self::Release
    }
}

struct Outcome {
    step: Step,
    time: Duration,
    failure: Option<Failure>,
}

/// Runs the steps in `only`, or all but the slow ones. With `all` the slow ones too, and the slow parts of the others.
pub(crate) fn run(workspace: &Workspace, only: &[Step], all: bool) -> Result<ExitCode, Failure> {
    let ready = Ready::new(workspace, all);
    let outcomes: Vec<Outcome> = Step::value_variants()
        .iter()
        .filter(|step| if only.is_empty() { all || !step.is_slow() } else { only.contains(step) })
        .map(|step| timed(*step, &ready))
        .collect();
    print!("{}", summary(&outcomes));
    let passed = outcomes.iter().all(|outcome| outcome.failure.is_none());
    Ok(if passed { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn timed(step: Step, ready: &Ready<'_>) -> Outcome {
    println!("\n── {} ──", name(step));
    let begun = Instant::now();
    let failure = steps::run(step, ready).err();
    if let Some(failure) = &failure {
        println!("{failure}");
    }
    Outcome { step, time: begun.elapsed(), failure }
}

/// What the step is called on the command line and in the summary.
fn name(step: Step) -> String {
    step.to_possible_value().map_or_else(|| format!("{step:?}"), |value| value.get_name().to_owned())
}

fn summary(outcomes: &[Outcome]) -> String {
    let mut text = String::from("\n── summary ──\n");
    for Outcome { step, time, failure } in outcomes {
        let mark = if failure.is_none() { '✓' } else { '✗' };
        let seconds = time.as_secs_f32();
        text += &format!("{mark} {:<12}{seconds:>8.1} s\n", name(*step));
    }
    let (failed, passed): (Vec<_>, Vec<_>) = outcomes.iter().partition(|outcome| outcome.failure.is_some());
    text + &format!("{} passed, {} failed\n", passed.len(), failed.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outcome(step: Step, failure: Option<Failure>) -> Outcome {
        let time = Duration::from_millis(1500);
        Outcome { step, time, failure }
    }

    #[test]
    fn the_summary_names_every_step_and_ends_with_the_count_alone_on_a_line() {
        let outcomes = [outcome(Step::ClippyWasm, None), outcome(Step::Browser, Some(Failure::new("no browser")))];
        let summary = summary(&outcomes);
        let lines: Vec<_> = summary.lines().collect();
        assert_eq!(lines[2], "✓ clippy-wasm      1.5 s");
        assert_eq!(lines[3], "✗ browser          1.5 s");
        assert_eq!(lines.last(), Some(&"1 passed, 1 failed"));
    }
}
