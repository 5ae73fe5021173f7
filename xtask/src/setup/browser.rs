//! Chromium and its driver: the ones named, the ones here, or Debian's.

use std::env;
use std::path::PathBuf;
use std::process::Command;

use which::which;

use super::debian;
use crate::failure::Failure;
use crate::process;

/// What people call the browser, most particular first.
const CHROME: [&str; 5] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

/// The browser that tests drive.
#[derive(Debug, Clone)]
pub(crate) struct Browser {
    pub(crate) chrome: PathBuf,
    pub(crate) driver: PathBuf,
}

pub(super) fn ensure() -> Result<Browser, Failure> {
    if let Some(browser) = find() {
        process::there(versions(&browser));
        return Ok(browser);
    }
    if debian::can_install() {
        debian::install(&["chromium", "chromium-driver"])?;
    }
    find().ok_or_else(|| {
        Failure::new("Chromium and chromedriver of the same version are needed")
            .by_hand("install both and put them on PATH, or name them in CHROME and CHROMEDRIVER")
    })
}

fn find() -> Option<Browser> {
    let named = |variable| env::var_os(variable).map(PathBuf::from);
    Some(Browser {
        chrome: named("CHROME").or_else(|| CHROME.iter().find_map(|name| which(name).ok()))?,
        driver: named("CHROMEDRIVER").or_else(|| which("chromedriver").ok())?,
    })
}

fn versions(browser: &Browser) -> String {
    [&browser.chrome, &browser.driver]
        .map(|program| {
            let said = process::answer(Command::new(program).arg("--version"));
            let said = said.unwrap_or_else(|| program.display().to_string());
            // The driver adds the commit it was built from.
            said.split(" (").next().unwrap_or_default().trim().to_owned()
        })
        .join(", ")
}
