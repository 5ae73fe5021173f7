// @ts-check
// What the first look at the page costs: its weight as a host sends it, and Chromium's own measures of how it loads.
// The weight and what moves are judged; times are told only, since machines differ.
//
// The weight is that of every file, the wasm among them, which the page fetches from its own host until the list stands and
// the network is silent, with nothing pressed and nothing cached. Not in it: what the service worker keeps for offline, once
// the page is there. The account has few trunks: a list of more than 60 fetches the drawing of rows in sight as well.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { brotliCompressSync, constants } from "node:zlib";
import { lookAt, onPage } from "./page.mjs";
import { startSandbox } from "./sandbox.mjs";

const BUDGET = JSON.parse(readFileSync(new URL("../../www-example/budget.json", import.meta.url), "utf8"));

/** @param {Buffer} bytes */
const brotli = (bytes) =>
  brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  }).length;

test("the first load keeps to its budget, and nothing moves while it appears", async (t) => {
  // Of its own: other tests create trunks meanwhile.
  const sandbox = await startSandbox(12);
  t.after(sandbox.end);
  await onPage(async (page) => {
    await lookAt(page, sandbox.url);
    const address = page.url();
    // What is still under way to the page before is none of its first load.
    await page.goto("about:blank");
    const session = await page.context().newCDPSession(page);
    await session.send("Performance.enable");
    await session.send("Network.setCacheDisabled", { cacheDisabled: true });
    // A telephone of the middle class, as Lighthouse has it.
    await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
    const home = new URL(address).origin;
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
    await page.goto(address);
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

/** Presses of the wheel on the way through a list, as far and as fast as somebody goes who looks for a trunk. */
const SCROLL = { yDistance: -40_000, speed: 8_000 };

/** What Chromium tells of frames, of layouts, and of scripts that ask for a layout in between. */
const TRACED = [
  "cc",
  "devtools.timeline",
  "disabled-by-default-devtools.timeline.frame",
  "disabled-by-default-devtools.timeline.stack",
];

test("10,000 trunks scroll with few rows drawn, and a frame is laid out once", async (t) => {
  const sandbox = await startSandbox(10_000);
  t.after(sandbox.end);
  await onPage(async (page) => {
    await lookAt(page, sandbox.url);
    await page.getByText("10,000 trunks", { exact: true }).waitFor();
    const list = await page.locator(".table-scroll").boundingBox();
    assert.ok(list);
    const session = await page.context().newCDPSession(page);
    /** @type {any[]} */
    const events = [];
    session.on("Tracing.dataCollected", ({ value }) => events.push(...value));
    await page.evaluate(() => {
      const seen = { rows: 0, longest: 0, long: 0, frames: 0 };
      Object.assign(window, { seen });
      const look = () => {
        seen.rows = Math.max(seen.rows, document.querySelectorAll("tbody tr").length);
        seen.frames += 1;
        requestAnimationFrame(look);
      };
      look();
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) {
          seen.long += 1;
          seen.longest = Math.max(seen.longest, duration);
        }
      }).observe({ type: "long-animation-frame" });
    });
    await session.send("Tracing.start", {
      transferMode: "ReportEvents",
      traceConfig: { includedCategories: TRACED },
    });
    const [x, y] = [list.x + list.width / 2, list.y + list.height / 2];
    await session.send("Input.synthesizeScrollGesture", { x, y, ...SCROLL, gestureSourceType: "mouse" });
    const complete = new Promise((resolve) => session.once("Tracing.tracingComplete", resolve));
    await session.send("Tracing.end");
    await complete;

    const seen = await page.evaluate(() => /** @type {any} */ (window).seen);
    const scrolled = await page.locator(".table-scroll").evaluate(({ scrollTop }) => scrollTop);
    const states = events.map(({ name, ph, args }) => name === "PipelineReporter" && ph === "b" && args.frame_reporter);
    const shown = (/** @type {string} */ state) => states.filter((frame) => frame?.state === state).length;
    const layouts = events.filter(({ name }) => name === "Layout");
    const forced = layouts.filter(({ args }) => args.beginData?.stackTrace).length;
    t.diagnostic(`${scrolled.toFixed(0)} px: ${shown("STATE_PRESENTED_ALL")} frames in time`);
    t.diagnostic(
      `${shown("STATE_PRESENTED_PARTIAL")} scrolled before their rows were drawn, ${shown("STATE_DROPPED")} dropped`,
    );
    t.diagnostic(`${seen.long} animation frames longer than 50 ms, the longest ${seen.longest.toFixed(0)} ms`);
    t.diagnostic(`${seen.rows} rows at most, ${layouts.length} layouts in ${seen.frames} frames, ${forced} forced`);
    assert.ok(scrolled > 30_000, `it scrolled ${scrolled} px only`);
    assert.ok(seen.rows < 80, `${seen.rows} rows are drawn`);
    assert.ok(layouts.length <= 2 * seen.frames, `${layouts.length} layouts in ${seen.frames} frames`);
  })();
});
