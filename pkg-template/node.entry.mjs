// @ts-check
// Node, Deno and Bun: the wasm is read from beside this file. Not shipped as it is: esbuild makes it the body of node.mjs
// and of node.cjs, which say where the wasm is.

import { readFileSync } from "node:fs";
import { startNow } from "./load.js";

startNow(readFileSync(WASM));

export * from "./live.js";
export * from "./pure.js";
