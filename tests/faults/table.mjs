// @ts-check
// The table in docs/faults.md: written by the test, compared by the test.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";

const FILE = new URL("../../docs/faults.md", import.meta.url);
const [BEGIN, END] = ["<!-- written by tests/faults -->\n", "<!-- end -->\n"];

/**
 * @param {string[]} columns
 * @param {{ name: string, cells: string[] }[]} rows
 */
function table(columns, rows) {
  const line = (/** @type {string[]} */ cells) => `| ${cells.join(" | ")} |\n`;
  const lines = rows.map(({ name, cells }) => line([name, ...cells]));
  return [line(["Fault", ...columns]), line(["---", ...columns.map(() => "---")]), ...lines].join("");
}

/**
 * Compares the tables with those in the docs, or puts them there when WAVIX_BLESS is set.
 *
 * @param {string[]} columns
 * @param {{ title: string, rows: { name: string, cells: string[] }[] }[]} tables
 */
export function assertDocumented(columns, tables) {
  const written = tables.map(({ title, rows }) => `\n## ${title}\n\n${table(columns, rows)}`).join("");
  const text = readFileSync(FILE, "utf8");
  const [before, rest] = text.split(BEGIN);
  const [, after] = (rest ?? "").split(END);
  assert.ok(after !== undefined, `docs/faults.md has the lines ${BEGIN}and ${END}`);
  const made = `${before}${BEGIN}${written}\n${END}${after}`;
  if (process.env.WAVIX_BLESS) writeFileSync(FILE, made);
  else assert.equal(made, text, "docs/faults.md is as the client is: run with WAVIX_BLESS=1 and look at what changed");
}
