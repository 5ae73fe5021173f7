// @ts-check
// The site in a browser: every link leads somewhere, nothing comes from elsewhere, and everybody can read it.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";
import { told } from "../packaging/project.mjs";
import { fileAt, htmlOf, pages, serve } from "./site.mjs";

const BASE = told("WAVIX_SITE_BASE");
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** One page of each kind that the site has. */
const KINDS = [
  "index.html",
  "guide/forms.html",
  "client.html",
  "faults.html",
  "runtimes.html",
  "reference/index.html",
  "reference/wavix-trunks/classes/TrunkClient.html",
  "reference/wavix-trunks/interfaces/Trunk.html",
];

/** @type {Awaited<ReturnType<typeof serve>>} */
let site;
/** @type {import("playwright-core").Browser} */
let browser;
before(async () => {
  site = await serve();
  // --no-sandbox: in containers everything runs as root, for whom Chromium has no sandbox.
  browser = await chromium.launch({ executablePath: told("CHROME"), args: ["--no-sandbox", "--disable-gpu"] });
});
after(async () => {
  site?.stop();
  await browser?.close();
});

test("every link of the site leads to a page, and to a place on it that is there", () => {
  const dead = pages().flatMap((page) => {
    const links = [...htmlOf(page).matchAll(/\shref="([^"]*)"/g)].map(([, link = ""]) => link.replaceAll("&amp;", "&"));
    return links.filter((link) => !leadsSomewhere(link, page)).map((link) => `${page}: ${link}`);
  });
  assert.deepEqual(dead, []);
});

/**
 * @param {string} link
 * @param {string} page
 */
function leadsSomewhere(link, page) {
  const url = new URL(link, `http://site${BASE}${page}`);
  if (url.host !== "site") return ["https:", "data:"].includes(url.protocol);
  const file = fileAt(url.pathname);
  if (!file || !url.hash) return file !== undefined;
  return htmlOf(file).includes(`id="${decodeURIComponent(url.hash.slice(1))}"`);
}

for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
  for (const width of [360, 1280]) {
    test(`in the ${colorScheme} theme, ${width} pixels wide, everybody can read it, and nothing comes from elsewhere`, async () => {
      const context = await browser.newContext({
        colorScheme,
        viewport: { width, height: 800 },
        reducedMotion: "reduce",
      });
      const tab = await context.newPage();
      /** @type {string[]} */
      const wrong = [];
      tab.on("console", (message) => {
        if (["error", "warning"].includes(message.type())) wrong.push(message.text());
      });
      tab.on("pageerror", (error) => wrong.push(String(error)));
      tab.on("request", (request) => {
        if (!request.url().startsWith(site.url)) wrong.push(`a request to ${request.url()}`);
      });
      for (const page of KINDS) {
        await tab.goto(site.url + page, { waitUntil: "networkidle" });
        const wide = await tab.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        if (wide > 0) wrong.push(`${page} is ${wide} pixels too wide`);
        await tab.addScriptTag({ content: AXE });
        /** @type {import("axe-core").AxeResults} */
        const { violations } = await tab.evaluate(() => Reflect.get(window, "axe").run());
        for (const { id, nodes } of violations) {
          wrong.push(`${page}: ${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join("\n  ")}`);
        }
      }
      await context.close();
      assert.deepEqual(wrong, []);
    });
  }
}

test("the search finds a page by a word on it, without a server", async () => {
  const tab = await browser.newPage();
  await tab.goto(site.url, { waitUntil: "networkidle" });
  await tab.getByRole("button", { name: "Search" }).first().click();
  await tab.getByRole("searchbox").fill("reconcile");
  await tab.locator(".VPLocalSearchBox .result").first().click();
  await tab.waitForURL((url) => url.pathname !== BASE);
  assert.match(await tab.locator("main").innerText(), /reconcile/);
  await tab.close();
});
