// @ts-check
// Every block of code on every page is run, and prints what the block of text behind it says. One that is not run here
// says on its first line why, "```js not run: …", or which test does it, "```js run by tests/…".

import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import { describe, it, test } from "node:test";
import { runHtml } from "./html.mjs";
import { complaints, runJavaScript, runTypeScript } from "./javascript.mjs";
import { blocksOf, PAGES, ROOT } from "./pages.mjs";
import { written } from "./project.mjs";
import { assertDoctested } from "./rust.mjs";
import { runShell } from "./shell.mjs";

/** @typedef {import("./pages.mjs").Block} Block */

/**
 * What is done with a block of each kind; gives what it prints, where it can print something.
 *
 * @type {Record<string, (block: Block) => unknown>}
 */
const KINDS = {
  html: runHtml,
  js: runJavaScript,
  json(block) {
    JSON.parse(block.code);
    written(block, "data.json");
  },
  rust: assertDoctested,
  sh: runShell,
  ts: runTypeScript,
};

const blocks = PAGES.flatMap(blocksOf);
const examples = blocks.filter(({ reason, runner }) => reason === undefined && runner === undefined);

describe("examples", { concurrency: availableParallelism() }, () => {
  for (const page of PAGES) {
    const here = examples.filter((block) => block.page === page);
    if (here.length === 0) continue;
    // One after the other on a page, because one may write the file that the next one reads.
    it(page, async (context) => {
      for (const block of here) await context.test(`${block.place}: ${block.kind}`, () => assertRuns(block));
    });
  }
});

/** @param {Block} block */
async function assertRuns(block) {
  const run = KINDS[block.kind];
  assert.ok(run, `"${block.kind}" is no kind of code that is run here: say why not, by "not run: …" behind it`);
  const printed = await run(block);
  if (block.printed !== undefined) assert.equal(printed, block.printed);
}

test("a strict compiler finds nothing wrong with the TypeScript", () => {
  assert.equal(complaints(examples.filter(({ kind }) => kind === "ts")), "");
});

test("what another test runs is known to it", () => {
  for (const { page, place, runner } of blocks) {
    if (runner === undefined) continue;
    const folder = join(ROOT, dirname(runner));
    assert.ok(existsSync(join(ROOT, runner)), `${place}: there is no ${runner}`);
    const tests = readdirSync(folder).filter((name) => name.endsWith(".mjs"));
    const knows = tests.some((name) => readFileSync(join(folder, name), "utf8").includes(dirname(page)));
    assert.ok(knows, `${place}: nothing beside ${runner} knows of ${dirname(page)}`);
  }
});

test("what is not run says why", (context) => {
  for (const { place, kind, reason } of blocks) {
    if (reason !== undefined) context.diagnostic(`not run: ${place}, ${kind}: ${reason}`);
  }
});
