// @ts-check
// A question before something cannot be taken back.

import { createInterface } from "node:readline";
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
  if (/^y(es)?$/i.test((await answerTo(question)).trim())) return;
  say("Nothing was done.");
  throw new Verdict(EXIT.error);
}

/**
 * Empty when somebody ends it by Ctrl-C or Ctrl-D.
 *
 * @param {string} question
 * @returns {Promise<string>}
 */
function answerTo(question) {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  return new Promise((resolve) => {
    const ended = () => {
      // What is said next would stand behind the question.
      process.stderr.write("\n");
      resolve("");
    };
    terminal.once("close", ended).question(`${question} [y/N] `, (answer) => {
      terminal.off("close", ended).close();
      resolve(answer);
    });
  });
}
