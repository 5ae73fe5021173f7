// @ts-check
// A file of wishes: `{ trunks: [] }` in JSON, or rows as an import has them, JSON, NDJSON or CSV.

import { readFileSync } from "node:fs";
import { readTrunks } from "wavix-trunks";
import { EXIT, Verdict } from "./failure.js";
import { issueLine, say } from "./print.js";

/** @typedef {import("wavix-trunks/plan").Desired} Desired */

/**
 * @param {Buffer} bytes
 * @returns {Desired | undefined}
 */
function wishesIn(bytes) {
  try {
    const value = JSON.parse(bytes.toString("utf8"));
    return typeof value === "object" && value !== null && "trunks" in value ? value : undefined;
  } catch {
    // Not JSON as a whole: the reader of rows says what is wrong with it, if anything is.
    return undefined;
  }
}

/**
 * @param {string} file
 * @returns {Promise<Desired>}
 */
export async function readWishes(file) {
  const bytes = readFileSync(file);
  const wishes = wishesIn(bytes);
  if (wishes) return wishes;
  /** @type {Desired} */
  const desired = { trunks: [] };
  const rows = readTrunks(new Blob([bytes]).stream());
  let step = await rows.next();
  let wrong = false;
  for (; !step.done; step = await rows.next()) {
    for (const { ok, value, line, issues } of step.value) {
      if (ok) desired.trunks.push(value);
      else {
        wrong = true;
        for (const issue of issues) say(`${file}:${line}: ${issueLine(issue)}`);
      }
    }
  }
  for (const issue of step.value.issues) say(`${file}: ${issueLine(issue)}`);
  if (wrong || step.value.issues.length > 0) throw new Verdict(EXIT.validation);
  return desired;
}
