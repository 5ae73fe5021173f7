// @ts-check
// What the package asks of an engine is no more than the versions in docs/runtimes.md have.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { transform } from "esbuild";
import { install } from "./project.mjs";

const { home } = install();

test("the wasm has no newer feature than Chromium 96, Firefox 79 and Safari 15 know", () => {
  const wasm = new WebAssembly.Module(readFileSync(join(home, "wavix_trunks_bg.wasm")));
  const [section] = WebAssembly.Module.customSections(wasm, "target_features");
  const features =
    Buffer.from(section ?? new ArrayBuffer(0))
      .toString("latin1")
      .match(/(?<=\+.)[a-z0-9-]+/gs) ?? [];
  // The compiler's own list of what it was allowed to use; "-opt" and "-overlong" are parts of what older lists name whole.
  assert.deepEqual(features.sort(), [
    "bulk-memory",
    "bulk-memory-opt",
    "call-indirect-overlong",
    "multivalue",
    "mutable-globals",
    "nontrapping-fptoint",
    "reference-types",
    "sign-ext",
  ]);
});

const code = readdirSync(home).filter((name) => /js$/.test(name) && name !== "wasm-text.js");
for (const engine of ["chrome96", "firefox90", "safari15", "node20"]) {
  test(`no file has syntax that ${engine} does not know`, async () => {
    for (const name of code) {
      const text = readFileSync(join(home, name), "utf8");
      // Classes of characters are older than all of them; esbuild waits for the newest Unicode.
      const supported = { "regexp-unicode-property-escapes": true };
      const made = await transform(text, { target: engine, supported });
      const plain = await transform(text, { target: "esnext" });
      assert.equal(made.code, plain.code, name);
    }
  });
}
