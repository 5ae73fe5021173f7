// @ts-check
// `wavix-trunks/slim` in Cloudflare Workers: the instance of `wavix-trunks`, which is ready already.

export * from "./worker.mjs";

export const init = async () => {};
