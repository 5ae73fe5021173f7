// @ts-check
// Cloudflare Workers (workerd): wasm may not be compiled at run time there, only imported as a module.

import { startNow } from "./load.js";
import wasm from "./wavix_trunks_bg.wasm";

startNow(wasm);

export * from "./live.js";
export * from "./pure.js";
