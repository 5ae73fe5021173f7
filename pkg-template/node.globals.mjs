// @ts-check
// Node, Deno and Bun: what is global there and is not where a test runner makes globals of its own, as Jest does for jsdom.
// Not shipped as it is: esbuild takes it into node.mjs and node.cjs.

export { TextDecoder, TextEncoder } from "node:util";
