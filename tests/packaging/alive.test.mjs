// @ts-check
// A client that lives long: many calls at once, freed in the middle, fed with rubbish, and still there.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { install } from "./project.mjs";
import { startSandbox } from "./sandbox.mjs";

// The memory of the instance is nobody's business, so it is noted when the instance is made.
/** @type {WebAssembly.Memory[]} */
const wasmMemories = [];
const { Instance } = WebAssembly;
WebAssembly.Instance = /** @type {typeof WebAssembly.Instance} */ (
  /** @type {unknown} */ (
    class extends Instance {
      /** @param {ConstructorParameters<typeof Instance>} made */
      constructor(...made) {
        super(...made);
        wasmMemories.push(
          /** @type {WebAssembly.Memory} */ (
            Object.values(this.exports).find((it) => it instanceof WebAssembly.Memory)
          ),
        );
      }
    }
  )
);

/** @type {typeof import("wavix-trunks")} */
const { AbortError, TrunkClient, ValidationError, validateTrunk } = await install().byImport();

/** @type {Awaited<ReturnType<typeof startSandbox>>} */
let sandbox;
before(async () => {
  sandbox = await startSandbox("--seed", "250");
});
after(() => sandbox.stop());

/** @param {Partial<import("wavix-trunks").ClientOptions>} [more] */
const client = (more) => new TrunkClient({ apiKey: "sandbox-key", baseUrl: sandbox.url, auth: "bearer", ...more });
const office = { label: "Head office", password: "correct-Horse-7", callerid: "12121234567" };

test("a thousand calls at once all get their own answer", async () => {
  const ids = Array.from({ length: 1000 }, (_, index) => (index % 250) + 1);
  const one = client();
  const trunks = await Promise.all(ids.map((id) => one.get(id)));
  assert.deepEqual(
    trunks.map((trunk) => trunk.id),
    ids,
  );
});

test("a client that is freed while calls are under way takes nothing from them", async () => {
  const one = client();
  const calls = [one.get(1), one.list(), one.get(2)];
  const trunks = one.listAll({ per_page: 100 });
  await trunks.next();
  one.free();
  await Promise.all(calls);
  let count = 1;
  for await (const _ of trunks) count++;
  assert.equal(count, 250);
  assert.throws(() => one.get(1), "a freed client says so");
});

test("a hundred thousand bad inputs leave no memory behind", () => {
  /** @type {unknown[]} */
  const rubbish = [
    null,
    7,
    "x".repeat(1000),
    [],
    { label: {}, password: 7, callerid: [], allowed_ips: [{}, 7] },
    { ...office, unknown: { deep: [[[]]] } },
    {
      get label() {
        throw new Error("no");
      },
    },
    new Proxy(
      {},
      {
        ownKeys() {
          throw new Error("no");
        },
      },
    ),
  ];
  const round = () => {
    for (let turn = 0; turn < 100_000 / 5; turn++) validateTrunk(rubbish[turn % rubbish.length]);
  };
  round();
  const before = wasmBytes();
  for (let again = 0; again < 4; again++) round();
  assert.equal(wasmBytes(), before);
  assert.equal(validateTrunk(office).ok, true);
});

/** The memory of wasm only ever grows. */
function wasmBytes() {
  assert.equal(wasmMemories.length, 1);
  return wasmMemories.reduce((sum, memory) => sum + memory.buffer.byteLength, 0);
}

test("pages end by themselves, by break and by a signal, and repeat no trunk", async () => {
  const one = client();
  const ids = [];
  for await (const trunk of one.listAll({ per_page: 60 })) ids.push(trunk.id);
  assert.equal(new Set(ids).size, 250);
  assert.equal(ids.length, 250);

  const sizes = [];
  for await (const page of one.pages({ per_page: 100 })) sizes.push(page.sip_trunks.length);
  assert.deepEqual(sizes, [100, 100, 50]);

  let first = 0;
  for await (const trunk of one.listAll()) {
    first = trunk.id;
    break;
  }
  assert.equal(first, ids[0]);

  const controller = new AbortController();
  const walk = async () => {
    for await (const _ of one.listAll({ per_page: 10 }, { signal: controller.signal })) controller.abort("enough");
  };
  await assert.rejects(walk, (error) => error instanceof AbortError && error.cause === "enough");
});

test("an abort ends a walk also where the next page is there already, and on the last one", async () => {
  for (const per_page of [100, 10]) {
    const controller = new AbortController();
    const trunks = client().listAll({ page: per_page === 100 ? 3 : 1, per_page }, { signal: controller.signal });
    await trunks.next();
    await client().list();
    controller.abort("enough");
    await assert.rejects(trunks.next(), (error) => error instanceof AbortError && error.cause === "enough");
    assert.deepEqual(await trunks.next(), { done: true, value: undefined });
  }
});

test("a walk fetches one page ahead and no more", async () => {
  let asked = 0;
  /** @type {typeof fetch} */
  const counting = (...request) => {
    asked++;
    return fetch(...request);
  };
  const pages = client({ fetch: counting }).pages({ per_page: 10 });
  assert.equal(asked, 0, "nothing is asked before somebody wants it");
  await pages.next();
  assert.equal(asked, 2);
  await pages.return();
  assert.equal(asked, 2);
});

test("many creates keep their order, name what failed, and go on from their own report", async () => {
  const one = client();
  const items = Array.from({ length: 12 }, (_, index) => ({ ...office, label: index === 5 ? " " : `Branch ${index}` }));
  /** @type {number[]} */
  const progress = [];
  const report = await one.createMany(items, { onProgress: ({ done }) => progress.push(done) });
  assert.deepEqual(
    progress,
    items.map((_, index) => index + 1),
  );
  const labels = report.map((entry) => (entry.status === "fulfilled" ? entry.value.label : entry.reason));
  assert.ok(labels[5] instanceof ValidationError);
  assert.deepEqual(
    labels.filter((_, index) => index !== 5),
    items.filter((_, index) => index !== 5).map((item) => item.label),
  );

  const mended = items.map((item, index) => (index === 5 ? { ...item, label: "Branch 5" } : item));
  const again = await one.createMany(mended, { resume: report });
  assert.ok(again.every((entry) => entry.status === "fulfilled"));
  const created = again.map((entry) => (entry.status === "fulfilled" ? entry.value.id : 0));
  const { pagination } = await one.list();
  assert.equal(pagination.total, 262, "nothing was made twice");

  const deleted = await one.deleteMany([...created, 999_999], { concurrency: 3 });
  assert.deepEqual(
    deleted.map((entry) => entry.status),
    [...created.map(() => "fulfilled"), "rejected"],
  );
});

test("of two creates with the same label, one of them lost, one is given the trunk", async () => {
  const trunk = { ...office, id: 1, password: undefined };
  const lists = [[], []];
  let creates = 0;
  /** @param {string} url @param {any} init */
  const answer = async (url, { method }) => {
    if (method === "POST" && creates++ > 0) throw new TypeError("dropped");
    const isList = method === "GET" && !url.includes("/trunks/");
    return Response.json(isList ? { sip_trunks: lists.shift() ?? [trunk], pagination: {} } : trunk);
  };
  const one = client({ fetch: /** @type {any} */ (answer) });
  const report = await one.createMany([office, { ...office, password: "another-Horse-7" }], { onUnknown: "reconcile" });
  const became = report.map((entry) => (entry.status === "fulfilled" ? entry.value.id : entry.reason.outcome));
  assert.deepEqual([became, creates], [[1, "unknown"], 2]);
});

test("many creates that are aborted say which were not sent", async () => {
  const controller = new AbortController();
  const items = Array.from({ length: 20 }, (_, index) => ({ ...office, label: `Aborted ${index}` }));
  const report = await client().createMany(items, {
    concurrency: 2,
    signal: controller.signal,
    onProgress: ({ done }) => {
      if (done === 4) controller.abort();
    },
  });
  assert.equal(report.length, 20);
  const outcomes = report.map((entry) => (entry.status === "rejected" ? entry.reason.outcome : "done"));
  assert.ok(outcomes.filter((outcome) => outcome === "done").length >= 4);
  assert.ok(outcomes.filter((outcome) => outcome === "not_sent").length >= 10);
});

test("what a hook or a logger throws is its own affair", async () => {
  const boom = () => {
    throw new Error("boom");
  };
  const loud = client({ logger: { info: boom, debug: boom, warn: boom }, logLevel: "debug", onRetry: boom });
  await loud.get(1);
  const report = await loud.deleteMany([999_998], { onProgress: boom });
  assert.equal(report[0]?.status, "rejected");
});
