// @ts-check
// Keys and passwords: from the environment or from standard input, and never from an argument, which every program on
// the machine can read and every shell writes down.

import { generatePassword } from "wavix-trunks";
import { Usage } from "./failure.js";

/** @type {Promise<string[]> | undefined} */
let input;

/** The lines of standard input, which can be read once only. */
function lines() {
  input ??= (async () => {
    if (process.stdin.isTTY) throw new Usage("nothing comes from standard input: pipe the secret in.");
    /** @type {Buffer[]} */
    const chunks = [];
    for await (const chunk of process.stdin) chunks.push(chunk);
    return Buffer.concat(chunks).toString("utf8").split(/\r?\n/);
  })();
  return input;
}

/**
 * @typedef {object} Secrets
 * @property {boolean} [keyStdin]
 * @property {boolean} [passwordStdin]
 * @property {boolean} [generatePassword]
 */

/** @param {Secrets} options */
export async function apiKey({ keyStdin }) {
  const key = keyStdin ? (await lines())[0] : process.env.WAVIX_API_KEY;
  if (!key) throw new Usage("the API key is missing: put it into WAVIX_API_KEY, or pipe it in and add --key-stdin.");
  return key;
}

/**
 * The password of a trunk, if there is one.
 *
 * @param {Secrets} options
 * @returns {Promise<{ password: string | undefined, generated: boolean }>}
 */
export async function trunkPassword({ keyStdin, passwordStdin, generatePassword: generate }) {
  if (generate) return { password: generatePassword(), generated: true };
  // The key comes first when both do.
  const password = passwordStdin ? (await lines())[keyStdin ? 1 : 0] : process.env.WAVIX_TRUNK_PASSWORD;
  return { password: password || undefined, generated: false };
}

/**
 * @param {string} what needs it
 * @param {string} [other] one more way to give it
 */
export const passwordMissing = (what, other = "") =>
  new Usage(
    `${what} needs the trunk's password: put it into WAVIX_TRUNK_PASSWORD, or pipe it in and add --password-stdin${other}.`,
  );
