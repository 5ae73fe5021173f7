// For checking the entries where they are written: what the build puts beside them. Not shipped.

declare module "*/glue.mjs";
declare module "*/wasm-hex.mjs";
declare module "*/node.cjs";
declare module "*.wasm";
