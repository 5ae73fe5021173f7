// @ts-check
// Files that a command writes: for their owner only where they hold a password, and never over others unasked.

import assert from "node:assert/strict";
import { mkdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { startFaulty } from "../faults/control.mjs";
import { commandFor, file, folder, KEY, PASSWORD, trunk } from "./command.mjs";

/** @type {Awaited<ReturnType<typeof startFaulty>>} */
let sandbox;
/** @type {ReturnType<typeof commandFor>} */
let wavix;
before(async () => {
  sandbox = await startFaulty(KEY);
  wavix = commandFor(sandbox.url, { WAVIX_TRUNK_PASSWORD: PASSWORD });
  await sandbox.create(trunk("Head office"));
});
after(() => sandbox.stop());

const read = (/** @type {string} */ name) => readFileSync(join(folder, name), "utf8");

/**
 * @param {string} name of a file that holds something
 * @param {string[]} call writes it
 */
async function asksBeforeReplacing(name, ...call) {
  file(name, "mine\n");
  const refused = await wavix(...call);
  assert.deepEqual([refused.code, refused.stdout, read(name)], [2, "", "mine\n"]);
  assert.match(refused.stderr, new RegExp(`“Replace ${name}\\?” here: add --yes`));
  assert.equal((await wavix(...call, "--yes")).code, 0);
  assert.notEqual(read(name), "mine\n");
  // What would be the same is no loss.
  assert.equal((await wavix(...call)).code, 0);
}

test("settings and wishes replace a file only after a yes, unless it holds the same", async () => {
  mkdirSync(join(folder, "etc"));
  await asksBeforeReplacing("etc/wavix.xml", "pbx", "1", "--kind", "freeswitch", "--out", "etc");
  assert.equal(statSync(join(folder, "etc/wavix.xml")).mode & 0o777, 0o600);
  await asksBeforeReplacing("account.json", "export", "--out", "account.json");
});

test("what is to be typed into a form goes into a file as well, and then not to the screen", async () => {
  for (const more of [[], ["--json"]]) {
    const { code, stdout, stderr } = await wavix("pbx", "1", "--kind", "3cx", "--out", "form", ...more);
    assert.equal(code, 0, stderr);
    assert.ok(!`${stdout}${stderr}`.includes(PASSWORD));
    assert.match(stderr, /^form\/3cx\.txt → /m);
    assert.equal(stdout === "" ? undefined : JSON.parse(stdout).files[0].path, more[0] && "form/3cx.txt");
  }
  assert.match(read("form/3cx.txt"), /^Account details, Authentication ID: 67758$/m);
  assert.ok(read("form/3cx.txt").includes(`Authentication password: ${PASSWORD}\n`));
  assert.equal(statSync(join(folder, "form/3cx.txt")).mode & 0o777, 0o600);
});
