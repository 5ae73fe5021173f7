// The relay beside the page while Vite serves it: it has the key, and the page has none. On a server of your own the same
// lines stand behind whatever it runs on: docs/relay.

import { loadEnv, type Plugin, type PreviewServer, type ViteDevServer } from "vite";
import { createRelay, toNodeHandler } from "wavix-trunks/relay";

/** What a page on this machine is called. A site that gave its own name this address would be refused. */
const THIS_MACHINE = ["127.0.0.1", "localhost"];

/** `WAVIX_API_KEY` is the key, `WAVIX_BASE_URL` an API other than Wavix's own. Without a key there is no relay. */
export function relay(): Plugin {
  const { WAVIX_API_KEY: apiKey, WAVIX_BASE_URL: baseUrl } = loadEnv("", ".", "WAVIX_");
  function stand({ middlewares }: ViteDevServer | PreviewServer) {
    if (!apiKey) return;
    // Whoever sits at this machine is its only user.
    const authorize = ({ url }: Request) => THIS_MACHINE.includes(new URL(url).hostname);
    const options = {
      apiKey,
      authorize,
      auth: "bearer",
      logger: { warn: console.warn, error: console.error },
    } as const;
    const handle = toNodeHandler(createRelay(baseUrl ? { ...options, baseUrl } : options));
    middlewares.use("/api/wavix", handle);
  }
  return { name: "relay", configureServer: stand, configurePreviewServer: stand };
}
