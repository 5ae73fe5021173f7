// @ts-check
// Every fault with every call: what the caller gets, what was sent, which trunks there are, and that no secret is shown.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { install } from "../packaging/project.mjs";
import { calls } from "./calls.mjs";
import { cell, KEY } from "./cell.mjs";
import { startFaulty } from "./control.mjs";
import { deadline } from "./deadline.mjs";
import { rows } from "./rows.mjs";
import { assertDocumented } from "./table.mjs";

/** @type {typeof import("wavix-trunks")} */
const wavix = await install().byImport();

const tables = /** @type {const} */ ([
  { title: "A fault that strikes once", times: 1 },
  { title: "A fault that strikes every time", times: "always" },
]);

/** @type {Map<string, string>} */
const cells = new Map();

describe("faults", { concurrency: calls.length }, () => {
  for (const call of calls) {
    test(`${call.name}: nothing doubled, nothing lost, nothing shown`, async (context) => {
      const sandbox = await startFaulty(KEY);
      context.after(() => sandbox.stop());
      const place = { wavix, sandbox, deadline: deadline() };
      for (const { times } of tables) {
        for (const row of rows) {
          const words = await cell(place, call, row, times).catch((cause) => {
            throw new Error(`${row.name} × ${call.name}, ${times}: ${cause.message}`, { cause });
          });
          cells.set(`${times} ${row.name} ${call.name}`, words);
        }
      }
    });
  }
});

test("the table in the docs is what happens", () => {
  const filled = tables.map(({ title, times }) => ({
    title,
    rows: rows.map(({ name }) => ({
      name,
      cells: calls.map((call) => {
        const words = cells.get(`${times} ${name} ${call.name}`);
        assert.ok(words, `${name} × ${call.name} came to an end`);
        return words;
      }),
    })),
  }));
  assertDocumented(
    calls.map(({ name }) => name),
    filled,
  );
});
