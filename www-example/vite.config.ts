// How the page is built. No source maps and no inlining: what is served is only files of the page's own.

import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
import { relay } from "./relay.ts";

/**
 * What the built page may load and whom it may call, so that a script that slips in can do neither. Only when building:
 * Vite's development server needs an inline script.
 */
function contentSecurityPolicy(): Plugin {
  const content = [
    "default-src 'none'",
    // wavix-trunks is WebAssembly.
    "script-src 'self' 'wasm-unsafe-eval'",
    "worker-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    // The address of the API is a setting: a relay anywhere, or the sandbox on this machine.
    "connect-src 'self' https: http://localhost:* http://127.0.0.1:*",
    "form-action 'none'",
    "base-uri 'none'",
  ].join("; ");
  return {
    name: "content-security-policy",
    apply: "build",
    transformIndexHtml: () => [
      {
        tag: "meta",
        attrs: { "http-equiv": "Content-Security-Policy", content },
        injectTo: "head-prepend",
      },
    ],
  };
}

/** Asks for the wasm as soon as the page is read, and not only when the scripts that need it have been. */
function wasmAtOnce(): Plugin {
  return {
    name: "wasm-at-once",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler: (_html, { bundle = {} }) =>
        Object.keys(bundle)
          .filter((file) => file.endsWith(".wasm"))
          .map((file) => ({
            tag: "link",
            attrs: { rel: "preload", as: "fetch", type: "application/wasm", crossorigin: true, href: `./${file}` },
            injectTo: "head",
          })),
    },
  };
}

/** Tells offline.js, the service worker, which files the page is made of; see public/offline.js. */
function filesForOffline(): Plugin {
  return {
    name: "files-for-offline",
    apply: "build",
    generateBundle: {
      // Behind Vite itself, which takes away what holds nothing but the name of a style sheet.
      order: "post",
      handler(_options, bundle) {
        const files = Object.keys(bundle).filter((file) => file !== "index.html");
        this.emitFile({ type: "asset", fileName: "files.json", source: JSON.stringify(["./", "icon.svg", ...files]) });
      },
    },
  };
}

export default defineConfig({
  // Works in any folder of any static host.
  base: "./",
  plugins: [react(), contentSecurityPolicy(), wasmAtOnce(), filesForOffline(), relay()],
  worker: { format: "es" },
  // Its wasm is found beside the module that asks for it, which a bundle of dependencies would hide.
  optimizeDeps: { exclude: ["wavix-trunks"] },
  build: {
    assetsInlineLimit: 0,
    // Every browser that takes the rest of the page knows it.
    modulePreload: { polyfill: false },
    // What the first view needs is one file: it compresses better than the same in four.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: "page", tags: ["$initial"] }] } } },
  },
});
