// @ts-check
// Rust on the pages: `cargo test` runs it where src/pages.rs takes the page in.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./pages.mjs";

/** @param {import("./pages.mjs").Block} block */
export function assertDoctested({ page }) {
  const pages = readFileSync(join(ROOT, "src/pages.rs"), "utf8");
  assert.ok(pages.includes(`include_str!("../${page}")`), `src/pages.rs takes in ${page}, so that its Rust is run`);
}
