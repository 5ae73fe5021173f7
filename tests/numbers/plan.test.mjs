// @ts-check
// A plan that deletes a trunk to which calls lead says so, and is not applied to it by accident.

import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { clientAt, OFFICE, plans, requestsOf, startPlace, wavix } from "./place.mjs";

/** @type {Awaited<ReturnType<typeof startPlace>>} */
let sandbox;
before(async () => {
  sandbox = await startPlace();
});
after(() => sandbox.stop());
beforeEach(() => sandbox.reset());

const wishes = { trunks: [] };

/** One trunk to which calls to a number lead, given by its login only, and one to which none lead. */
async function fill() {
  const [routed, free] = [await sandbox.create(OFFICE), await sandbox.create({ ...OFFICE, label: "Fax" })];
  await sandbox.buy([{ number: "12125550100", destinations: [{ transport: 5, destination: routed.name }] }]);
  return { routed, free };
}

test("its step has a notice, and fails unless it is told to delete", async () => {
  const { routed } = await fill();
  const client = clientAt(sandbox.url);
  const made = await plans.plan(client, wishes, { prune: true });
  const codes = made.steps.map(({ notices }) => notices.map(({ code }) => code));
  assert.deepEqual(codes, [["deletes", "routed"], ["deletes"]]);
  assert.match(made.steps[0]?.notices[1]?.message ?? "", /12125550100/);

  const { ok, steps } = await plans.apply(client, made);
  assert.deepEqual([ok, ...steps.map(({ status }) => status)], [false, "failed", "done"]);
  assert.ok(steps[0]?.error instanceof wavix.RoutedError);
  assert.deepEqual(
    (await sandbox.trunks()).map(({ id }) => id),
    [routed.id],
  );

  const again = await plans.plan(client, wishes, { prune: true });
  assert.equal((await plans.apply(client, again, { ifRouted: "delete" })).ok, true);
  assert.deepEqual(await sandbox.trunks(), []);
});

test("numbers are listed once for all deletes, and not at all without any", async () => {
  await fill();
  const client = clientAt(sandbox.url);
  const lists = async (/** @type {boolean} */ prune) =>
    (await requestsOf(sandbox, () => plans.plan(client, wishes, { prune }))).filter((line) => line.includes("numbers"));
  assert.deepEqual(await lists(true), ["GET /v1/numbers"]);
  assert.deepEqual(await lists(false), []);
});

test("where numbers cannot be listed, there is no notice", async () => {
  await fill();
  await sandbox.order([{ path: "/v1/numbers", times: "always", fault: { status: { code: 403 } } }]);
  const client = clientAt(sandbox.url);
  const made = await plans.plan(client, wishes, { prune: true });
  assert.deepEqual(
    made.steps.map(({ notices }) => notices.length),
    [1, 1],
  );
  assert.equal((await plans.apply(client, made)).ok, true);
});

test("where numbers cannot be listed, it is as with any delete: refused when it must be known, or when Wavix did not say it", async () => {
  await fill();
  const client = clientAt(sandbox.url);
  await sandbox.order([{ path: "/v1/numbers", times: "always", fault: { status: { code: 403 } } }]);
  const made = await plans.plan(client, wishes, { prune: true });
  const refused = await plans.apply(client, made, { ifRouted: "refuse" });
  assert.deepEqual(
    refused.steps.map(({ error }) => error?.code),
    ["permission", "permission"],
  );
  assert.equal((await sandbox.trunks()).length, 2);

  await sandbox.order([{ path: "/v1/numbers", times: "always", fault: { html: { status: 403 } } }]);
  const kept = await plans.apply(client, await plans.plan(client, wishes, { prune: true }));
  assert.deepEqual(
    kept.steps.map(({ error }) => error?.code),
    ["permission", "permission"],
  );
  assert.equal((await sandbox.trunks()).length, 2);
});
