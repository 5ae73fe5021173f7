// @ts-check
// From a wasm file to the one instance: at once for the entries that are ready on import, later for `init`.

import { ConfigurationError } from "./errors.js";
import { adopt, imports, started } from "./glue.js";

/** @typedef {WebAssembly.Module | BufferSource} Source a compiled module or the bytes of the file */

/**
 * @param {unknown} cause what loading failed with
 * @returns {unknown} the same, or what somebody can do about it
 */
function explained(cause) {
  const because = (/** @type {string} */ message) => new ConfigurationError(message, { code: "configuration", cause });
  if (typeof WebAssembly !== "object") {
    return because(
      "wavix-trunks needs WebAssembly, which is missing or switched off here, as in Lockdown Mode and with --jitless.",
    );
  }
  // Every engine has its own words for it; all of them name the policy or what it lacks.
  if (/content security policy|\bCSP\b|unsafe-eval/i.test(String(cause))) {
    return because("The page's Content-Security-Policy forbids WebAssembly: add 'wasm-unsafe-eval' to its script-src.");
  }
  return cause;
}

/** @param {Source} source */
export function startNow(source) {
  if (started()) return;
  try {
    const module = source instanceof WebAssembly.Module ? source : new WebAssembly.Module(source);
    adopt(new WebAssembly.Instance(module, imports()));
  } catch (error) {
    throw explained(error);
  }
}

/**
 * @param {Response} response
 * @returns {Promise<Source>}
 */
async function received(response) {
  if (!response.ok) {
    const message = `The wasm was not found at ${response.url} (HTTP ${response.status}): pass init() where it is.`;
    throw new ConfigurationError(message, { code: "configuration", status: response.status });
  }
  // Only with the right type do engines compile while they receive.
  const streams = response.headers.get("content-type")?.startsWith("application/wasm");
  return streams ? WebAssembly.compileStreaming(response) : response.arrayBuffer();
}

/**
 * @param {string | URL | Request} address
 * @returns {Promise<Source | Response>}
 */
async function fetched(address) {
  // Node fetches no files. Not by `import`, which bundlers for browsers would have to find something for.
  const files = globalThis.process?.getBuiltinModule?.("node:fs");
  return files && address instanceof URL && address.protocol === "file:" ? files.readFileSync(address) : fetch(address);
}

/** @param {unknown} source */
const isAddress = (source) => typeof source === "string" || source instanceof URL || source instanceof Request;

/** @param {Promise<Source | Response | string | URL | Request> | Source | Response | string | URL | Request} source */
async function start(source) {
  if (started()) return;
  try {
    let given = await source;
    if (isAddress(given)) given = await fetched(/** @type {string | URL | Request} */ (given));
    const wasm = given instanceof Response ? await received(given) : /** @type {Source} */ (given);
    const made = await WebAssembly.instantiate(/** @type {BufferSource} */ (wasm), imports());
    adopt(made.instance ?? made);
  } catch (error) {
    throw explained(error);
  }
}

/** @type {Promise<void> | undefined} */
let starting;

/**
 * Callers at the same time wait for the same start; one that failed can be repeated.
 *
 * @param {Parameters<typeof start>[0]} source
 */
export function startOnce(source) {
  starting ??= start(source).catch((error) => {
    starting = undefined;
    throw error;
  });
  return starting;
}
