// @ts-check
// Bundlers, with no more configuration than where from and where to; what they make runs in Node or in a page.

import { copyFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bin, project, quick, run, seenBy, slow, version, withApi, workshop } from "../cell.mjs";

/** @typedef {import("../cell.mjs").Cell} Cell */

/** The wasm beside a bundle, for tools that leave it behind. */
const besides = (/** @type {string} */ home, /** @type {string} */ folder) =>
  copyFileSync(join(home, "wavix_trunks_bg.wasm"), join(folder, "wavix_trunks_bg.wasm"));

/**
 * @param {string} name
 * @param {(folder: string, input: string, output: string, platform: "node" | "browser") => Promise<void>} bundle
 * @param {Pick<Cell, "version"> & { carries: boolean }} about `carries`: the wasm of slim comes along by itself
 * @returns {Cell[]}
 */
const bundler = (name, bundle, { version, carries }) => [
  {
    name: `${name} → Node`,
    version,
    async see(entry, { api }) {
      const { folder, home, slim } = project(entry);
      await bundle(folder, "main.mjs", "out/main.mjs", "node");
      if (slim && !carries) besides(home, join(folder, "out"));
      return seenBy(folder, process.execPath, "out/main.mjs", api);
    },
  },
  {
    name: `${name} → Chromium`,
    version,
    async see(entry, place) {
      const { folder, home, slim } = project(entry);
      await bundle(folder, "page.mjs", "out/page.js", "browser");
      copyFileSync(join(folder, "index.html"), join(folder, "out/index.html"));
      if (slim && !carries) besides(home, join(folder, "out"));
      return place.browsers.chromium.seen(withApi(`${await place.files(join(folder, "out"))}/index.html`, place));
    },
  },
];

/** A page whose module is the program itself, for tools that begin with a page. */
const page = '<!doctype html><script type="module" src="./page.mjs"></script>\n';

/** @type {Cell[]} */
export const bundlers = [
  ...bundler(
    "esbuild",
    (folder, input, output, platform) => {
      const options = ["--bundle", `--platform=${platform}`, "--format=esm", `--outfile=${output}`];
      return run(folder, bin("esbuild", workshop), input, ...options);
    },
    { version: () => version("esbuild", workshop), carries: false },
  ),
  ...bundler(
    "Rollup",
    (folder, input, output) => {
      const resolve = join(quick, "node_modules/@rollup/plugin-node-resolve");
      return run(folder, bin("rollup"), input, "-p", resolve, "-o", output);
    },
    { version: () => version("rollup"), carries: false },
  ),
  ...bundler(
    "webpack",
    (folder, input, output, platform) => {
      const target = platform === "node" ? "node20" : "web";
      return run(folder, process.execPath, join(import.meta.dirname, "webpack.mjs"), folder, input, output, target);
    },
    { version: () => version("webpack"), carries: true },
  ),
  {
    name: "Vite build → Chromium",
    version: () => version("vite"),
    async see(entry, place) {
      const { folder, write } = project(entry);
      write("index.html", page);
      await run(folder, bin("vite"), "build", "--logLevel=warn");
      return place.browsers.chromium.seen(withApi(`${await place.files(join(folder, "dist"))}/index.html`, place));
    },
  },
  {
    name: "Vite dev → Chromium",
    version: () => version("vite"),
    async see(entry, place) {
      const { folder, write } = project(entry);
      write("index.html", page);
      const vite = join(quick, "node_modules/vite/bin/vite.js");
      const address = await place.server(folder, process.execPath, vite, "--host", "127.0.0.1", "--port", "0");
      return place.browsers.chromium.seen(withApi(address, place));
    },
  },
  {
    name: "Parcel → Chromium",
    version: () => version("parcel", slow),
    slow: true,
    async see(entry, place) {
      const { folder } = project(entry, slow);
      writeFileSync(join(folder, "index.html"), page);
      await run(folder, bin("parcel", slow), "build", "index.html", "--no-cache");
      return place.browsers.chromium.seen(withApi(`${await place.files(join(folder, "dist"))}/index.html`, place));
    },
  },
];
