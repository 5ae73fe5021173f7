// @ts-check
// A journal as a file: the plan in the first line, and what was done in the lines after it. It holds no password.

import { appendFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { Usage } from "./failure.js";

/**
 * @typedef {import("wavix-trunks/plan").Plan} Plan
 * @typedef {import("wavix-trunks/plan").JournalEntry} JournalEntry
 */

/** @param {string} file */
function linesOf(file) {
  const [head = "", ...rest] = readFileSync(file, "utf8").split("\n");
  try {
    // Killed in the middle of a line, the last one is not whole: what it was about has not been settled.
    rest.pop();
    return {
      plan: /** @type {Plan} */ (JSON.parse(head).plan),
      entries: rest.map((line) => /** @type {JournalEntry} */ (JSON.parse(line))),
    };
  } catch {
    throw new Usage(`${file} is no journal of wavix-trunks: name another file, or remove it.`);
  }
}

/** @param {Plan} plan */
const settingsOf = ({ steps, prune }) =>
  JSON.stringify([prune, steps.filter(({ action }) => action !== "delete").map(({ settings }) => settings)]);

/**
 * The plan to go on with, which is the journal's when there is one, and the journal itself.
 *
 * @param {string} file
 * @param {Plan} made now
 */
export function openJournal(file, made) {
  const begun = existsSync(file);
  if (!begun) writeFileSync(file, `${JSON.stringify({ plan: made })}\n`, { mode: 0o600 });
  const { plan, entries } = linesOf(file);
  if (settingsOf(plan) !== settingsOf(made)) {
    throw new Usage(`${file} is the journal of other wishes: finish those, or remove it.`);
  }
  // After a line that is not whole the next one must not stick to it.
  writeFileSync(file, [{ plan }, ...entries].map((line) => `${JSON.stringify(line)}\n`).join(""), { mode: 0o600 });
  return {
    plan: begun ? plan : made,
    journal: {
      read: () => entries,
      append: (/** @type {JournalEntry} */ entry) => appendFileSync(file, `${JSON.stringify(entry)}\n`),
    },
  };
}
