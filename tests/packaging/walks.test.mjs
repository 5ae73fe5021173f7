// @ts-check
// Walks over lists of servers that write numbers as text, cap pages, give rows no number, or repeat a page for ever: of trunks
// and of phone numbers alike, which two different pieces of code walk.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { install } from "./project.mjs";

/** @type {typeof import("wavix-trunks")} */
const { TrunkClient } = await install().byImport();

/** @typedef {{ rows: object[], pagination?: object }} Page */

/**
 * A client whose server gives these pages, and the last one for ever; it counts the requests.
 *
 * @param {Page[]} pages
 */
function listing(pages) {
  const asked = { times: 0 };
  const client = new TrunkClient({
    apiKey: "k",
    maxRetries: 0,
    fetch: async () => {
      const { rows, pagination } = pages[Math.min(asked.times, pages.length - 1)] ?? assert.fail("no page");
      asked.times += 1;
      assert.ok(asked.times < 20, "the walk ends");
      return new Response(JSON.stringify({ sip_trunks: rows, items: rows, pagination }));
    },
  });
  return { client, asked };
}

/** @type {Record<string, (client: InstanceType<typeof TrunkClient>, size: number) => AsyncIterable<{ id: unknown, label: unknown }>>} */
const WALKS = {
  trunks: (client, size) => client.listAll({ per_page: size }),
  "phone numbers": (client, size) => client.numbers.listAll({ per_page: size }),
};

const ids = (/** @type {unknown[]} */ ...ids) => ids.map((id) => ({ id }));
const labels = (/** @type {string[]} */ ...labels) => labels.map((label) => ({ label }));

for (const [name, walk] of Object.entries(WALKS)) {
  describe(name, () => {
    /**
     * @param {number} size
     * @param {Page[]} pages
     */
    async function walked(size, pages) {
      const { client, asked } = listing(pages);
      const rows = [];
      for await (const row of walk(client, size)) rows.push(row);
      return { rows, requests: asked.times };
    }

    test("a server may cap pages and write counts as text, or only the total", async () => {
      for (const counts of [
        { per_page: "2", total: "3" },
        { per_page: null, total: "3" },
      ]) {
        const pages = [ids(1, 2), ids(3)].map((rows) => ({ rows, pagination: counts }));
        const { rows, requests } = await walked(100, pages);
        assert.deepEqual([rows.map(({ id }) => id), requests], [[1, 2, 3], 2], JSON.stringify(counts));
      }
    });

    test("numbers that came as text tell rows apart, and are handed out as they came", async () => {
      const { rows } = await walked(2, [{ rows: ids("1", 2) }, { rows: ids("2", 1) }]);
      assert.deepEqual(
        rows.map(({ id }) => id),
        ["1", 2],
      );
    });

    test("rows without a number come, and end with the first page that repeats them", async () => {
      const pages = [labels("a", "a"), labels("b", "c")].map((rows, at) => ({
        rows,
        pagination: { current_page: at },
      }));
      const { rows, requests } = await walked(2, pages);
      assert.deepEqual([rows.map(({ label }) => label), requests], [["a", "a", "b", "c"], 3]);
      assert.equal((await walked(2, [{ rows: [{ id: 1 }, { id: "uuid" }] }])).requests, 2);
    });
  });
}

test("an odd count takes no other along, and nothing else that stands beside it", async () => {
  const none = { current_page: 0, per_page: 0, total: 0, total_pages: 0 };
  for (const [given, read] of /** @type {[unknown, object][]} */ ([
    [
      { total: "60", per_page: null, total_pages: -1, next: "x" },
      { ...none, total: 60, next: "x" },
    ],
    [
      { total: 9, per_page: "25", current_page: 0.5 },
      { ...none, total: 9, per_page: 25 },
    ],
    [{ total: "-9" }, none],
    [{ total: "many" }, none],
    [{ total: 2 ** 32 }, none],
    [[], none],
    [null, none],
    [7, none],
    [undefined, none],
  ])) {
    const { client } = listing([{ rows: [], pagination: /** @type {any} */ (given) }]);
    for (const { pagination } of [await client.list(), await client.numbers.list()]) assert.deepEqual(pagination, read);
  }
});
