// @ts-check
// The table of hostile requests in docs/security.md: written by the test, compared by the test.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";

const FILE = new URL("../../docs/security.md", import.meta.url);
const [BEGIN, END] = ["<!-- written by tests/relay -->\n", "<!-- end -->\n"];

/**
 * Compares the table with that in the docs, or puts it there when WAVIX_BLESS is set.
 *
 * @param {import("./hostile.mjs").Family[]} families
 */
export function assertDocumented(families) {
  const count = families.reduce((sum, { rows }) => sum + rows.length, 0);
  const lines = families.flatMap(({ threat, rows }) => rows.map(({ name, status }) => [threat, name, status]));
  const table = [["Threat", "Request", "Answer"], ["---", "---", "---"], ...lines];
  const made = table.map((cells) => `| ${cells.join(" | ").replaceAll("<", "&lt;")} |\n`).join("");
  const text = readFileSync(FILE, "utf8");
  const [before, rest] = text.split(BEGIN);
  const [, after] = (rest ?? "").split(END);
  assert.ok(after !== undefined, `docs/security.md has the lines ${BEGIN}and ${END}`);
  const whole = `${before}${BEGIN}\n${count} requests. Reached Wavix: none.\n\n${made}\n${END}${after}`;
  if (process.env.WAVIX_BLESS) writeFileSync(FILE, whole);
  else
    assert.equal(whole, text, "docs/security.md is as the tests are: run with WAVIX_BLESS=1 and look at what changed");
}
