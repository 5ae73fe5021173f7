// @ts-check
// The types as a user's compiler sees them.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { install, withLibraries } from "./project.mjs";

const project = withLibraries(install());
const here = import.meta.dirname;
cpSync(join(here, "consumers"), project.folder, { recursive: true });

const types = readFileSync(join(project.home, "index.d.ts"), "utf8");

const settings = {
  node16: ["--module", "node16"],
  nodenext: ["--module", "nodenext"],
  bundler: ["--module", "esnext", "--moduleResolution", "bundler"],
};
const modules = ["module.mts", "types.mts", "forms.mts", "slim.mts", "pbx.mts", "plan.mts", "relay.mts"];
const inNode = [...modules, "common.cts", "slim.cts", "pbx.cts", "plan.cts", "relay.cts"];
/** What each way of resolving can compile: a bundler has no `import = require`. */
const consumers = { node16: inNode, nodenext: inNode, bundler: modules };

for (const resolution of /** @type {const} */ (["node16", "nodenext", "bundler"])) {
  test(`a strict project compiles under ${resolution} without skipping the library's own types`, () => {
    const tsc = join(here, "../../node_modules/typescript/bin/tsc");
    const options = ["--noEmit", "--strict", "--exactOptionalPropertyTypes", "--skipLibCheck", "false"];
    const { status, stdout } = spawnSync(
      process.execPath,
      [tsc, ...options, "--target", "es2022", ...settings[resolution], ...consumers[resolution]],
      { cwd: project.folder, encoding: "utf8" },
    );
    assert.equal(stdout, "");
    assert.equal(status, 0);
  });
}

test("the types are the ones somebody has read: `cargo xtask build --bless` accepts new ones", () => {
  const golden = readFileSync(join(here, "golden", "index.d.ts"), "utf8").split("\n");
  const lines = types.split("\n");
  // The first line that differs, and not both files whole.
  const at = lines.findIndex((line, number) => line !== golden[number]);
  if (at >= 0) assert.equal(lines[at], golden[at], `line ${at + 1}`);
  assert.equal(lines.length, golden.length);
});

test("what require returns is typed like what import gives", () => {
  assert.equal(readFileSync(join(project.home, "index.d.cts"), "utf8"), types);
});

for (const entry of ["pbx", "plan", "relay", "slim", "wasm"]) {
  test(`wavix-trunks/${entry} is typed alike for require and import, and has no any`, () => {
    const [module = "", common = ""] = ["d.ts", "d.cts"].map((kind) =>
      readFileSync(join(project.home, `${entry}.${kind}`), "utf8"),
    );
    assert.equal(common, module);
    assert.doesNotMatch(module.replace(/\/\*[\s\S]*?\*\//g, ""), /\bany\b/);
  });
}

test("no type is any, and none needs a newer library than every compiler has", () => {
  const code = types.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, "");
  assert.doesNotMatch(code, /\bany\b/);
  assert.doesNotMatch(code, /Symbol\.dispose|InitInput|initSync/);
});
