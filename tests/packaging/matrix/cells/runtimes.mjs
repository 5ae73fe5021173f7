// @ts-check
// Runtimes that run the program as it is.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { bin, project, quick, run, seenBy, slow, version, workshop } from "../cell.mjs";

/** @typedef {import("../cell.mjs").Cell} Cell */

/**
 * @param {string} name
 * @param {Pick<Cell, "version" | "slow">} about
 * @param {string} file
 * @param {string} program
 * @param {string[]} options
 * @returns {Cell}
 */
const runtime = (name, about, file, program, ...options) => ({
  name,
  ...about,
  see: (entry, { api }) => seenBy(project(entry).folder, program, ...options, file, api),
});

/**
 * @param {string} name
 * @param {Pick<Cell, "version" | "slow">} about
 * @param {string} program
 */
const both = (name, about, program) => [
  runtime(`${name}, import`, about, "main.mjs", program),
  runtime(`${name}, require`, about, "main.cjs", program),
];

/**
 * One of several versions of a runtime from npm.
 *
 * @param {string} alias
 * @returns {Pick<Cell, "version" | "slow">}
 */
const old = (alias) => ({ version: () => version(alias, slow), slow: true });

/** @type {Cell} */
const workerd = {
  name: "Cloudflare Workers",
  version: () => version("workerd"),
  async see(entry, { api }) {
    const { folder } = project(entry);
    const source =
      'import { use } from "./use.mjs";\nexport default { fetch: async () => Response.json(await use("API")) };\n';
    writeFileSync(join(folder, "worker.mjs"), source.replace("API", api));
    // As Cloudflare's own tool bundles: under these conditions, with wasm left a module of its own.
    const options = ["--bundle", "--format=esm", "--conditions=workerd,worker,browser", "--loader:.wasm=copy"];
    const output = ["--outdir=out", "--out-extension:.js=.mjs"];
    await run(folder, bin("esbuild", workshop), "worker.mjs", ...options, ...output);
    // miniflare needs a newer Node than the package does.
    return seenBy(folder, bin("node"), join(import.meta.dirname, "workerd.mjs"), join(folder, "out/worker.mjs"));
  },
};

/** @type {Cell[]} */
export const runtimes = [
  ...both("Node", { version: () => process.versions.node }, process.execPath),
  ...both("Node 20", old("node-20"), join(slow, "node_modules/node-20/bin/node")),
  ...both("Node 22", old("node-22"), join(slow, "node_modules/node-22/bin/node")),
  ...both("Node 24", old("node-24"), join(slow, "node_modules/node-24/bin/node")),
  ...both("Node 26", { version: () => version("node") }, join(quick, "node_modules/node/bin/node")),
  runtime("Deno", { version: () => version("deno") }, "main.mjs", bin("deno"), "run", "--quiet", "--allow-all"),
  runtime("Deno 2.0", old("deno-2"), "main.mjs", bin("deno", slow), "run", "--quiet", "--allow-all"),
  ...both("Bun", { version: () => version("bun") }, bin("bun")),
  ...both("Bun 1", old("bun-1"), bin("bun", slow)),
  workerd,
];
