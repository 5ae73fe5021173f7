// @ts-check
// Every view in both themes under axe-core, which knows most of what can be known about accessibility without a person.
// On the way each is photographed into target/screenshots.

import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { button, field, goTo, newTrunk, onPage, row, saysError, trunkLink } from "./page.mjs";
import { create, GOOD } from "./sandbox.mjs";

/** @typedef {import("./page.mjs").Page} Page */

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const SHOTS = new URL("../../target/screenshots/", import.meta.url).pathname;
mkdirSync(SHOTS, { recursive: true });

/**
 * @param {Page} page
 * @param {string} view
 */
async function examine(page, view) {
  const theme = await page.evaluate(() => (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light"));
  await page.screenshot({ path: `${SHOTS}${view}-${theme}.png` });
  await page.evaluate(AXE);
  // Of a question only itself: axe knows that a dialog keeps everybody from the page behind it, but not that a question does.
  const { violations } = await page.evaluate(() =>
    /** @type {any} */ (window).axe.run(document.querySelector("[role=alertdialog]") ?? document),
  );
  const said = violations.map((/** @type {any} */ { id, nodes }) => [
    id,
    ...nodes.map((/** @type {any} */ node) => `${node.target}: ${node.failureSummary}`),
  ]);
  assert.deepEqual(said, [], view);
}

for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
  const viewport = { width: 1400, height: 860 };

  test(
    `axe finds nothing in the list, ${colorScheme}`,
    onPage(
      async (page, label) => {
        await create({ ...GOOD, label });
        await button(page, "Refresh").click();
        await row(page, label).waitFor();
        await examine(page, "list");
        await page.getByRole("checkbox", { name: `Select ${label}` }).check();
        await examine(page, "list-selected");
        await button(page, "Delete 1 selected…").click();
        await page.getByRole("alertdialog").waitFor();
        await examine(page, "delete");
        await page.keyboard.press("Escape");
        await page.getByRole("searchbox").fill("nobody has this");
        await page.getByText("No trunk is like that.").waitFor();
        await examine(page, "list-nothing-found");
      },
      { colorScheme, viewport },
    ),
  );

  test(
    `axe finds nothing in the list that is empty, loading or failed, ${colorScheme}`,
    onPage(
      async (page) => {
        await page.route("**/v1/trunks*", () => {});
        await page.reload();
        await page.getByText("Loading trunks…").waitFor();
        await examine(page, "loading");
        await page.unroute("**/v1/trunks*");
        await page.route("**/v1/trunks*", (route) =>
          route.fulfill({ json: { sip_trunks: [], pagination: { total: 0 } } }),
        );
        await page.reload();
        await page.getByText("No trunks yet").waitFor();
        await examine(page, "empty");
        await page.unroute("**/v1/trunks*");
        await page.route("**/v1/trunks*", (route) => route.abort());
        await page.reload();
        await page.getByRole("alert").waitFor();
        await examine(page, "failed");
        await page.context().setOffline(true);
        await page.getByText("You are offline. Settings are still checked").waitFor();
        await examine(page, "offline");
      },
      { colorScheme, viewport, refusals: true },
    ),
  );

  test(
    `axe finds nothing in the form, ${colorScheme}`,
    onPage(
      async (page, label) => {
        await newTrunk(page).click();
        await examine(page, "form");
        await field(page, "Password").fill("short");
        await field(page, "Caller ID").fill("0044 20 7946 0000");
        await field(page, "Limit call duration").check();
        await button(page, "Create trunk").click();
        await saysError(page, "Longest call", "Longest call is missing");
        await examine(page, "form-errors");
        await field(page, "Label").fill(label);
        await field(page, "Caller ID").fill("+44 20 7946 0000");
        await field(page, "Longest call").fill("600");
        await field(page, "Restrict by IP address").check();
        await field(page, "Caller ID passthrough").check();
        await page.getByText('"call_limit": 600').waitFor();
        await field(page, "Label").focus();
        await examine(page, "form-warnings");
        await button(page, "Create trunk").click();
        await button(page, "Done").waitFor();
        await examine(page, "created");
        await button(page, "Done").click();
        await page.getByRole("searchbox").fill(label);
        await trunkLink(page, label).click();
        await field(page, "Password").fill(GOOD.password);
        await field(page, "Encrypted media").check();
        await page.getByText("false → true").waitFor();
        await field(page, "Label").focus();
        await examine(page, "form-edit");
        await page.keyboard.press("Escape");
        await button(page, "Keep editing").waitFor();
        await examine(page, "discard");
      },
      { colorScheme, viewport },
    ),
  );

  test(
    `axe finds nothing in the import, ${colorScheme}`,
    onPage(
      async (page, label) => {
        await goTo(page, "Import");
        await examine(page, "import");
        const rows = Array.from({ length: 30 }, (_, index) => {
          const password = index % 4 === 1 ? "********" : index % 4 === 3 ? "short" : GOOD.password;
          return `${label} ${index + 1},${password},${index % 7 === 3 ? "030" : ""}12121234567\n`;
        });
        await page.getByLabel("Or paste the rows").fill(`label,password,callerid\n${rows.join("")}`);
        await button(page, "Check the rows").click();
        await page.getByRole("table").waitFor();
        await examine(page, "import-problems");
        await page.getByRole("button", { name: /^Create \d+ trunks$/ }).click();
        await page.getByText("trunks were created").waitFor();
        await examine(page, "import-report");
      },
      { colorScheme, viewport },
    ),
  );

  test(
    `axe finds nothing in connecting a PBX, ${colorScheme}`,
    onPage(
      async (page, label) => {
        const { id } = await create({ ...GOOD, label });
        await goTo(page, "Connect your PBX");
        await button(page, "Go on").waitFor();
        await examine(page, "connect-choose");
        await page.goto(`${page.url()}/${id}`);
        await field(page, "Password").fill(GOOD.password);
        await page.getByRole("heading", { name: "Settings for Asterisk" }).waitFor();
        await examine(page, "connect-files");
        await field(page, "System").selectOption("3CX");
        await page.getByText("Authentication ID").first().waitFor();
        await examine(page, "connect-fields");
        await field(page, "System").selectOption("baresip");
        await field(page, "Password").fill("semi;colon");
        await field(page, "Caller ID").fill("0044");
        await saysError(page, "Password", "cannot hold a password");
        await saysError(page, "Caller ID", "7 to 15 digits");
        await examine(page, "connect-errors");
      },
      { colorScheme, viewport: { width: 1400, height: 1400 } },
    ),
  );

  test(
    `axe finds nothing in usage and settings, ${colorScheme}`,
    onPage(
      async (page) => {
        await goTo(page, "Usage");
        await page.getByRole("img", { name: "Talk time of" }).waitFor();
        await examine(page, "usage");
        await goTo(page, "Settings");
        await examine(page, "settings");
      },
      { colorScheme, viewport: { width: 1400, height: 1400 } },
    ),
  );
}
