// @ts-check
// A journal as a file: the plan in the first line, and what was done in the lines after it. It holds no password.

import { appendFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { Usage } from "./failure.js";

/**
 * @typedef {import("wavix-trunks/plan").Plan} Plan
 * @typedef {import("wavix-trunks/plan").JournalEntry} JournalEntry
 */

/** The last line of a journal whose plan is done. */
const FINISHED = { finished: true };

/** @param {string} file */
function linesOf(file) {
  const [head = "", ...rest] = readFileSync(file, "utf8").split("\n");
  try {
    // Killed in the middle of a line, the last one is not whole: what it was about has not been settled.
    rest.pop();
    const lines = rest.map((line) => JSON.parse(line));
    return {
      plan: /** @type {Plan} */ (JSON.parse(head).plan),
      finished: lines.some(({ finished }) => finished),
      entries: /** @type {JournalEntry[]} */ (lines),
    };
  } catch {
    throw new Usage(`${file} is no journal of wavix-trunks: name another file, or remove it.`);
  }
}

/** @param {Plan} plan */
const settingsOf = ({ steps, prune }) =>
  JSON.stringify([prune, steps.filter(({ action }) => action !== "delete").map(({ settings }) => settings)]);

/**
 * What an earlier run has left undone, if anything.
 *
 * @param {string} file
 * @param {Plan} made now
 */
function leftOver(file, made) {
  if (!existsSync(file)) return undefined;
  const { plan, finished, entries } = linesOf(file);
  if (finished) return undefined;
  if (settingsOf(plan) !== settingsOf(made)) {
    throw new Usage(`${file} is the journal of other wishes: finish those, or remove it.`);
  }
  return { plan, entries };
}

/**
 * The plan to go on with, which is the journal's when that is not finished, and the journal itself.
 *
 * @param {string} file
 * @param {Plan} made now
 */
export function openJournal(file, made) {
  const { plan, entries } = leftOver(file, made) ?? { plan: made, entries: [] };
  const text = (/** @type {object} */ line) => `${JSON.stringify(line)}\n`;
  // All of it, since after a line that is not whole the next one must not stick to it.
  writeFileSync(file, [{ plan }, ...entries].map(text).join(""), { mode: 0o600 });
  return {
    plan,
    journal: {
      read: () => entries,
      append: (/** @type {JournalEntry} */ entry) => appendFileSync(file, text(entry)),
    },
    finish: () => appendFileSync(file, text(FINISHED)),
  };
}
