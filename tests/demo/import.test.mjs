// @ts-check
// A person imports many trunks: every row is judged before anything is sent, and afterwards it is known what became of each.

import assert from "node:assert/strict";
import { createWriteStream, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { test } from "node:test";
import { button, gate, goTo, onPage, row, saysCount } from "./page.mjs";
import { create, GOOD, labelled, orderFaults } from "./sandbox.mjs";

/** @typedef {import("./page.mjs").Page} Page */

const HEAD = "label,password,callerid\n";

/**
 * A CSV file of good rows.
 *
 * @param {string} label
 * @param {number} count
 */
const goodRows = (label, count) =>
  HEAD +
  Array.from({ length: count }, (_, index) => `${label} ${index + 1},${GOOD.password},${GOOD.callerid}\n`).join("");

/**
 * @param {Page} page
 * @param {string} text
 * @param {string} [name]
 */
async function choose(page, text, name = "trunks.csv") {
  await goTo(page, "Import");
  await page.setInputFiles("input[type=file]", { name, mimeType: "text/csv", buffer: Buffer.from(text) });
}

/**
 * What the page hands over as a file.
 *
 * @param {Page} page
 * @param {string} name
 */
async function downloaded(page, name) {
  const download = page.waitForEvent("download");
  await button(page, name).click();
  return readFileSync(await (await download).path(), "utf8");
}

/**
 * Keeps creates from reaching the API until they may.
 *
 * @param {Page} page
 */
async function holdCreates(page) {
  let hold = gate();
  let came = gate();
  await page.route("**/v1/trunks", async (route) => {
    if (route.request().method() === "POST") {
      came.open();
      await hold.opened;
    }
    await route.continue();
  });
  return {
    open: () => hold.open(),
    close() {
      hold = gate();
      came = gate();
    },
    /** Until one is held. */
    waiting: () => came.opened,
  };
}

/** Faults of a test must not strike another. */
const noFaults = () => orderFaults([]);

test(
  "problems are listed with their lines, filtered, and taken away to be corrected",
  onPage(async (page, label) => {
    await choose(
      page,
      `${HEAD}${label} 1,short,12121234567\n${label} 2,********,12121234567\n"${label}\n3",${GOOD.password},030\n${label} 4,${GOOD.password},12121234567\n`,
    );
    await saysCount(page, "Rows", 4);
    await saysCount(page, "Can be created", 2);
    await saysCount(page, "With errors", 2);
    const problems = page.getByRole("table", { name: "Problems in the file" }).getByRole("row");
    await problems.filter({ hasText: "Password holds only the signs" }).waitFor();
    assert.deepEqual(
      (await problems.allInnerTexts()).slice(1).map((text) => text.split("\t").slice(0, 4)),
      [
        ["1", "2", "Password", "Advice"],
        ["2", "3", "Password", "Error"],
        ["3", "4", "Caller ID", "Error"],
      ],
    );
    await page.getByRole("combobox", { name: "Kind" }).selectOption("Errors only");
    await page.getByText("2 problems", { exact: true }).waitFor();
    await page.getByRole("combobox", { name: "Field" }).selectOption("Caller ID");
    await page.getByText("1 problem", { exact: true }).waitFor();
    await page.getByRole("searchbox").fill("nothing like that");
    await page.getByText("0 problems", { exact: true }).waitFor();

    assert.equal(
      await downloaded(page, "Download the rows to correct"),
      `${HEAD}${label} 2,********,12121234567\n"${label}\n3",${GOOD.password},030\n`,
    );
    const list = await downloaded(page, "Download the problems");
    assert.match(list, /^row,line,field,severity,message\r\n1,2,password,warning,/);
    assert.ok(!list.includes(GOOD.password));
    assert.deepEqual(await labelled(label), [], "nothing was sent");
  }),
);

test(
  "rows to correct keep the format of their file",
  onPage(async (page, label) => {
    const good = { ...GOOD, label };
    const bad = { ...good, callerid: "030" };
    await choose(page, `${JSON.stringify(good)}\n${JSON.stringify(bad)}\n`, "trunks.ndjson");
    await saysCount(page, "With errors", 1);
    assert.equal(await downloaded(page, "Download the rows to correct"), `${JSON.stringify(bad)}\n`);
    await button(page, "Another file").click();
    const sheet = `sep=;\nlabel;password;callerid\n${label};;${GOOD.callerid}\n${label} 2;${GOOD.password};${GOOD.callerid}\n`;
    await choose(page, sheet);
    await saysCount(page, "With errors", 1);
    assert.equal(
      await downloaded(page, "Download the rows to correct"),
      `sep=;\nlabel;password;callerid\n${label};;${GOOD.callerid}\n`,
    );
    await button(page, "Another file").click();
    await choose(page, JSON.stringify([bad, good], null, 2), "trunks.json");
    await saysCount(page, "With errors", 1);
    assert.deepEqual(JSON.parse(await downloaded(page, "Download the rows to correct")), [bad]);
    await button(page, "Another file").click();
    await choose(page, `[${JSON.stringify(bad)}, {"label": "`, "trunks.json");
    await page.getByRole("alert").first().waitFor();
    await button(page, "Download the rows to correct").click();
    await page.getByText("The file is broken as a whole").waitFor();
  }),
);

test(
  "rows that were pasted are created, but for those with errors and those that are there, and the report names each",
  onPage(async (page, label) => {
    await create({ ...GOOD, label: `${label} 2` });
    await goTo(page, "Import");
    await page.getByLabel("Or paste the rows").fill(`${goodRows(label, 3)}${label} 4,,\n`);
    await button(page, "Check the rows").click();
    await button(page, "Create 3 trunks").click();
    await page.getByText("2 trunks were created").waitFor();
    await saysCount(page, "Created", 2);
    await saysCount(page, "Left out", 2);
    const made = await labelled(label);
    assert.deepEqual(made.map((trunk) => trunk.label).sort(), [`${label} 1`, `${label} 2`, `${label} 3`]);

    const report = await downloaded(page, "Download the report");
    const names = new Map(made.map((trunk) => [trunk.label, trunk.name]));
    assert.equal(
      report,
      [
        "row,line,label,status,login name,reason",
        `1,2,${label} 1,created,${names.get(`${label} 1`)},`,
        `2,3,${label} 2,skipped,,A trunk already has this label.`,
        `3,4,${label} 3,created,${names.get(`${label} 3`)},`,
        "4,5,,skipped,,Password is missing: enter it.",
        "",
      ].join("\r\n"),
    );
    await page.getByRole("link", { name: "See the trunks" }).click();
    await page.getByRole("searchbox").fill(label);
    await row(page, `${label} 3`).waitFor();
  }),
);

test(
  "an import is paused, goes on, is cancelled without leaving anything half done, and goes on from there",
  onPage(async (page, label) => {
    const answers = await holdCreates(page);
    await choose(page, goodRows(label, 50));
    await button(page, "Create 50 trunks").click();
    await answers.waiting();
    await button(page, "Pause").click();
    await page.getByRole("heading", { name: "Paused" }).waitFor();
    answers.open();
    await saysCount(page, "Created", 20);
    assert.equal((await labelled(label)).length, 20, "no more than what was begun");

    answers.close();
    await button(page, "Go on").click();
    await answers.waiting();
    await button(page, "Cancel the import").click();
    answers.open();
    await page.getByText("40 trunks were created").waitFor();
    await page.getByText("10 rows were not begun").waitFor();
    assert.equal((await labelled(label)).length, 40);
    await button(page, "Go on with 10 rows").click();
    await page.getByText("50 trunks were created").waitFor();
    assert.equal((await labelled(label)).length, 50, "none was made twice");
  }),
);

test(
  "what was left out is left out when it goes on, and a pause that came too late keeps nothing waiting",
  onPage(
    async (page, label) => {
      await create({ ...GOOD, label: `${label} 1` });
      try {
        await orderFaults([{ method: "POST", fault: { status: { code: 403 } } }]);
        const answers = await holdCreates(page);
        await choose(page, goodRows(label, 3));
        await page.getByRole("combobox", { name: "At the same time" }).selectOption("1");
        await button(page, "Create 3 trunks").click();
        await answers.waiting();
        await button(page, "Pause").click();
        answers.open();
        await saysCount(page, "Left out", 1);
        await saysCount(page, "Failed", 1);
        await button(page, "Go on with 1 rows").click();
        await page.getByText("2 trunks were created").waitFor();
        assert.equal((await labelled(label)).length, 3);
      } finally {
        await noFaults();
      }
    },
    { refusals: true },
  ),
);

test(
  "what was created until somebody left is in the list",
  onPage(async (page, label) => {
    await page.getByRole("grid").waitFor();
    const answers = await holdCreates(page);
    await choose(page, goodRows(label, 50));
    await button(page, "Create 50 trunks").click();
    await answers.waiting();
    answers.open();
    await saysCount(page, "Created", 20);
    answers.close();
    await answers.waiting();
    await page.getByRole("navigation").getByRole("link", { name: "Trunks", exact: true }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "End it and leave" }).click();
    await page.getByRole("searchbox").fill(label);
    await row(page, `${label} 20`).waitFor();
    answers.open();
  }),
);

test(
  "what failed is tried again, and what may have been created is not",
  onPage(
    async (page, label) => {
      try {
        await orderFaults([
          // Not "drop": Chromium itself sends a POST again when a connection that it used before ends without an answer.
          { method: "POST", after: 2, processed: true, fault: { status: { code: 502 } } },
          { method: "POST", after: 4, fault: { status: { code: 403 } } },
        ]);
        await choose(page, goodRows(label, 6));
        await page.getByRole("combobox", { name: "At the same time" }).selectOption("1");
        await button(page, "Create 6 trunks").click();
        await page.getByText("4 trunks were created").waitFor();
        await saysCount(page, "Failed", 1);
        await saysCount(page, "Unknown", 1);
        await page.getByText("Of some rows the answer was lost").waitFor();
        assert.equal((await labelled(label)).length, 5);
        await button(page, "Go on with 1 rows").click();
        await page.getByText("5 trunks were created").waitFor();
        await saysCount(page, "Failed", 0);
        assert.equal((await labelled(label)).length, 6);
      } finally {
        await noFaults();
      }
    },
    { refusals: true },
  ),
);

test(
  "a file is dropped on the page, and an API that does not answer is said with what to do",
  onPage(
    async (page, label) => {
      await goTo(page, "Import");
      const data = await page.evaluateHandle(
        (text) => {
          const transfer = new DataTransfer();
          transfer.items.add(new File([text], "dropped.csv"));
          return transfer;
        },
        goodRows(label, 2),
      );
      await page.locator(".drop").dispatchEvent("drop", { dataTransfer: data });
      await saysCount(page, "Rows", 2);
      await page.route("**/v1/trunks*", (route) => route.abort());
      await button(page, "Create 2 trunks").click();
      await page.getByRole("alert").getByText("No answer from the API").waitFor();
      await page.unroute("**/v1/trunks*");
      await button(page, "Try again").click();
      await button(page, "Create 2 trunks").click();
      await page.getByText("2 trunks were created").waitFor();
    },
    { refusals: true },
  ),
);

test(
  "who leaves while trunks are being created is asked first",
  onPage(async (page, label) => {
    const answers = await holdCreates(page);
    await choose(page, goodRows(label, 50));
    await button(page, "Create 50 trunks").click();
    await answers.waiting();
    await page.getByRole("navigation").getByRole("link", { name: "Usage" }).click();
    const question = page.getByRole("alertdialog", { name: "End the import?" });
    await button(question, "Go on importing").click();
    answers.open();
    await page.getByText("50 trunks were created").waitFor();
  }),
);

test(
  "100 MB are checked while the page goes on answering, and a check can be stopped",
  onPage(async (page) => {
    // As long as it takes on a busy machine.
    page.setDefaultTimeout(180_000);
    const folder = mkdtempSync(join(tmpdir(), "wavix-import-"));
    try {
      const path = join(folder, "large.csv");
      const rows = await writeLarge(path, 100 * 1024 * 1024);
      await goTo(page, "Import");
      await page.setInputFiles("input[type=file]", path);
      await page.getByText(/[1-9][\d,]* rows checked/).waitFor();
      await button(page, "Stop").click();
      await page.getByText("Drop a file here").waitFor();

      await page.setInputFiles("input[type=file]", path);
      await page.getByText(/[1-9][\d,]* rows checked/).waitFor();
      // The page draws and answers in between, or none of this would happen before the end.
      const seen = new Set();
      for (let look = 0; look < 3; look++) {
        seen.add(
          await page
            .getByText(/rows checked/)
            .textContent({ timeout: 1000 })
            .catch(() => "ended"),
        );
        await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
      }
      assert.ok(!seen.has("ended"));
      await saysCount(page, "Rows", rows);
      await saysCount(page, "Can be created", rows);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }),
);

/**
 * @param {string} path
 * @param {number} bytes
 * @returns {Promise<number>} how many rows
 */
async function writeLarge(path, bytes) {
  const file = createWriteStream(path);
  file.write(HEAD);
  let rows = 0;
  for (let written = 0; written < bytes; ) {
    let text = "";
    for (let row = 0; row < 5000; row++)
      text += `Desk ${++rows} of a company with many,${GOOD.password},${GOOD.callerid}\n`;
    file.write(text);
    written += text.length;
  }
  file.end();
  await finished(file);
  return rows;
}
