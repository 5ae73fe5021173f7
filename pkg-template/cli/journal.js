// @ts-check
// A journal as a file: in the first line the plan, and the ids that its wishes name; what was done in the lines after it.
// It holds no password.

import { appendFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { Usage } from "./failure.js";

/**
 * @typedef {import("wavix-trunks/plan").Plan} Plan
 * @typedef {import("wavix-trunks/plan").JournalEntry} JournalEntry
 */

/** The last line of a journal whose plan is done. */
const FINISHED = { finished: true };

/**
 * What tells wishes apart: how they are compared, the trunks that they name, and their settings.
 *
 * @param {Plan} plan
 * @param {(number | undefined)[]} ids
 */
const gistOf = ({ steps, prune, askAgain }, ids) =>
  JSON.stringify([
    prune,
    askAgain,
    ids,
    steps.filter(({ action }) => action !== "delete").map(({ settings }) => settings),
  ]);

/** @param {string} file */
function linesOf(file) {
  const [head = "", ...rest] = readFileSync(file, "utf8").split("\n");
  try {
    // Killed in the middle of a line, the last one is not whole: what it was about has not been settled.
    rest.pop();
    const lines = rest.map((line) => JSON.parse(line));
    /** @type {{ plan: Plan, ids: number[] }} */
    const { plan, ids } = JSON.parse(head);
    return {
      plan,
      gist: gistOf(plan, ids),
      finished: lines.some(({ finished }) => finished),
      entries: /** @type {JournalEntry[]} */ (lines),
    };
  } catch {
    throw new Usage(`${file} is no journal of wavix-trunks: name another file, or remove it.`);
  }
}

/**
 * What an earlier run has left undone, if it has begun anything.
 *
 * @param {string} file
 * @param {string} wanted the gist of the wishes
 */
function leftOver(file, wanted) {
  if (!existsSync(file)) return undefined;
  const { plan, gist, finished, entries } = linesOf(file);
  if (finished || entries.length === 0) return undefined;
  if (gist !== wanted) throw new Usage(`${file} is the journal of other wishes: finish those, or remove it.`);
  return { plan, entries };
}

/**
 * The plan to go on with, which is the journal's when that is not finished, and the journal itself. Nothing is written
 * before it begins.
 *
 * @param {string} file
 * @param {Plan} made now
 * @param {import("wavix-trunks/plan").Desired} wishes
 */
export function openJournal(file, made, wishes) {
  const ids = wishes.trunks.map(({ id }) => id);
  const { plan, entries } = leftOver(file, gistOf(made, ids)) ?? { plan: made, entries: [] };
  const text = (/** @type {object} */ line) => `${JSON.stringify(line)}\n`;
  return {
    plan,
    journal: {
      read: () => entries,
      append: (/** @type {JournalEntry} */ entry) => appendFileSync(file, text(entry)),
    },
    // All of it, since after a line that is not whole the next one must not stick to it.
    begin: () => writeFileSync(file, [{ plan, ids }, ...entries].map(text).join(""), { mode: 0o600 }),
    finish: () => appendFileSync(file, text(FINISHED)),
  };
}
