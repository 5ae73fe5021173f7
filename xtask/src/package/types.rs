//! The public types: what wasm-bindgen generates, less its plumbing, with the error classes joined.

use crate::failure::Failure;

/// Where the generated file leaves the public face and turns to loading the wasm.
const PLUMBING: &str = "export type InitInput ";

/// What the plumbing consists of, to the end of the file.
const PLUMBING_NAMES: [&str; 5] = [
    "type InitInput ",
    "interface InitOutput ",
    "type SyncInitInput ",
    "function initSync(",
    "default function __wbg_init",
];

/// The import by which the error classes know the generated types; joined, they share one file.
const IMPORT: &str = "import type {";

/// The text of `index.d.ts`.
pub(super) fn public(generated: &str, errors: &str) -> Result<String, Failure> {
    let face = face(generated)?;
    let mut text = String::from("// The types of wavix-trunks.\n\n");
    for line in face.lines().filter(|line| !is_noise(line)) {
        text.push_str(line);
        text.push('\n');
    }
    for line in errors.lines().filter(|line| !line.starts_with(IMPORT)) {
        text.push_str(line);
        text.push('\n');
    }
    Ok(text)
}

fn face(generated: &str) -> Result<&str, Failure> {
    let (face, plumbing) = generated
        .split_once(PLUMBING)
        .ok_or_else(|| Failure::new(format!("`{PLUMBING}` is not in the generated types")))?;
    let stranger = plumbing
        .lines()
        .filter_map(|line| line.strip_prefix("export "))
        .find(|line| !PLUMBING_NAMES.iter().any(|name| line.starts_with(name)));
    match stranger {
        Some(line) => Err(Failure::new("a public type comes after the plumbing").because(line)),
        None => Ok(face),
    }
}

/// Lines that are not for the package's users: a linter's switches, and `Symbol.dispose`, which
/// makes every user's compiler ask for the library `esnext.disposable`.
fn is_noise(line: &str) -> bool {
    let line = line.trim();
    line.starts_with("[Symbol.dispose]") || matches!(line, "/* tslint:disable */" | "/* eslint-disable */")
}

#[cfg(test)]
mod tests {
    use super::*;

    const GENERATED: &str = "\
/* tslint:disable */
/* eslint-disable */
export class TrunkClient {
    free(): void;
    [Symbol.dispose](): void;
}

export type InitInput = RequestInfo | URL;

export interface InitOutput {
    readonly memory: WebAssembly.Memory;
}

export default function __wbg_init (): Promise<InitOutput>;
";

    #[test]
    fn the_public_types_are_the_generated_ones_and_the_errors() {
        let errors = "import type { Issue } from \"./index.js\";\nexport class WavixError {}\n";
        assert_eq!(
            public(GENERATED, errors).unwrap(),
            "// The types of wavix-trunks.\n\nexport class TrunkClient {\n    free(): void;\n}\n\nexport class WavixError {}\n"
        );
    }

    #[test]
    fn a_public_type_among_the_plumbing_is_not_lost_silently() {
        let generated = format!("{GENERATED}export interface Trunk {{}}\n");
        assert!(public(&generated, "").is_err());
        assert!(public("export class TrunkClient {}", "").is_err());
    }
}
