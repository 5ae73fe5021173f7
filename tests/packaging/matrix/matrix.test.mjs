// @ts-check
// The same program in every runtime and out of every tool, by each entry, against one sandbox: all see the same.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { startSandbox } from "../sandbox.mjs";
import { browsers, close } from "./browsers.mjs";
import { entries } from "./cell.mjs";
import { cells } from "./cells/index.mjs";
import { files, server, stop } from "./servers.mjs";
import { assertDocumented } from "./table.mjs";

const expected = JSON.parse(readFileSync(join(import.meta.dirname, "expected.json"), "utf8"));
const all = Boolean(process.env.WAVIX_ALL);

/** @type {Awaited<ReturnType<typeof startSandbox>>} */
let sandbox;
before(async () => {
  sandbox = await startSandbox();
});
after(async () => {
  // The browsers first: their drivers are among the servers.
  await close();
  await Promise.all([stop(), sandbox?.stop()]);
});

/** @type {import("./cell.mjs").Place} */
const place = {
  get api() {
    return sandbox.url;
  },
  browsers,
  files,
  server: (folder, program, ...options) =>
    server(program, options, { cwd: folder, env: { WAVIX_BASE_URL: sandbox.url } }),
};

/** @type {Map<string, string>} what was seen of a cell, by its name and the entry or `version` */
const seen = new Map();

describe("matrix", { concurrency: 2 }, () => {
  for (const { name, slow, version, without, see } of cells) {
    const skip = slow && !all && "only in `cargo xtask test --all`";
    for (const entry of entries) {
      if (without && entry.endsWith("slim")) {
        seen.set(`${name} ${entry}`, `— (${without})`);
        continue;
      }
      test(`${name}: ${entry}`, { skip }, async () => {
        seen.set(`${name} version`, await version(place));
        assert.deepEqual(await see(entry, place), expected);
        seen.set(`${name} ${entry}`, "✓");
      });
    }
  }
});

test("docs/runtimes.md is what the tests have seen", () => {
  assertDocumented(
    ["", "tried with", ...entries.map((entry) => `\`${entry}\``)],
    cells.map(({ name, slow }) => ({
      name: slow ? `${name} ◦` : name,
      tried: all || !slow,
      version: seen.get(`${name} version`) ?? "",
      marks: entries.map((entry) => seen.get(`${name} ${entry}`) ?? "✗"),
    })),
  );
});
