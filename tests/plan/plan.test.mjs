// @ts-check
// What a plan says of an account, against the real sandbox, and that it sends nothing.

import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { startFaulty } from "../faults/control.mjs";
import { assertHides } from "../packaging/secrets.mjs";
import { ConfigurationError, exportState, KEY, PASSWORD, plan, TrunkClient, trunk } from "./package.mjs";

/** @type {Awaited<ReturnType<typeof startFaulty>>} */
let sandbox;
/** @type {import("wavix-trunks").TrunkClient} */
let client;
before(async () => {
  sandbox = await startFaulty(KEY);
  client = new TrunkClient({ apiKey: KEY, baseUrl: sandbox.url });
});
after(() => sandbox.stop());
beforeEach(() => sandbox.reset());

/** @param {import("wavix-trunks/plan").Plan} plan */
const gist = ({ steps }) =>
  steps.map(({ action, label, differences }) => [action, label, differences.map((d) => d.field)]);

test("a plan says what is to be created, changed, deleted and left, field by field, and sends nothing", async () => {
  await client.createMany([trunk("same"), trunk("other", { call_recording_enabled: true }), trunk("gone")], {
    concurrency: 1,
  });
  await sandbox.forgetRequests();
  const wishes = {
    trunks: [trunk("new", { max_channels: 2, channels_restrict: true }), trunk("other"), trunk("same")],
  };
  const made = await plan(client, wishes, { prune: true });
  assert.deepEqual(gist(made), [
    ["create", "new", ["label", "callerid", "channels_restrict", "max_channels"]],
    ["update", "other", ["call_recording_enabled"]],
    ["none", "same", []],
    ["delete", "gone", []],
  ]);
  assert.deepEqual(made.counts, { create: 1, update: 1, delete: 1, none: 1 });
  assert.deepEqual([made.ok, made.empty, made.unmanaged], [true, false, []]);
  assert.deepEqual(made.steps[1]?.differences, [{ field: "call_recording_enabled", before: true, after: false }]);
  const notices = made.steps.map((step) => step.notices.map(({ code }) => code));
  assert.deepEqual(notices, [[], ["resets"], ["password_not_compared"], ["deletes"]]);
  assert.deepEqual([...new Set((await sandbox.requests()).map(({ method }) => method))], ["GET"]);
});

test("without prune, trunks that are not among the wishes stay", async () => {
  const [other] = await client.createMany([trunk("other")]);
  const made = await plan(client, { trunks: [trunk("new")] });
  assert.deepEqual(
    gist(made).map(([action]) => action),
    ["create"],
  );
  assert.ok(other?.status === "fulfilled");
  assert.deepEqual(made.unmanaged, [{ id: other.value.id, label: "other" }]);
});

test("an id names a trunk, which a new label renames", async () => {
  const { id } = await client.create(trunk("before"));
  const made = await plan(client, { trunks: [{ ...trunk("after"), id }] });
  assert.deepEqual(gist(made), [["update", "after", ["label"]]]);
});

test("duplicate labels are an error that lists the ids, and ids tell them apart", async () => {
  const first = await client.create(trunk("twin"));
  const second = await client.create(trunk("twin"));
  const ids = [first.id, second.id];
  const made = await plan(client, { trunks: [trunk("twin")] });
  assert.equal(made.ok, false);
  assert.deepEqual(
    made.problems.map(({ code, ids }) => [code, ids]),
    [["duplicate_label", ids]],
  );
  assert.match(String(made.problems[0]?.message), new RegExp(`${ids.join(", ")}`));
  const one = await plan(client, { trunks: [{ ...trunk("twin"), id: second.id }] });
  assert.deepEqual([one.ok, one.empty], [true, true]);
});

test("wishes that get in each other's way are problems", async () => {
  const { id } = await client.create(trunk("host", { host_request: { host: "8.8.8.8" } }));
  const codes = async (/** @type {object[]} */ ...trunks) =>
    (await plan(client, /** @type {import("wavix-trunks/plan").Desired} */ ({ trunks }))).problems.map(
      ({ code }) => code,
    );
  assert.deepEqual(await codes(trunk("a"), trunk(" a ")), ["duplicate_label"]);
  assert.deepEqual(await codes({ ...trunk("a"), id }, { ...trunk("b"), id }), ["duplicate_label"]);
  assert.deepEqual(await codes({ ...trunk("a"), id: 999 }), ["unknown_id"]);
  assert.deepEqual(await codes(trunk("a", { callerid: "0" })), ["invalid"]);
  assert.deepEqual(await codes(trunk("a", { host_request: { host: "8.8.8.8" } })), ["address_taken"]);
  assert.deepEqual(await codes(trunk("host", { host_request: { host: "1.1.1.1" } })), ["address_pending"]);
  const both = [trunk("a", { host_request: { host: "9.9.9.9" } }), trunk("b", { host_request: { host: "9.9.9.9" } })];
  assert.deepEqual(await codes(...both), ["address_taken"]);
});

test("what Wavix has yet to approve is a notice, and a difference only to ask again", async () => {
  await client.create(trunk("waits", { passthrough: true, host_request: { host: "8.8.8.8" } }));
  const wishes = { trunks: [trunk("waits", { passthrough: true, host_request: { host: "8.8.8.8" } })] };
  const made = await plan(client, wishes);
  assert.equal(made.empty, true);
  assert.deepEqual(
    made.steps[0]?.notices.filter(({ code }) => code === "waits_for_approval").flatMap(({ fields }) => fields),
    ["host_request", "passthrough"],
  );
  assert.ok(made.steps[0]?.issues.some(({ code }) => code === "needs_approval"));
  assert.deepEqual(gist(await plan(client, wishes, { askAgain: true })), [["update", "waits", ["passthrough"]]]);
});

test("a wish that keeps the password says that an update needs it", async () => {
  await client.create(trunk("office"));
  const keep = await plan(client, { trunks: [trunk("office", { password: "keep", callerid: "442079460018" })] });
  assert.deepEqual(
    keep.steps[0]?.notices.map(({ code }) => code),
    ["password_needed"],
  );
  assert.equal(keep.steps[0]?.password, undefined);
});

test("an exported account is a wish of which the plan is empty, whatever is in it", async () => {
  await client.createMany(
    [
      trunk("twin"),
      trunk("twin", { max_call_cost: 0.18, cost_limit: true, call_limit: 60 }),
      trunk("Zürich", { callerid: "", multiple_numbers: true, ip_restrict: true, allowed_ips: ["8.8.8.8", "1.1.1.1"] }),
      trunk("host", { host_request: { host: "9.9.9.9" }, passthrough: true, encrypted_media: true }),
      trunk("dial", { rewrite_enabled: true, rewrite_prefix: "00", rewrite_cond: "1", transcription_threshold: 0 }),
    ],
    { concurrency: 1 },
  );
  const exported = await exportState(client);
  const labels = exported.trunks.map(({ id, label, password }) => [id !== undefined, label, password]);
  assert.deepEqual(labels, [
    [true, "twin", "keep"],
    [true, "twin", "keep"],
    [false, "Zürich", "keep"],
    [false, "host", "keep"],
    [false, "dial", "keep"],
  ]);
  assertHides(exported, KEY, PASSWORD, ...(await sandbox.trunks()).map(({ access_token }) => access_token));
  const again = await plan(client, JSON.parse(JSON.stringify(exported)), { prune: true });
  assert.deepEqual([again.problems, again.empty], [[], true]);
});

test("neither a plan nor its JSON shows a password, a key or a token", async () => {
  await client.create(trunk("old"));
  const made = await plan(client, { trunks: [trunk("new"), trunk("old", { callerid: "442079460018" })] });
  assert.deepEqual(
    made.steps.map(({ password }) => password),
    [PASSWORD, PASSWORD],
  );
  assertHides(made, PASSWORD, KEY, ...(await sandbox.trunks()).map(({ access_token }) => access_token));
  const invalid = await plan(client, { trunks: [trunk("bad", { callerid: PASSWORD })] });
  assertHides(invalid, PASSWORD, KEY);
});

test("what is no wish at all is refused in words", async () => {
  const refused = [null, [], { trunks: {} }, { trunks: [7] }, { trunks: [{ ...trunk("a"), id: "7" }] }];
  for (const wishes of refused) {
    // @ts-expect-error: no wishes
    await assert.rejects(plan(client, wishes), (error) => {
      assert.ok(error instanceof ConfigurationError);
      assert.match(error.message, /trunks/);
      assertHides(error, PASSWORD);
      return true;
    });
  }
  await assert.rejects(plan(client, { trunks: [] }, { concurrency: 0 }), { name: "ConfigurationError" });
  await assert.rejects(plan(client, { trunks: [] }, { signal: AbortSignal.abort() }), { name: "AbortError" });
});
