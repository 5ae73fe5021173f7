//! Prints the table of fields and the JSON Schemas as a JavaScript module: the `tables.js` of the npm package, which
//! `cargo xtask build` puts beside the glue. As data they are ready whenever the module is, before any wasm is, and a
//! bundler drops the ones that nobody imports.

use serde_json::{Map, Value, json};
use wavix_trunks::rules::{FIELDS, input_schema, output_schema};

fn main() {
    let (mut words, mut rows) = (Map::new(), Vec::new());
    for name in FIELDS {
        let mut row = json!(name.field());
        words.insert(name.as_str().to_owned(), taken(&mut row, ["label", "help"]));
        rows.push(row);
    }
    println!("// The table of fields and the schemas. Made by the build from src/rules/field.rs.\n");
    // What a person reads of a field stands here once, and not in the table and in each schema.
    println!("const words = {};", Value::Object(words));
    println!("const freeze = (row) => {{");
    println!("  for (const value of Object.values(row)) Object.freeze(value);");
    println!("  return Object.freeze(row);");
    println!("}};");
    println!("const worded = (row) => {{");
    println!("  const [label, help] = words[row.name];");
    println!("  return freeze({{ ...row, label, help }});");
    println!("}};");
    let frozen = "/* @__PURE__ */ Object.freeze";
    println!("export const trunkFields = {frozen}(/* @__PURE__ */ {}.map(worded));", json!(rows));
    // A function, so that everyone gets a schema that may be changed.
    println!("export const trunkJsonSchema = (side) => {{");
    println!("  const schema = side === \"output\" ? {} : {};", wordless(output_schema()), wordless(input_schema()));
    println!("  for (const [name, [title, description]] of Object.entries(words)) {{");
    println!("    Object.assign(schema.properties[name], {{ title, description }});");
    println!("  }}");
    println!("  return schema;");
    println!("}};");
}

fn wordless(mut schema: Value) -> Value {
    if let Some(Value::Object(properties)) = schema.get_mut("properties") {
        properties.values_mut().for_each(|property| drop(taken(property, ["title", "description"])));
    }
    schema
}

/// Members of an object, taken out of it.
fn taken(object: &mut Value, names: [&str; 2]) -> Value {
    json!(names.map(|name| object.as_object_mut().and_then(|object| object.remove(name))))
}
