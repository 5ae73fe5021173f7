// How the page is built. No source maps and no inlining: what is served is only files of the page's own.

import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

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

export default defineConfig({
  // Works in any folder of any static host.
  base: "./",
  plugins: [react(), contentSecurityPolicy()],
  worker: { format: "es" },
  // Its wasm is found beside the module that asks for it, which a bundle of dependencies would hide.
  optimizeDeps: { exclude: ["wavix-trunks"] },
  build: { assetsInlineLimit: 0 },
});
