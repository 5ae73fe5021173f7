// @ts-check
// What the package weighs: `node measure.mjs PACKAGE BUDGET OUTPUT [--bless]`.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { build } from "esbuild";

const [home = "", budgetFile = "", output = "", bless] = process.argv.slice(2);

/** @typedef {Record<"raw" | "gzip" | "brotli", number>} Weight */

/**
 * @param {Uint8Array} bytes
 * @returns {Weight}
 */
const weigh = (bytes) => ({
  raw: bytes.length,
  gzip: gzipSync(bytes, { level: 9 }).length,
  brotli: brotliCompressSync(bytes).length,
});

const shipped = (/** @type {string} */ name) => weigh(readFileSync(join(home, name)));

/**
 * What a page gets when a bundler is asked for this code.
 *
 * @param {string} code
 */
async function bundled(code) {
  const {
    outputFiles: [file],
    warnings,
  } = await build({
    stdin: { contents: code, resolveDir: home },
    bundle: true,
    minify: true,
    format: "esm",
    external: ["*.wasm"],
    write: false,
  });
  if (!file || warnings.length > 0) throw new Error(`bundled with ${warnings.length} warnings: ${code}`);
  return weigh(file.contents);
}

/** @type {Record<string, Weight>} */
const measured = {
  wasm: shipped("wavix_trunks_bg.wasm"),
  glue: shipped("glue.js"),
  "node.cjs": shipped("node.cjs"),
  "node.mjs": shipped("node.mjs"),
  "bundle: everything": await bundled('export * from "./browser.js";'),
  "bundle: everything, slim": await bundled('export * from "./slim.js";'),
  "bundle: everything, worker": await bundled('export * from "./worker.mjs";'),
  "bundle: only validateTrunk": await bundled('export { validateTrunk } from "./browser.js";'),
  "bundle: only WavixError": await bundled('export { WavixError } from "./browser.js";'),
};
writeFileSync(output, `${JSON.stringify(measured, null, 2)}\n`);

const KINDS = /** @type {const} */ (["raw", "gzip", "brotli"]);
const wide = Math.max(...Object.keys(measured).map((name) => name.length));
console.log(["".padEnd(wide), ...KINDS.map((kind) => kind.padStart(9))].join(" "));
for (const [name, weight] of Object.entries(measured)) {
  console.log([name.padEnd(wide), ...KINDS.map((kind) => String(weight[kind]).padStart(9))].join(" "));
}

if (bless) {
  // Two in a hundred to spare: enough for another compiler, not enough for another library.
  const spare = (/** @type {number} */ bytes) => Math.ceil((bytes * 1.02) / 100) * 100;
  const budget = Object.entries(measured).map(([name, weight]) => [
    name,
    Object.fromEntries(KINDS.map((kind) => [kind, spare(weight[kind])])),
  ]);
  writeFileSync(budgetFile, `${JSON.stringify(Object.fromEntries(budget), null, 2)}\n`);
}

/** @type {Record<string, Weight>} */
const budget = JSON.parse(readFileSync(budgetFile, "utf8"));
for (const name of new Set([...Object.keys(budget), ...Object.keys(measured)])) {
  for (const kind of KINDS) {
    const [is = 0, may = 0] = [measured[name]?.[kind], budget[name]?.[kind]];
    if (is > 0 && is <= may) continue;
    console.error(`✗ ${name}: ${is} bytes ${kind}, ${may} allowed`);
    process.exitCode = 1;
  }
}
