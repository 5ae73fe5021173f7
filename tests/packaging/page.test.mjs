// @ts-check
// The package in a page, without a bundler, from a server that knows next to nothing.

import assert from "node:assert/strict";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";
import { install, told } from "./project.mjs";
import { startSandbox } from "./sandbox.mjs";

const project = install();

const page = `<!doctype html><title>A page</title>
<script type="module">
  import * as wavix from "/browser.js";
  window.wavix = wavix;
</script>`;

/** What every static server knows. A module with another type, or none, is refused by browsers. */
const TYPES = /** @type {Record<string, string>} */ ({ ".html": "text/html", ".js": "text/javascript" });

const server = createServer((request, response) => {
  const path = request.url === "/" ? "/index.html" : String(request.url);
  const type = TYPES[extname(path)];
  if (!type) return response.writeHead(404).end();
  response.writeHead(200, { "content-type": type });
  response.end(path === "/index.html" ? page : readFileSync(join(project.home, path)));
});

/** @type {import("playwright-core").Browser} */
let browser;
/** @type {Awaited<ReturnType<typeof startSandbox>>} */
let sandbox;
before(async () => {
  await once(server.listen(0, "127.0.0.1"), "listening");
  sandbox = await startSandbox("--seed", "3");
  // --no-sandbox: in containers everything runs as root, for whom Chromium has no sandbox.
  browser = await chromium.launch({ executablePath: told("CHROME"), args: ["--no-sandbox"] });
});
after(async () => {
  // Also when one of them did not start: what is left running would keep the test runner waiting for ever.
  server.close();
  await Promise.all([browser?.close(), sandbox?.stop()]);
});

test("a plain <script type=module> validates, reads a file and calls, from a server that knows only .html and .js", async () => {
  const address = server.address();
  assert.ok(address && typeof address === "object");
  const tab = await browser.newPage();
  const broken = new Promise((_, reject) => tab.on("pageerror", reject));
  await tab.goto(`http://127.0.0.1:${address.port}/`);
  await Promise.race([tab.waitForFunction("window.wavix"), broken]);
  const seen = await tab.evaluate(async (baseUrl) => {
    /** @type {typeof import("wavix-trunks")} */
    const { TrunkClient, validateTrunk, validateTrunkStream, WavixError } = Reflect.get(window, "wavix");
    const list = await new TrunkClient({ apiKey: "sandbox-key", baseUrl }).list();
    const error = await new TrunkClient({ apiKey: "wrong", baseUrl }).list().catch((error) => error);
    const report = await validateTrunkStream(new Blob(["label,password\nZürich,********\n"]).stream());
    const file = [report.format, report.invalid, report.rows[0]?.issues[0]?.code];
    return [validateTrunk({}).ok, ...file, list.sip_trunks.length, error instanceof WavixError && error.code];
  }, sandbox.url);
  assert.deepEqual(seen, [false, "csv", 1, "masked", 3, "authentication"]);
});
