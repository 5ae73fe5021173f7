// @ts-check
// A story from an empty account to a working phone: a CSV of 500 trunks validated, planned, applied through faults,
// exported and planned again; a number routed, a phone registered, a trunk changed, others deleted. Requests and trunks are
// counted at each step. The same by the command line is in tests/cli.

import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { startFaulty } from "../faults/control.mjs";
import { install } from "../packaging/project.mjs";
import { startBaresip, startRegistrar } from "../pbx/daemons.mjs";

const { folder } = install();
const entry = join(folder, "story.mjs");
const names = ["", "/plan", "/pbx"].map((name) => `export * from "wavix-trunks${name}";\n`);
writeFileSync(entry, names.join(""));
/** @type {typeof import("wavix-trunks") & typeof import("wavix-trunks/plan") & typeof import("wavix-trunks/pbx")} */
const { apply, exportState, pbxConfig, plan, readTrunks, RoutedError, TrunkClient, validateTrunks } = await import(
  pathToFileURL(entry).href
);

const KEY = "sandbox-key";
const PASSWORD = 'correct-Horse-7 & "more"';
const TRUNKS = 500;
/** Pages of 100 that a walk through so many trunks reads: a full one may not be the last. */
const pages = (/** @type {number} */ trunks) => Math.floor(trunks / 100) + 1;

const quoted = `"${PASSWORD.replaceAll('"', '""')}"`;
const rows = Array.from({ length: TRUNKS }, (_, at) => `Branch ${at + 1},${quoted},1212555${1000 + at}`);
const csv = `label,password,callerid\n${rows.join("\n")}\n`;

test("from a CSV of 500 trunks to a registered phone", { timeout: 600_000 }, async (t) => {
  const sandbox = await startFaulty(KEY);
  t.after(() => sandbox.stop());
  const client = new TrunkClient({ apiKey: KEY, baseUrl: sandbox.url });
  const requests = sandbox.newRequests;

  const { ok, total } = validateTrunks(csv);
  assert.deepEqual([ok, total, await requests()], [true, TRUNKS, {}]);

  /** @type {import("wavix-trunks/plan").Desired} */
  const desired = { trunks: [] };
  for await (const batch of readTrunks(new Blob([csv]).stream())) {
    for (const row of batch) if (row.ok) desired.trunks.push(row.value);
  }
  const made = await plan(client, desired);
  assert.deepEqual(made.counts, { create: TRUNKS, update: 0, delete: 0, none: 0 });
  assert.deepEqual(await requests(), { "GET /v1/trunks": 1 });

  await sandbox.order([
    { method: "POST", after: 10, times: 3, processed: true, fault: "drop" },
    { method: "POST", after: 100, times: 2, fault: { status: { code: 429, wait: { "retry-after-ms": 1 } } } },
    { method: "GET", times: 2, fault: { status: { code: 503 } } },
  ]);
  const applied = await apply(client, made, { concurrency: 8 });
  assert.ok(applied.ok, JSON.stringify(applied.steps.find(({ status }) => status === "failed")));
  assert.deepEqual(await requests(), {
    // Twice refused, before it said that nothing had moved; and one for each answer that was lost.
    "GET /v1/trunks": 3 + 3,
    "GET /v1/trunks/*": 3,
    // Each trunk once, and the two that were put off by 429 once more.
    "POST /v1/trunks": TRUNKS + 2,
  });
  assert.equal(await sandbox.count(), TRUNKS);
  await sandbox.calm();

  const state = await exportState(client);
  assert.deepEqual(await requests(), { "GET /v1/trunks": pages(TRUNKS), "GET /v1/trunks/*": TRUNKS });
  assert.equal((await plan(client, state, { prune: true })).empty, true);
  assert.equal((await plan(client, desired, { prune: true })).empty, true);
  assert.deepEqual(await requests(), { "GET /v1/trunks": 2 * pages(TRUNKS), "GET /v1/trunks/*": 2 * TRUNKS });

  const [first, second, third] = applied.steps.map(({ trunk }) => trunk);
  assert.ok(first && second && third);
  const [number] = await sandbox.buy([{ number: "12125550100", label: "Sales" }]);
  await client.numbers.routeToTrunk([number.id], second.id);
  assert.deepEqual(await requests(), { "GET /v1/trunks/*": 1, "PATCH /v1/numbers": 1 });
  assert.deepEqual(
    (await client.numbers.routes(second.id)).map(({ label }) => label),
    ["Sales"],
  );
  assert.deepEqual(await requests(), { "GET /v1/numbers": 1 });

  const password = PASSWORD.replaceAll(" ", "");
  const phone = await client.patch(first.id, { encrypted_media: true }, { password });
  const registrar = await startRegistrar(t, [{ user: phone.name, password }]);
  const { files } = pbxConfig(phone, { kind: "baresip", gateway: registrar.gateway, password });
  startBaresip(t, files[0]?.text ?? "");
  await registrar.until(() => registrar.registered().has(phone.name));
  assert.deepEqual(await requests(), { "GET /v1/trunks/*": 1, "PUT /v1/trunks/*": 1 });

  const changes = { call_restrict: true, call_limit: 1800 };
  assert.deepEqual(await client.preview(first.id, changes), [
    { field: "call_restrict", before: false, after: true },
    { field: "call_limit", before: null, after: 1800 },
  ]);
  assert.equal((await client.patch(first.id, changes, { password })).call_limit, 1800);
  assert.deepEqual(await requests(), { "GET /v1/trunks/*": 2, "PUT /v1/trunks/*": 1 });

  await assert.rejects(client.delete(second.id), (error) => {
    assert.ok(error instanceof RoutedError);
    assert.deepEqual(error.numbers, [{ id: number.id, number: "12125550100" }]);
    return true;
  });
  assert.deepEqual([await requests(), await sandbox.count()], [{ "GET /v1/numbers": 1 }, TRUNKS]);
  await client.delete(second.id, { ifRouted: "delete" });
  assert.deepEqual([await requests(), await sandbox.count()], [{ "DELETE /v1/trunks/*": 1 }, TRUNKS - 1]);
  await client.delete(third.id);
  assert.deepEqual(await requests(), { "GET /v1/numbers": 1, "DELETE /v1/trunks/*": 1 });
  assert.equal(await sandbox.count(), TRUNKS - 2);

  // What is missing now is what a plan of the file would make again.
  const { counts } = await plan(client, desired);
  assert.deepEqual(counts, { create: 2, update: 1, delete: 0, none: TRUNKS - 3 });
  assert.deepEqual(await requests(), { "GET /v1/trunks": pages(TRUNKS - 2), "GET /v1/trunks/*": TRUNKS - 2 });
});
