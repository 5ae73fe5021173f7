// @ts-check
// The page as `cargo xtask demo` serves it: a relay beside it has the key, and the page has none.

import assert from "node:assert/strict";
import { request } from "node:http";
import { test } from "node:test";
import { chromium } from "playwright-core";
import { create, env, GOOD, remove } from "../sandbox.mjs";

const KEY = "sandbox-key";

test("the page shows the trunks of the sandbox, by its own server only, and neither sends nor keeps a key", async (context) => {
  const browser = await chromium.launch({ executablePath: env("CHROME"), args: ["--no-sandbox"] });
  context.after(() => browser.close());
  const label = `Relay ${process.pid}`;
  const { id } = await create({ ...GOOD, label });
  context.after(() => remove(id));

  const page = await browser.newPage();
  /** @type {string[]} */
  const sent = [];
  page.on("request", (request) => {
    sent.push(`${request.url()} ${JSON.stringify(request.headers())} ${request.postData() ?? ""}`);
  });
  const url = env("WAVIX_DEMO_URL");
  const listed = page.waitForResponse((response) => response.url().includes("/api/wavix/v1/trunks"));
  await page.goto(url);
  assert.equal((await listed).status(), 200);
  // Asked for once more: the browser does not keep what the page has read.
  const trunks = await page.evaluate(() => fetch("/api/wavix/v1/trunks").then((answer) => answer.json()));
  assert.ok(trunks.sip_trunks.every((/** @type {object} */ trunk) => !("access_token" in trunk)));
  await page.getByText("Miami dispatch").first().waitFor();

  for (const request of sent) {
    assert.ok(request.startsWith(new URL(url).origin) || /^(?:data|blob):/.test(request), request);
    assert.ok(!request.includes(KEY) && !request.includes("authorization"), request);
  }
  const kept = await page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }));
  assert.ok(!kept.includes(KEY), kept);
});

test("a site that gives its own name this address gets nothing", async () => {
  const { port } = new URL(env("WAVIX_DEMO_URL"));
  const headers = { host: `evil.example:${port}`, origin: `http://evil.example:${port}` };
  const status = await new Promise((resolve, reject) => {
    const path = "/api/wavix/v1/trunks";
    request({ host: "127.0.0.1", port, path, headers }, (answer) => resolve(answer.resume().statusCode))
      .once("error", reject)
      .end();
  });
  // Vite refuses the name before the relay does.
  assert.ok(status === 403 || status === 401, String(status));
});
