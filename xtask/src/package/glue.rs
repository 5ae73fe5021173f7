//! The glue: what wasm-bindgen writes between JavaScript and the wasm, with our modules in the place of its copies, and
//! our loading in the place of its own.

use crate::failure::Failure;
use crate::files;

/// Where wasm-bindgen keeps the instance, and from where on it loads one.
const LOADING: &str = "\nlet wasmModule, wasmInstance, wasm;\n";

/// What its loading is known by, to the last line.
const LAST: &str = "export { initSync, __wbg_init as default };";

/// The glue of the package, made of what was generated. `shipped` are the hand-written modules beside it, `tail` is what
/// loads.
pub(super) fn glue(generated: &str, shipped: &[&str], tail: &str) -> Result<String, Failure> {
    let flat = without_snippet_folder(generated, shipped)?;
    let (face, loading) =
        flat.split_once(LOADING).ok_or_else(|| Failure::new("the glue does not load where it used to"))?;
    match loading.trim_end().ends_with(LAST) {
        true => Ok(format!("{}\n{tail}", with_parameters(face))),
        false => Err(Failure::new("the glue does not end with its loading")),
    }
}

/// What may throw stands in a function that names no parameters but hands on `arguments`. Engines compile the way from the
/// wasm to JavaScript once for each kind of parameters, and once more for a function that does not name as many: at every
/// start, V8 by its slowest compiler.
fn with_parameters(face: &str) -> String {
    const BEFORE: &str = "function() { return handleError(function (";
    const BETWEEN: &str = ") {";
    let mut named = String::new();
    for line in face.split_inclusive('\n') {
        let parts = line.split_once(BEFORE).and_then(|(key, rest)| Some((key, rest.split_once(BETWEEN)?)));
        match parts {
            Some((key, (parameters, rest))) => {
                let inner = format!("function ({parameters}{BETWEEN}{rest}");
                named += &format!("{key}function({parameters}) {{ return handleError({inner}");
            }
            None => named += line,
        }
    }
    named
}

/// wasm-bindgen copies the hand-written modules that it imports into a folder of its own making; the package has them
/// once, beside the glue, so that `instanceof WavixError` is true for everyone.
///
/// Only where the glue imports them: the same paths are also the names by which the wasm asks for what it imports.
fn without_snippet_folder(glue: &str, shipped: &[&str]) -> Result<String, Failure> {
    const FOLDER: &str = "/pkg-template/";
    let mut flat = String::new();
    for line in glue.lines() {
        let source =
            line.split(['\'', '"']).find(|quoted| line.starts_with("import ") && quoted.starts_with("./snippets/"));
        match source {
            None => flat.push_str(line),
            Some(source) => {
                let file = source.split_once(FOLDER).map(|(_, file)| file).filter(|file| shipped.contains(file));
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

#[cfg(test)]
mod tests {
    use super::*;

    const SHIPPED: [&str; 1] = ["errors.js"];
    const IMPORT: &str = "import { WavixError } from './snippets/wavix-trunks-1a2b/pkg-template/errors.js';\n";

    #[test]
    fn the_glue_imports_the_error_classes_that_the_package_ships() {
        assert_eq!(without_snippet_folder(IMPORT, &SHIPPED).unwrap(), "import { WavixError } from './errors.js';\n");
    }

    #[test]
    fn the_names_by_which_the_wasm_asks_stay() {
        let name = "        \"./snippets/wavix-trunks-1a2b/pkg-template/errors.js\": import1,\n";
        assert!(without_snippet_folder(&format!("{IMPORT}{name}"), &SHIPPED).unwrap().ends_with(name));
    }

    #[test]
    fn a_glue_without_the_error_classes_or_with_more_snippets_is_refused() {
        assert!(without_snippet_folder("export class TrunkClient {}", &SHIPPED).is_err());
        let other = format!("{IMPORT}import * as x from './snippets/other-1/inline0.js';");
        assert!(without_snippet_folder(&other, &SHIPPED).is_err());
    }

    #[test]
    fn what_may_throw_names_its_parameters() {
        let generated =
            "  __wbg_a: function() { return handleError(function (arg0, arg1) {\n  }, arguments); },\n  b: 1\n";
        let named = "  __wbg_a: function(arg0, arg1) { return handleError(function (arg0, arg1) {\n  }, arguments); },\n  b: 1\n";
        assert_eq!(with_parameters(generated), named);
    }

    #[test]
    fn its_loading_is_replaced_by_ours_and_nothing_else_is_lost() {
        let generated = format!("{IMPORT}let before;\n{LOADING}function initSync() {{}}\n\n{LAST}\n");
        let made = glue(&generated, &SHIPPED, "let wasm = 1;\n").unwrap();
        assert_eq!(made, "import { WavixError } from './errors.js';\nlet before;\n\nlet wasm = 1;\n");
        assert!(glue(IMPORT, &SHIPPED, "").is_err());
        assert!(glue(&format!("{generated}let after;"), &SHIPPED, "").is_err());
    }
}
