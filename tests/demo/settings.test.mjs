// @ts-check
// Theme and language: as the system has them, or as somebody chose.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { button, field, goTo, newTrunk, onPage, saysError } from "./page.mjs";

/** @param {import("./page.mjs").Page} page */
const background = (page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

test(
  "the theme follows the system until somebody chooses one, which lasts",
  onPage(async (page) => {
    await page.emulateMedia({ colorScheme: "light" });
    const light = await background(page);
    await page.emulateMedia({ colorScheme: "dark" });
    const dark = await background(page);
    assert.notEqual(dark, light);

    await goTo(page, "Settings");
    await page.getByLabel("Theme").selectOption("Light");
    assert.equal(await background(page), light);
    await page.reload();
    await page.getByRole("heading", { name: "Settings" }).waitFor();
    assert.equal(await background(page), light);
    await page.getByLabel("Theme").selectOption("As the system has it");
    assert.equal(await background(page), dark);
  }),
);

test(
  "the page and the messages of the rules speak the language that was chosen",
  onPage(async (page) => {
    await goTo(page, "Settings");
    await page.getByLabel("Language").selectOption("Deutsch");
    await page.getByRole("heading", { name: "Einstellungen" }).waitFor();
    assert.equal(await page.locator("html").getAttribute("lang"), "de");
    await page.reload();
    await page.getByRole("link", { name: "Trunks" }).click();
    await page.getByRole("link", { name: "Neuer Trunk" }).click();
    await button(page, "Trunk anlegen").click();
    await saysError(page, "Absendernummer", "Absendernummer fehlt: bitte mit Landesvorwahl eingeben");
    await page.getByText("3 Felder zu berichtigen").waitFor();
    await field(page, "Gesprächsdauer begrenzen").check();
    await field(page, "Längstes Gespräch").fill("0");
    await page.getByText("bitte 1 bis").waitFor();
    await page.getByText("Sekunden, nach denen").waitFor();
  }),
);

test(
  "a browser that speaks German gets German without asking",
  onPage(
    async (page) => {
      await page.getByRole("link", { name: "Neuer Trunk" }).waitFor();
    },
    { locale: "de-DE" },
  ),
);

test("the page's German pack is that of the documentation", () => {
  const read = (/** @type {string} */ path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
  const [, documented = ""] = /```json\n(\{.*?\n\})\n```/s.exec(read("docs/languages.md")) ?? [];
  assert.deepEqual(JSON.parse(read("www-example/src/words/german.json")), JSON.parse(documented));
});

test(
  "keys lead past the navigation to the content",
  onPage(async (page) => {
    await newTrunk(page).waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.locator("main:focus").waitFor();
  }),
);
