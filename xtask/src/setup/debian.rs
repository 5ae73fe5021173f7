//! Debian's packages, where this machine has them and we may install them.

use std::process::Command;

use which::which;

use crate::failure::Failure;
use crate::process;

/// Whether packages can be installed without asking anybody for a password.
pub(super) fn can_install() -> bool {
    which("apt-get").is_ok() && process::answer(&mut as_root("true")).is_some()
}

/// Installs `packages`, and nothing that they merely recommend.
pub(super) fn install(packages: &[&str]) -> Result<(), Failure> {
    let list = packages.join(" ");
    let by_hand = format!("apt-get install --no-install-recommends {list}");
    let mut update = as_root("apt-get");
    update.args(["update", "--quiet"]);
    let mut install = as_root("apt-get");
    install.args(["install", "--yes", "--quiet", "--no-install-recommends"]).args(packages);
    process::quiet("Debian's list of packages", update)
        .and_then(|()| process::quiet(&format!("Debian's {list}"), install))
        .map_err(|failure| failure.by_hand(by_hand))
}

/// `program` as root: directly for root, by a silent sudo for others.
pub(super) fn as_root(program: &str) -> Command {
    if process::answer(Command::new("id").arg("-u")).as_deref() == Some("0") {
        return Command::new(program);
    }
    let mut command = Command::new("sudo");
    command.args(["--non-interactive", program]);
    command
}
