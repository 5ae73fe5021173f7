//! A Rust toolchain that compiles for wasm32-unknown-unknown: found, added, or made.

use std::fs;
use std::process::Command;

use super::{debian, distro};
use crate::failure::Failure;
use crate::process;
use crate::workspace::Workspace;

pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// Which toolchain the commands for wasm32 must use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Toolchain {
    /// The one that everything else uses.
    Default,
    /// The Linux distribution's own, known to rustup as `distro`.
    Distro,
}

impl Toolchain {
    /// Makes `command`, and whatever it starts, use this toolchain.
    pub(crate) fn lead(self, command: &mut Command) -> &mut Command {
        match self {
            Self::Default => command,
            Self::Distro => command.env("RUSTUP_TOOLCHAIN", distro::NAME),
        }
    }
}

pub(super) fn ensure(workspace: &Workspace) -> Result<Toolchain, Failure> {
    let ready = |toolchain| compiles(workspace, toolchain).then_some(toolchain);
    if let Some(toolchain) = ready(Toolchain::Default).or_else(|| ready(Toolchain::Distro)) {
        process::there(match toolchain {
            Toolchain::Default => format!("{TARGET} in the default toolchain"),
            Toolchain::Distro => format!("{TARGET} in the toolchain `{}`", distro::NAME),
        });
        return Ok(toolchain);
    }

    let mut add = Command::new("rustup");
    add.args(["target", "add", TARGET]);
    let added = process::quiet(&format!("{TARGET} by rustup"), add);
    if let Some(toolchain) = ready(Toolchain::Default) {
        return Ok(toolchain);
    }
    if debian::can_install() {
        if let Err(failure) = added {
            println!("… {}; going on with Debian's Rust", failure.what());
        }
        distro::make(workspace)?;
        return ready(Toolchain::Distro)
            .ok_or_else(|| Failure::new(format!("Debian's Rust still does not compile for {TARGET}")));
    }
    let failure =
        Failure::new(format!("no toolchain compiles for {TARGET}")).by_hand(format!("rustup target add {TARGET}"));
    Err(match added {
        Ok(()) => failure,
        Err(cause) => failure.because(cause),
    })
}

/// Compiles and links an empty library: the one question that a missing standard library, one of
/// another compiler's, and a missing linker all answer with no.
fn compiles(workspace: &Workspace, toolchain: Toolchain) -> bool {
    let folder = workspace.target().join("xtask");
    if fs::create_dir_all(&folder).is_err() {
        return false;
    }
    let mut rustc = Command::new("rustc");
    rustc
        .args(["--target", TARGET, "--crate-type", "cdylib", "--crate-name"])
        .args(["probe", "--out-dir"])
        .arg(folder)
        .arg("-");
    process::answer(toolchain.lead(&mut rustc)).is_some()
}
