// @ts-check
// Runs a bundled worker in workerd, with a Durable Object, and says where: `node workerd.mjs FILE`.

import { createRequire } from "node:module";
import { basename, dirname, resolve } from "node:path";

// Of the runtimes that another test has installed. It needs a newer Node than the package does.
const { Miniflare } = createRequire(new URL("../packaging/matrix/package.json", import.meta.url))("miniflare");

const file = resolve(process.argv[2] ?? "");
const { WAVIX_API_KEY = "", WAVIX_BASE_URL = "" } = process.env;
const worker = new Miniflare({
  // Without miniflare's own server in front, which keeps to itself that a caller has gone.
  unsafeDirectSockets: [{ host: "127.0.0.1", port: 0 }],
  modules: true,
  rootPath: dirname(file),
  modulesRoot: dirname(file),
  scriptPath: basename(file),
  modulesRules: [{ type: "CompiledWasm", include: ["**/*.wasm"] }],
  compatibilityDate: "2026-07-01",
  bindings: { WAVIX_API_KEY, WAVIX_BASE_URL },
  durableObjects: { RATE_LIMIT: { className: "RateLimitObject", useSQLite: true } },
});
const { port } = await worker.unsafeGetDirectURL();
console.log("listening on port", port);
// Left alone, workerd would outlive us.
process.once("SIGTERM", () => worker.dispose());
