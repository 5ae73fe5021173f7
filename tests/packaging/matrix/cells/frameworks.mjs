// @ts-check
// What runs the program inside something larger: test runners and Next.js.

import { mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { bin, entries, project, quick, run, slow, version, withApi } from "../cell.mjs";

/**
 * @typedef {import("../cell.mjs").Cell} Cell
 * @typedef {import("../cell.mjs").Entry} Entry
 * @typedef {import("../cell.mjs").Place} Place
 */

const seenIn = (/** @type {string} */ folder) => JSON.parse(readFileSync(join(folder, "seen.json"), "utf8"));

/**
 * @param {string} title
 * @param {string} environment
 * @returns {Cell}
 */
const jest = (title, environment) => ({
  name: `Jest, ${title}`,
  version: () => version("jest", slow),
  slow: true,
  async see(entry, { api }) {
    const { folder, names, ready, toured, write } = project(entry, slow);
    // Jest's scripts are not modules, nor may they import one.
    const tour = readFileSync(join(folder, "tour.mjs"), "utf8");
    write("tour.js", tour.replace("export async function tour", "exports.tour = async function tour"));
    write(
      "program.test.js",
      `const { ${names} } = require("${entry}");
const { tour } = require("./tour.js");
test("a tour", async () => {
  const baseUrl = "${api}";
  ${ready}
  require("node:fs").writeFileSync("seen.json", JSON.stringify(await ${toured}));
});\n`,
    );
    await run(folder, bin("jest", slow), `--env=${environment}`);
    return seenIn(folder);
  },
});

/** @type {Cell} */
const vitest = {
  name: "Vitest",
  version: () => version("vitest"),
  async see(entry, { api }) {
    const { folder, write } = project(entry, quick);
    write(
      "program.test.mjs",
      `import { writeFileSync } from "node:fs";
import { test } from "vitest";
import { use } from "./use.mjs";
test("a tour", async () => writeFileSync("seen.json", JSON.stringify(await use("${api}"))));\n`,
    );
    await run(folder, bin("vitest"), "run");
    return seenIn(folder);
  },
};

/** Files of a Next.js app, for one entry, under a path of its own. */
const app = (/** @type {ReturnType<typeof project>} */ { names, ready, toured }, /** @type {Entry} */ entry) => ({
  "page.jsx": `import { ${names} } from "${entry}";
import { tour } from "../../tour.mjs";
export const dynamic = "force-dynamic";
export default async function Page() {
  const baseUrl = process.env.WAVIX_BASE_URL;
  ${ready}
  return <pre>{JSON.stringify(await ${toured})}</pre>;
}\n`,
  "api/route.js": `import { ${names} } from "${entry}";
import { tour } from "../../../tour.mjs";
export const dynamic = "force-dynamic";
export async function GET() {
  const baseUrl = process.env.WAVIX_BASE_URL;
  ${ready}
  return Response.json(await ${toured});
}\n`,
  "client/page.jsx": `"use client";
import { useEffect } from "react";
import { ${names} } from "${entry}";
import { tour } from "../../../tour.mjs";
async function use(baseUrl) {
  ${ready}
  return ${toured};
}
export default function Page() {
  useEffect(() => {
    const show = (seen) => { globalThis.seen = seen; };
    use(new URLSearchParams(location.search).get("api")).then(show, (error) => show(String(error)));
  }, []);
  return <p>{${ready ? "null" : "String(validateTrunk({}).ok)"}}</p>;
}\n`,
});

const LAYOUT = `export default function Layout({ children }) {
  return <html lang="en"><body>{children}</body></html>;
}\n`;

const path = (/** @type {Entry} */ entry) => (entry.endsWith("slim") ? "slim" : "default");

/** @type {Promise<string> | undefined} */
let site;

/**
 * The address of the app, built once: it has the pages of every entry.
 *
 * @param {Place} place
 */
function built(place) {
  const next = join(slow, "node_modules/next/dist/bin/next");
  const make = async () => {
    const { folder, write } = project("wavix-trunks", slow);
    for (const entry of entries) {
      const of = project(entry);
      for (const [name, text] of Object.entries(app(of, entry))) {
        mkdirSync(dirname(join(folder, "app", path(entry), name)), { recursive: true });
        write(join("app", path(entry), name), text);
      }
    }
    write("app/layout.jsx", LAYOUT);
    // As create-next-app makes it; without one that of a folder around would count, and its paths.
    write("jsconfig.json", "{}");
    // It would tell its makers of the build.
    process.env.NEXT_TELEMETRY_DISABLED = "1";
    await run(folder, process.execPath, next, "build");
    return place.server(folder, process.execPath, next, "start", "--hostname", "127.0.0.1", "--port", "0");
  };
  site ??= make();
  return site;
}

/**
 * @param {string} title
 * @param {(address: string, place: Place) => Promise<unknown>} look
 * @returns {Cell}
 */
const next = (title, look) => ({
  name: `Next.js, ${title}`,
  version: () => version("next", slow),
  slow: true,
  see: async (entry, place) => look(`${await built(place)}/${path(entry)}`, place),
});

/** @type {Cell[]} */
export const frameworks = [
  vitest,
  jest("Node", "node"),
  // jsdom has no fetch and Jest takes Node's away: this environment is jsdom with it.
  jest("jsdom with fetch", "jest-fixed-jsdom"),
  next("server component", async (address) => {
    const html = await (await fetch(address)).text();
    const text = html.match(/<pre>(.*?)<\/pre>/s)?.[1] ?? html;
    return JSON.parse(text.replaceAll("&quot;", '"'));
  }),
  next("route handler", async (address) => (await fetch(`${address}/api`)).json()),
  next("client component", (address, place) => place.browsers.chromium.seen(withApi(`${address}/client`, place))),
];
