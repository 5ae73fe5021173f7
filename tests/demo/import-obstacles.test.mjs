// @ts-check
// What an import needs is not there: its file, or a part of the page. Somebody finds the way on, and loses nothing.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { button, field, goTo, onPage, saysCount } from "./page.mjs";
import { GOOD } from "./sandbox.mjs";

const HEAD = "label,password,callerid\n";
const ROW = `Never created,${GOOD.password},${GOOD.callerid}\n`;

test(
  "a file that was changed since it was checked is said to be so, and another can be chosen",
  onPage(async (page) => {
    const folder = mkdtempSync(join(tmpdir(), "wavix-import-"));
    try {
      const path = join(folder, "trunks.csv");
      writeFileSync(path, HEAD + ROW);
      await goTo(page, "Import");
      await page.setInputFiles("input[type=file]", path);
      await saysCount(page, "Rows", 1);
      writeFileSync(path, HEAD + ROW + ROW);
      await button(page, "Create 1 trunk").click();
      await page.getByRole("alert").getByText("The file was changed or moved").waitFor();
      await button(page, "Another file").click();
      await page.setInputFiles("input[type=file]", path);
      await saysCount(page, "Rows", 2);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }),
);

test(
  "a worker whose script or wasm does not arrive is said, another is tried, and what was pasted stays",
  onPage(
    async (page) => {
      await page.route("**/assets/worker*", (route) => route.abort());
      await goTo(page, "Import");
      await field(page, "Or paste the rows").fill(HEAD + ROW);
      await button(page, "Check the rows").click();
      await page.getByRole("alert").getByText("This part of the page did not arrive").waitFor();
      await page.unroute("**/assets/worker*");
      await page.route("**/*.wasm", (route) => route.abort());
      await button(page, "Try again").click();
      await page.getByRole("alert").getByText("Failed to fetch").waitFor();
      await page.unroute("**/*.wasm");
      await button(page, "Try again").click();
      await saysCount(page, "Can be created", 1);
      await button(page, "Another file").click();
      assert.equal(await field(page, "Or paste the rows").inputValue(), HEAD + ROW);
    },
    { refusals: true },
  ),
);
