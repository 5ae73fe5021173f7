//! Prints the table of fields and the JSON Schemas as a JavaScript module: the `tables.js` of the npm package, which
//! `cargo xtask build` puts beside the glue. As data they are ready whenever the module is, before any wasm is, and a
//! bundler drops the ones that nobody imports. As text, because engines pass over a text faster than over what it says, and
//! most programs ask for neither.

use serde_json::{Value, json};
use wavix_trunks::rules::{FIELDS, input_schema, output_schema};

fn main() {
    let fields = FIELDS.iter().map(|name| name.field()).collect::<Vec<_>>();
    let text = |value: Value| json!(value.to_string());
    println!("// The table of fields and the schemas. Made by the build from src/rules/field.rs.\n");
    println!("const freeze = (_name, value) => Object.freeze(value);");
    println!("export const trunkFields = /* @__PURE__ */ JSON.parse({}, freeze);", text(json!(fields)));
    // A function, so that everyone gets a schema that may be changed.
    println!(
        "export const trunkJsonSchema = (side) =>\n  JSON.parse(side === \"output\" ? {} : {});",
        text(output_schema()),
        text(input_schema())
    );
}
