// @ts-check
// Where WebAssembly is forbidden or missing: every browser has its own words for it, in a page and in a worker, and all
// become one sentence that says what to do.

import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { install } from "../project.mjs";
import { browsers, close } from "./browsers.mjs";
import { files, stop } from "./servers.mjs";

after(async () => {
  await close();
  await stop();
});

const all = Boolean(process.env.WAVIX_ALL);
const home = "./node_modules/wavix-trunks";
const programs = {
  "wavix-trunks": `import("${home}/browser.js").then(({ validateTrunk }) => validateTrunk({}).ok)`,
  "wavix-trunks/slim": `import("${home}/slim.js").then(({ init, validateTrunk }) => init().then(() => validateTrunk({}).ok))`,
};

/** Where the program runs. What it comes to is shown as text, also when it comes to nothing. */
const places = /** @type {Record<string, (program: string) => Record<string, string>>} */ ({
  page: (program) => ({
    "page.js": `const show = (what) => { globalThis.seen = String(what); };\n${program}.then(show, show);\n`,
  }),
  worker: (program) => ({
    "page.js": `const worker = new Worker("./worker.js", { type: "module" });
worker.addEventListener("message", ({ data }) => { globalThis.seen = data; });\n`,
    "worker.js": `const show = (what) => postMessage(String(what));\n${program}.then(show, show);\n`,
  }),
});

const policy = (/** @type {string} */ sources) => ({
  "content-security-policy": `default-src 'none'; connect-src 'self'; worker-src 'self'; script-src 'self' ${sources}`,
});
const circumstances = {
  "is allowed": { headers: policy("'wasm-unsafe-eval'"), before: "", shown: /^false$/ },
  "is forbidden": {
    headers: policy(""),
    before: "",
    shown: /^ConfigurationError: .*add 'wasm-unsafe-eval' to its script-src/,
  },
  "is missing": {
    headers: {},
    before: "delete globalThis.WebAssembly;\n",
    shown: /^ConfigurationError: wavix-trunks needs WebAssembly, which is missing/,
  },
};

for (const [title, browser] of Object.entries(browsers)) {
  const skip = title !== "chromium" && !all && "only in `cargo xtask test --all`";
  describe(`WebAssembly in ${title}`, { skip }, () => {
    for (const [what, { headers, before, shown }] of Object.entries(circumstances)) {
      for (const [where, sources] of Object.entries(places)) {
        for (const [entry, program] of Object.entries(programs)) {
          test(`${what} in a ${where}: ${entry}`, async () => {
            const { folder } = install();
            writeFileSync(
              join(folder, "index.html"),
              '<!doctype html><script type="module" src="./page.js"></script>\n',
            );
            for (const [name, text] of Object.entries(sources(`${before}${program}`))) {
              writeFileSync(join(folder, name), text);
            }
            assert.match(String(await browser.seen(`${await files(folder, headers)}/index.html`)), shown);
          });
        }
      }
    }
  });
}
