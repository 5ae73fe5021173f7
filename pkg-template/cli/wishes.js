// @ts-check
// A file of wishes: `{ trunks: [] }` in JSON, or rows as an import has them, JSON, NDJSON or CSV.

import { readTrunks } from "wavix-trunks";
import { EXIT, Usage, Verdict } from "./failure.js";
import { textIn } from "./files.js";
import { issueLine, say } from "./print.js";

/** @typedef {import("wavix-trunks/plan").Desired} Desired */

/**
 * @param {string} text
 * @returns {Desired | undefined}
 */
function wishesIn(text) {
  try {
    const value = JSON.parse(text);
    return typeof value === "object" && value !== null && "trunks" in value ? value : undefined;
  } catch {
    // Not JSON as a whole: the reader of rows says what is wrong with it, if anything is.
    return undefined;
  }
}

/** @param {import("wavix-trunks").Issue} issue of a row, which has no such field */
const isId = ({ path }) => String(path[0]).toLowerCase() === "id";

/**
 * @param {string} file
 * @returns {Promise<Desired>}
 */
export async function readWishes(file) {
  const text = textIn(file);
  const wishes = wishesIn(text);
  if (wishes) return wishes;
  /** @type {Desired} */
  const desired = { trunks: [] };
  const rows = readTrunks(new Blob([text]).stream());
  let step = await rows.next();
  let wrong = false;
  for (; !step.done; step = await rows.next()) {
    for (const { ok, value, line, issues } of step.value) {
      // Without its id a row would be another trunk's, or a new one's, and the trunk that was meant be pruned.
      if (issues.some(isId)) {
        throw new Usage(
          `${file}:${line}: a row cannot say by id which trunk it is: write { "trunks": [ … ] } as JSON.`,
        );
      }
      for (const issue of issues) say(`${file}:${line}: ${issueLine(issue)}`);
      if (ok) desired.trunks.push(value);
      else wrong = true;
    }
  }
  for (const issue of step.value.issues) say(`${file}: ${issueLine(issue)}`);
  if (wrong || step.value.issues.length > 0) throw new Verdict(EXIT.validation);
  // What a failed export leaves behind must not prune a whole account.
  if (desired.trunks.length === 0) {
    throw new Usage(`${file} holds no trunks: write {"trunks": []} if the account is to be empty.`);
  }
  return desired;
}
