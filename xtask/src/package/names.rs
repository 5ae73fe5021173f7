//! The names by which the wasm and its glue know each other, as short as wasm-opt makes them. wasm-bindgen's own say what they
//! are for and end with hashes, which nothing compresses, a hundred times in each of the two; and with each of its imports
//! the wasm names a module besides.

use serde::Deserialize;

use crate::failure::Failure;

/// What wasm-opt says of the names that it gave.
#[derive(Debug, Deserialize)]
pub(super) struct Names {
    /// The module, what it called the thing, and what that is called now.
    imports: Vec<(String, String, String)>,
    /// What the wasm called it, and what it is called now.
    exports: Vec<(String, String)>,
}

/// The module from which the wasm now imports everything.
const MODULE: &str = "a";

/// The module that the glue was to the wasm.
const GLUE: &str = "./wavix_trunks_bg.js";

/// Where the glue begins to say what it gives the wasm, and where it says what else there is to import.
const GIVEN: &str = "    const import0 = {\n        __proto__: null,\n";
const MODULES: &str = "    return {\n        __proto__: null,\n";
const END: &str = "    };\n";

/// The glue with the names that the wasm has now.
pub(super) fn shorten(glue: &str, names: &Names) -> Result<String, Failure> {
    let (before, given, behind) = parts(glue)
        .ok_or_else(|| Failure::new("the glue does not say where it used to what the wasm can import from it"))?;
    let mut short = String::new();
    // What the wasm calls without the glue between comes by its name, and not with its whole module.
    for (module, old, new) in names.imports.iter().filter(|(module, ..)| module != GLUE) {
        let file = module.rsplit('/').next().unwrap_or_default();
        short += &format!("import {{ {old} as direct_{new} }} from \"./{file}\";\n");
    }
    short.extend(before.lines().filter(|line| !is_whole_module(line)).map(|line| format!("{line}\n")));
    short += GIVEN;
    short += &given_by(given, names)?;
    short += &format!("{END}    return {{ {MODULE}: import0 }};\n{behind}");
    with_exports(&short, names)
}

/// What stands before the object of what the glue gives the wasm, its members, and what stands behind the modules.
fn parts(glue: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = glue.split_once(GIVEN)?;
    let (given, rest) = rest.split_once(MODULES)?;
    let (_, behind) = rest.split_once(END)?;
    Some((before, given.strip_suffix(END)?, behind))
}

fn is_whole_module(line: &str) -> bool {
    line.starts_with("import * as import")
}

fn given_by(given: &str, names: &Names) -> Result<String, Failure> {
    let mut short = given.to_owned();
    for (module, old, new) in &names.imports {
        if module != GLUE {
            short += &format!("        {new}: direct_{new},\n");
            continue;
        }
        let [long, name] = [old, new].map(|name| format!("        {name}: function("));
        short = crate::files::replace_once(&short, &long, &name)?;
    }
    Ok(short)
}

/// The glue asks for what the wasm exports as members of `wasm`.
fn with_exports(glue: &str, names: &Names) -> Result<String, Failure> {
    let mut pieces = glue.split("wasm.");
    let mut short = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let end = piece.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(piece.len());
        let (name, rest) = piece.split_at(end);
        let new = match names.exports.iter().find(|(old, _)| old == name) {
            Some((_, new)) => new,
            // The end of a sentence.
            None if name.is_empty() => name,
            None => return Err(Failure::new("the glue asks for what the wasm does not export").because(name)),
        };
        short += &format!("wasm.{new}{rest}");
    }
    Ok(short)
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLUE_TEXT: &str = "\
import { errorSaid } from './errors.js';
import * as import1 from \"./answer.js\"

/** What is in wasm. */
export const free = (ptr) => wasm.__wbg_free(ptr);
function __wbg_get_imports() {
    const import0 = {
        __proto__: null,
        __wbg_then_656f253a5dd7d8ea: function(arg0) {
            wasm.__wbg_free(arg0);
        },
    };
    return {
        __proto__: null,
        \"./wavix_trunks_bg.js\": import0,
        \"./snippets/wavix-trunks-1a2b/pkg-template/answer.js\": import1,
    };
}
";

    fn names(imports: &[[&str; 3]], exports: &[[&str; 2]]) -> Names {
        Names {
            imports: imports.iter().map(|names| names.map(str::to_owned).into()).collect(),
            exports: exports.iter().map(|names| names.map(str::to_owned).into()).collect(),
        }
    }

    #[test]
    fn the_glue_has_the_names_of_the_wasm_and_everything_else_stays() {
        let short = shorten(
            GLUE_TEXT,
            &names(
                &[
                    [GLUE, "__wbg_then_656f253a5dd7d8ea", "b"],
                    ["./snippets/wavix-trunks-1a2b/pkg-template/answer.js", "dataOf", "c"],
                ],
                &[["__wbg_free", "d"]],
            ),
        );
        assert_eq!(
            short.unwrap(),
            "\
import { dataOf as direct_c } from \"./answer.js\";
import { errorSaid } from './errors.js';

/** What is in wasm. */
export const free = (ptr) => wasm.d(ptr);
function __wbg_get_imports() {
    const import0 = {
        __proto__: null,
        b: function(arg0) {
            wasm.d(arg0);
        },
        c: direct_c,
    };
    return { a: import0 };
}
"
        );
    }

    #[test]
    fn a_name_that_only_one_of_the_two_has_is_refused() {
        let then = [GLUE, "__wbg_then_656f253a5dd7d8ea", "b"];
        assert!(shorten(GLUE_TEXT, &names(&[then], &[])).is_err());
        assert!(shorten(GLUE_TEXT, &names(&[then, [GLUE, "__wbg_next", "c"]], &[["__wbg_free", "d"]])).is_err());
        assert!(shorten("export {};", &names(&[], &[])).is_err());
    }
}
