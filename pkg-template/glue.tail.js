// The end of the glue, in the place of wasm-bindgen's own loading: that one fetches, warns and guesses, and what is called
// too early fails with a message about undefined.

import { unready } from "./unready.js";

/** @type {WebAssembly.Exports} */
let wasm = unready;

/** Whether the instance is there. There is one, however many entries are imported. */
export const started = () => wasm !== unready;

/** The memory of the instance. */
export const memory = () => /** @type {WebAssembly.Memory} */ (wasm.memory);

/** What an instance is made with. */
export const imports = () => __wbg_get_imports();

/** @param {WebAssembly.Instance} instance made with `imports()` */
export function adopt(instance) {
  if (started()) return;
  wasm = instance.exports;
  /** @type {() => void} */ (wasm.__wbindgen_start)();
}
