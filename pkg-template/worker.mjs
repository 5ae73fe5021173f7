// @ts-check
// Cloudflare Workers (workerd): wasm may not be compiled at run time there, only imported as a module.

import { initSync } from "./glue.js";
import wasm from "./wavix_trunks_bg.wasm";

initSync({ module: wasm });

export * from "./exports.js";
