import type { WasmSource } from "wavix-trunks/wasm";

export * from "wavix-trunks";
export type { WasmSource };

/**
 * Loads the wasm. Everything else of this entry can be used once the promise has resolved; before that it throws a
 * {@link ConfigurationError}. May be called any number of times, also at the same time: it is loaded once. In Node, Deno,
 * Bun and Cloudflare Workers the package is ready as soon as it is imported, and there is nothing left to do.
 *
 * @param source where the wasm is; beside this module when left out
 * @throws {ConfigurationError} when it is not there, or the page's Content-Security-Policy forbids WebAssembly
 * @example
 * import { init, validateTrunk } from "wavix-trunks/slim";
 *
 * await init();
 * validateTrunk({ label: "Head office" }).ok;
 */
export function init(source?: WasmSource | Promise<WasmSource>): Promise<void>;
