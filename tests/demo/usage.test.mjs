// @ts-check
// The month in numbers: they add up to what the API says, as charts and as a table.

import assert from "node:assert/strict";
import { test } from "node:test";
import { goTo, onPage } from "./page.mjs";
import { labelled } from "./sandbox.mjs";

/** @param {number} seconds */
const time = (seconds) =>
  [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), seconds % 60]
    .map((part, index) => (index > 0 ? String(part).padStart(2, "0") : part))
    .join(":");

/**
 * @param {import("./page.mjs").Page} page
 * @param {string} term
 */
const total = (page, term) =>
  page
    .locator(".totals > div")
    .filter({ has: page.getByRole("term").getByText(term, { exact: true }) })
    .locator("dd");

test(
  "totals, top ten, shares and the table are the numbers of the list, and the address says which are shown",
  onPage(async (page) => {
    const trunks = /** @type {(import("./sandbox.mjs").Summary & { talk_time: number, charge: string })[]} */ (
      await labelled("")
    );
    const seconds = trunks.reduce((sum, trunk) => sum + trunk.talk_time, 0);
    const cents = trunks.reduce((sum, trunk) => sum + Math.round(Number(trunk.charge) * 100), 0);
    await goTo(page, "Usage");
    await total(page, "Talk time").getByText(time(seconds), { exact: true }).waitFor();
    const charge = (cents / 100).toLocaleString("en-US", { style: "currency", currency: "USD" });
    assert.equal(await total(page, "Charge").textContent(), charge);
    assert.equal(await total(page, "Trunks").textContent(), String(trunks.length));
    await page.locator(".plot canvas").waitFor();

    const byTime = [...trunks].sort((one, other) => other.talk_time - one.talk_time);
    const names = page.locator(".top-ten a");
    assert.deepEqual(
      await names.allInnerTexts(),
      byTime.slice(0, 10).map(({ label }) => label),
    );
    const first = page.getByRole("table", { name: "All numbers" }).getByRole("row").nth(1);
    assert.match(await first.innerText(), new RegExp(`${byTime[0]?.name}.*${time(byTime[0]?.talk_time ?? 0)}`, "s"));

    await page.getByLabel("Show").selectOption("Charge");
    await page.getByRole("heading", { name: "Charge per trunk" }).waitFor();
    await page.reload();
    await page.getByRole("heading", { name: "Top ten by charge" }).waitFor();
    const byCharge = [...trunks].sort((one, other) => Number(other.charge) - Number(one.charge));
    assert.equal(await names.first().innerText(), byCharge[0]?.label);
    await names.first().click();
    await page.getByRole("dialog", { name: `Edit ${byCharge[0]?.label}` }).waitFor();
  }),
);
