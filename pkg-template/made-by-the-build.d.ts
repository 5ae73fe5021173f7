// For checking the entries where they are written: what the build puts beside them. Not shipped.

declare module "*/glue.js";
declare module "*/reader.js";
declare module "*/tables.js";
declare module "*/wasm-text.js";
declare module "*/node.cjs";
declare module "*/node.names.cjs";
declare module "*.wasm";

/** The part of the glue before its tail. */
declare function __wbg_get_imports(): WebAssembly.Imports;

/** The version of the package, which the bundler puts into the command line. */
declare const VERSION: string;
