// @ts-check
// Browsers and bundlers, those of programs for Node too. Loads nothing itself, so that a bundler which needs only
// a part leaves the rest out.

export * from "./pure.js";
export * from "./ready.js";
