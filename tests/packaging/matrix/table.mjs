// @ts-check
// The table in docs/runtimes.md: written by the test, compared by the test.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";

const FILE = new URL("../../../docs/runtimes.md", import.meta.url);
const [BEGIN, END] = ["<!-- written by tests/packaging/matrix -->\n", "<!-- end -->\n"];

/**
 * Compares the table with that in the docs, or puts it there when WAVIX_BLESS is set.
 *
 * @param {string[][]} rows the first is the head
 */
export function assertDocumented([head = [], ...rows]) {
  const lines = [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |\n`);
  const text = readFileSync(FILE, "utf8");
  const [before, rest] = text.split(BEGIN);
  const [, after] = (rest ?? "").split(END);
  assert.ok(after !== undefined, `docs/runtimes.md has the lines ${BEGIN}and ${END}`);
  const made = `${before}${BEGIN}\n${lines.join("")}\n${END}${after}`;
  if (process.env.WAVIX_BLESS) writeFileSync(FILE, made);
  else
    assert.equal(made, text, "docs/runtimes.md is as the tests are: run with WAVIX_BLESS=1 and look at what changed");
}
