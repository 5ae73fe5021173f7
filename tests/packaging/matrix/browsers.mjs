// @ts-check
// The browsers that pages are looked at with, each started when the first page asks.

import { chromium as playwright } from "playwright-core";
import { told } from "../project.mjs";
import { nowhere } from "../server.mjs";
import { server } from "./servers.mjs";

/** @typedef {import("./cell.mjs").Browser} Browser */

/** @type {(() => Promise<unknown>)[]} */
const open = [];

/**
 * @template Made
 * @param {() => Promise<Made>} make
 * @returns {() => Promise<Made>}
 */
function once(make) {
  /** @type {Promise<Made> | undefined} */
  let made;
  return () => {
    made ??= make();
    return made;
  };
}

const launched = once(async () => {
  const browser = await playwright.launch({ executablePath: told("CHROME"), args: ["--no-sandbox"] });
  open.push(() => browser.close());
  return browser;
});

/** @type {Browser} */
const chromium = {
  version: async () => (await launched()).version(),
  async seen(url) {
    const tab = await (await launched()).newPage();
    const broken = new Promise((_, reject) => tab.on("pageerror", reject));
    await tab.goto(url);
    const seen = tab.waitForFunction(() => Reflect.get(globalThis, "seen"));
    return (await Promise.race([seen, broken])).jsonValue();
  },
};

/** In the page: waits until it says what it saw. */
const WAIT = `const done = arguments[0];
const look = () => globalThis.seen === undefined ? setTimeout(look, 20) : done(globalThis.seen);
look();`;

/**
 * A browser by WebDriver, of which four calls are needed. One page at a time: there is one window.
 *
 * @param {() => Promise<string>} start the driver, which gives its address
 * @param {Record<string, unknown>} wanted the capabilities of the browser
 * @returns {Browser}
 */
function driven(start, wanted) {
  const session = once(async () => {
    const driver = await start();
    const call = async (/** @type {string} */ method, /** @type {string} */ path, /** @type {object} */ body) => {
      const headers = { "content-type": "application/json" };
      const response = await fetch(`${driver}/${path}`, { method, headers, body: JSON.stringify(body) });
      const { value } = await response.json();
      if (!response.ok) throw new Error(`${method} ${path}: ${value.error}: ${value.message}`);
      return value;
    };
    const { sessionId, capabilities } = await call("POST", "session", { capabilities: { alwaysMatch: wanted } });
    open.push(() => call("DELETE", `session/${sessionId}`, {}));
    return {
      version: String(capabilities.browserVersion),
      post: (/** @type {string} */ path, /** @type {object} */ body) =>
        call("POST", `session/${sessionId}/${path}`, body),
    };
  });
  /** @type {Promise<unknown>} */
  let turn = Promise.resolve();
  const seen = async (/** @type {string} */ url) => {
    const { post } = await session();
    await post("url", { url });
    return await post("execute/async", { script: WAIT, args: [] });
  };
  return {
    version: async () => (await session()).version,
    seen(url) {
      turn = turn.then(
        () => seen(url),
        () => seen(url),
      );
      return turn;
    },
  };
}

const firefox = driven(
  async () => {
    const says = /127\.0\.0\.1:\d+/;
    return `http://${await server(told("GECKODRIVER"), ["--port", "0"], { says })}`;
  },
  { browserName: "firefox", "moz:firefoxOptions": { binary: process.env.FIREFOX, args: ["-headless"] } },
);

const webkit = driven(
  async () => {
    // It draws on a screen, of which there need be none.
    const display = await server("Xvfb", ["-displayfd", "1", "-nolisten", "tcp"], { says: /^\d+$/ });
    // It does not say which port it has taken, so it is told.
    const address = await nowhere();
    const { port } = new URL(address);
    // It says nothing at all, so the shell speaks, and the driver is asked until it answers.
    await server("sh", ["-c", `echo starting; exec "$0" --port=${port}`, told("WEBKIT_DRIVER")], {
      env: { DISPLAY: `:${display}` },
      says: /^starting$/,
    });
    while (!(await fetch(`${address}/status`).catch(() => undefined))?.ok);
    return address;
  },
  { browserName: "MiniBrowser" },
);

export const browsers = { chromium, firefox, webkit };

/** Closes those that were opened. */
export async function close() {
  await Promise.all(open.splice(0).map((end) => end()));
}
