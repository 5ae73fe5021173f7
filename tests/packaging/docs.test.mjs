// @ts-check
// The documentation's examples, run as they are printed: a block of `js` prints the block of `text` that follows it.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { install, withLibraries } from "./project.mjs";

const project = withLibraries(install());
const docs = join(import.meta.dirname, "../../docs");
const EXAMPLE = /```js\n(?<code>.*?)```\n+```text\n(?<printed>.*?)```/gs;

for (const page of readdirSync(docs).filter((name) => name.endsWith(".md"))) {
  const text = readFileSync(join(docs, page), "utf8");
  for (const [, name = "", data = ""] of text.matchAll(/`([a-z]+\.json)`:\n\n```json\n(.*?)```/gs)) {
    writeFileSync(join(project.folder, name), data);
  }
  for (const { groups: { code = "", printed = "" } = {}, index } of text.matchAll(EXAMPLE)) {
    const line = text.slice(0, index).split("\n").length;
    test(`the example in ${page}, line ${line}, prints what the page says`, () => {
      const file = join(project.folder, `example-${line}.mjs`);
      writeFileSync(file, code);
      const environment = { ...process.env, NO_COLOR: "1" };
      const said = execFileSync(process.execPath, [file], { cwd: project.folder, encoding: "utf8", env: environment });
      assert.equal(said, printed);
    });
  }
}
