//! The parts of the package that esbuild makes one file of: the entries beside the default one, and the command line.

use std::path::Path;
use std::process::Command;

use crate::failure::Failure;
use crate::workspace::{VERSION, Workspace};
use crate::{files, process};

/// One file for `import` and one for `require`. Both import the package by its name, so that they share the caller's
/// instance and its error classes, whichever entry the runtime chooses.
pub(super) fn addition(workspace: &Workspace, name: &str, folder: &Path) -> Result<(), Failure> {
    for (format, kind) in [("esm", "js"), ("cjs", "cjs")] {
        let mut esbuild = esbuild(workspace, &format!("{name}/index.js"), &folder.join(name).with_extension(kind));
        esbuild.args(["--platform=neutral", "--target=es2022"]).arg(format!("--format={format}"));
        process::quiet(&format!("{name}.{kind}"), esbuild)?;
    }
    Ok(())
}

/// The program, with the libraries it is built on inside, and the licence that one of them asks to come along.
pub(super) fn command_line(workspace: &Workspace, folder: &Path) -> Result<(), Failure> {
    // No module: the parser of arguments is none either, and would ask for `require`.
    let mut esbuild = esbuild(workspace, "cli/main.js", &folder.join("cli.cjs"));
    esbuild
        .args(["--platform=node", "--target=node20", "--format=cjs", "--external:wavix-trunks/*"])
        .arg(format!("--define:VERSION=\"{VERSION}\""));
    process::quiet("cli.cjs", esbuild)?;

    let mut licences = String::from("The command line, cli.cjs, holds these libraries.\n");
    for name in LIBRARIES {
        let home = workspace.root().join("node_modules").join(name);
        let file = ["LICENSE", "license"].iter().map(|file| home.join(file)).find(|file| file.is_file());
        let file = file.ok_or_else(|| Failure::new(format!("{name} has no licence beside it")))?;
        licences += &format!("\n── {name} ──\n\n{}", files::read(&file)?);
    }
    files::write(&folder.join("LICENSE.libraries"), &licences)
}

/// What the command line is built on, and what that is built on.
const LIBRARIES: [&str; 5] = ["commander", "string-width", "get-east-asian-width", "strip-ansi", "ansi-regex"];

fn esbuild(workspace: &Workspace, source: &str, product: &Path) -> Command {
    let root = workspace.root();
    let mut esbuild = Command::new(root.join("node_modules/.bin/esbuild"));
    esbuild
        .current_dir(root)
        .arg(format!("pkg-template/{source}"))
        .args(["--bundle", "--external:wavix-trunks", "--charset=utf8", "--log-level=warning"])
        .arg(format!("--outfile={}", product.display()));
    esbuild
}
