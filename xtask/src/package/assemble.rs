//! The files of the package: the template's own, and those made from what was compiled.

use std::fmt::Write;
use std::path::Path;
use std::process::Command;

use super::types;
use crate::failure::Failure;
use crate::workspace::{VERSION, Workspace};
use crate::{files, process};

/// Taken from `pkg-template` as they are.
const TEMPLATES: [&str; 10] = [
    "README.md",
    "answer.js",
    "browser.js",
    "errors.js",
    "exports.js",
    "guard.js",
    "node.mjs",
    "pages.js",
    "schema.js",
    "worker.mjs",
];

/// The types of what is not written in Rust, in `pkg-template`.
const TYPES: [&str; 3] = ["errors.d.ts", "schema.d.ts", "tables.d.ts"];

/// Taken from the repository as they are.
const DOCUMENTS: [&str; 2] = ["CHANGELOG.md", "LICENSE"];

const WASM: &str = "wavix_trunks_bg.wasm";

/// Makes `folder` the package, from `compiled` and the template.
pub(super) fn assemble(workspace: &Workspace, compiled: &Path, folder: &Path) -> Result<(), Failure> {
    let root = workspace.root();
    let template = root.join("pkg-template");
    files::fresh_folder(folder)?;
    for name in DOCUMENTS {
        files::copy(&root.join(name), &folder.join(name))?;
    }
    for name in TEMPLATES {
        files::copy(&template.join(name), &folder.join(name))?;
    }
    let manifest = files::read(&template.join("package.json"))?;
    let manifest = files::replace_once(&manifest, "\"0.0.0\"", &format!("\"{VERSION}\""))?;
    files::write(&folder.join("package.json"), &manifest)?;

    let glue = files::read(&compiled.join("wavix_trunks.js"))?;
    files::write(&folder.join("glue.js"), &without_snippet_folder(&glue)?)?;

    let wasm = files::read_bytes(&compiled.join(WASM))?;
    files::copy(&compiled.join(WASM), &folder.join(WASM))?;
    files::write(&folder.join("wasm-hex.js"), &hex_module(&wasm))?;

    files::write(&folder.join("tables.js"), &tables(workspace)?)?;

    let mut more = String::new();
    for name in TYPES {
        more += &files::read(&template.join(name))?;
    }
    let types = types::public(&files::read(&compiled.join("wavix_trunks.d.ts"))?, &more)?;
    // The same text under two names: in a package of modules `.d.ts` describes a module and `.d.cts`
    // what `require` returns, and TypeScript lets neither stand in for the other.
    files::write(&folder.join("index.d.ts"), &types)?;
    files::write(&folder.join("index.d.cts"), &types)?;

    bundle_for_node(workspace, folder)
}

/// The module of data that an example of the library prints.
fn tables(workspace: &Workspace) -> Result<String, Failure> {
    let mut cargo = Command::new("cargo");
    cargo.current_dir(workspace.root()).args(["run", "--quiet", "--package", "wavix-trunks", "--example", "tables"]);
    process::answer(&mut cargo)
        .ok_or_else(|| Failure::new("the tables were not made").by_hand(process::written_out(&cargo)))
}

/// wasm-bindgen copies the hand-written modules that it imports into a folder of its own making; the package has them
/// once, beside the glue, so that `instanceof WavixError` is true for everyone.
///
/// Only where the glue imports them: the same paths are also the names by which the wasm asks for what it imports.
fn without_snippet_folder(glue: &str) -> Result<String, Failure> {
    const FOLDER: &str = "/pkg-template/";
    let mut flat = String::new();
    for line in glue.lines() {
        let source =
            line.split(['\'', '"']).find(|quoted| line.starts_with("import ") && quoted.starts_with("./snippets/"));
        match source {
            None => flat.push_str(line),
            Some(source) => {
                let file = source.split_once(FOLDER).map(|(_, file)| file).filter(|file| TEMPLATES.contains(file));
                let file =
                    file.ok_or_else(|| Failure::new("the glue imports a snippet that is not shipped").because(source))?;
                flat.push_str(&files::replace_once(line, source, &format!("./{file}"))?);
            }
        }
        flat.push('\n');
    }
    if flat.lines().eq(glue.lines()) {
        return Err(Failure::new("the glue does not import the error classes"));
    }
    Ok(flat)
}

fn hex_module(wasm: &[u8]) -> String {
    let mut module = String::from("// The bytes of the wasm file, for where files cannot be read.\n");
    module.push_str("export default \"");
    for byte in wasm {
        // Writing to a String cannot fail.
        let _ = write!(module, "{byte:02x}");
    }
    module.push_str("\";\n");
    module
}

/// `require` needs one file that is not a module, made from the same glue.
fn bundle_for_node(workspace: &Workspace, folder: &Path) -> Result<(), Failure> {
    let entry = "node.entry.mjs";
    files::copy(&workspace.root().join("pkg-template").join(entry), &folder.join(entry))?;
    let mut esbuild = Command::new(workspace.root().join("node_modules/.bin/esbuild"));
    esbuild
        .current_dir(folder)
        .args([entry, "--bundle", "--platform=node", "--format=cjs"])
        .args(["--target=node20", "--outfile=node.cjs", "--log-level=warning"])
        // A glue that asks for its own URL would find none after bundling.
        .arg("--log-override:empty-import-meta=error");
    process::quiet("entry for Node", esbuild)?;
    std::fs::remove_file(folder.join(entry))
        .map_err(|error| Failure::new(format!("cannot remove {entry}")).because(error))
}

#[cfg(test)]
mod tests {
    use super::*;

    const IMPORT: &str = "import { WavixError } from './snippets/wavix-trunks-1a2b/pkg-template/errors.js';\n";

    #[test]
    fn the_glue_imports_the_error_classes_that_the_package_ships() {
        assert_eq!(without_snippet_folder(IMPORT).unwrap(), "import { WavixError } from './errors.js';\n");
    }

    #[test]
    fn the_names_by_which_the_wasm_asks_stay() {
        let name = "        \"./snippets/wavix-trunks-1a2b/pkg-template/errors.js\": import1,\n";
        assert!(without_snippet_folder(&format!("{IMPORT}{name}")).unwrap().ends_with(name));
    }

    #[test]
    fn a_glue_without_the_error_classes_or_with_more_snippets_is_refused() {
        assert!(without_snippet_folder("export class TrunkClient {}").is_err());
        let other = format!("{IMPORT}import * as x from './snippets/other-1/inline0.js';");
        assert!(without_snippet_folder(&other).is_err());
    }

    #[test]
    fn hex_text_has_two_digits_for_every_byte() {
        assert!(hex_module(&[0, 0x61, 0xff]).ends_with("export default \"0061ff\";\n"));
    }
}
