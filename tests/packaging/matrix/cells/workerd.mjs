// Runs a worker in workerd and prints what it answers: `node workerd.mjs FILE`.
// Not checked by TypeScript: the types are those of a tool that checking does not install.

import { basename, dirname } from "node:path";
import { Miniflare } from "miniflare";

const [file = ""] = process.argv.slice(2);
const worker = new Miniflare({
  modules: true,
  rootPath: dirname(file),
  modulesRoot: dirname(file),
  scriptPath: basename(file),
  modulesRules: [{ type: "CompiledWasm", include: ["**/*.wasm"] }],
  compatibilityDate: "2026-07-01",
});
const response = await worker.dispatchFetch("http://localhost/");
console.log(await response.text());
await worker.dispose();
