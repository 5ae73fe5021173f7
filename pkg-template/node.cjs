// @ts-check
// Node, Deno and Bun by `require`, which works on every version of Node. The same instance that `import` gets: see node.mjs.

"use strict";

const { join } = require("node:path");

const WASM = join(__dirname, "wavix_trunks_bg.wasm");

/** @type {Record<symbol, Record<string, unknown>>} */
const shared = globalThis;
const NAME = Symbol.for("wavix-trunks 0.0.0");
shared[NAME] ??= instance(require, WASM);

module.exports = shared[NAME];
