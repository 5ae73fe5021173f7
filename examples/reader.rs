//! Prints the reader of settings of the ordinary shape as a JavaScript module: the `reader.js` of the npm package, which
//! `cargo xtask build` puts beside the glue. Made from the table and not a loop over it, because engines read a property
//! by a name in the code many times faster than by one in a variable.

use wavix_trunks::rules::{FIELDS, Field, Kind, Presence};

fn main() {
    let fields: Vec<&Field> = FIELDS.iter().map(|name| name.field()).collect();
    let each = |part: fn(usize, &Field) -> String| {
        fields.iter().enumerate().map(|(at, field)| part(at, field)).collect::<Vec<_>>().join("")
    };
    let names: Vec<_> = fields.iter().map(|field| format!("{:?}", field.name.as_str())).collect();
    let (lists, alone): (Vec<_>, Vec<_>) =
        fields.iter().enumerate().partition(|(_, field)| field.kind == Kind::Addresses);
    let put: String = alone.iter().chain(&lists).map(|(at, field)| put(*at, field)).collect();
    let (first, rest) = fields.split_at(fields.iter().take_while(|field| is_always_sent(field)).count());
    let literal: Vec<_> = first.iter().map(|field| format!("{}: {}", field.name.as_str(), sent(field))).collect();
    let more: String = rest.iter().map(|field| added(field)).collect();
    let optional = |(_, field): &(usize, &&Field)| !is_always_sent(field);
    let (seldom, often): (Vec<_>, Vec<_>) =
        fields.iter().enumerate().filter(optional).partition(|(_, field)| field.kind == Kind::Host);
    let bits = |of: &[(usize, &&Field)]| of.iter().fold(0_u32, |bits, (at, _)| bits | 1 << at);
    let all = fields.iter().filter(|field| field.kind != Kind::Host);
    let all: Vec<_> = all.map(|field| format!("{}: {}", field.name.as_str(), sent(field))).collect();

    print!(
        r#"// Reads settings of the ordinary shape. Made by the build from src/rules/field.rs.

const NAMES = new Set([{names}]);
let order = [...NAMES];

/** Whether every name is one of the table. The names of one object after the other come in the same order. */
function knows(input) {{
  let at = 0;
  for (const name in input) if (name !== order[at++]) return learns(input);
  return true;
}}

function learns(input) {{
  const names = [];
  for (const name in input) {{
    if (!NAMES.has(name)) return false;
    names.push(name);
  }}
  order = names;
  return true;
}}

/** Whether an object is nothing but its properties. */
function isPlain(value) {{
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const prototype = Object.getPrototypeOf(value);
  return (prototype === Object.prototype || prototype === null) && value[Symbol.toStringTag] === undefined;
}}

/** The text in an object that holds nothing else but perhaps a number; nothing for any other. */
function oneText(value, name) {{
  if (!isPlain(value)) return undefined;
  for (const key in value) if (key !== name && (key !== "id" || typeof value.id !== "number")) return undefined;
  const text = value[name];
  return typeof text === "string" ? text : undefined;
}}

/** Texts of a short list of addresses; nothing for any other. */
function textsOf(list) {{
  if (!Array.isArray(list) || list.length > 16) return undefined;
  const texts = [];
  for (let at = 0; at < list.length; at++) {{
    const item = list[at];
    const text = typeof item === "string" ? item : oneText(item, "ip");
    if (text === undefined) return undefined;
    texts.push(text);
  }}
  return texts;
}}

/** The report on settings, or nothing when they must take the complete way. */
export function quick(input, desk) {{
  if (!isPlain(input) || !knows(input)) return undefined;
  // Everything is read once, and before anything is laid out: a getter may come back here.
  let given = 0;
  let on = 0;
  let addresses = 0;
{read}
  desk.clear();
  const {{ numbers, lengths }} = desk;
  let texts = "";
  let count = 0;
{put}
  if (!desk.put(texts, count)) return undefined;
  const issues = desk.judge(given, on, addresses);
  if (issues !== undefined) for (const {{ severity }} of issues) if (severity === "error") return {{ ok: false, issues }};
  if (issues === undefined || !desk.normal) return desk.complete({{ {snapshot} }});
  // An object made at once takes half as long as one that grows property by property.
  if ((given & {whether}) === {often}) return {{ ok: true, value: {{ {all} }}, issues }};
  const value = {{ {literal} }};
{more}  return {{ ok: true, value, issues }};
}}
"#,
        names = names.join(", "),
        read = each(read),
        whether = bits(&seldom) | bits(&often),
        often = bits(&often),
        all = all.join(", "),
        literal = literal.join(", "),
        snapshot = fields.iter().map(|field| as_read(field)).collect::<Vec<_>>().join(", "),
    );
}

fn is_always_sent(field: &Field) -> bool {
    !matches!(field.presence, Presence::Optional | Presence::RequiredWhenOn)
}

/// Reads a field into a constant, and gives up on a wrong type.
fn read(at: usize, field: &Field) -> String {
    let name = field.name.as_str();
    let bit = 1_u32 << at;
    let is = match field.kind {
        Kind::Switch => {
            return format!(
                "  const {name} = input.{name};
  if ({name} === true) {{ given |= {bit}; on |= {bit}; }} else if ({name} === false) given |= {bit};
  else if ({name} !== undefined && {name} !== null) return undefined;
"
            );
        }
        Kind::Text | Kind::PhoneNumber | Kind::Digits => "\"string\"",
        Kind::Whole | Kind::Amount => "\"number\"",
        Kind::Addresses | Kind::Host => {
            let texts = if field.kind == Kind::Host { "oneText(LIST, \"host\")" } else { "textsOf(LIST)" };
            let texts = texts.replace("LIST", &format!("{name}_given"));
            let count =
                if field.kind == Kind::Addresses { format!(" addresses = {name}.length;") } else { String::new() };
            return format!(
                "  const {name}_given = input.{name};
  let {name};
  if ({name}_given !== undefined && {name}_given !== null) {{
    {name} = {texts};
    if ({name} === undefined) return undefined;
    given |= {bit};{count}
  }}
"
            );
        }
    };
    format!(
        "  const {name} = input.{name};
  if (typeof {name} === {is}) given |= {bit};
  else if ({name} !== undefined && {name} !== null) return undefined;
"
    )
}

/// Lays out a field that is given.
fn put(at: usize, field: &Field) -> String {
    let name = field.name.as_str();
    let bit = 1_u32 << at;
    match field.kind {
        Kind::Switch => String::new(),
        Kind::Whole | Kind::Amount => format!("  if (given & {bit}) numbers[{at}] = {name};\n"),
        Kind::Addresses => {
            format!(
                "  if (given & {bit}) for (const text of {name}) {{ texts += text; lengths[count++] = text.length; }}\n"
            )
        }
        _ => format!("  if (given & {bit}) {{ texts += {name}; lengths[count++] = {name}.length; }}\n"),
    }
}

/// A field as it was read.
fn as_read(field: &Field) -> String {
    let name = field.name.as_str();
    if field.kind == Kind::Host {
        format!("{name}: {name} === undefined ? {name} : {{ host: {name} }}")
    } else {
        name.to_owned()
    }
}

/// What is sent of a field.
fn sent(field: &Field) -> String {
    let name = field.name.as_str();
    match (field.kind, field.presence) {
        (Kind::Switch, Presence::SwitchDefault(on)) => format!("{name} ?? {on}"),
        // There is no -0.
        (Kind::Whole, Presence::WholeDefault(number)) => format!("({name} ?? {number}) + 0"),
        (Kind::Whole | Kind::Amount, _) => format!("{name} + 0"),
        (Kind::Addresses, _) => format!("{name}.map((ip) => ({{ ip }}))"),
        (Kind::Host, _) => format!("{{ host: {name} }}"),
        (Kind::Text | Kind::PhoneNumber, _) => format!("{name} ?? \"\""),
        _ => name.to_owned(),
    }
}

fn added(field: &Field) -> String {
    let name = field.name.as_str();
    let condition =
        if is_always_sent(field) { String::new() } else { format!("if ({name} !== undefined && {name} !== null) ") };
    format!("  {condition}value.{name} = {};\n", sent(field))
}
