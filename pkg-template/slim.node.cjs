// @ts-check
// `wavix-trunks/slim` by `require` in Node, Deno and Bun: the instance of `wavix-trunks`, which is ready already, so that
// code written for both has nothing to ask.

module.exports = { ...require("./node.cjs"), init: async () => {} };
