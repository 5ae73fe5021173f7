// @ts-check
// Every call on numbers, as a user makes it, in both generations.

import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import { clientAt, GENERATIONS, leads, OFFICE, requestsOf, startPlace } from "./place.mjs";

/** @type {Awaited<ReturnType<typeof startPlace>>} */
let sandbox;
before(async () => {
  sandbox = await startPlace("--seed", "3", "--numbers", "250");
});
after(() => sandbox.stop());
beforeEach(() => sandbox.reset());

/** @param {AsyncIterable<{ id: number }>} numbers */
const idsOf = async (numbers) => {
  const ids = [];
  for await (const { id } of numbers) ids.push(id);
  return ids;
};
const upTo = (/** @type {number} */ last) => Array.from({ length: last }, (_, index) => index + 1);

for (const numbersApi of GENERATIONS) {
  describe(`by ${numbersApi}`, () => {
    const base = `/v1/${numbersApi}`;
    const client = () => clientAt(sandbox.url, { numbersApi });

    test("a page of numbers, and one of them", async () => {
      const { items, pagination } = await client().numbers.list({ page: 2, per_page: 100 });
      assert.deepEqual(pagination, { current_page: 2, per_page: 100, total: 250, total_pages: 3 });
      assert.deepEqual(
        items.map(({ id }) => id),
        upTo(200).slice(100),
      );
      const first = await client().numbers.get(1);
      assert.deepEqual(leads(first), ["5 67758", "4 12125550100"]);
      assert.deepEqual(first.destination[0], {
        id: 1,
        destination: "67758",
        priority: 1,
        transport: 5,
        trunk_id: 1,
        srtp: false,
        trunk_label: (await client().get(1)).label,
      });
      assert.deepEqual((await client().numbers.list({ per_page: 1 })).items[0], first);
      const { state, require_docs } = /** @type {any} */ (first);
      assert.deepEqual([state, require_docs], [null, []], "missing is null, unknown is handed on");
    });

    test("a number of which little is told has all its fields, and none besides", async () => {
      const told = { id: 1, number: "12125550100", destination: [{ transport: 4, destination: "12125550199" }] };
      const number = await clientAt(sandbox.url, { numbersApi, fetch: async () => Response.json(told) }).numbers.get(1);
      const [to] = number.destination;
      assert.ok(to);
      for (const [thing, names] of /** @type {const} */ ([
        [number, ["activation_fee", "monthly_fee", "seconds", "added", "transcription_threshold"]],
        [to, ["id", "priority", "trunk_id", "srtp"]],
      ])) {
        const fields = Object.entries(thing);
        assert.deepEqual(
          fields.filter(([name]) => !/^\w+$/.test(name)),
          [],
        );
        assert.deepEqual(
          names.filter((name) => !fields.some(([field, value]) => field === name && value === null)),
          [],
        );
      }
    });

    test("numbers by their digits and by their label", async () => {
      const { items } = await client().numbers.list({ search: "555 0101".replace(" ", ""), label: "Sales" });
      assert.ok(items.length > 0);
      assert.ok(items.every(({ number, label }) => number.includes("5550101") && label === "Sales"));
      const walked = await idsOf(client().numbers.listAll({ label: "Sales", per_page: 7 }));
      assert.equal(walked.length, 50);
    });

    test("all numbers, page by page", async () => {
      const came = await requestsOf(sandbox, async () => {
        assert.deepEqual(await idsOf(client().numbers.listAll()), upTo(250));
      });
      assert.deepEqual(came, Array(3).fill(`GET ${base}`));
      assert.deepEqual(await idsOf(client().numbers.listAll({ page: 3, per_page: 100 })), upTo(250).slice(200));
      const stopped = await requestsOf(sandbox, async () => {
        for await (const { id } of client().numbers.listAll()) if (id === 3) break;
      });
      assert.deepEqual(stopped, [`GET ${base}`]);
    });

    test("numbers are routed to a trunk, and nowhere else", async () => {
      const came = await requestsOf(sandbox, async () => {
        const { items } = await client().numbers.routeToTrunk([1, 2, 4], 3);
        const expected = numbersApi === "numbers" ? [1, 2, 4] : undefined;
        assert.deepEqual(
          items?.map(({ id }) => id),
          expected,
        );
      });
      const change = numbersApi === "numbers" ? "PATCH /v1/numbers" : "POST /v1/mydids/update-destinations";
      assert.deepEqual(came, ["GET /v1/trunks/3", change]);
      for (const id of [1, 2, 4]) assert.deepEqual(leads(await sandbox.number(id)), ["5 67760"]);
      await client().numbers.routeToTrunk([4], 2, { priority: 7 });
      const [{ priority, trunk_id }] = (await sandbox.number(4)).destination;
      assert.deepEqual([priority, trunk_id], [7, 2]);
    });

    test("numbers are routed to SIP addresses, phones and trunks in one list, and nowhere", async () => {
      const { numbers } = client();
      await numbers.route(
        [5],
        [
          { transport: 1, destination: "sip:[did]@pbx.example.com;transport=tls" },
          { transport: 4, destination: "+44 (20) 7946-0018" },
          { trunk_id: 2 },
          { transport: 5, destination: "67758" },
        ],
        { smsRelayUrl: "https://example.com/sms" },
      );
      const routed = await sandbox.number(5);
      assert.deepEqual(leads(routed), [
        "1 sip:[did]@pbx.example.com;transport=tls",
        "4 442079460018",
        "5 67759",
        "5 67758",
      ]);
      assert.equal(routed.sms_relay_url, "https://example.com/sms");
      // What was read can be written again.
      await numbers.route([6], /** @type {any} */ ((await numbers.get(5)).destination));
      assert.deepEqual(leads(await sandbox.number(6)), leads(routed));
      await numbers.route([5], []);
      assert.deepEqual(leads(await sandbox.number(5)), []);
    });

    test("the routes of a trunk", async () => {
      const before = await client().numbers.routes(2);
      assert.ok(before.length > 0);
      assert.ok(before.every(({ destination }) => destination.some(({ trunk_id }) => trunk_id === 2)));
      await client().numbers.routeToTrunk([2], 2);
      const after = await client().numbers.routes(2);
      assert.deepEqual(after.map(({ id }) => id).sort(), [2, ...before.map(({ id }) => id)].sort());
      const trunk = await client().create(OFFICE);
      assert.deepEqual(await client().numbers.routes(trunk.id), []);
    });

    test("the answer around the data", async () => {
      const { data, response } = await client().numbers.get(1).withResponse();
      assert.deepEqual([data.id, response.status], [1, 200]);
      assert.ok(response.requestId);
      const routed = await client().numbers.routeToTrunk([1], 1).withResponse();
      assert.equal(routed.response.status, 200);
    });
  });
}

test("numbers are one and the same object, and stay of use when the client is gone", async () => {
  const client = clientAt(sandbox.url);
  const { numbers } = client;
  assert.equal(client.numbers, numbers);
  client.free();
  assert.equal((await numbers.get(1)).id, 1);
});

test("calls on numbers are observed like others, and tried again after faults", async () => {
  /** @type {string[]} */
  const retries = [];
  const onRetry = (/** @type {import("wavix-trunks").Retry} */ { method, path, error }) =>
    retries.push(`${method} ${path} ${error.code}`);
  const wait = { "retry-after-ms": 1 };
  for (const [numbersApi, method, path] of /** @type {const} */ ([
    ["numbers", "PATCH", "/v1/numbers"],
    ["mydids", "POST", "/v1/mydids/update-destinations"],
  ])) {
    const client = clientAt(sandbox.url, { numbersApi, maxRetries: 2, onRetry });
    for (const fault of ["drop", { status: { code: 503, wait } }, { status: { code: 429, wait } }]) {
      await sandbox.order([{ method, path, processed: fault === "drop", fault }]);
      await client.numbers.routeToTrunk([8], 1);
      assert.deepEqual(leads(await sandbox.number(8)), ["5 67758"]);
    }
    assert.deepEqual(
      retries.splice(0),
      ["network", "server", "rate_limit"].map((code) => `${method} ${path} ${code}`),
    );
  }
});
