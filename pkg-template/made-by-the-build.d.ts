// For checking the entries where they are written: what the build puts beside them. Not shipped.

declare module "*/glue.js";
declare module "*/tables.js";
declare module "*/wasm-hex.js";
declare module "*/node.cjs";
declare module "*.wasm";
