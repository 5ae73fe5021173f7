// @ts-check
// Walks through all pages while lists contradict themselves or break off: every trunk once, and always an end.

import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { install } from "../packaging/project.mjs";
import { startFaulty } from "./control.mjs";
import "./deadline.mjs";

/** @type {typeof import("wavix-trunks")} */
const { TrunkClient, WavixError } = await install().byImport();

const KEY = "sandbox-key";
const TRUNKS = 5;

/** @type {Awaited<ReturnType<typeof startFaulty>>} */
let sandbox;
before(async () => {
  sandbox = await startFaulty(KEY);
});
after(() => sandbox.stop());
beforeEach(async () => {
  await sandbox.reset();
  for (let n = 1; n <= TRUNKS; n += 1) {
    await sandbox.create({ label: `trunk ${n}`, password: "correct-Horse-7", callerid: "12121234567" });
  }
  await sandbox.forgetRequests();
});

/**
 * Walks with two trunks on a page: the numbers of the trunks, the error if there was one, and the requests.
 *
 * @param {object} rule
 */
async function walk(rule) {
  await sandbox.order([rule]);
  const client = new TrunkClient({ apiKey: KEY, baseUrl: sandbox.url });
  const ids = [];
  let error;
  try {
    for await (const trunk of client.listAll({ per_page: 2 })) ids.push(trunk.id);
  } catch (caught) {
    assert.ok(caught instanceof WavixError);
    error = caught.code;
  }
  await sandbox.calm();
  const requests = (await sandbox.requests()).reduce((sum, { received }) => sum + received, 0);
  return { ids, error, requests };
}

const all = { ids: [1, 2, 3, 4, 5], error: undefined };

test("without a fault three pages are asked for", async () => {
  assert.deepEqual(await walk({ path: "/v1/nothing", fault: "drop" }), { ...all, requests: 3 });
});

for (const by of [3, -3, -100, 1_000_000]) {
  test(`a total that changes by ${by} from page to page loses no trunk and ends`, async () => {
    const { requests, ...walked } = await walk({ times: "always", fault: { changing_total: { by } } });
    assert.deepEqual(walked, all);
    assert.ok(requests <= 4, `${requests} requests`);
  });
}

test("pages that repeat for ever yield no trunk twice and end", async () => {
  const { ids, requests } = await walk({ times: "always", fault: "duplicate_page" });
  assert.equal(new Set(ids).size, ids.length);
  assert.ok(requests <= 4, `${requests} requests`);
});

test("a page that repeats the one before ends the walk: whoever repeats once may repeat for ever", async () => {
  assert.deepEqual(await walk({ after: 1, fault: "duplicate_page" }), { ids: [1, 2], error: undefined, requests: 2 });
});

for (const fault of ["drop", { status: { code: 503, wait: { "retry-after-ms": 1 } } }, { truncate: { bytes: 9 } }]) {
  const name = JSON.stringify(fault);
  test(`${name} on the second page is asked for again, and no trunk is lost or doubled`, async () => {
    assert.deepEqual(await walk({ after: 1, fault }), { ...all, requests: 4 });
  });

  test(`${name} for ever from the second page on is an error after the first page, not a shorter list`, async () => {
    const walked = await walk({ after: 1, times: "always", fault });
    assert.deepEqual(walked.ids, [1, 2]);
    assert.equal(walked.error, typeof fault === "object" && "status" in fault ? "server" : "network");
  });
}
