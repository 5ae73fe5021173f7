// @ts-check
// The page at every width, and by keyboard alone.

import assert from "node:assert/strict";
import { test } from "node:test";
import { button, field, goTo, hasFocus, newTrunk, onPage, row, saysError, trunkLink } from "./page.mjs";
import { create, GOOD } from "./sandbox.mjs";

/** @typedef {import("./page.mjs").Page} Page */

/** @type {("Connect your PBX" | "Import" | "Usage" | "Settings")[]} */
const VIEWS = ["Connect your PBX", "Import", "Usage", "Settings"];

/**
 * What is wider than the place it has: the page, a part of it that scrolls by itself, or a row that would be cut off.
 *
 * @param {Page} page
 */
const tooWide = (page) =>
  page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll("[role=dialog], .fields, .table-scroll, tr, th, td, .card")]
      .filter(
        (element) => element.scrollWidth > element.clientWidth && getComputedStyle(element).overflowX !== "hidden",
      )
      .map((element) => `${element.tagName} ${element.scrollWidth} > ${element.clientWidth}`),
  );

for (const width of [320, 480, 768, 1024, 1280, 1920]) {
  test(
    `nothing scrolls sideways at ${width} px`,
    onPage(
      async (page, label) => {
        // One word without a place to break it.
        const long = `${label}${"W".repeat(60)}`;
        await create({ ...GOOD, label: long });
        await button(page, "Refresh").click();
        await page.getByRole("searchbox").fill(label);
        await row(page, long).waitFor();
        assert.deepEqual(await tooWide(page), [], "list");

        await newTrunk(page).click();
        await field(page, "Limit call cost").check();
        await field(page, "Restrict by IP address").check();
        await button(page, "Create trunk").click();
        await saysError(page, "Highest call cost", "Highest call cost is missing");
        assert.deepEqual(await tooWide(page), [], "form with errors");
        await button(page, "Cancel").click();
        await button(page, "Discard").click();

        await button(page, `Delete ${long}`).click();
        await page.getByRole("alertdialog").waitFor();
        assert.deepEqual(await tooWide(page), [], "question");
        await button(page, "Keep the trunk").click();

        for (const view of VIEWS) {
          await goTo(page, view);
          assert.deepEqual(await tooWide(page), [], view);
        }
      },
      { viewport: { width, height: 700 } },
    ),
  );
}

test(
  "a trunk is created, found, changed and deleted by keyboard alone",
  onPage(async (page, label) => {
    await page.getByRole("grid").waitFor();
    await tabTo(page, newTrunk(page));
    await page.keyboard.press("Enter");
    await hasFocus(field(page, "Label"));
    await page.keyboard.type(label);
    await tabTo(page, field(page, "Password"));
    await page.keyboard.type(GOOD.password);
    await tabTo(page, field(page, "Any number as caller ID"));
    await page.keyboard.press("Space");
    await page.keyboard.press("Enter");
    await tabTo(page, button(page, "Done"));
    await page.keyboard.press("Enter");
    await hasFocus(newTrunk(page));

    await tabTo(page, page.getByRole("searchbox"));
    await page.keyboard.type(label);
    await row(page, label).getByText("Any number").first().waitFor();
    await tabTo(page, trunkLink(page, label));
    await page.keyboard.press("Enter");
    await tabTo(page, field(page, "Password"));
    await page.keyboard.type(GOOD.password);
    await page.keyboard.press("Enter");
    await page.getByText(`Saved ${label}.`).waitFor();
    await hasFocus(trunkLink(page, label));

    await tabTo(page, button(page, `Delete ${label}`));
    await page.keyboard.press("Enter");
    await tabTo(page, button(page, "Delete the trunk"));
    await page.keyboard.press("Enter");
    await row(page, label).waitFor({ state: "detached" });
  }),
);

/**
 * Presses Tab until the focus is there, at most once for everything that can have it.
 *
 * @param {Page} page
 * @param {import("./page.mjs").Locator} target
 */
async function tabTo(page, target) {
  await target.waitFor();
  const focusable = await page.locator("a, button, input, select, textarea, [tabindex]").count();
  for (let press = 0; press <= focusable; press++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  assert.fail(`Tab does not lead to ${target}`);
}
