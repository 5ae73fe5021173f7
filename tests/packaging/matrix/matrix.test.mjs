// @ts-check
// The same program in every runtime and out of every bundler, by each entry, against one sandbox: all see the same.

import assert from "node:assert/strict";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { chromium } from "playwright-core";
import { told } from "../project.mjs";
import { startSandbox } from "../sandbox.mjs";
import { cells, entries } from "./cells.mjs";
import { assertDocumented } from "./table.mjs";

const expected = JSON.parse(readFileSync(join(import.meta.dirname, "expected.json"), "utf8"));

const TYPES = /** @type {Record<string, string>} */ ({
  ".html": "text/html",
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".wasm": "application/wasm",
});

/** @type {import("playwright-core").Browser} */
let browser;
/** @type {Awaited<ReturnType<typeof startSandbox>>} */
let sandbox;
before(async () => {
  sandbox = await startSandbox();
  browser = await chromium.launch({ executablePath: told("CHROME"), args: ["--no-sandbox"] });
});
after(async () => {
  await Promise.all([browser?.close(), sandbox?.stop()]);
});

/**
 * What `index.html` of the folder sees, from a server that does nothing but send files.
 *
 * @param {string} folder
 * @param {string} api
 */
async function page(folder, api) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const file = join(folder, pathname);
    if (!existsSync(file)) return response.writeHead(404).end();
    response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "text/plain" }).end(readFileSync(file));
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  try {
    const address = server.address();
    assert.ok(address && typeof address === "object");
    const tab = await browser.newPage();
    const broken = new Promise((_, reject) => tab.on("pageerror", reject));
    await tab.goto(`http://127.0.0.1:${address.port}/index.html?${new URLSearchParams({ api })}`);
    const seen = tab.waitForFunction(() => Reflect.get(globalThis, "seen"));
    return await (await Promise.race([seen, broken])).jsonValue();
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

/** @type {Map<string, string>} */
const passed = new Map();

describe("matrix", { concurrency: 2 }, () => {
  for (const { name, see } of cells) {
    for (const entry of entries) {
      test(`${name}: ${entry}`, async () => {
        assert.deepEqual(await see(entry, { api: sandbox.url, page }), expected);
        passed.set(`${name} ${entry}`, "✓");
      });
    }
  }
});

test("docs/runtimes.md is what the tests have seen", () => {
  const rows = cells.map(({ name }) => [name, ...entries.map((entry) => passed.get(`${name} ${entry}`) ?? "✗")]);
  assertDocumented([["", ...entries.map((entry) => `\`${entry}\``)], ...rows]);
});
