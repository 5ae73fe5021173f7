// @ts-check
// A trunk to which calls to numbers lead is not deleted by accident.

import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import { clientAt, failure, GENERATIONS, leads, OFFICE, requestsOf, startPlace, wavix } from "./place.mjs";

/** @type {Awaited<ReturnType<typeof startPlace>>} */
let sandbox;
before(async () => {
  sandbox = await startPlace();
});
after(() => sandbox.stop());
beforeEach(() => sandbox.reset());

/** Two trunks; calls to numbers 1 and 2 lead to the first, as one of two destinations or as the only one. */
async function twoTrunks() {
  const [routed, free] = [await sandbox.create(OFFICE), await sandbox.create({ ...OFFICE, label: "Fax" })];
  const toTrunk = { transport: 5, destination: routed.name, trunk_id: routed.id };
  await sandbox.buy([
    { number: "12125550100", destinations: [{ transport: 4, destination: "12121234567" }, toTrunk] },
    { number: "12125550101", destinations: [toTrunk] },
    { number: "12125550102" },
  ]);
  return { routed, free };
}

const there = async () => (await sandbox.trunks()).map(({ id }) => id);

for (const numbersApi of GENERATIONS) {
  describe(`by ${numbersApi}`, () => {
    const list = `GET /v1/${numbersApi}`;
    const client = () => clientAt(sandbox.url, { numbersApi });

    test("it is refused, with the numbers, and deleted on demand", async () => {
      const { routed, free } = await twoTrunks();
      for (const options of [undefined, { ifRouted: /** @type {const} */ ("refuse") }]) {
        const came = await requestsOf(sandbox, async () => {
          const error = await failure(client().delete(routed.id, options));
          assert.ok(error instanceof wavix.RoutedError && wavix.isWavixError(error, "routed"));
          assert.deepEqual([error.outcome, error.retryable], ["not_sent", false]);
          assert.deepEqual(error.numbers, [
            { id: 1, number: "12125550100" },
            { id: 2, number: "12125550101" },
          ]);
          assert.match(error.message, /calls to 12125550100 and 1 more lead to it/);
          assert.deepEqual(JSON.parse(JSON.stringify(error)).numbers, error.numbers);
        });
        assert.deepEqual(came, [list]);
      }
      assert.deepEqual(await there(), [routed.id, free.id]);
      const came = await requestsOf(sandbox, () => client().delete(routed.id, { ifRouted: "delete" }));
      assert.deepEqual(came, [`DELETE /v1/trunks/${routed.id}`]);
      assert.deepEqual(await there(), [free.id]);
    });

    test("a trunk to which no calls lead is deleted, also when they led there before", async () => {
      const { routed, free } = await twoTrunks();
      const came = await requestsOf(sandbox, () => client().delete(free.id, { ifRouted: "refuse" }));
      assert.deepEqual(came, [`DELETE /v1/trunks/${free.id}`, list]);
      const { numbers } = client();
      await numbers.route(
        (await numbers.routes(routed.id)).map(({ id }) => id),
        [],
      );
      assert.deepEqual(await client().delete(routed.id), { success: true });
      assert.deepEqual(await there(), []);
    });

    test("of many trunks those stay to which calls lead, and the numbers are listed once", async () => {
      const { routed, free } = await twoTrunks();
      const more = await sandbox.create(OFFICE);
      const ids = [routed.id, free.id, more.id];
      const came = await requestsOf(sandbox, async () => {
        const report = await client().deleteMany(ids);
        assert.deepEqual(
          report.map(({ status }) => status),
          ["rejected", "fulfilled", "fulfilled"],
        );
        assert.ok(report[0]?.status === "rejected" && report[0].reason instanceof wavix.RoutedError);
        const again = await client().deleteMany(ids, { resume: report, ifRouted: "delete" });
        assert.deepEqual(
          again.map(({ status }) => status),
          ["fulfilled", "fulfilled", "fulfilled"],
        );
        await client().deleteMany(ids, { resume: again });
      });
      assert.deepEqual(
        came.filter((request) => request === list),
        [list],
      );
      assert.deepEqual(await there(), []);
    });

    test("where numbers cannot be listed, only a delete that insists is refused", async () => {
      const { routed, free } = await twoTrunks();
      for (const code of [403, 404]) {
        await sandbox.order([{ path: `/v1/${numbersApi}`, times: "always", fault: { status: { code } } }]);
        const error = await failure(client().delete(routed.id, { ifRouted: "refuse" }));
        // Above all no `not_found`, which would say that the trunk is gone.
        assert.deepEqual([error.code, error.status, error.outcome], ["permission", code, "not_sent"]);
        assert.match(error.message, /ifRouted/);
        const [result] = await client().deleteMany([routed.id], { ifRouted: "refuse" });
        assert.ok(result?.status === "rejected" && result.reason.code === "permission");
        await client().delete(code === 403 ? free.id : routed.id);
      }
      assert.deepEqual(await there(), []);
    });

    test("where it is not known for now, nothing is deleted", async () => {
      const { routed, free } = await twoTrunks();
      const fault = { status: { code: 503 } };
      await sandbox.order([{ path: `/v1/${numbersApi}`, times: "always", fault }]);
      const error = await failure(client().delete(free.id));
      assert.deepEqual([error.code, error.outcome, error.retryable], ["server", "not_sent", true]);
      assert.deepEqual(await there(), [routed.id, free.id]);
    });
  });
}

/**
 * A client whose server lists numbers with such an answer, and the requests that it got.
 *
 * @param {{ status?: number, body: unknown }} list
 */
function listing({ status = 200, body }) {
  /** @type {string[]} */
  const came = [];
  const client = clientAt("https://api.wavix.com", {
    fetch: async (url, init) => {
      const { pathname } = new URL(String(url));
      came.push(`${init?.method} ${pathname}`);
      if (pathname === "/v1/trunks/1") return new Response('{ "id": 1, "name": "67758", "success": true }');
      return new Response(typeof body === "string" ? body : JSON.stringify(body), { status });
    },
  });
  return { client, came };
}

const LIST = "GET /v1/numbers";
const DELETE = "DELETE /v1/trunks/1";
const EITHER = /** @type {const} */ ([undefined, { ifRouted: "refuse" }]);

test("digits are numbers wherever calls lead", async () => {
  for (const to of [{ trunk_id: "1" }, { transport: "5", destination: "67758" }]) {
    for (const options of EITHER) {
      const { client, came } = listing({ body: { items: [{ id: 1, destination: [to] }], pagination: { total: "1" } } });
      assert.equal((await failure(client.delete(1, options))).code, "routed");
      assert.ok(!came.includes(DELETE));
      assert.equal((await client.numbers.routes(1)).length, 1);
    }
  }
});

test("where nobody can tell where calls lead, the answer is none", async () => {
  for (const to of [{ trunk_id: "x" }, { trunk_id: 1.5 }, { trunk_id: -1 }, { transport: "SIP" }, { transport: [5] }]) {
    const { client, came } = listing({ body: { items: [{ id: 1, destination: [to] }], pagination: { total: 1 } } });
    const error = await failure(client.delete(1));
    assert.deepEqual([error.code, error.outcome, came], ["decode", "not_sent", [LIST]], JSON.stringify(to));
  }
});

test("a list that is not whole says nothing of where calls lead", async () => {
  for (const total of [2, 0, null, "many", "2"]) {
    for (const options of EITHER) {
      const { client, came } = listing({ body: { items: [{ id: 1, destination: [] }], pagination: { total } } });
      const error = await failure(client.delete(1, options));
      assert.deepEqual([error.code, error.outcome], ["decode", "not_sent"], `${total}`);
      assert.match(error.message, /ifRouted/);
      assert.ok(!came.includes(DELETE));
      assert.equal((await failure(client.numbers.routes(1))).outcome, undefined);
    }
  }
  const { client, came } = listing({ body: { items: null } });
  await client.delete(1);
  assert.deepEqual(came, [LIST, DELETE]);
});

test("only Wavix can say that numbers may not be listed, no gateway's page", async () => {
  for (const status of [403, 404]) {
    for (const body of ["<html>Blocked</html>", "", {}, [], "no", { error: "x" }, { message: "" }, { message: 7 }]) {
      for (const options of EITHER) {
        const { client, came } = listing({ status, body });
        const error = await failure(client.delete(1, options));
        assert.deepEqual([error.code, error.status, error.outcome], ["permission", status, "not_sent"]);
        assert.match(error.message, /ifRouted/);
        assert.deepEqual(came, [LIST]);
        const [result] = await client.deleteMany([1], options);
        assert.equal(result?.status, "rejected");
      }
    }
    const { client, came } = listing({ status, body: { success: false, message: "Record not found" } });
    await client.delete(1);
    assert.deepEqual(came, [LIST, DELETE]);
  }
});

test("a trunk that is not there is not found, as ever", async () => {
  await twoTrunks();
  assert.deepEqual((await failure(clientAt(sandbox.url).delete(99))).code, "not_found");
});

test("an option that cannot work is told before anything is sent", async () => {
  const { free } = await twoTrunks();
  const ifRouted = /** @type {any} */ ("warn");
  const came = await requestsOf(sandbox, async () => {
    assert.equal((await failure(clientAt(sandbox.url).delete(free.id, { ifRouted }))).code, "configuration");
    for (const ids of [[free.id], []]) {
      const error = await failure(clientAt(sandbox.url).deleteMany(ids, { ifRouted }));
      assert.equal(error.code, "configuration");
    }
  });
  assert.deepEqual(came, []);
});

test("destinations go with the trunk, and the others stay", async () => {
  const { routed } = await twoTrunks();
  await clientAt(sandbox.url).delete(routed.id, { ifRouted: "delete" });
  assert.deepEqual([leads(await sandbox.number(1)), leads(await sandbox.number(2))], [["4 12121234567"], []]);
});
