// @ts-check
// A story by the command line, from an empty account: a CSV of 500 trunks validated, planned, applied through faults,
// exported and planned again; a PBX connected, a trunk changed, another deleted. Requests and trunks are counted.

import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { startFaulty } from "../faults/control.mjs";
import { commandFor, folder, KEY, PASSWORD } from "./command.mjs";

const TRUNKS = 500;
const PER_PAGE = 100;

/** @type {Awaited<ReturnType<typeof startFaulty>>} */
let sandbox;
before(async () => {
  sandbox = await startFaulty(KEY);
});
after(() => sandbox.stop());

/** How many requests of each kind came since the last time, with their paths made alike. */
async function requests() {
  /** @type {Record<string, number>} */
  const counts = {};
  for (const { method, path, received } of await sandbox.requests()) {
    const kind = `${method} ${path.replace(/\d+$/, "*")}`;
    counts[kind] = (counts[kind] ?? 0) + received;
  }
  await sandbox.forgetRequests();
  return counts;
}

/** Pages that a walk through so many trunks reads: a full one may not be the last. */
const pages = (/** @type {number} */ trunks) => Math.floor(trunks / PER_PAGE) + 1;

test("from a CSV of 500 trunks to a working PBX", async () => {
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
    { method: "GET", after: 300, times: 2, fault: { status: { code: 503 } } },
  ]);
  const applied = await wavix("apply", "branches.csv", "--journal", "branches.ndjson", "--yes", "--concurrency", "8");
  assert.equal(applied.code, 0, applied.stderr.slice(-500));
  assert.match(applied.stdout, /^500 done, 0 failed, 0 not begun\.$/m);
  assert.equal(applied.stderr.match(/^\[\d+\/500\] create /gm)?.length, TRUNKS);
  assert.deepEqual(await sandbox.count(), TRUNKS);
  const applying = await requests();
  // Each trunk once, and the two that were put off by 429 once more.
  assert.equal(applying["POST /v1/trunks"], TRUNKS + 2);
  await sandbox.calm();

  assert.equal((await wavix("export", "--out", "account.json")).code, 0);
  assert.deepEqual(await requests(), { "GET /v1/trunks": pages(TRUNKS), "GET /v1/trunks/*": TRUNKS });
  assert.equal((await wavix("plan", "account.json", "--prune")).code, 0);
  assert.equal((await wavix("plan", "branches.csv", "--prune")).code, 0);
  assert.deepEqual(await requests(), { "GET /v1/trunks": 2 * pages(TRUNKS), "GET /v1/trunks/*": 2 * TRUNKS });

  assert.match((await wavix("pbx", "1", "--kind", "asterisk")).stdout, /^type = registration$/m);
  const preview = await wavix("update", "1", "--call-restrict", "--call-limit", "1800", "--dry-run");
  assert.match(preview.stdout, /call_restrict: false → true\n +call_limit: – → 1800/);
  assert.deepEqual(await requests(), { "GET /v1/trunks/*": 2 });
  assert.equal((await wavix("update", "1", "--call-restrict", "--call-limit", "1800", "--yes")).code, 0);
  assert.deepEqual(await requests(), { "GET /v1/trunks/*": 2, "PUT /v1/trunks/*": 1 });
  assert.equal((await wavix("delete", "2", "--yes")).code, 0);
  assert.deepEqual(await requests(), { "GET /v1/trunks/*": 1, "GET /v1/numbers": 1, "DELETE /v1/trunks/*": 1 });
  assert.equal(await sandbox.count(), TRUNKS - 1);
});
