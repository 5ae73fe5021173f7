// @ts-check
// Applying a plan: what is refused, what is done, and going on from a journal.

import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { startFaulty } from "../faults/control.mjs";
import { assertHides } from "../packaging/secrets.mjs";
import { apply, ConfigurationError, ConflictError, KEY, PASSWORD, plan, TrunkClient, trunk } from "./package.mjs";

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
beforeEach(() => sandbox.reset());

const labels = async () => (await sandbox.trunks()).map(({ label }) => label).sort();

/** How many requests of a method the sandbox carried out. */
async function processed(/** @type {string} */ method) {
  const requests = (await sandbox.requests()).filter((request) => request.method === method);
  return requests.reduce((sum, request) => sum + request.processed, 0);
}

/** @param {JournalEntry[]} entries */
const journalOf = (entries) => ({
  read: () => entries,
  append: (/** @type {JournalEntry} */ entry) => void entries.push(entry),
});

test("a plan is done as it says, and then there is nothing left to do", async () => {
  await client.createMany([trunk("same"), trunk("other"), trunk("gone")]);
  const wishes = { trunks: [trunk("new"), trunk("other", { callerid: "442079460018" }), trunk("same")] };
  const made = await plan(client, wishes, { prune: true });
  /** @type {number[]} */
  const progress = [];
  const { ok, steps } = await apply(client, made, { onProgress: ({ done }) => progress.push(done) });
  assert.equal(ok, true);
  assert.deepEqual(
    steps.map(({ step, status }) => [step.action, status]),
    [
      ["create", "done"],
      ["update", "done"],
      ["delete", "done"],
    ],
  );
  assert.equal(steps[0]?.trunk?.label, "new");
  assert.deepEqual(progress, [1, 2, 3]);
  assert.deepEqual(await labels(), ["new", "other", "same"]);
  assert.equal((await plan(client, wishes, { prune: true })).empty, true);
  assertHides(steps, PASSWORD, KEY);
});

/** @type {Record<string, () => Promise<unknown>>} */
const moves = {
  "a trunk that was to be changed was changed": () =>
    client.patch(1, { callerid: "12025550123" }, { password: PASSWORD }),
  "a trunk that was to stay was changed": () => client.patch(2, { callerid: "12025550123" }, { password: PASSWORD }),
  "a trunk that was to be created is there": () => client.create(trunk("new")),
  "a trunk that was to be changed is gone": () => client.delete(1),
  "a trunk that was to be deleted is gone": () => client.delete(3),
  "there is one more to delete": () => client.create(trunk("stranger")),
};
for (const [title, move] of Object.entries(moves)) {
  test(`a stale plan is refused and sends nothing: ${title}`, async () => {
    await client.createMany([trunk("changed"), trunk("same"), trunk("gone")], { concurrency: 1 });
    const wishes = { trunks: [trunk("new"), trunk("changed", { callerid: "442079460018" }), trunk("same")] };
    const made = await plan(client, wishes, { prune: true });
    await move();
    await sandbox.forgetRequests();
    await assert.rejects(apply(client, made), (error) => {
      assert.ok(error instanceof ConflictError);
      assert.equal(error.outcome, "not_sent");
      assert.match(error.message, /has changed since the plan was made, at "\w+": plan again/);
      return true;
    });
    assert.deepEqual([await processed("POST"), await processed("PUT"), await processed("DELETE")], [0, 0, 0]);
  });
}

test("a plan with problems, and one without its passwords, is refused before anything is sent", async () => {
  await client.create(trunk("office"));
  const bad = await plan(client, { trunks: [trunk("a"), trunk("a")] });
  await assert.rejects(
    apply(client, bad),
    (error) => error instanceof ConfigurationError && /label/.test(error.message),
  );
  const keep = { trunks: [trunk("new"), trunk("office", { password: "keep", callerid: "442079460018" })] };
  const made = await plan(client, keep);
  await sandbox.forgetRequests();
  await assert.rejects(
    apply(client, made),
    (error) => error instanceof ConfigurationError && /"office"/.test(error.message),
  );
  assert.equal(await processed("POST"), 0);
  /** @type {(string | undefined)[]} */
  const asked = [];
  const password = ({ label = "" }) => {
    asked.push(label);
    return Promise.resolve(PASSWORD);
  };
  assert.equal((await apply(client, made, { password })).ok, true);
  assert.deepEqual(asked, ["office"]);
});

test("a plan survives JSON but for its passwords, which are asked for", async () => {
  const made = JSON.parse(JSON.stringify(await plan(client, { trunks: [trunk("a"), trunk("b")] })));
  await assert.rejects(apply(client, made), { name: "ConfigurationError" });
  assert.equal((await apply(client, made, { password: () => PASSWORD })).ok, true);
  assert.deepEqual(await labels(), ["a", "b"]);
});

test("what fails is told, the others are done, and the journal lets it go on", async () => {
  const wishes = { trunks: ["a", "b", "c", "d"].map((label) => trunk(label)) };
  const made = await plan(client, wishes);
  /** @type {JournalEntry[]} */
  const entries = [];
  await sandbox.order([{ method: "POST", after: 1, fault: { status: { code: 422 } } }]);
  const first = await apply(client, made, { journal: journalOf(entries), concurrency: 1 });
  assert.equal(first.ok, false);
  assert.deepEqual(
    first.steps.map(({ status }) => status),
    ["done", "failed", "done", "done"],
  );
  assert.equal(first.steps[1]?.error?.code, "invalid_request");
  assertHides([first, entries], PASSWORD, KEY);

  await assert.rejects(apply(client, made), { name: "ConflictError" }, "without the journal the plan is stale");
  const again = await apply(client, made, { journal: journalOf(entries) });
  assert.deepEqual(
    again.steps.map(({ status }) => status),
    ["found", "done", "found", "found"],
  );
  assert.deepEqual(await labels(), ["a", "b", "c", "d"]);
  assert.equal(await processed("POST"), 4);
});

test("creates are one request each, beside the list that shows that nothing has moved", async () => {
  const made = await plan(client, { trunks: ["a", "b", "c"].map((label) => trunk(label)) });
  await sandbox.forgetRequests();
  assert.equal((await apply(client, made)).ok, true);
  assert.deepEqual(await sandbox.newRequests(), { "GET /v1/trunks": 1, "POST /v1/trunks": 3 });
});

test("a create whose answer was lost is found and not made again", async () => {
  const made = await plan(client, { trunks: [trunk("a"), trunk("b")] });
  await sandbox.order([{ method: "POST", processed: true, fault: "drop" }]);
  await sandbox.forgetRequests();
  assert.equal((await apply(client, made, { concurrency: 1 })).ok, true);
  // The list before all, and the one with which the lost trunk is found.
  const expected = { "GET /v1/trunks": 2, "POST /v1/trunks": 2, "GET /v1/trunks/*": 1 };
  assert.deepEqual(await sandbox.newRequests(), expected);
  assert.deepEqual(await labels(), ["a", "b"]);
});

test("a trunk that is still to lose its label is not taken for the new one whose answer was lost", async () => {
  const { id } = await client.create(trunk("a"));
  const made = await plan(client, { trunks: [trunk("a"), trunk("b", { id })] });
  await sandbox.order([{ method: "POST", processed: true, fault: "drop" }]);
  const { ok, steps } = await apply(client, made, { concurrency: 1 });
  assert.equal(ok, true, String(steps[0]?.error));
  assert.notEqual(steps[0]?.trunk?.id, id);
  assert.deepEqual(await labels(), ["a", "b"]);
});

test("a create that is carried out after all was given up is found by the next run", async () => {
  const made = await plan(client, { trunks: [trunk("a")] });
  /** @type {JournalEntry[]} */
  const entries = [];
  await sandbox.order([{ method: "POST", processed: "late", fault: "drop" }]);
  const first = await apply(client, made, { journal: journalOf(entries) });
  assert.deepEqual(
    first.steps.map(({ status, error }) => [status, error?.outcome]),
    [["failed", "unknown"]],
  );
  await sandbox.catchUp();
  const again = await apply(client, made, { journal: journalOf(entries) });
  assert.deepEqual(
    again.steps.map(({ status }) => status),
    ["found"],
  );
  assert.deepEqual(await labels(), ["a"]);
});

test("a journal of another plan is refused, and so is one whose trunks somebody has changed since", async () => {
  const made = await plan(client, { trunks: [trunk("a"), trunk("b")] });
  /** @type {JournalEntry[]} */
  const entries = [];
  await sandbox.order([{ method: "POST", after: 1, fault: { status: { code: 422 } } }]);
  await apply(client, made, { journal: journalOf(entries), concurrency: 1 });
  const other = await plan(client, { trunks: [trunk("a")] });
  await assert.rejects(apply(client, other, { journal: journalOf(entries) }), /another plan/);
  await client.patch(1, { callerid: "442079460018" }, { password: PASSWORD });
  await assert.rejects(apply(client, made, { journal: journalOf(entries) }), { name: "ConflictError" });
});

test("what is under way when it is aborted is finished, and nothing after it begun", async () => {
  const made = await plan(client, { trunks: ["a", "b", "c"].map((label) => trunk(label)) });
  const controller = new AbortController();
  /** @type {typeof fetch} */
  const aborting = async (input, init) => {
    const answer = fetch(input, init);
    if (init?.method === "POST") controller.abort();
    return await answer;
  };
  const busy = new TrunkClient({ apiKey: KEY, baseUrl: sandbox.url, fetch: aborting });
  const { steps } = await apply(busy, made, { concurrency: 1, signal: controller.signal });
  assert.deepEqual(
    steps.map(({ status }) => status),
    ["done", "not_started", "not_started"],
  );
});

test("aborted, it leaves what it has not begun, and a journal that cannot be written ends it", async () => {
  const made = await plan(client, { trunks: ["a", "b", "c"].map((label) => trunk(label)) });
  /** @type {JournalEntry[]} */
  const entries = [];
  const controller = new AbortController();
  const onProgress = () => controller.abort();
  const { signal } = controller;
  const first = await apply(client, made, { concurrency: 1, signal, onProgress, journal: journalOf(entries) });
  assert.deepEqual(
    first.steps.map(({ status }) => status),
    ["done", "not_started", "not_started"],
  );
  const broken = { read: () => entries, append: () => Promise.reject(new Error("disk full")) };
  await assert.rejects(apply(client, made, { journal: broken }), /disk full/);
  assert.deepEqual(await labels(), ["a"]);
  assert.equal((await apply(client, made, { journal: journalOf(entries) })).ok, true);
  assert.deepEqual(await labels(), ["a", "b", "c"]);
});
