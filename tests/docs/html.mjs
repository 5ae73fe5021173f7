// @ts-check
// Pages of HTML on the pages: opened in Chromium, from a server that has them beside the package as installed.

import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { after } from "node:test";
import { chromium } from "playwright-core";
import { told } from "../packaging/project.mjs";
import { folderOf, PROJECT, written } from "./project.mjs";

/** @typedef {import("./pages.mjs").Block} Block */

const TYPES = /** @type {Record<string, string>} */ ({
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".wasm": "application/wasm",
});

/** @type {Promise<import("playwright-core").Browser> | undefined} */
let browser;
after(async () => (await browser)?.close());

/**
 * What the page writes to its console until it has loaded. An error, or a request to anywhere else, is thrown.
 *
 * @param {Block} block
 */
export async function runHtml(block) {
  const page = written(block, `line-${block.line}.html`);
  const server = createServer((request, response) => {
    const { pathname } = new URL(String(request.url), "http://localhost");
    const file = pathname === "/" ? page : [folderOf(block), PROJECT].map((at) => join(at, pathname)).find(existsSync);
    const type = TYPES[extname(file ?? "")];
    if (pathname === "/favicon.ico") return response.writeHead(204).end();
    if (!file || !type) return response.writeHead(404).end();
    response.writeHead(200, { "content-type": type }).end(readFileSync(file));
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  const origin = `http://127.0.0.1:${address.port}`;
  // --no-sandbox: in containers everything runs as root, for whom Chromium has no sandbox.
  browser ??= chromium.launch({ executablePath: told("CHROME"), args: ["--no-sandbox"] });
  const tab = await (await browser).newPage();
  /** @type {string[]} */
  const said = [];
  /** @type {unknown[]} */
  const wrong = [];
  tab.on("console", (message) => (message.type() === "error" ? wrong : said).push(message.text()));
  tab.on("pageerror", (error) => wrong.push(error));
  tab.on("request", (request) => {
    if (!request.url().startsWith(origin)) wrong.push(`a request to ${request.url()}`);
  });
  try {
    await tab.goto(origin, { waitUntil: "networkidle" });
    if (wrong.length > 0) throw new AggregateError(wrong, wrong.join("\n"));
    return said.map((line) => `${line}\n`).join("");
  } finally {
    await tab.close();
    server.close();
  }
}
