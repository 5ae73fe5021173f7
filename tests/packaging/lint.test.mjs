// @ts-check
// What the linters of packages say of the tarball: nothing.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { test } from "node:test";
import { told } from "./project.mjs";

const programs = join(import.meta.dirname, "../../node_modules/.bin");

/**
 * @param {string} name
 * @param {string[]} options
 */
function lint(name, ...options) {
  const { status, stdout, stderr } = spawnSync(join(programs, name), [...options, told("WAVIX_TARBALL")], {
    encoding: "utf8",
  });
  assert.equal(status, 0, `${stdout}${stderr}`);
  return stdout;
}

test("publint has nothing to say", () => {
  assert.match(lint("publint", "--strict"), /All good!/);
});

test("arethetypeswrong finds every entry right for every way to resolve it", () => {
  const { analysis, problems } = JSON.parse(lint("attw", "--format=json"));
  assert.deepEqual(Object.keys(analysis.entrypoints), [
    ".",
    "./slim",
    "./pbx",
    "./plan",
    "./relay",
    "./wasm",
    "./package.json",
  ]);
  assert.deepEqual(problems ?? {}, {});
});
