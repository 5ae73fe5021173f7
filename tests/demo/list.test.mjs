// @ts-check
// The list: found, sorted, and read by keyboard, with as many trunks as large accounts have.

import assert from "node:assert/strict";
import { test } from "node:test";
import { button, goTo, hasFocus, lookAt, onPage, row, trunkLink } from "./page.mjs";
import { create, GOOD, orderFaults, startSandbox } from "./sandbox.mjs";

/** @typedef {import("./page.mjs").Page} Page */

/**
 * The labels that are drawn, from the top.
 *
 * @param {Page} page
 */
const labels = (page) => page.getByRole("rowheader").allInnerTexts();

test(
  "search, status and order are in the address: reload, back and a link to them show the same list",
  onPage(async (page, label) => {
    for (const number of [10, 9]) await create({ ...GOOD, label: `${label} ${number}` });
    await create({ ...GOOD, label: `${label} waits`, host_request: { host: "9.9.9.10" } });
    await button(page, "Refresh").click();
    await page.getByRole("searchbox").fill(label.toUpperCase());
    await row(page, `${label} waits`).waitFor();
    await page.getByRole("columnheader", { name: "Label" }).getByRole("button").click();
    await page.locator("th[aria-sort=ascending]").waitFor();
    const sorted = [`${label} 9`, `${label} 10`, `${label} waits`];
    assert.deepEqual(await labels(page), sorted);

    await page.reload();
    await row(page, `${label} waits`).waitFor();
    assert.deepEqual(await labels(page), sorted);
    assert.equal(await page.getByRole("searchbox").inputValue(), label.toUpperCase());

    await page.getByRole("combobox", { name: "Status" }).selectOption("Pending");
    await row(page, `${label} 9`).waitFor({ state: "detached" });
    assert.deepEqual(await labels(page), [`${label} waits`]);
    await goTo(page, "Settings");
    await page.goBack();
    await row(page, `${label} waits`).waitFor();
    assert.deepEqual(await labels(page), [`${label} waits`]);
    await page.getByRole("searchbox").fill("nobody has this");
    await page.getByText("No trunk is like that.").waitFor();
  }),
);

test(
  "10,000 trunks are there: the first at once, the last by a key, any by a search, and few of them are drawn",
  onPage(async (page) => {
    const sandbox = await startSandbox(10_000);
    try {
      await lookAt(page, sandbox.url);
      await page.getByRole("rowheader").first().waitFor();
      await page.getByText("10,000 trunks", { exact: true }).waitFor();
      await page.getByRole("columnheader", { name: "Login name" }).getByRole("button").click();
      const first = page.getByRole("row").nth(1);
      await first.getByRole("rowheader").getByRole("link").focus();
      await page.keyboard.press("End");
      await page.locator("tr[aria-rowindex='10001'] a:focus").waitFor();
      await page.keyboard.press("ArrowUp");
      await page.locator("tr[aria-rowindex='10000'] a:focus").waitFor();
      await page.keyboard.press("PageUp");
      await page.locator("tr[aria-rowindex='9990'] a:focus").waitFor();
      await page.keyboard.press("Home");
      await page.locator("tr[aria-rowindex='2'] a:focus").waitFor();
      const drawn = await page.getByRole("rowheader").count();
      assert.ok(drawn > 5 && drawn < 60, `${drawn} rows are drawn`);
      await page.getByRole("searchbox").fill("77757");
      await page.locator("[aria-rowcount='2']").waitFor();
      await page.getByRole("checkbox", { name: "Select all trunks in the list" }).check();
      await button(page, "Delete 1 selected…").waitFor();
    } finally {
      sandbox.end();
    }
  }),
);

test(
  "Tab stops at one row of the list, wherever somebody scrolled",
  onPage(async (page) => {
    await page.getByRole("grid").waitFor();
    assert.equal(await page.locator("tbody tr:has([tabindex='0'])").count(), 1);
    await page.locator(".table-scroll").evaluate((list) => {
      list.scrollTop = list.scrollHeight;
    });
    assert.equal(await page.locator("tbody tr:has([tabindex='0'])").count(), 1);
  }),
);

test(
  "what was read stays when a refresh fails, with a word about it",
  onPage(
    async (page) => {
      await page.getByRole("grid").waitFor();
      await orderFaults([{ method: "GET", path: "/v1/trunks", times: 3, fault: { status: { code: 403 } } }]);
      await button(page, "Refresh").click();
      await page.getByRole("alert").getByText("This account may not use SIP trunks").waitFor();
      await page.getByRole("grid").waitFor();
      await orderFaults([]);
      await button(page, "Try again").click();
      await page.getByRole("alert").waitFor({ state: "detached" });
    },
    { refusals: true },
  ),
);

test(
  "offline the page says so, checks what is typed, and keeps it until the network is back",
  onPage(
    async (page, label) => {
      await create({ ...GOOD, label });
      await button(page, "Refresh").click();
      await trunkLink(page, label).click();
      await page.getByLabel("Password", { exact: true }).fill(GOOD.password);
      await page.getByLabel("Label", { exact: true }).fill(`${label} offline`);
      await page.context().setOffline(true);
      await page.getByText("You are offline. Settings are still checked").waitFor();
      await page.getByLabel("Caller ID", { exact: true }).fill("04");
      await button(page, "Save changes").click();
      await page.getByText("put it in place of the leading 0").waitFor();
      await page.getByLabel("Caller ID", { exact: true }).fill(GOOD.callerid);
      await button(page, "Save changes").click();
      await page.getByRole("alert").getByText("What you typed is still here.").waitFor();
      await page.context().setOffline(false);
      await button(page, "Save changes").click();
      await page.getByText(`Saved ${label} offline.`).waitFor();
      await hasFocus(trunkLink(page, `${label} offline`));
    },
    { refusals: true },
  ),
);
