//! The command line of the workshop: `cargo xtask setup | build | size | bench | test | fuzz | release | docs | demo`.

mod background;
mod bench;
mod demo;
mod docs;
mod failure;
mod files;
mod fuzz;
mod package;
mod process;
mod release;
mod remap;
mod sandbox;
mod setup;
mod size;
mod suite;
mod workspace;
mod www;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::failure::Failure;
use crate::setup::Part;
use crate::workspace::Workspace;

#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", about)]
struct Cli {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Install what building and testing need, skipping what is there
    Setup {
        /// Only these parts; all of them when none is named
        parts: Vec<Part>,
    },
    /// Build the npm package into target/package
    Build {
        /// Accept the package's types as they are now: rewrite the golden copy
        #[arg(long)]
        bless: bool,
    },
    /// Build the npm package, weigh it, and fail over the budget in size-budget.json
    Size {
        /// Make what it weighs now, and a little more, the budget
        #[arg(long)]
        bless: bool,
    },
    /// Measure the npm package beside its peers: a table, and JSON and plots in target/bench/results
    Bench {
        /// One short round, which proves that it works and says nothing about time
        #[arg(long)]
        quick: bool,
    },
    /// Run every check and test, and end with one summary
    Test {
        /// Run only this step; may be given more than once
        #[arg(long = "only", value_name = "NAME")]
        only: Vec<suite::Step>,
        /// The slow steps and cells as well: more runtimes, tools and browsers, and a release tried
        #[arg(long)]
        all: bool,
    },
    /// Try the rules and the readers of files with inputs that nobody thought of
    Fuzz {
        /// Only these targets; all of them when none is named
        targets: Vec<fuzz::Target>,
        /// How long each target is tried
        #[arg(long, default_value_t = 60)]
        seconds: u32,
    },
    /// Try a release of the last commit: versions in step, two builds alike, both registries; publishes nothing
    Release {
        /// Without it, only the commands are said by which a person publishes
        #[arg(long)]
        dry_run: bool,
    },
    /// Build the documentation into target/docs/site, with a reference made from the package's types
    Docs {
        /// The path on the server under which the site will be
        #[arg(long, default_value = "/")]
        base: String,
        /// Serve the pages instead, each as it is when somebody looks at it
        #[arg(long)]
        serve: bool,
        /// Where they are served, on 127.0.0.1
        #[arg(long, default_value_t = 4174)]
        port: u16,
    },
    /// Build everything, start a sandbox and serve the demo page
    Demo {
        /// Where the page is served, on 127.0.0.1
        #[arg(long, default_value_t = 4173)]
        port: u16,
        /// Do not open a browser
        #[arg(long)]
        no_open: bool,
        /// Keep the sandbox's trunks in this file instead of in memory
        #[arg(long, value_name = "FILE")]
        data: Option<PathBuf>,
        /// Only write the page into this folder, emptied before, for any static host
        #[arg(long = "static", value_name = "DIR", conflicts_with_all = ["port", "no_open", "data", "direct"])]
        folder: Option<PathBuf>,
        /// Only play the whole story of the page, and keep its pictures and a film in this folder
        #[arg(long, value_name = "DIR", conflicts_with_all = ["port", "no_open", "data", "direct", "folder"])]
        record: Option<PathBuf>,
        /// Without a relay: the page itself has the sandbox's key
        #[arg(long)]
        direct: bool,
    },
}

fn main() -> ExitCode {
    match run(Cli::parse().task) {
        Ok(code) => code,
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::FAILURE
        }
    }
}

fn run(task: Task) -> Result<ExitCode, Failure> {
    background::end_with_us()?;
    let workspace = Workspace::find()?;
    match task {
        Task::Setup { parts } => setup::parts(&workspace, &parts)?,
        Task::Build { bless } => {
            let toolchain = setup::for_building(&workspace)?;
            let tarball = package::build(&workspace, toolchain)?;
            if bless {
                package::bless(&workspace)?;
            }
            println!("{}", tarball.display());
        }
        Task::Size { bless } => {
            package::build(&workspace, setup::for_building(&workspace)?)?;
            size::run(&workspace, bless)?;
        }
        Task::Bench { quick } => {
            let tarball = package::build(&workspace, setup::for_building(&workspace)?)?;
            bench::run(&workspace, &tarball, &sandbox::build(&workspace)?, &setup::for_browsing()?, quick)?;
        }
        Task::Test { only, all } => return suite::run(&workspace, &only, all),
        Task::Fuzz { targets, seconds } => fuzz::run(&workspace, &targets, seconds)?,
        Task::Release { dry_run } => release::run(&workspace, dry_run)?,
        Task::Docs { base, serve, port } => {
            package::build(&workspace, setup::for_building(&workspace)?)?;
            if serve {
                docs::serve(&workspace, port)?;
            }
            println!("{}", docs::build(&workspace, &base)?.display());
        }
        Task::Demo { record: Some(folder), .. } => demo::record(&workspace, &folder)?,
        Task::Demo { folder: Some(folder), .. } => demo::write(&workspace, &folder)?,
        Task::Demo { port, no_open, data, direct, .. } => {
            let way = if direct { demo::Way::Direct } else { demo::Way::Relay };
            demo::run(&workspace, port, !no_open, data.as_deref(), way)?;
        }
    }
    Ok(ExitCode::SUCCESS)
}
