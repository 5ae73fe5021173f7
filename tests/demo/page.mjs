// @ts-check
// The page in a browser of its own for each test, which must stay silent, and what people do on it.

import assert from "node:assert/strict";
import { after } from "node:test";
import { chromium } from "playwright-core";
import { env, labelled, remove } from "./sandbox.mjs";

/**
 * @typedef {import("playwright-core").Page} Page
 * @typedef {import("playwright-core").Locator} Locator
 */

const URL = env("WAVIX_DEMO_URL");

/** What a browser itself says about an answer that is no success, or about a script that does not arrive. */
const REFUSED = /^Failed to load resource|dynamically imported module|Unable to preload CSS/;

/** What Playwright says about the service worker that it keeps away. */
const BLOCKED = "Service Worker registration blocked by Playwright";

/** @type {Promise<import("playwright-core").Browser> | undefined} */
let browser;
after(async () => (await browser)?.close());

function launch() {
  browser ??= chromium.launch({
    executablePath: env("CHROME"),
    // --no-sandbox: in containers everything runs as root, for whom Chromium has no sandbox.
    args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
  });
  return browser;
}

/** Milliseconds to wait for what should appear at once, on a machine that does other things as well. */
const PATIENCE = Number(process.env.WAVIX_PATIENCE ?? 30_000);

let count = 0;

/**
 * A test on a fresh page. It gets a label that no other test uses; trunks whose labels begin with it are gone
 * afterwards. An error or a warning in the console fails the test.
 *
 * @param {(page: Page, label: string) => Promise<void>} test
 * @param {import("playwright-core").BrowserContextOptions & { refusals?: boolean }} [options] `refusals`: the API will
 *   refuse something, or not answer
 */
export function onPage(test, { refusals = false, ...options } = {}) {
  return async () => {
    const label = `Test ${process.pid}.${++count}`;
    // A service worker would keep requests from `page.route`; offline.test.mjs tries it.
    const context = await (await launch()).newContext({ serviceWorkers: "block", ...options });
    try {
      context.setDefaultTimeout(PATIENCE);
      const page = await context.newPage();
      const said = listen(page);
      await page.goto(URL);
      await test(page, label);
      assert.deepEqual(refusals ? said.filter((line) => !REFUSED.test(line)) : said, []);
    } finally {
      await context.close();
      for (const { id } of await labelled(label)) await remove(id);
    }
  };
}

/** @param {Page} page */
function listen(page) {
  /** @type {string[]} */
  const said = [];
  page.on("console", (message) => {
    const text = message.text();
    if (["error", "warning"].includes(message.type()) && text !== BLOCKED) said.push(text);
  });
  page.on("pageerror", (error) => said.push(String(error)));
  return said;
}

/**
 * @param {Page | Locator} where
 * @param {string} name
 */
export const button = (where, name) => where.getByRole("button", { name, exact: true });

/**
 * A field, also one that is read out as a switch.
 *
 * @param {Page} page
 * @param {string} label
 */
export const field = (page, label) => page.getByLabel(label, { exact: true });

/**
 * What stands at a field and is read out with it.
 *
 * @param {Page} page
 * @param {string} label
 * @param {string} words
 */
export async function atField(page, label, words) {
  const ids = (await field(page, label).getAttribute("aria-describedby")) ?? "";
  const places = ids.split(" ").map((id) => `#${id}`);
  return page.locator(places.join(",")).getByText(words);
}

/**
 * Waits until the field is wrong and says why.
 *
 * @param {Page} page
 * @param {string} label
 * @param {string} words
 */
export async function saysError(page, label, words) {
  await page.locator("[aria-invalid=true]").and(field(page, label)).waitFor();
  await (await atField(page, label, words)).waitFor();
}

/**
 * Waits until the field is not wrong.
 *
 * @param {Page} page
 * @param {string} label
 */
export const isRight = (page, label) => page.locator("[aria-invalid=false]").and(field(page, label)).waitFor();

/** @param {Page} page */
export const newTrunk = (page) => page.getByRole("link", { name: "New trunk", exact: true });

/**
 * Goes to a view by its link.
 *
 * @param {Page} page
 * @param {"Trunks" | "Connect your PBX" | "Import" | "Usage" | "Settings"} view
 */
export async function goTo(page, view) {
  await page.getByRole("navigation").getByRole("link", { name: view, exact: true }).click();
  await page.getByRole("heading", { name: view, level: 1 }).waitFor();
}

/**
 * The label of a trunk in the list, which leads to its form.
 *
 * @param {Page} page
 * @param {string} label
 */
export const trunkLink = (page, label) => page.getByRole("link", { name: label, exact: true });

/**
 * The first list stands: no answer to that request comes any more, whatever happens to a trunk from now on.
 *
 * @param {Page} page
 */
export const listed = (page) => page.getByRole("rowheader").first().waitFor();

/**
 * The row of a trunk in the list.
 *
 * @param {Page} page
 * @param {string} label
 */
export const row = (page, label) =>
  page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: label, exact: true }) });

/**
 * Waits until one of the numbers that sum up is that.
 *
 * @param {Page} page
 * @param {string} name
 * @param {number} count
 */
export const saysCount = (page, name, count) =>
  page
    .locator(".counts > div")
    .filter({ has: page.getByRole("term").getByText(name, { exact: true }) })
    .getByText(count.toLocaleString("en-US"), { exact: true })
    .waitFor();

/**
 * Waits until the focus is there.
 *
 * @param {Locator} locator
 */
export const hasFocus = (locator) => locator.and(locator.page().locator(":focus")).waitFor();

/** Holds an answer back until a test has looked at the page without it. */
export function gate() {
  let open = () => {};
  /** @type {Promise<void>} */
  const opened = new Promise((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
}

/**
 * Shows the trunks of another sandbox on this machine.
 *
 * @param {Page} page
 * @param {string} address
 */
export async function lookAt(page, address) {
  await page.evaluate((address) => {
    sessionStorage.setItem("wavix-trunks.connection", JSON.stringify({ address, key: "sandbox-key" }));
  }, address);
  await page.reload();
}
