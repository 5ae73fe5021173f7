// @ts-check
// The worked example in docs/sandbox.md, run as it is printed, passes; and fails for code that is not as careful.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { install } from "../packaging/project.mjs";
import { startSandbox } from "../packaging/sandbox.mjs";

const { folder } = install();
const page = readFileSync(new URL("../../docs/sandbox.md", import.meta.url), "utf8");
const example = page.match(/```js\n(.*?)```/s)?.[1] ?? "";

/** @type {Awaited<ReturnType<typeof startSandbox>>} */
let sandbox;
before(async () => {
  sandbox = await startSandbox();
});
after(() => sandbox.stop());

/** @param {string} code */
function run(code) {
  const file = join(folder, "branch.test.mjs");
  writeFileSync(file, code);
  // Without the mark of the test that runs this one: the example reports for itself.
  const { NODE_TEST_CONTEXT: _, ...environment } = process.env;
  const env = { ...environment, SANDBOX_URL: sandbox.url };
  return spawnSync(process.execPath, ["--test", "--test-reporter=tap", file], { cwd: folder, encoding: "utf8", env });
}

test("the example passes as it is printed", () => {
  const { status, stdout } = run(example);
  assert.equal(status, 0, stdout);
  assert.match(stdout, /^# pass 1$/m);
});

test("without reconciling it fails as the page says", () => {
  const { status, stdout } = run(example.replace(', { onUnknown: "reconcile" }', ""));
  assert.equal(status, 1, stdout);
  assert.match(stdout, /name: 'NetworkError'/);
});
