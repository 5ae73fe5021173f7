// @ts-check
// Browsers and bundlers, with the wasm as a file of its own that streams: ready after `await init()`.
// Here, and only here, the file is asked for by `new URL`: it is how bundlers know that it must travel along.

import { startOnce } from "./load.js";

export * from "./live.js";
export * from "./pure.js";

/** @param {Parameters<typeof startOnce>[0]} [source] */
export const init = (source) => startOnce(source ?? new URL("./wavix_trunks_bg.wasm", import.meta.url));
