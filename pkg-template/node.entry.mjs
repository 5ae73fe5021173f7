// @ts-check
// Node, Deno and Bun: the wasm is read from beside this file. Not shipped as it is: esbuild makes it node.cjs, so that
// `require` works on every version of Node, and because of that `__dirname` is there.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { startNow } from "./load.js";

startNow(readFileSync(join(__dirname, "wavix_trunks_bg.wasm")));

export * from "./live.js";
export * from "./pure.js";
