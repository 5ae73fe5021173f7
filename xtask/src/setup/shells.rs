//! The shells for which the command line has completions, and the program that gives a test a terminal.

use which::which;

use super::debian;
use crate::failure::Failure;
use crate::process;

/// Programs, and the packages in which Debian has them.
const PROGRAMS: [(&str, &str); 4] = [("bash", "bash"), ("zsh", "zsh"), ("fish", "fish"), ("script", "bsdutils")];

pub(super) fn ensure() -> Result<(), Failure> {
    let missing = missing();
    if missing.is_empty() {
        process::there("bash, zsh, fish, script");
        return Ok(());
    }
    if debian::can_install() {
        debian::install(&missing)?;
    }
    match self::missing().as_slice() {
        [] => Ok(()),
        missing => Err(Failure::new("bash, zsh, fish and script are needed")
            .because(format!("not on PATH: {}", missing.join(", ")))
            .by_hand("install them with your system's packages")),
    }
}

fn missing() -> Vec<&'static str> {
    PROGRAMS.iter().filter(|(program, _)| which(program).is_err()).map(|&(_, package)| package).collect()
}
