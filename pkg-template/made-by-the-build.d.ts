// For checking the entries where they are written: what the build puts beside them. Not shipped.

declare module "*/glue.js";
declare module "*/reader.js";
declare module "*/tables.js";
declare module "*/wasm-text.js";
declare module "*/node.cjs";
declare module "*.wasm";

/** The part of the glue before its tail. */
declare function __wbg_get_imports(): WebAssembly.Imports;

/** The version of the package, which the bundler puts into the command line. */
declare const VERSION: string;

/** Where the wasm is, which the two entries of Node say. */
declare const WASM: string | URL;

/** In the entries of Node, where the build puts the code. */
declare function instance(
  require: NodeJS.Require | typeof process.getBuiltinModule,
  WASM: string | URL,
): Record<string, unknown>;
