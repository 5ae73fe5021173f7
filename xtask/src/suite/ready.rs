//! What several steps stand on, made when the first of them asks and then shared, its failure too.

use std::cell::OnceCell;
use std::path::{Path, PathBuf};

use crate::failure::Failure;
use crate::setup::{self, Browser, Pbx, Toolchain};
use crate::workspace::Workspace;
use crate::{package, sandbox};

type Shared<T> = OnceCell<Result<T, Failure>>;

pub(super) struct Ready<'a> {
    pub(super) workspace: &'a Workspace,
    /// Whether the slow parts of steps are wanted.
    pub(super) all: bool,
    toolchain: Shared<Toolchain>,
    browser: Shared<Browser>,
    pbx: Shared<Pbx>,
    tarball: Shared<PathBuf>,
    sandbox: Shared<PathBuf>,
}

impl<'a> Ready<'a> {
    pub(super) fn new(workspace: &'a Workspace, all: bool) -> Self {
        Self {
            workspace,
            all,
            toolchain: OnceCell::new(),
            browser: OnceCell::new(),
            pbx: OnceCell::new(),
            tarball: OnceCell::new(),
            sandbox: OnceCell::new(),
        }
    }

    /// The toolchain for wasm32, with the tools and npm packages that go with it.
    pub(super) fn toolchain(&self) -> Result<Toolchain, Failure> {
        self.toolchain.get_or_init(|| setup::for_building(self.workspace)).clone()
    }

    pub(super) fn browser(&self) -> Result<&Browser, Failure> {
        shared(self.browser.get_or_init(setup::for_browsing))
    }

    pub(super) fn pbx(&self) -> Result<&Pbx, Failure> {
        shared(self.pbx.get_or_init(setup::for_calling))
    }

    /// The npm package, built from the sources as they are now.
    pub(super) fn tarball(&self) -> Result<&Path, Failure> {
        let build = || package::build(self.workspace, self.toolchain()?);
        shared(self.tarball.get_or_init(build)).map(PathBuf::as_path)
    }

    /// The sandbox's program.
    pub(super) fn sandbox(&self) -> Result<&Path, Failure> {
        let build = || sandbox::build_with_tests(self.workspace);
        shared(self.sandbox.get_or_init(build)).map(PathBuf::as_path)
    }
}

fn shared<T>(made: &Result<T, Failure>) -> Result<&T, Failure> {
    made.as_ref().map_err(Failure::clone)
}
