// @ts-check
// The documentation's examples, run as they are printed: a block of `js` prints the block of `text` that follows it.
// Each has a sandbox of its own with two example trunks.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";
import { install, withLibraries } from "./project.mjs";
import { startSandbox } from "./sandbox.mjs";

const run = promisify(execFile);
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
    test(`the example in ${page}, line ${line}, prints what the page says`, async () => {
      const sandbox = await startSandbox("--seed", "2");
      const file = join(project.folder, `example-${line}.mjs`);
      writeFileSync(file, code);
      const env = { ...process.env, NO_COLOR: "1", WAVIX_BASE_URL: sandbox.url, WAVIX_API_KEY: "sandbox-key" };
      try {
        const { stdout } = await run(process.execPath, [file], { cwd: project.folder, env });
        assert.equal(stdout, printed);
      } finally {
        await sandbox.stop();
      }
    });
  }
}
