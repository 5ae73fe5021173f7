// @ts-check
// `wavix-trunks/slim` in a bundle for Node, where there is no server to stream from: the instance of `wavix-trunks`.

export * from "./browser.js";

export const init = async () => {};
