// @ts-check
// The command line as a throw-away project has it, from the tarball.

import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { install } from "../packaging/project.mjs";

/** The folder of the project. */
export const { folder } = install();
export const KEY = "planted+key/9f3a=7c1e";
export const PASSWORD = "Planted-Passw0rd & 5d2b";
export const program = join(folder, "node_modules/.bin/wavix-trunks");

/**
 * A file in the project.
 *
 * @param {string} name
 * @param {unknown} content
 */
export function file(name, content) {
  const isRaw = typeof content === "string" || content instanceof Uint8Array;
  writeFileSync(join(folder, name), isRaw ? content : JSON.stringify(content));
  return name;
}

/** The settings of a trunk. */
export const trunk = (/** @type {string} */ label, more = {}) => ({
  label,
  password: PASSWORD,
  callerid: "12121234567",
  ...more,
});

/**
 * @typedef {object} Ran
 * @property {number | null} code
 * @property {string} stdout
 * @property {string} stderr
 */

/** What this process has in its environment must not decide what a test sees. */
const {
  WAVIX_API_KEY: _key,
  WAVIX_BASE_URL: _url,
  WAVIX_TRUNK_PASSWORD: _password,
  NO_COLOR: _none,
  FORCE_COLOR: _force,
  // Node takes a terminal there for one without colours.
  CI: _ci,
  ...environment
} = process.env;

/**
 * Runs a program in the project, with something to read on its standard input or nothing.
 *
 * @param {string} file
 * @param {readonly string[]} args
 * @param {object} [how]
 * @param {Record<string, string>} [how.env]
 * @param {string} [how.input]
 * @param {(child: import("node:child_process").ChildProcess, stderr: string) => void} [how.interrupt] sees all that was said
 * @param {[RegExp, string]} [how.answer] what it must have printed before it gets this to read
 * @param {boolean} [how.unread] nobody reads what it prints
 * @returns {Promise<Ran>}
 */
export function run(file, args, { env = {}, input = "", interrupt, answer, unread = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { cwd: folder, env: { ...environment, ...env } });
    let [stdout, stderr] = ["", ""];
    child.stdout.setEncoding("utf8").on("data", (text) => {
      stdout += text;
      if (answer?.[0].test(stdout) && !child.stdin.writableEnded) child.stdin.end(answer[1]);
    });
    child.stderr.setEncoding("utf8").on("data", (text) => {
      stderr += text;
      interrupt?.(child, stderr);
    });
    if (unread) for (const stream of [child.stdout, child.stderr]) stream.destroy();
    child.on("error", reject).on("close", (code) => resolve({ code, stdout, stderr }));
    // Who does not read its input may be gone before all of it is written.
    child.stdin.on("error", () => {});
    if (!answer) child.stdin.end(input);
  });
}

/**
 * wavix-trunks with the key in the environment.
 *
 * @param {string} url of the sandbox
 * @param {Record<string, string>} [env]
 */
export const commandFor =
  (url, env = {}) =>
  (/** @type {string[]} */ ...args) =>
    run(program, args, { env: { WAVIX_API_KEY: KEY, WAVIX_BASE_URL: url, ...env } });
