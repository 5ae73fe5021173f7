// @ts-check
// The cells: what runs the program, by way of which tool. Each leaves a program of its own behind, as its users would.

import { copyFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { project, run, seenBy, tools } from "./cell.mjs";

/**
 * @typedef {import("./cell.mjs").Entry} Entry
 * @typedef {object} Place
 * @property {string} api the sandbox
 * @property {(folder: string, api: string) => Promise<unknown>} page opens `index.html` of the folder in a browser
 * @typedef {{ name: string, see: (entry: Entry, place: Place) => Promise<unknown> }} Cell
 */

const bin = (/** @type {string} */ name) => join(tools, ".bin", name);
const workshop = join(import.meta.dirname, "../../../node_modules/.bin");

/**
 * A runtime that runs the program as it is.
 *
 * @param {string} name
 * @param {string} file
 * @param {string} program
 * @param {string[]} options
 * @returns {Cell}
 */
const runtime = (name, file, program, ...options) => ({
  name,
  see: (entry, { api }) => seenBy(project(entry).folder, program, ...options, file, api),
});

/** The wasm beside a bundle, for tools that leave it behind. */
const besides = (/** @type {string} */ home, /** @type {string} */ folder) =>
  copyFileSync(join(home, "wavix_trunks_bg.wasm"), join(folder, "wavix_trunks_bg.wasm"));

/**
 * A bundler, with no more configuration than where from and where to. `carries`: the wasm of slim comes along by itself.
 *
 * @param {string} name
 * @param {(folder: string, input: string, output: string, platform: "node" | "browser") => Promise<void>} bundle
 * @param {{ carries: boolean }} options
 * @returns {Cell[]}
 */
const bundler = (name, bundle, { carries }) => [
  {
    name: `${name} → Node`,
    async see(entry, { api }) {
      const { folder, home, slim } = project(entry);
      await bundle(folder, "main.mjs", "out/main.mjs", "node");
      if (slim && !carries) besides(home, join(folder, "out"));
      return seenBy(folder, process.execPath, "out/main.mjs", api);
    },
  },
  {
    name: `${name} → Chromium`,
    async see(entry, { api, page }) {
      const { folder, home, slim } = project(entry);
      await bundle(folder, "page.mjs", "out/page.js", "browser");
      copyFileSync(join(folder, "index.html"), join(folder, "out/index.html"));
      if (slim && !carries) besides(home, join(folder, "out"));
      return page(join(folder, "out"), api);
    },
  },
];

/** @type {Cell[]} */
export const cells = [
  runtime("Node, import", "main.mjs", process.execPath),
  runtime("Node, require", "main.cjs", process.execPath),
  runtime("Node 26, import", "main.mjs", bin("node")),
  runtime("Node 26, require", "main.cjs", bin("node")),
  runtime("Deno", "main.mjs", bin("deno"), "run", "--quiet", "--allow-all"),
  runtime("Bun, import", "main.mjs", bin("bun")),
  runtime("Bun, require", "main.cjs", bin("bun")),
  {
    name: "Cloudflare Workers",
    async see(entry, { api }) {
      const { folder } = project(entry);
      const source =
        'import { use } from "./use.mjs";\nexport default { fetch: async () => Response.json(await use("API")) };\n';
      writeFileSync(join(folder, "worker.mjs"), source.replace("API", api));
      // As Cloudflare's own tool bundles: under these conditions, with wasm left a module of its own.
      const options = ["--bundle", "--format=esm", "--conditions=workerd,worker,browser", "--loader:.wasm=copy"];
      await run(
        folder,
        join(workshop, "esbuild"),
        "worker.mjs",
        ...options,
        "--outdir=out",
        "--out-extension:.js=.mjs",
      );
      // miniflare needs a newer Node than the package does.
      return seenBy(folder, bin("node"), join(import.meta.dirname, "workerd.mjs"), join(folder, "out/worker.mjs"));
    },
  },
  ...bundler(
    "esbuild",
    (folder, input, output, platform) =>
      run(
        folder,
        join(workshop, "esbuild"),
        input,
        "--bundle",
        `--platform=${platform}`,
        "--format=esm",
        `--outfile=${output}`,
      ),
    { carries: false },
  ),
  ...bundler(
    "Rollup",
    (folder, input, output) =>
      run(folder, bin("rollup"), input, "-p", join(tools, "@rollup/plugin-node-resolve"), "-o", output),
    { carries: false },
  ),
  ...bundler(
    "webpack",
    async (folder, input, output, platform) => {
      const target = platform === "node" ? "node20" : "web";
      await run(folder, process.execPath, join(import.meta.dirname, "webpack.mjs"), folder, input, output, target);
    },
    { carries: true },
  ),
  {
    name: "Vite build → Chromium",
    async see(entry, { api, page }) {
      const { folder } = project(entry);
      const index = '<!doctype html><script type="module" src="./page.mjs"></script>\n';
      writeFileSync(join(folder, "index.html"), index);
      await run(folder, bin("vite"), "build", "--logLevel=warn");
      return page(join(folder, "dist"), api);
    },
  },
  {
    name: "No bundler → Chromium",
    async see(entry, { api, page }) {
      const { folder } = project(entry);
      const file = entry.endsWith("slim") ? "slim.js" : "browser.js";
      const map = { imports: { [entry]: `./node_modules/wavix-trunks/${file}` } };
      const script = '<script type="module" src="./page.mjs"></script>';
      writeFileSync(join(folder, "index.html"), `<script type="importmap">${JSON.stringify(map)}</script>${script}`);
      return page(folder, api);
    },
  },
];

export const entries = /** @type {const} */ (["wavix-trunks", "wavix-trunks/slim"]);
