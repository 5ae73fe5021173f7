// @ts-check
// A story by the command line, from an empty account: a CSV of 500 trunks validated, planned, applied through faults,
// exported and planned again; a number routed, a phone registered, a trunk changed, others deleted. Requests and trunks
// are counted at each step.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { startFaulty } from "../faults/control.mjs";
import { startBaresip, startRegistrar } from "../pbx/daemons.mjs";
import { commandFor, folder, KEY, PASSWORD } from "./command.mjs";

const TRUNKS = 500;
const PER_PAGE = 100;

/** @type {Awaited<ReturnType<typeof startFaulty>>} */
let sandbox;
before(async () => {
  sandbox = await startFaulty(KEY);
});
after(() => sandbox.stop());

/** Pages that a walk through so many trunks reads: a full one may not be the last. */
const pages = (/** @type {number} */ trunks) => Math.floor(trunks / PER_PAGE) + 1;

test("from a CSV of 500 trunks to a registered phone", { timeout: 600_000 }, async (t) => {
  const requests = sandbox.newRequests;
  const wavix = commandFor(sandbox.url, { WAVIX_TRUNK_PASSWORD: PASSWORD });
  const rows = Array.from({ length: TRUNKS }, (_, at) => `Branch ${at + 1},"${PASSWORD}",1212555${String(1000 + at)}`);
  writeFileSync(join(folder, "branches.csv"), `label,password,callerid\n${rows.join("\n")}\n`);

  const validated = await wavix("validate", "branches.csv");
  assert.deepEqual([validated.code, await requests()], [0, {}]);
  assert.match(validated.stdout, /500 trunks, 500 valid, 0 invalid/);

  const planned = await wavix("plan", "branches.csv", "--json");
  assert.deepEqual([planned.code, JSON.parse(planned.stdout).counts.create], [4, TRUNKS]);
  assert.deepEqual(await requests(), { "GET /v1/trunks": 1 });

  await sandbox.order([
    { method: "POST", after: 10, times: 3, processed: true, fault: "drop" },
    { method: "POST", after: 100, times: 2, fault: { status: { code: 429, wait: { "retry-after-ms": 1 } } } },
    { method: "GET", after: 1, times: 2, fault: { status: { code: 503 } } },
  ]);
  const applied = await wavix("apply", "branches.csv", "--journal", "branches.ndjson", "--yes", "--concurrency", "8");
  assert.equal(applied.code, 0, applied.stderr.slice(-500));
  assert.match(applied.stdout, /^500 done, 0 failed, 0 not begun\.$/m);
  assert.equal(applied.stderr.match(/^\[\d+\/500\] create /gm)?.length, TRUNKS);
  assert.equal(await sandbox.count(), TRUNKS);
  assert.deepEqual(await requests(), {
    // The plan; the look whether it still holds, which was refused twice; and one for each answer that was lost.
    "GET /v1/trunks": 1 + 3 + 3,
    "GET /v1/trunks/*": 3,
    // Each trunk once, and the two that were put off by 429 once more.
    "POST /v1/trunks": TRUNKS + 2,
  });
  await sandbox.calm();

  assert.equal((await wavix("export", "--out", "account.json")).code, 0);
  assert.deepEqual(await requests(), { "GET /v1/trunks": pages(TRUNKS), "GET /v1/trunks/*": TRUNKS });
  assert.equal((await wavix("plan", "account.json", "--prune")).code, 0);
  assert.equal((await wavix("plan", "branches.csv", "--prune")).code, 0);
  assert.deepEqual(await requests(), { "GET /v1/trunks": 2 * pages(TRUNKS), "GET /v1/trunks/*": 2 * TRUNKS });

  const [number] = await sandbox.buy([{ number: "12125550100", label: "Sales" }]);
  assert.equal((await wavix("numbers", "route", String(number.id), "--trunk", "2", "--yes")).code, 0);
  // Both are shown before the question, and the trunk is read again to route to it.
  assert.deepEqual(await requests(), { "GET /v1/trunks/*": 2, "GET /v1/numbers/*": 1, "PATCH /v1/numbers": 1 });
  assert.match((await wavix("numbers", "routes", "2")).stdout, /12125550100 +Sales/);
  assert.deepEqual(await requests(), { "GET /v1/numbers": 1 });

  const { name } = JSON.parse((await wavix("get", "1", "--json")).stdout);
  // A line of baresip's accounts has no room for white space.
  const password = PASSWORD.replaceAll(" ", "");
  const registrar = await startRegistrar(t, [{ user: name, password }]);
  const phone = ["pbx", "1", "--kind", "baresip", "--gateway", registrar.gateway, "--out", "phone"];
  assert.equal((await commandFor(sandbox.url, { WAVIX_TRUNK_PASSWORD: password })(...phone)).code, 0);
  startBaresip(t, readFileSync(join(folder, "phone/accounts"), "utf8"));
  await registrar.until(() => registrar.registered().has(name));
  assert.deepEqual(await requests(), { "GET /v1/trunks/*": 2 });

  const changes = ["--call-restrict", "--call-limit", "1800"];
  const preview = await wavix("update", "1", ...changes, "--dry-run");
  assert.match(preview.stdout, /call_restrict: false → true\n +call_limit: – → 1800/);
  assert.deepEqual(await requests(), { "GET /v1/trunks/*": 1 });
  assert.equal((await wavix("update", "1", ...changes, "--yes")).code, 0);
  assert.deepEqual(await requests(), { "GET /v1/trunks/*": 2, "PUT /v1/trunks/*": 1 });

  const refused = await wavix("delete", "2", "--yes");
  assert.deepEqual([refused.code, refused.stdout], [1, "0 deleted.\n"]);
  assert.match(refused.stderr, /calls to 12125550100 lead to it/);
  assert.deepEqual(await requests(), { "GET /v1/trunks/*": 1, "GET /v1/numbers": 1 });
  assert.equal(await sandbox.count(), TRUNKS);
  assert.equal((await wavix("delete", "2", "--yes", "--if-routed", "delete")).code, 0);
  assert.deepEqual(await requests(), { "GET /v1/trunks/*": 1, "DELETE /v1/trunks/*": 1 });
  assert.equal((await wavix("delete", "3", "--yes")).code, 0);
  assert.deepEqual(await requests(), { "GET /v1/trunks/*": 1, "GET /v1/numbers": 1, "DELETE /v1/trunks/*": 1 });
  assert.equal(await sandbox.count(), TRUNKS - 2);

  // What is missing now is what the file would make again.
  const left = await wavix("plan", "branches.csv", "--json");
  assert.deepEqual(
    [left.code, JSON.parse(left.stdout).counts],
    [4, { create: 2, update: 1, delete: 0, none: TRUNKS - 3 }],
  );
  assert.deepEqual(await requests(), { "GET /v1/trunks": pages(TRUNKS - 2), "GET /v1/trunks/*": TRUNKS - 2 });
});
