//! Prints the table of fields and the JSON Schemas as a JavaScript module: the `tables.js` of the npm package, which
//! `cargo xtask build` puts beside the glue. As data they are ready whenever the module is, before any wasm is, and a
//! bundler drops the ones that nobody imports.

use serde_json::json;
use wavix_trunks::rules::{FIELDS, input_schema, output_schema};

fn main() {
    let fields = FIELDS.iter().map(|name| name.field()).collect::<Vec<_>>();
    let frozen = "/* @__PURE__ */ Object.freeze";
    println!("// The table of fields and the schemas. Made by the build from src/rules/field.rs.\n");
    println!("const freeze = (row) => {{");
    println!("  for (const value of Object.values(row)) Object.freeze(value);");
    println!("  return Object.freeze(row);");
    println!("}};");
    println!("export const trunkFields = {frozen}(/* @__PURE__ */ {}.map(freeze));", json!(fields));
    // A function, so that everyone gets a schema that may be changed.
    println!(
        "export const trunkJsonSchema = (side) =>\n  side === \"output\" ? {} : {};",
        output_schema(),
        input_schema()
    );
}
