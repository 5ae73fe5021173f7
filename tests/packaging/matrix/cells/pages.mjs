// @ts-check
// Pages without a bundler and workers, in every browser.

import { copyFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { bin, project, run, withApi, workshop } from "../cell.mjs";

/**
 * @typedef {import("../cell.mjs").Cell} Cell
 * @typedef {import("../cell.mjs").Entry} Entry
 * @typedef {import("../cell.mjs").Place} Place
 */

/**
 * A module alone, named by an import map.
 *
 * @param {Entry} entry
 */
function plain(entry) {
  const { folder, slim } = project(entry);
  const map = { imports: { [entry]: `./node_modules/wavix-trunks/${slim ? "slim.js" : "browser.js"}` } };
  const script = '<script type="module" src="./page.mjs"></script>';
  const html = `<!doctype html><script type="importmap">${JSON.stringify(map)}</script>${script}\n`;
  writeFileSync(join(folder, "index.html"), html);
  return folder;
}

const WEB_WORKER = {
  // Workers have no import maps, so a bundler finds the package.
  worker: `import { use } from "./use.mjs";
addEventListener("message", ({ data: api }) => use(api).then(postMessage, (error) => postMessage(String(error))));\n`,
  page: `const worker = new Worker("./worker.js", { type: "module" });
worker.addEventListener("message", ({ data }) => { globalThis.seen = data; });
worker.postMessage(new URLSearchParams(location.search).get("api"));\n`,
};

const SERVICE_WORKER = {
  worker: `import { use } from "./use.mjs";
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
addEventListener("fetch", (event) => {
  const { pathname, searchParams } = new URL(event.request.url);
  if (pathname !== "/seen") return;
  const seen = use(searchParams.get("api")).catch(String);
  event.respondWith(seen.then((seen) => new Response(JSON.stringify(seen))));
});\n`,
  page: `const controlled = new Promise((resolve) => navigator.serviceWorker.addEventListener("controllerchange", resolve));
navigator.serviceWorker.register("./worker.js", { type: "module" })
  .then(() => controlled)
  .then(() => fetch("/seen" + location.search))
  .then((response) => response.json())
  .then((seen) => { globalThis.seen = seen; }, (error) => { globalThis.seen = String(error); });\n`,
};

/**
 * The program in a worker.
 *
 * @param {Entry} entry
 * @param {typeof WEB_WORKER} sources
 */
async function worker(entry, sources) {
  const { folder, home, write } = project(entry);
  write("worker.mjs", sources.worker);
  write("page.js", sources.page);
  await run(folder, bin("esbuild", workshop), "worker.mjs", "--bundle", "--format=esm", "--outfile=worker.js");
  copyFileSync(join(home, "wavix_trunks_bg.wasm"), join(folder, "wavix_trunks_bg.wasm"));
  return folder;
}

/**
 * @param {string} title
 * @param {keyof Place["browsers"]} browser
 * @returns {Cell[]}
 */
const inBrowser = (title, browser) => {
  const about = { version: (/** @type {Place} */ place) => place.browsers[browser].version() };
  const slow = browser === "chromium" ? {} : { slow: true };
  /** @type {(make: (entry: Entry) => string | Promise<string>) => Cell["see"]} */
  const see = (make) => async (entry, place) =>
    place.browsers[browser].seen(withApi(`${await place.files(await make(entry))}/index.html`, place));
  return [
    { name: `No bundler → ${title}`, ...about, ...slow, see: see(plain) },
    { name: `Web worker → ${title}`, ...about, ...slow, see: see((entry) => worker(entry, WEB_WORKER)) },
    { name: `Service worker → ${title}`, ...about, ...slow, see: see((entry) => worker(entry, SERVICE_WORKER)) },
  ];
};

/** @type {Cell[]} */
export const pages = [
  ...inBrowser("Chromium", "chromium"),
  ...inBrowser("Firefox", "firefox"),
  ...inBrowser("WebKitGTK", "webkit"),
  {
    name: "file:// → Chromium",
    version: ({ browsers }) => browsers.chromium.version(),
    without: "browsers fetch nothing over file://",
    async see(entry, place) {
      const { folder, write } = project(entry);
      // Not as a module, which browsers do not load over file:// either.
      await run(folder, bin("esbuild", workshop), "page.mjs", "--bundle", "--outfile=page.js");
      write("index.html", '<!doctype html><script src="./page.js"></script>\n');
      return place.browsers.chromium.seen(withApi(pathToFileURL(join(folder, "index.html")).href, place));
    },
  },
];
