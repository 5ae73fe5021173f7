/**
 * What `init` of `wavix-trunks/slim` takes: an address, an answer of `fetch`, the bytes, or the compiled module. TypeScript
 * takes anything for a `WebAssembly.Module`, which has no members, so at least numbers and the like are kept out.
 */
export type WasmSource = string | URL | Request | Response | BufferSource | (WebAssembly.Module & object);

/** The wasm file, as the tool in use imports such files: by address, as bytes, or compiled. */
declare const wasm: WasmSource;
export default wasm;
