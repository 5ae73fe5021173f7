/** What `init` of `wavix-trunks/slim` takes: an address, an answer of `fetch`, the bytes, or the compiled module. */
export type WasmSource = string | URL | Request | Response | BufferSource | WebAssembly.Module;

/** The wasm file, as the tool in use imports such files: by address, as bytes, or compiled. */
declare const wasm: WasmSource;
export default wasm;
