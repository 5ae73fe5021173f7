// @ts-check
// For random accounts and wishes, what is applied is what was wished: at once, through faults, and killed at any request.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { after, before, test } from "node:test";
import fc from "fast-check";
import { startFaulty } from "../faults/control.mjs";
import { faults, trunks } from "./accounts.mjs";
import { apply, exportState, folder, KEY, plan, TrunkClient, trunk } from "./package.mjs";

/** @typedef {import("wavix-trunks/plan").Desired} Desired */
/** @typedef {import("wavix-trunks/plan").JournalEntry} JournalEntry */

/** @type {Awaited<ReturnType<typeof startFaulty>>} */
let sandbox;
/** @type {import("wavix-trunks").TrunkClient} */
let client;
before(async () => {
  sandbox = await startFaulty(KEY);
  client = new TrunkClient({ apiKey: KEY, baseUrl: sandbox.url, maxRetries: 0 });
});
after(() => sandbox.stop());

/** @param {object[]} account */
async function fill(account) {
  await sandbox.reset();
  for (const settings of account) await sandbox.create(settings);
}

/**
 * The account is as it was wished, and no trunk is there twice.
 *
 * @param {Desired} wishes
 * @param {boolean} prune
 * @param {{ label: string }[]} account as it was before
 */
async function assertDone(wishes, prune, account) {
  const again = await plan(client, wishes, { prune });
  assert.deepEqual([again.problems, again.steps.filter(({ action }) => action !== "none")], [[], []]);
  const labels = (/** @type {{ label: string }[]} */ list) => list.map(({ label }) => label).sort();
  const stay = prune ? [] : account.filter(({ label }) => !wishes.trunks.some((wish) => wish.label === label));
  assert.deepEqual(labels(await sandbox.trunks()), labels([...wishes.trunks, ...stay]));
}

test("applied once, there is nothing left to do, and what is exported is what was wished", async () => {
  await fc.assert(
    fc.asyncProperty(trunks, trunks, fc.boolean(), async (account, list, prune) => {
      await fill(account);
      const wishes = { trunks: list };
      const applied = await apply(client, await plan(client, wishes, { prune }));
      assert.equal(applied.ok, true);
      await assertDone(wishes, prune, account);
      assert.equal((await plan(client, await exportState(client), { prune: true })).empty, true);
    }),
    { numRuns: 60 },
  );
});

test("through any faults, going on from the journal converges, and nothing is made twice", async () => {
  await fc.assert(
    fc.asyncProperty(trunks, trunks, fc.boolean(), faults, async (account, list, prune, order) => {
      await fill(account);
      const wishes = { trunks: list };
      const made = await plan(client, wishes, { prune });
      /** @type {JournalEntry[]} */
      const entries = [];
      const journal = {
        read: () => entries,
        append: (/** @type {JournalEntry} */ entry) => void entries.push(entry),
      };
      await sandbox.order(order);
      // Each fault strikes once, so that each run but the last has one of them to thank for its failure.
      for (let runs = 0, ok = false; !ok; runs += 1) {
        assert.ok(runs <= order.length, "a run failed without a fault");
        ok = await apply(client, made, { journal, concurrency: 2 }).then(
          (applied) => applied.ok,
          (error) => {
            assert.notEqual(error.code, "conflict", error.message);
            return false;
          },
        );
      }
      await sandbox.calm();
      await assertDone(wishes, prune, account);
    }),
    { numRuns: 60 },
  );
});

const account = [trunk("same"), trunk("changed"), trunk("also changed"), trunk("gone")];
const wishes = {
  trunks: [
    trunk("new"),
    trunk("changed", { callerid: "442079460018" }),
    trunk("newer"),
    trunk("same"),
    trunk("also changed", { encrypted_media: true }),
  ],
};

/**
 * Runs a program that plans and applies, and kills itself when the sandbox has carried out its nth request: just before it
 * would send the next one.
 *
 * @param {number} request 0 for never
 */
function run(request) {
  const { status, signal, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, "doomed.mjs")], {
    encoding: "utf8",
    env: {
      ...process.env,
      ENTRY: join(folder, "plan.mjs"),
      BASE_URL: sandbox.url,
      KEY,
      WISHES: JSON.stringify(wishes),
      DIE_AFTER: String(request),
    },
  });
  return { status, signal, stderr };
}

test("killed after any request and run again, it converges without a duplicate", async () => {
  await fill(account);
  await sandbox.forgetRequests();
  assert.deepEqual(run(0), { status: 0, signal: null, stderr: "" });
  const requests = (await sandbox.requests()).reduce((sum, { received }) => sum + received, 0);
  // The list, three trunks and the numbers, twice; two creates; two updates; one delete.
  assert.equal(requests, 2 * 5 + 2 + 2 + 1);
  for (let request = 1; request <= requests; request += 1) {
    await fill(account);
    assert.equal(run(request).signal, "SIGKILL", `after request ${request}`);
    assert.equal((await apply(client, await plan(client, wishes, { prune: true }))).ok, true);
    await assertDone(wishes, true, account);
  }
});
