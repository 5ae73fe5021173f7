// @ts-check
// `wavix-trunks/slim` by `import` in Node, Deno and Bun: the instance of `wavix-trunks`, which is ready already.

export * from "./node.mjs";

export const init = async () => {};
