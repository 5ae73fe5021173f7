// @ts-check
// JavaScript and TypeScript of the pages: run in Node, each with a sandbox of its own with two example trunks.

import { execFile, spawnSync } from "node:child_process";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { transform } from "esbuild";
import { startSandbox } from "../packaging/sandbox.mjs";
import { program } from "./given.mjs";
import { ROOT } from "./pages.mjs";
import { folderOf, PROJECT, written } from "./project.mjs";

/** @typedef {import("./pages.mjs").Block} Block */

const run = promisify(execFile);
const TO_SANDBOX = pathToFileURL(`${import.meta.dirname}/to-sandbox.mjs`).href;

/**
 * What the block prints.
 *
 * @param {Block} block
 * @param {string} code
 */
async function printed(block, code) {
  const sandbox = await startSandbox("--seed", "2");
  // Not told that it runs under a test: an example may be a test itself, and reports by itself.
  const { NODE_TEST_CONTEXT: _, ...environment } = process.env;
  const env = { ...environment, NO_COLOR: "1", WAVIX_BASE_URL: sandbox.url, WAVIX_API_KEY: "sandbox-key" };
  try {
    const file = written(block, `line-${block.line}.mjs`, code.replaceAll("http://127.0.0.1:8787", sandbox.url));
    const { stdout } = await run(process.execPath, ["--import", TO_SANDBOX, file], { cwd: folderOf(block), env });
    return stdout;
  } finally {
    await sandbox.stop();
  }
}

/** @param {Block} block */
export const runJavaScript = (block) => printed(block, block.code);

/**
 * The block as a module: those of the reference take some things as given.
 *
 * @param {Block} block
 */
const source = (block) => (block.page.startsWith("docs/reference/") ? program(block) : block.code);

/** @param {Block} block */
export async function runTypeScript(block) {
  const { code } = await transform(source(block), { loader: "ts", target: "es2022" });
  return await printed(block, code);
}

/**
 * What a strict compiler says of the blocks, each at its line of its page.
 *
 * @param {Block[]} blocks
 */
export function complaints(blocks) {
  const files = blocks.map((block) => written(block, `line-${block.line}.mts`, source(block)));
  const options = ["--noEmit", "--strict", "--target", "es2022", "--module", "nodenext", "--types", "node"];
  const tsc = `${ROOT}/node_modules/typescript/bin/tsc`;
  const { stdout } = spawnSync(process.execPath, [tsc, ...options, ...files], { cwd: PROJECT, encoding: "utf8" });
  return stdout;
}
