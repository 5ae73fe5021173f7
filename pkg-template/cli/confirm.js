// @ts-check
// A question before something cannot be taken back.

import { createInterface } from "node:readline/promises";
import { EXIT, Usage, Verdict } from "./failure.js";
import { say } from "./print.js";

/**
 * Goes on only after a yes. Where nobody can be asked, `--yes` must have been given.
 *
 * @param {string} question
 * @param {{ yes?: boolean, keyStdin?: boolean }} options
 */
export async function confirm(question, { yes, keyStdin }) {
  if (yes) return;
  if (!process.stdin.isTTY || keyStdin) {
    throw new Usage(`nobody can be asked “${question}” here: add --yes to go on without.`);
  }
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await terminal.question(`${question} [y/N] `);
  terminal.close();
  if (/^y(es)?$/i.test(answer.trim())) return;
  say("Nothing was done.");
  throw new Verdict(EXIT.error);
}
