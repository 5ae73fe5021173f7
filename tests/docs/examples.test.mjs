// @ts-check
// Every block of code on every page is run, and prints what the block of text behind it says. One that is not run says
// why, on its first line: "```js not run: …".

import assert from "node:assert/strict";
import { availableParallelism } from "node:os";
import { describe, it, test } from "node:test";
import { runHtml } from "./html.mjs";
import { complaints, runJavaScript, runTypeScript } from "./javascript.mjs";
import { blocksOf, PAGES } from "./pages.mjs";
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
const examples = blocks.filter(({ reason }) => reason === undefined);

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

test("what is not run says why", (context) => {
  for (const { place, kind, reason } of blocks) {
    if (reason !== undefined) context.diagnostic(`not run: ${place}, ${kind}: ${reason}`);
  }
});
