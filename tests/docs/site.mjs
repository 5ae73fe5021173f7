// @ts-check
// The site as `cargo xtask docs` built it, on a server that has it under a path, as project pages are.

import { once } from "node:events";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { told } from "../packaging/project.mjs";

const SITE = told("WAVIX_SITE");
const BASE = told("WAVIX_SITE_BASE");

const TYPES = /** @type {Record<string, string>} */ ({
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
});

/**
 * The pages, by their path in the site.
 *
 * @param {string} folder
 * @returns {string[]}
 */
export function pages(folder = "") {
  return readdirSync(join(SITE, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder ? `${folder}/${entry.name}` : entry.name;
    return entry.isDirectory() ? pages(path) : path.endsWith(".html") ? [path] : [];
  });
}

/** @param {string} page */
export const htmlOf = (page) => readFileSync(join(SITE, page), "utf8");

/**
 * The file of the site that an address leads to, if there is one.
 *
 * @param {string} path
 */
export function fileAt(path) {
  if (!path.startsWith(BASE)) return undefined;
  const file = decodeURI(path.slice(BASE.length)) || "index.html";
  const whole = file.endsWith("/") ? `${file}index.html` : file;
  return existsSync(join(SITE, whole)) ? whole : undefined;
}

/** Serves the site, and nothing beside its path. */
export async function serve() {
  const server = createServer((request, response) => {
    const file = fileAt(new URL(String(request.url), "http://localhost").pathname);
    const type = TYPES[extname(file ?? "")];
    if (!file || !type) return response.writeHead(404).end();
    response.writeHead(200, { "content-type": type }).end(readFileSync(join(SITE, file)));
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  const origin = `http://127.0.0.1:${address.port}`;
  return { origin, url: origin + BASE, stop: () => server.close() };
}
