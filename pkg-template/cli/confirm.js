// @ts-check
// A question before something cannot be taken back.

import { createInterface } from "node:readline";
import { EXIT, Usage, Verdict } from "./failure.js";
import { say } from "./print.js";

/**
 * @typedef {object} Asking
 * @property {boolean} [yes]
 * @property {boolean} [keyStdin]
 */

/**
 * Whether a question is put to somebody.
 *
 * @param {Asking} options
 */
export const asks = ({ yes, keyStdin }) => !yes && process.stdin.isTTY && !keyStdin;

/**
 * Goes on only after a yes. Where nobody can be asked, `--yes` must have been given.
 *
 * @param {string} question
 * @param {Asking} options
 */
export async function confirm(question, options) {
  if (options.yes) return;
  if (!asks(options)) {
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
