// @ts-check
// The package under a Content-Security-Policy, in Chromium: no eval is needed, and what is missing is named.

import assert from "node:assert/strict";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";
import { install, told } from "./project.mjs";

const project = install();

const scripts = /** @type {Record<string, string>} */ ({
  "/default.js": 'import("/browser.js").then(({ validateTrunk }) => validateTrunk({}).ok).then(show, show);',
  "/slim.page.js": `import { init, validateTrunk } from "/slim.js";
    init().then(() => validateTrunk({}).ok).then(show, show);`,
});
const TYPES = /** @type {Record<string, string>} */ ({ ".js": "text/javascript", ".wasm": "application/wasm" });

// The address says which script the page has and under which policy.
const server = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://localhost");
  if (pathname === "/") {
    response.setHeader("content-security-policy", String(searchParams.get("policy")));
    response.setHeader("content-type", "text/html");
    response.end(`<script src="/show.js"></script><script type="module" src="${searchParams.get("script")}"></script>`);
    return;
  }
  response.setHeader("content-type", TYPES[extname(pathname)] ?? "text/plain");
  if (pathname === "/show.js") response.end("show = (what) => { shown = String(what); };");
  else response.end(scripts[pathname] ?? readFileSync(join(project.home, pathname)));
});

/** @type {import("playwright-core").Browser} */
let browser;
before(async () => {
  await once(server.listen(0, "127.0.0.1"), "listening");
  browser = await chromium.launch({ executablePath: told("CHROME"), args: ["--no-sandbox"] });
});
after(async () => {
  server.close();
  await browser?.close();
});

/**
 * What a page under the policy says of settings without anything in them.
 *
 * @param {string} script
 * @param {string} policy
 */
async function shown(script, policy) {
  const address = server.address();
  assert.ok(address && typeof address === "object");
  const tab = await browser.newPage();
  await tab.goto(`http://127.0.0.1:${address.port}/?${new URLSearchParams({ script, policy })}`);
  const said = await tab.waitForFunction(() => Reflect.get(globalThis, "shown"));
  return String(await said.jsonValue());
}

for (const script of Object.keys(scripts)) {
  test(`${script} works without eval under 'wasm-unsafe-eval'`, async () => {
    assert.equal(
      await shown(script, "default-src 'none'; connect-src 'self'; script-src 'self' 'wasm-unsafe-eval'"),
      "false",
    );
  });

  test(`${script} names the directive that is missing`, async () => {
    const said = await shown(script, "default-src 'none'; connect-src 'self'; script-src 'self'");
    assert.match(said, /^ConfigurationError: .*add 'wasm-unsafe-eval' to its script-src/);
  });
}
