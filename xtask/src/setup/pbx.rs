//! Kamailio and baresip, with which the settings for PBXs are tried: the ones named, the ones here, or Debian's.

use std::env;
use std::path::{Path, PathBuf};

use which::{which, which_in};

use super::debian;
use crate::failure::Failure;
use crate::process;

/// Where daemons are, which is not on everybody's PATH.
const DAEMONS: &str = "/usr/sbin:/usr/local/sbin";

/// Where distributions put baresip's modules.
const MODULES: [&str; 4] = [
    "/usr/lib/baresip/modules",
    "/usr/lib/x86_64-linux-gnu/baresip/modules",
    "/usr/lib/aarch64-linux-gnu/baresip/modules",
    "/usr/local/lib/baresip/modules",
];

/// The programs that tests register and call with.
#[derive(Debug, Clone)]
pub(crate) struct Pbx {
    pub(crate) kamailio: PathBuf,
    pub(crate) baresip: PathBuf,
    /// The folder of baresip's modules.
    pub(crate) modules: PathBuf,
}

pub(super) fn ensure() -> Result<Pbx, Failure> {
    if let Some(pbx) = find() {
        process::there("kamailio, baresip");
        return Ok(pbx);
    }
    if debian::can_install() {
        keep_asleep();
        debian::install(&["kamailio", "baresip-core"])?;
    }
    find().ok_or_else(|| {
        Failure::new("Kamailio and baresip are needed")
            .by_hand("install both and put them on PATH, or name them in KAMAILIO, BARESIP and BARESIP_MODULES")
    })
}

/// Debian starts a daemon when it is installed, and again with the machine. Nobody asked for a SIP proxy on the network.
fn keep_asleep() {
    if which("systemctl").is_ok() {
        // Without systemd nothing is started either.
        drop(process::answer(debian::as_root("systemctl").args(["mask", "kamailio"])));
    }
}

fn find() -> Option<Pbx> {
    let named = |variable| env::var_os(variable).map(PathBuf::from);
    let here = || MODULES.iter().map(PathBuf::from).find(|folder| folder.is_dir());
    Some(Pbx {
        kamailio: named("KAMAILIO").or_else(|| program("kamailio"))?,
        baresip: named("BARESIP").or_else(|| program("baresip"))?,
        modules: named("BARESIP_MODULES").or_else(here)?,
    })
}

fn program(name: &str) -> Option<PathBuf> {
    which(name).or_else(|_| which_in(name, Some(DAEMONS), Path::new("/"))).ok()
}
