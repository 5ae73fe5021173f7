//! What must be in place before building and testing, part by part; what is there is left alone.

mod browser;
mod debian;
mod distro;
mod npm;
mod pbx;
mod target;
mod tools;

use clap::ValueEnum;

pub(crate) use self::browser::Browser;
pub(crate) use self::npm::{install as npm_packages, install_unlocked as npm_packages_unlocked};
pub(crate) use self::pbx::Pbx;
pub(crate) use self::target::{TARGET, Toolchain};

use crate::failure::Failure;
use crate::workspace::Workspace;

/// A part of the set-up that can be asked for by itself.
#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Part {
    /// A Rust toolchain that compiles for wasm32-unknown-unknown
    Target,
    /// wasm-bindgen-cli and wasm-pack
    Tools,
    /// The npm packages of the workshop
    Npm,
    /// Chromium and its driver
    Browser,
    /// Kamailio and baresip
    Pbx,
    /// cargo-deny, for licences, sources and advisories
    Audit,
}

/// The parts named, or all of them.
pub(crate) fn parts(workspace: &Workspace, parts: &[Part]) -> Result<(), Failure> {
    let parts = if parts.is_empty() { Part::value_variants() } else { parts };
    for part in parts {
        match part {
            Part::Target => drop(target::ensure(workspace)?),
            Part::Tools => tools::ensure(workspace)?,
            Part::Npm => npm::install(workspace.root())?,
            Part::Browser => drop(browser::ensure()?),
            Part::Audit => tools::ensure_deny()?,
            Part::Pbx => drop(pbx::ensure()?),
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

/// The programs that settings for PBXs are tried with.
pub(crate) fn for_calling() -> Result<Pbx, Failure> {
    pbx::ensure()
}
