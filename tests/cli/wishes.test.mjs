// @ts-check
// Files of wishes, and journals of them: what is done is what was written and shown, and to the trunks that were meant.

import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { startFaulty } from "../faults/control.mjs";
import { startBetween } from "./between.mjs";
import { commandFor, file, KEY, PASSWORD, trunk } from "./command.mjs";

/** @type {Awaited<ReturnType<typeof startFaulty>>} */
let sandbox;
before(async () => {
  sandbox = await startFaulty(KEY);
});
after(() => sandbox.stop());
beforeEach(() => sandbox.reset());

test("of trunks that share a label each gets its own password, also from a journal", async (t) => {
  for (let made = 0; made < 2; made += 1) await sandbox.create(trunk("twin"));
  const { url, sent } = await startBetween(t, sandbox.url);
  const apply = (/** @type {string} */ name, /** @type {string[]} */ ...more) =>
    commandFor(url, { WAVIX_TRUNK_PASSWORD: PASSWORD })("apply", name, "--yes", "--concurrency", "1", ...more);
  const passwords = () => sent.splice(0).map(({ path, password }) => [path, password]);
  const twins = (/** @type {string} */ callerid, /** @type {string[]} */ ...own) => ({
    trunks: own.map((password, at) => ({ ...trunk("twin", { callerid, password }), id: at + 1 })),
  });

  const kept = file("twins.json", twins("12125550101", "Password-of-1", "keep"));
  assert.equal((await apply(kept)).code, 0);
  assert.deepEqual(passwords(), [
    ["/v1/trunks/1", "Password-of-1"],
    ["/v1/trunks/2", PASSWORD],
  ]);

  const both = file("twins.json", twins("12125550102", "Password-of-1", "Password-of-2"));
  await sandbox.order([{ method: "PUT", times: "always", fault: { status: { code: 422 } } }]);
  assert.equal((await apply(both, "--journal", "twins.ndjson")).code, 1);
  await sandbox.calm();
  sent.length = 0;
  assert.equal((await apply(both, "--journal", "twins.ndjson")).code, 0);
  assert.deepEqual(passwords(), [
    ["/v1/trunks/1", "Password-of-1"],
    ["/v1/trunks/2", "Password-of-2"],
  ]);
});
