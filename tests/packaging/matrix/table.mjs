// @ts-check
// The table in docs/runtimes.md: written by the test, compared by the test.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";

const FILE = new URL("../../../docs/runtimes.md", import.meta.url);
const [BEGIN, END] = ["<!-- written by tests/packaging/matrix -->\n", "<!-- end -->\n"];

const line = (/** @type {string[]} */ cells) => `| ${cells.join(" | ")} |`;

/**
 * Compares the table with that in the docs, or puts it there when WAVIX_BLESS is set. What was not tried this time stays as
 * it is there; versions are written and not compared, as those of Node and the browsers are the machine's.
 *
 * @param {string[]} head
 * @param {{ name: string, tried: boolean, version: string, marks: string[] }[]} rows
 */
export function assertDocumented(head, rows) {
  const text = readFileSync(FILE, "utf8");
  const [before, rest] = text.split(BEGIN);
  const [table = "", after] = (rest ?? "").split(END);
  assert.ok(after !== undefined, `docs/runtimes.md has the lines ${BEGIN}and ${END}`);
  const documented = new Map(
    table.split("\n").map((row) => {
      const [name = "", version = "", ...marks] = row.split(" | ").map((cell) => cell.replace(/^\| | \|$/g, ""));
      return [name, { version, marks }];
    }),
  );

  const bless = Boolean(process.env.WAVIX_BLESS);
  const made = rows.map(({ name, tried, version, marks }) => {
    const there = documented.get(name);
    if (!tried) return line([name, there?.version ?? "", ...(there?.marks ?? marks)]);
    return line([name, bless ? version : (there?.version ?? version), ...marks]);
  });
  const whole = ["", line(head), line(head.map(() => "---")), ...made, "", ""].join("\n");
  if (bless) writeFileSync(FILE, `${before}${BEGIN}${whole}${END}${after}`);
  else
    assert.equal(whole, table, "docs/runtimes.md is as the tests are: run with WAVIX_BLESS=1 and look at what changed");
}
