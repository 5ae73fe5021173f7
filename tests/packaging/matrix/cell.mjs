// @ts-check
// A throw-away project of one cell: the package from its tarball, and the same program in the forms that runtimes take.

import { execFile } from "node:child_process";
import { copyFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { install } from "../project.mjs";

/** Where the runtimes and bundlers are. */
export const tools = join(import.meta.dirname, "node_modules");

/** @typedef {"wavix-trunks" | "wavix-trunks/slim"} Entry */

/** @param {Entry} entry */
export function project(entry) {
  const { folder, home } = install();
  const write = (/** @type {string} */ name, /** @type {string} */ text) => writeFileSync(join(folder, name), text);
  copyFileSync(join(import.meta.dirname, "tour.mjs"), join(folder, "tour.mjs"));

  const slim = entry.endsWith("slim");
  const names = ["TrunkClient", "validateTrunk", "WavixError", ...(slim ? ["init"] : [])].join(", ");
  const body = `{
  ${slim ? "await init();" : ""}
  return tour({ TrunkClient, validateTrunk, WavixError }, baseUrl);
}
`;
  write(
    "use.mjs",
    `import { ${names} } from "${entry}";\nimport { tour } from "./tour.mjs";\n\nexport async function use(baseUrl) ${body}`,
  );
  write(
    "main.cjs",
    `const { ${names} } = require("${entry}");\nasync function use(baseUrl) {
  const { tour } = await import("./tour.mjs");
  ${slim ? "await init();" : ""}
  return tour({ TrunkClient, validateTrunk, WavixError }, baseUrl);
}
use(process.argv[2]).then((seen) => console.log(JSON.stringify(seen)));\n`,
  );
  write(
    "main.mjs",
    'import { use } from "./use.mjs";\nuse(process.argv[2]).then((seen) => console.log(JSON.stringify(seen)));\n',
  );
  const inPage = "(seen) => { globalThis.seen = seen; }";
  write(
    "page.mjs",
    `import { use } from "./use.mjs";
const show = ${inPage};
use(new URLSearchParams(location.search).get("api")).then(show, (error) => show(String(error)));\n`,
  );
  write("index.html", '<!doctype html><script type="module" src="./page.js"></script>\n');
  return { folder, home, slim };
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
  await execute(program, options, { cwd: folder });
}
