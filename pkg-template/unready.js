// @ts-check
// What stands in for the wasm until it is there: whatever is asked of it says what to do.

import { ConfigurationError } from "./errors.js";

/** @type {WebAssembly.Exports} */
export const unready = new Proxy(
  {},
  {
    get() {
      const message = "wavix-trunks/slim is not ready: `await init()` must come before the first use.";
      throw new ConfigurationError(message, { code: "configuration" });
    },
  },
);
