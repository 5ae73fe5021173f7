//! What must be in place before building and testing, part by part; what is there is left alone.

mod browser;
mod debian;
mod distro;
mod more_browsers;
mod npm;
mod pbx;
mod shells;
mod target;
mod tools;

use clap::ValueEnum;

pub(crate) use self::browser::Browser;
pub(crate) use self::more_browsers::MoreBrowsers;
pub(crate) use self::npm::{install as npm_packages, install_unlocked as npm_packages_unlocked};
pub(crate) use self::pbx::Pbx;
pub(crate) use self::target::{TARGET, Toolchain};

use crate::failure::Failure;
use crate::workspace::Workspace;

/// A part of the set-up that can be asked for by itself.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Part {
    /// A Rust toolchain that compiles for wasm32-unknown-unknown
    Target,
    /// wasm-bindgen-cli and wasm-pack
    Tools,
    /// The npm packages of the workshop
    Npm,
    /// Chromium and its driver
    Browser,
    /// Firefox and WebKitGTK with their drivers: for `cargo xtask test --all`, and only when named
    MoreBrowsers,
    /// Kamailio and baresip
    Pbx,
    /// cargo-deny, for licences, sources and advisories
    Audit,
    /// bash, zsh, fish, and a terminal for tests
    Shells,
}

/// The parts named, or all that the ordinary tests need.
pub(crate) fn parts(workspace: &Workspace, parts: &[Part]) -> Result<(), Failure> {
    let ordinary = |part: &&Part| **part != Part::MoreBrowsers;
    for part in Part::value_variants()
        .iter()
        .filter(|part| if parts.is_empty() { ordinary(part) } else { parts.contains(part) })
    {
        match part {
            Part::Target => drop(target::ensure(workspace)?),
            Part::Tools => tools::ensure(workspace)?,
            Part::Npm => npm::install(workspace.root())?,
            Part::Browser => drop(browser::ensure()?),
            Part::Audit => tools::ensure_deny()?,
            Part::MoreBrowsers => drop(more_browsers::ensure()?),
            Part::Pbx => drop(pbx::ensure()?),
            Part::Shells => shells::ensure()?,
        }
    }
    Ok(())
}

/// What the npm package is built with.
pub(crate) fn for_building(workspace: &Workspace) -> Result<Toolchain, Failure> {
    let toolchain = target::ensure(workspace)?;
    tools::ensure(workspace)?;
    npm::install(workspace.root())?;
    Ok(toolchain)
}

/// What looks at the dependencies.
pub(crate) fn for_auditing() -> Result<(), Failure> {
    tools::ensure_deny()
}

/// The browser that tests drive.
pub(crate) fn for_browsing() -> Result<Browser, Failure> {
    browser::ensure()
}

/// The shells in which the command line is tried.
pub(crate) fn for_typing() -> Result<(), Failure> {
    shells::ensure()
}

/// The programs that settings for PBXs are tried with.
pub(crate) fn for_calling() -> Result<Pbx, Failure> {
    pbx::ensure()
}

/// What the tests of `--all` drive besides.
pub(crate) fn for_browsing_more() -> Result<MoreBrowsers, Failure> {
    more_browsers::ensure()
}
