//! What each step of the suite runs.

use std::path::Path;
use std::process::Command;
use std::{env, fs};

use super::Step;
use super::knocking::Knocking;
use super::ready::Ready;
use crate::demo::{self, Way};
use crate::failure::Failure;
use crate::sandbox::Sandbox;
use crate::setup::TARGET;
use crate::{bench, docs, process, release, setup, size};

/// Where the browser tests find the sandbox. They read it when they are compiled, because a page
/// has no environment.
const SANDBOX_URL: &str = "WAVIX_SANDBOX_URL";

/// The feature of the library with which the browser tests are compiled.
const PLANTED_PANIC: &str = "planted-panic";

/// For compiling the browser tests without running them.
const NOWHERE: &str = "http://127.0.0.1:9";

/// Ten minutes for a file of Node's tests, which takes seconds: a test that hangs must not hold up the suite for ever.
const LIMIT: &str = "--test-timeout=600000";

pub(super) fn run(step: Step, ready: &Ready<'_>) -> Result<(), Failure> {
    match step {
        Step::Setup => {
            ready.toolchain()?;
            ready.browser()?;
            ready.pbx()?;
            setup::for_typing()
        }
        Step::Fmt => process::loud(cargo(ready, &["fmt", "--all", "--check"])),
        Step::Clippy => {
            process::loud(cargo(ready, &["clippy", "--workspace", "--all-targets", "--", "--deny=warnings"]))
        }
        Step::ClippyWasm => clippy_wasm(ready),
        Step::Doc => doc(ready),
        Step::Lint => lint(ready),
        Step::Audit => audit(ready),
        Step::Native => process::loud(cargo(ready, &["test", "--workspace"])),
        Step::Build => ready.tarball().map(drop),
        Step::Size => size(ready),
        Step::Bench => bench::run(ready.workspace, ready.tarball()?, ready.sandbox()?, ready.browser()?, true),
        Step::Browser => browser(ready),
        Step::Packaging => installed(ready, "tests/packaging"),
        Step::Matrix => matrix(ready),
        Step::Faults => installed(ready, "tests/faults"),
        Step::Numbers => installed(ready, "tests/numbers"),
        Step::Pbx => calling(ready, "tests/pbx"),
        Step::Plan => installed(ready, "tests/plan"),
        Step::Story => calling(ready, "tests/story"),
        Step::Relay => relay(ready),
        Step::Cli => {
            setup::for_typing()?;
            calling(ready, "tests/cli")
        }
        Step::Docs => docs(ready),
        Step::Demo => demo(ready),
        Step::Forms => forms(ready),
        Step::Release => release::run(ready.workspace, true),
    }
}

fn clippy_wasm(ready: &Ready<'_>) -> Result<(), Failure> {
    let mut clippy = cargo(ready, &["clippy", "--package", "wavix-trunks"]);
    clippy
        .args(["--lib", "--test", "browser", "--all-features", "--target", TARGET])
        .args(["--", "--deny=warnings"])
        .env(SANDBOX_URL, NOWHERE);
    ready.toolchain()?.lead(&mut clippy);
    process::loud(clippy)
}

/// Twice, because the JavaScript face exists for wasm32 only.
fn doc(ready: &Ready<'_>) -> Result<(), Failure> {
    let flags = ("RUSTDOCFLAGS", "--deny=warnings");
    let mut native = cargo(ready, &["doc", "--workspace", "--no-deps"]);
    native.env(flags.0, flags.1);
    process::loud(native)?;

    let mut wasm = cargo(ready, &["doc", "--package", "wavix-trunks", "--no-deps"]);
    wasm.args(["--target", TARGET]).env(flags.0, flags.1);
    ready.toolchain()?.lead(&mut wasm);
    process::loud(wasm)
}

fn lint(ready: &Ready<'_>) -> Result<(), Failure> {
    setup::npm_packages(ready.workspace.root())?;
    tool(ready, "biome", &["check", "--error-on-warnings", "."])?;
    tool(ready, "tsc", &["--project", "tsconfig.json"])
}

/// A program of the workshop's npm packages.
fn tool(ready: &Ready<'_>, name: &str, arguments: &[&str]) -> Result<(), Failure> {
    let root = ready.workspace.root();
    let mut command = Command::new(root.join("node_modules/.bin").join(name));
    command.current_dir(root).args(arguments);
    process::loud(command)
}

/// The database of advisories is on GitHub, which not every machine reaches.
fn audit(ready: &Ready<'_>) -> Result<(), Failure> {
    setup::for_auditing()?;
    let deny = |arguments: &[&str]| cargo(ready, &[&["deny", "--workspace"], arguments].concat());
    process::loud(deny(&["check", "licenses", "bans", "sources"]))?;
    match process::quiet("advisories", deny(&["fetch", "db"])) {
        Ok(()) => process::loud(deny(&["check", "advisories"]))?,
        Err(failure) => {
            println!("– skipped: cargo deny check advisories, since their database is out of reach\n{failure}")
        }
    }
    process::loud(node_tests(ready, "tests/audit")?)
}

fn size(ready: &Ready<'_>) -> Result<(), Failure> {
    ready.tarball()?;
    size::run(ready.workspace, false)
}

fn browser(ready: &Ready<'_>) -> Result<(), Failure> {
    let toolchain = ready.toolchain()?;
    let browser = ready.browser()?;
    let sandbox = Sandbox::start(ready.sandbox()?, 0, None)?;
    let knocking = Knocking::begin()?;
    let mut wasm_pack = Command::new("wasm-pack");
    wasm_pack
        .current_dir(ready.workspace.root())
        .args(["test", "--headless", "--chrome", "--chromedriver"])
        .arg(&browser.driver)
        .args(["--mode", "no-install", "--", "--test", "browser", "--features", PLANTED_PANIC])
        .env(SANDBOX_URL, &sandbox.url)
        .env("WASM_BINDGEN_TEST_ADDRESS", knocking.address.to_string())
        // The runner's 20 seconds begin before the browser has started, which can take as long.
        .env("WASM_BINDGEN_TEST_TIMEOUT", "120");
    toolchain.lead(&mut wasm_pack);
    process::loud(wasm_pack)
}

/// The documentation, built for a server that has more than it.
fn docs(ready: &Ready<'_>) -> Result<(), Failure> {
    let base = "/wavix-trunks/";
    ready.tarball()?;
    let site = docs::build(ready.workspace, base)?;
    tool(ready, "tsc", &["--project", "docs/tsconfig.json"])?;
    let xtask = env::current_exe().map_err(|error| Failure::new("xtask does not find itself").because(error))?;
    let mut node = tests_of_package(ready, "tests/docs")?;
    node.env("WAVIX_SITE", site).env("WAVIX_SITE_BASE", base).env("WAVIX_XTASK", xtask);
    process::loud(node)
}

/// The tests in `folder`, of the package as installed and against sandboxes of their own.
fn installed(ready: &Ready<'_>, folder: &str) -> Result<(), Failure> {
    process::loud(tests_of_package(ready, folder)?)
}

fn tests_of_package(ready: &Ready<'_>, folder: &str) -> Result<Command, Failure> {
    let mut node = node_tests(ready, folder)?;
    node.env("WAVIX_TARBALL", ready.tarball()?)
        .env("WAVIX_SANDBOX", ready.sandbox()?)
        .env("CHROME", &ready.browser()?.chrome);
    Ok(node)
}

/// The same with the programs that register and call.
fn calling(ready: &Ready<'_>, folder: &str) -> Result<(), Failure> {
    let mut node = node_tests(ready, folder)?;
    let programs = ready.pbx()?;
    node.env("WAVIX_TARBALL", ready.tarball()?)
        .env("WAVIX_SANDBOX", ready.sandbox()?)
        .env("KAMAILIO", &programs.kamailio)
        .env("BARESIP", &programs.baresip)
        .env("BARESIP_MODULES", &programs.modules);
    process::loud(node)
}

fn matrix(ready: &Ready<'_>) -> Result<(), Failure> {
    let folder = "tests/packaging/matrix";
    let tools = ready.workspace.root().join(folder);
    setup::npm_packages_unlocked(&tools)?;
    let mut node = tests_of_package(ready, folder)?;
    if ready.all {
        setup::npm_packages_unlocked(&tools.join("slow"))?;
        setup::for_browsing_more()?.tell(node.env("WAVIX_ALL", "1"));
    }
    process::loud(node)
}

/// With the servers of its examples, and the runtimes of the matrix.
fn relay(ready: &Ready<'_>) -> Result<(), Failure> {
    for folder in ["tests/relay", "tests/packaging/matrix"] {
        setup::npm_packages_unlocked(&ready.workspace.root().join(folder))?;
    }
    installed(ready, "tests/relay")
}

/// With the frameworks that the forms are written for.
fn forms(ready: &Ready<'_>) -> Result<(), Failure> {
    let folder = "tests/forms";
    setup::npm_packages_unlocked(&ready.workspace.root().join(folder))?;
    installed(ready, folder)
}

/// The page by itself, with all that it does, and then as `cargo xtask demo` serves it: with a relay beside it.
fn demo(ready: &Ready<'_>) -> Result<(), Failure> {
    let sandbox = Sandbox::start(ready.sandbox()?, demo::TRUNKS, None)?;
    for (folder, way) in [("tests/demo", Way::Direct), ("tests/demo/relay", Way::Relay)] {
        let mut node = node_tests(ready, folder)?;
        let page = demo::page(ready.workspace, ready.tarball()?, &sandbox, 0, way)?;
        node.env("CHROME", &ready.browser()?.chrome)
            .env("WAVIX_SANDBOX", ready.sandbox()?)
            .env(SANDBOX_URL, &sandbox.url)
            .env("WAVIX_DEMO_URL", &page.url);
        process::loud(node)?;
    }
    Ok(())
}

fn cargo(ready: &Ready<'_>, arguments: &[&str]) -> Command {
    let mut cargo = Command::new("cargo");
    cargo.current_dir(ready.workspace.root()).args(arguments);
    cargo
}

/// Node's test runner on the test files of `folder`, named one by one: Node 20 knows no patterns.
fn node_tests(ready: &Ready<'_>, folder: &str) -> Result<Command, Failure> {
    let mut node = Command::new("node");
    node.current_dir(ready.workspace.root())
        .args(["--test", "--test-reporter=spec", LIMIT])
        .args(test_files(ready.workspace.root(), folder)?);
    Ok(node)
}

/// The test files of `folder`, from `root`, in the order of their names.
fn test_files(root: &Path, folder: &str) -> Result<Vec<String>, Failure> {
    let none = || Failure::new(format!("no tests in {folder}"));
    let entries = fs::read_dir(root.join(folder)).map_err(|error| none().because(error))?;
    let mut files: Vec<String> = entries
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| name.ends_with(".test.mjs"))
        .map(|name| format!("{folder}/{name}"))
        .collect();
    files.sort();
    if files.is_empty() {
        return Err(none());
    }
    Ok(files)
}
