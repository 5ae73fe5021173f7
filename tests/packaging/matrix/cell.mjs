// @ts-check
// A throw-away project of one cell: the package from its tarball, and the same program in the forms that runtimes take.

import { execFile } from "node:child_process";
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { install } from "../project.mjs";

/** Where the runtimes and tools are: those of every run, those of `--all`, and what the workshop has anyway. */
export const quick = import.meta.dirname;
export const slow = join(quick, "slow");
export const workshop = join(quick, "../../..");

/**
 * @param {string} name
 * @param {string} [folder]
 */
export const bin = (name, folder = quick) => join(folder, "node_modules/.bin", name);

/**
 * @param {string} name
 * @param {string} [folder]
 * @returns {string} the version of an npm package
 */
export const version = (name, folder = quick) =>
  JSON.parse(readFileSync(join(folder, "node_modules", name, "package.json"), "utf8")).version;

/**
 * @typedef {"wavix-trunks" | "wavix-trunks/slim"} Entry
 *
 * @typedef {object} Browser
 * @property {(url: string) => Promise<unknown>} seen what the page at an address says that it saw
 * @property {() => Promise<string>} version
 *
 * @typedef {object} Place
 * @property {string} api the sandbox
 * @property {Record<"chromium" | "firefox" | "webkit", Browser>} browsers
 * @property {(folder: string) => Promise<string>} files the address of a server that does nothing but send files
 * @property {(folder: string, program: string, ...options: string[]) => Promise<string>} server the address that a program
 *   says it serves
 *
 * @typedef {object} Cell
 * @property {string} name
 * @property {(place: Place) => string | Promise<string>} version of what is tried
 * @property {boolean} [slow] tried by `cargo xtask test --all` only
 * @property {string} [without] why `wavix-trunks/slim` is not tried
 * @property {(entry: Entry, place: Place) => Promise<unknown>} see
 */

/** @type {readonly Entry[]} */
export const entries = ["wavix-trunks", "wavix-trunks/slim"];

/**
 * @param {Entry} entry
 * @param {string} [among] a folder with the tools that the program itself imports from
 */
export function project(entry, among) {
  const { folder, home } = install(among);
  const write = (/** @type {string} */ name, /** @type {string} */ text) => writeFileSync(join(folder, name), text);
  copyFileSync(join(quick, "tour.mjs"), join(folder, "tour.mjs"));

  const slim = entry.endsWith("slim");
  const names = ["TrunkClient", "validateTrunk", "WavixError", ...(slim ? ["init"] : [])].join(", ");
  const ready = slim ? "await init();" : "";
  const toured = "tour({ TrunkClient, validateTrunk, WavixError }, baseUrl)";
  write(
    "use.mjs",
    `import { ${names} } from "${entry}";
import { tour } from "./tour.mjs";
export async function use(baseUrl) {
  ${ready}
  return ${toured};
}\n`,
  );
  write(
    "main.cjs",
    `const { ${names} } = require("${entry}");
async function use(baseUrl) {
  const { tour } = await import("./tour.mjs");
  ${ready}
  return ${toured};
}
use(process.argv[2]).then((seen) => console.log(JSON.stringify(seen)));\n`,
  );
  write(
    "main.mjs",
    'import { use } from "./use.mjs";\nuse(process.argv[2]).then((seen) => console.log(JSON.stringify(seen)));\n',
  );
  write(
    "page.mjs",
    `import { use } from "./use.mjs";
const show = (seen) => { globalThis.seen = seen; };
use(new URLSearchParams(location.search).get("api")).then(show, (error) => show(String(error)));\n`,
  );
  write("index.html", '<!doctype html><script type="module" src="./page.js"></script>\n');
  return { folder, home, slim, names, ready, toured, write };
}

const execute = promisify(execFile);

/**
 * Runs a program in the project; what it prints last is what it saw.
 *
 * @param {string} folder
 * @param {string} program
 * @param {string[]} options
 * @returns {Promise<unknown>}
 */
export async function seenBy(folder, program, ...options) {
  const { stdout } = await execute(program, options, { cwd: folder });
  return JSON.parse(stdout.trim().split("\n").at(-1) ?? "");
}

/**
 * @param {string} folder
 * @param {string} program
 * @param {string[]} options
 */
export async function run(folder, program, ...options) {
  try {
    await execute(program, options, { cwd: folder });
  } catch (error) {
    // Most tools complain on stdout, which the error's message leaves out.
    const { message, stdout } = /** @type {Error & { stdout: string }} */ (error);
    throw new Error(`${message}\n${stdout}`);
  }
}

/** With the sandbox's address, for a page. */
export const withApi = (/** @type {string} */ address, /** @type {Place} */ { api }) =>
  `${address}?${new URLSearchParams({ api })}`;
