// @ts-check
// Accounts that move while a plan is made or waits: nothing is made twice, and what is only in another order is the same.

import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { startFaulty } from "../faults/control.mjs";
import { apply, ConflictError, exportState, KEY, plan, TrunkClient, trunk } from "./package.mjs";

/** @type {Awaited<ReturnType<typeof startFaulty>>} */
let sandbox;
/** @type {import("wavix-trunks").TrunkClient} */
let client;
before(async () => {
  sandbox = await startFaulty(KEY);
  client = new TrunkClient({ apiKey: KEY, baseUrl: sandbox.url, maxRetries: 0 });
});
after(() => sandbox.stop());
beforeEach(() => sandbox.reset());

test("a create is refused when others have made several trunks with its label meanwhile", async () => {
  const made = await plan(client, { trunks: [trunk("twin")] });
  await client.createMany([trunk("twin"), trunk("twin")]);
  await assert.rejects(apply(client, made), ConflictError);
  assert.equal(await sandbox.count(), 2);
});

test("a create is refused when another trunk has got its address meanwhile", async () => {
  const host_request = { host: "9.9.9.9" };
  const made = await plan(client, { trunks: [trunk("office", { host_request })] });
  await client.create(trunk("other", { host_request }));
  await assert.rejects(apply(client, made), ConflictError);
  assert.equal(await sandbox.count(), 1);
});

test("of a list without some trunks no plan is made, nor is one applied", async () => {
  await client.create(trunk("one"));
  const made = await plan(client, { trunks: [trunk("two")] });
  await sandbox.order([{ times: "always", fault: { changing_total: { by: 5 } } }]);
  await assert.rejects(
    plan(client, { trunks: [trunk("two")] }),
    /^ConflictError: The list of trunks is not whole: 1 came/,
  );
  await assert.rejects(exportState(client), ConflictError);
  await assert.rejects(apply(client, made), ConflictError);
  await sandbox.calm();
  assert.equal(await sandbox.count(), 1);
});

test("addresses in another order are the same addresses", async () => {
  const allowed = (/** @type {string[]} */ ...addresses) => ({ ip_restrict: true, allowed_ips: addresses });
  await client.create(trunk("office", allowed("8.8.8.8", "1.1.1.1")));
  assert.equal((await plan(client, { trunks: [trunk("office", allowed("1.1.1.1", "8.8.8.8"))] })).empty, true);
  for (const others of [allowed("1.1.1.1"), allowed("1.1.1.1", "9.9.9.9"), allowed("1.1.1.1", "8.8.8.8", "9.9.9.9")]) {
    assert.equal((await plan(client, { trunks: [trunk("office", others)] })).empty, false);
  }
});

test("what was asked of Wavix again and waits is done, when a journal goes on", async () => {
  await client.create(trunk("waits", { passthrough: true }));
  const made = await plan(
    client,
    { trunks: [trunk("waits", { passthrough: true }), trunk("new")] },
    { askAgain: true },
  );
  assert.deepEqual([made.counts.update, made.counts.create], [1, 1]);
  /** @type {import("wavix-trunks/plan").JournalEntry[]} */
  const entries = [];
  const journal = { read: () => entries, append: (/** @type {any} */ entry) => void entries.push(entry) };
  const stop = new AbortController();
  const options = { journal, concurrency: 1 };
  await apply(client, made, { ...options, signal: stop.signal, onProgress: () => stop.abort() });
  const { ok, steps } = await apply(client, made, options);
  assert.deepEqual([ok, ...steps.map(({ status }) => status)], [true, "found", "done"]);
});
