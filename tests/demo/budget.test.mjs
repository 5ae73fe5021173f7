// @ts-check
// What the first look at the page costs: its weight as a host sends it, and Chromium's own measures of how it loads.
// The weight and what moves are judged; times are told only, since machines differ.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { brotliCompressSync, constants } from "node:zlib";
import { onPage } from "./page.mjs";

const BUDGET = JSON.parse(readFileSync(new URL("../../www-example/budget.json", import.meta.url), "utf8"));

/** @param {Buffer} bytes */
const brotli = (bytes) =>
  brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  }).length;

test("the first load keeps to its budget, and nothing moves while it appears", async (t) => {
  await onPage(async (page) => {
    const session = await page.context().newCDPSession(page);
    await session.send("Performance.enable");
    await session.send("Network.setCacheDisabled", { cacheDisabled: true });
    // A telephone of the middle class, as Lighthouse has it.
    await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
    const home = new URL(page.url()).origin;
    /** @type {Promise<[path: string, raw: number, sent: number]>[]} */
    const files = [];
    page.on("response", (response) => {
      const { origin, pathname } = new URL(response.url());
      if (origin === home) files.push(response.body().then((body) => [pathname, body.length, brotli(body)]));
    });
    await page.addInitScript(() => {
      const seen = { lcp: 0, cls: 0, tbt: 0 };
      Object.assign(window, { seen });
      const watch = (/** @type {string} */ type, /** @type {(entry: any) => void} */ note) =>
        new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
      watch("largest-contentful-paint", ({ startTime }) => {
        seen.lcp = startTime;
      });
      watch("layout-shift", ({ value, hadRecentInput }) => {
        if (!hadRecentInput) seen.cls += value;
      });
      watch("longtask", ({ duration }) => {
        seen.tbt += Math.max(0, duration - 50);
      });
    });
    await page.reload();
    await page.getByRole("rowheader").first().waitFor();
    await page.waitForLoadState("networkidle");

    // A preload and its use are one download.
    const weights = new Map((await Promise.all(files)).map((file) => [file[0], file]));
    let total = 0;
    for (const [path, raw, sent] of weights.values()) {
      total += sent;
      t.diagnostic(`${path}: ${raw} bytes, ${sent} as brotli`);
    }
    const seen = await page.evaluate(() => /** @type {any} */ (window).seen);
    const { metrics } = await session.send("Performance.getMetrics");
    const script = metrics.find(({ name }) => name === "ScriptDuration")?.value ?? 0;
    t.diagnostic(`first load: ${total} bytes as brotli, budget ${BUDGET.brotli}`);
    t.diagnostic(
      `LCP ${seen.lcp.toFixed(0)} ms, CLS ${seen.cls.toFixed(3)}, TBT ${seen.tbt.toFixed(0)} ms, CPU 4 times slower`,
    );
    t.diagnostic(`script ${(1000 * script).toFixed(0)} ms`);
    assert.ok(total <= BUDGET.brotli, `${total} bytes are more than ${BUDGET.brotli}`);
    assert.ok(seen.cls <= BUDGET.cls, `what moves is ${seen.cls}, more than ${BUDGET.cls}`);
  })();
});
