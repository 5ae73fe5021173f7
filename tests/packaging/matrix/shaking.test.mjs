// @ts-check
// What needs no wasm leaves it out, whatever bundles it; what needs it, takes it along.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { bin, entries, project, quick, run, workshop } from "./cell.mjs";

/** @type {Record<string, (folder: string) => Promise<void>>} */
const bundlers = {
  esbuild: (folder) =>
    run(
      folder,
      bin("esbuild", workshop),
      "shaken.mjs",
      "--bundle",
      "--minify",
      "--format=esm",
      "--outfile=out/page.js",
    ),
  Rollup: (folder) => {
    const resolve = join(quick, "node_modules/@rollup/plugin-node-resolve");
    return run(folder, bin("rollup"), "shaken.mjs", "-p", resolve, "-o", "out/page.js");
  },
  webpack: (folder) => {
    const program = join(import.meta.dirname, "cells/webpack.mjs");
    return run(folder, process.execPath, program, folder, "shaken.mjs", "out/page.js", "web");
  },
  Vite: async (folder) => {
    await run(folder, bin("vite"), "build", "--logLevel=warn", "--outDir=out");
  },
};

/** What a bundle may weigh that holds the error classes only; Rollup does not minify. */
const ERRORS = 6000;

describe("tree shaking", { concurrency: 2 }, () => {
  for (const [name, bundle] of Object.entries(bundlers)) {
    for (const entry of entries) {
      test(`${name}: ${entry}`, async () => {
        const { folder, write } = project(entry);
        // For Vite, which begins with a page.
        write("index.html", '<!doctype html><script type="module" src="./shaken.mjs"></script>\n');
        // From the middle of the wasm as it travels inside.
        const inside = readFileSync(join(folder, "node_modules/wavix-trunks/wasm-text.js"), "utf8").slice(
          50_000,
          51_000,
        );
        assert.equal(inside.length, 1000);
        /** @param {string} code */
        const bundled = async (code) => {
          write("shaken.mjs", code);
          await bundle(folder);
          const files = readdirSync(join(folder, "out"), { recursive: true, encoding: "utf8" });
          const text = files
            .filter((file) => file.endsWith(".js"))
            .map((file) => readFileSync(join(folder, "out", file), "utf8"))
            .join("");
          // Vite copies the file of slim at the first sight of its name; what counts is that nobody asks for it.
          return { bytes: text.length, wasm: text.includes(".wasm") || text.includes(inside) };
        };

        // First what leaves nothing behind in the folder that could be taken for the next one's.
        const types = await bundled(
          `import { WavixError } from "${entry}";\nconsole.log("as TypeScript leaves a type");\n`,
        );
        assert.ok(types.bytes < 1500 && !types.wasm, `unused: ${JSON.stringify(types)}`);

        const errors = await bundled(`import { WavixError } from "${entry}";\nconsole.log(WavixError);\n`);
        assert.ok(errors.bytes < ERRORS && !errors.wasm, `only WavixError: ${JSON.stringify(errors)}`);

        const rules = await bundled(`import * as all from "${entry}";\nconsole.log(all);\n`);
        assert.ok(rules.bytes > ERRORS && rules.wasm, `everything: ${JSON.stringify(rules)}`);
      });
    }
  }
});
