//! The files of the package: the template's own, and those made from what was compiled.

use std::path::Path;
use std::process::Command;

use super::{bundle, glue, names, optimise, paths, text, types};
use crate::failure::Failure;
use crate::workspace::{VERSION, Workspace};
use crate::{files, process, remap};

/// Taken from `pkg-template` as they are.
const TEMPLATES: [&str; 26] = [
    "README.md",
    "answer.js",
    "browser.js",
    "bulk.js",
    "errors.js",
    "fetch.js",
    "guard.js",
    "input.js",
    "live.js",
    "load.js",
    "numbers.js",
    "pages.js",
    "place.js",
    "pure.js",
    "ready.js",
    "received.js",
    "schema.js",
    "slim.bundled.js",
    "slim.js",
    "slim.node.cjs",
    "slim.node.mjs",
    "slim.worker.mjs",
    "unicode.js",
    "unready.js",
    "validate.js",
    "worker.mjs",
];

/// The types of the entries that add to the default one, in `pkg-template`.
const ENTRY_TYPES: [&str; 5] = ["pbx", "plan", "relay", "slim", "wasm"];

/// The entries that stand on the default one: folders of `pkg-template`, each bundled into one file.
const ADDITIONS: [&str; 3] = ["pbx", "plan", "relay"];

/// The types of what is not written in Rust, in `pkg-template`.
const TYPES: [&str; 4] = ["bulk.d.ts", "errors.d.ts", "schema.d.ts", "tables.d.ts"];

/// Taken from the repository as they are.
const DOCUMENTS: [&str; 2] = ["CHANGELOG.md", "LICENSE"];

/// The modules that examples of the library print.
const PRINTED: [&str; 2] = ["reader", "tables"];

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

    let optimised = compiled.join("optimised.wasm");
    let names = optimise::optimise(workspace, &compiled.join(WASM), &optimised)?;
    let tail = files::read(&template.join("glue.tail.js"))?;
    let glue = glue::glue(&files::read(&compiled.join("wavix_trunks.js"))?, &TEMPLATES, &tail)?;
    files::write(&folder.join("glue.js"), names::shorten(&glue, &names)?)?;

    let mut wasm = files::read_bytes(&optimised)?;
    let cargo = remap::cargo_home().unwrap_or_default();
    paths::blank(&mut wasm, &cargo.display().to_string());
    files::write(&folder.join(WASM), &wasm)?;
    files::write(&folder.join("wasm-text.js"), text::module(&wasm))?;

    for example in PRINTED {
        files::write(&folder.join(example).with_extension("js"), &printed(workspace, example)?)?;
    }

    let mut more = String::new();
    for name in TYPES {
        more += &files::read(&template.join(name))?;
    }
    let types = types::public(&files::read(&compiled.join("wavix_trunks.d.ts"))?, &more)?;
    // The same text under two names: in a package of modules `.d.ts` describes a module and `.d.cts`
    // what `require` returns, and TypeScript lets neither stand in for the other.
    files::write(&folder.join("index.d.ts"), &types)?;
    files::write(&folder.join("index.d.cts"), &types)?;
    for entry in ENTRY_TYPES {
        for kind in ["d.ts", "d.cts"] {
            files::copy(&template.join(entry).with_extension("d.ts"), &folder.join(entry).with_extension(kind))?;
        }
    }

    for name in ADDITIONS {
        bundle::addition(workspace, name, folder)?;
    }
    bundle::command_line(workspace, folder)?;
    entries_of_node(workspace, folder)
}

/// The module that an example of the library prints.
fn printed(workspace: &Workspace, example: &str) -> Result<String, Failure> {
    let mut cargo = Command::new("cargo");
    cargo.current_dir(workspace.root()).args(["run", "--quiet", "--package", "wavix-trunks", "--example", example]);
    process::answer(&mut cargo)
        .ok_or_else(|| Failure::new(format!("{example}.js was not made")).by_hand(process::written_out(&cargo)))
}

/// Node's two entries, each a file of its own: what `import` gets, and what `require` gets on versions and in tools that
/// know no other way. Both have the same code inside.
fn entries_of_node(workspace: &Workspace, folder: &Path) -> Result<(), Failure> {
    let template = workspace.root().join("pkg-template");
    let [entry, globals, bundled] = ["node.entry.mjs", "node.globals.mjs", "node.bundled.js"];
    for name in [entry, globals] {
        files::copy(&template.join(name), &folder.join(name))?;
    }
    let mut esbuild = Command::new(workspace.root().join("node_modules/.bin/esbuild"));
    esbuild
        .current_dir(folder)
        .args([entry, "--bundle", "--platform=node", "--format=iife", "--global-name=made"])
        .args(["--target=node20", "--log-level=warning"])
        .arg(format!("--outfile={bundled}"))
        // Less to read at every start. Names stay, for whoever reads a stack.
        .args(["--minify-whitespace", "--minify-syntax"])
        .arg(format!("--inject:./{globals}"))
        // A glue that asks for its own URL would find none after bundling.
        .arg("--log-override:empty-import-meta=error");
    process::quiet("entries for Node", esbuild)?;
    let code = files::read(&folder.join(bundled))?;
    for name in ["node.mjs", "node.cjs"] {
        let entry = with_code(&files::read(&template.join(name))?, &code)?;
        files::write(&folder.join(name), &files::replace_once(&entry, "0.0.0", VERSION)?)?;
    }
    [entry, globals, bundled].into_iter().try_for_each(|name| files::remove(&folder.join(name)))
}

/// An entry with the code in its place. As esbuild writes it, called where it stands: a function that is declared and called
/// later is read twice.
fn with_code(entry: &str, bundled: &str) -> Result<String, Failure> {
    let code = bundled.trim_end().strip_prefix("\"use strict\";var made=").and_then(|code| code.strip_suffix(';'));
    let code = code.ok_or_else(|| Failure::new("the code for Node does not begin or end as it used to"))?;
    files::replace_once(entry, "instance(require, WASM)", code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_code_stands_where_it_is_called() {
        let entry = "shared.one ??= instance(require, WASM);\n";
        let made = with_code(entry, "\"use strict\";var made=(()=>{return 1})();\n").unwrap();
        assert_eq!(made, "shared.one ??= (()=>{return 1})();\n");
        assert!(with_code(entry, "(()=>{})();").is_err());
    }
}
