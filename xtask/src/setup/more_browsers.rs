//! Firefox and WebKitGTK with their drivers, for the tests of `--all`: the ones named, the ones here, or Debian's.

use std::env;
use std::path::PathBuf;
use std::process::Command;

use which::which;

use super::{debian, tools};
use crate::failure::Failure;
use crate::process;

/// The geckodriver that goes with the Firefoxes of its time, older and newer ones.
const GECKODRIVER: &str = "0.37.1";

/// Debian's packages. WebKitGTK draws on a screen, which Xvfb pretends to be.
const PACKAGES: [&str; 4] = ["firefox-esr", "webkit2gtk-driver", "xvfb", "xauth"];

/// What tests drive besides Chromium.
#[derive(Debug, Clone)]
pub(crate) struct MoreBrowsers {
    firefox: PathBuf,
    geckodriver: PathBuf,
    webkit_driver: PathBuf,
}

impl MoreBrowsers {
    /// Tells the tests where they are.
    pub(crate) fn tell(&self, tests: &mut Command) {
        tests
            .env("FIREFOX", &self.firefox)
            .env("GECKODRIVER", &self.geckodriver)
            .env("WEBKIT_DRIVER", &self.webkit_driver);
    }
}

pub(super) fn ensure() -> Result<MoreBrowsers, Failure> {
    if browsers().is_none() && debian::can_install() {
        debian::install(&PACKAGES)?;
    }
    let (firefox, webkit_driver) = browsers().ok_or_else(|| {
        Failure::new("Firefox, WebKitGTK's driver and Xvfb are needed")
            .by_hand("install them and put them on PATH, or name the first two in FIREFOX and WEBKIT_DRIVER")
    })?;
    process::there("Firefox, WebKitGTK and a screen for it");
    let geckodriver = match named("GECKODRIVER", &["geckodriver"]) {
        Some(driver) => driver,
        None => tools::geckodriver(GECKODRIVER)?,
    };
    Ok(MoreBrowsers { firefox, geckodriver, webkit_driver })
}

fn browsers() -> Option<(PathBuf, PathBuf)> {
    which("Xvfb").ok()?;
    Some((named("FIREFOX", &["firefox", "firefox-esr"])?, named("WEBKIT_DRIVER", &["WebKitWebDriver"])?))
}

/// The program that a variable names, or the first of these on PATH.
fn named(variable: &str, programs: &[&str]) -> Option<PathBuf> {
    env::var_os(variable).map(PathBuf::from).or_else(|| programs.iter().find_map(|name| which(name).ok()))
}
