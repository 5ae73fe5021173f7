// @ts-check
// The page without a network: it opens, and it checks.

import { test } from "node:test";
import { button, field, goTo, onPage, saysError } from "./page.mjs";

test(
  "a page that was open once opens without a network, and checks what is typed",
  onPage(
    async (page) => {
      await page.evaluate(async () => {
        await navigator.serviceWorker.ready;
        const files = await (await fetch("files.json")).json();
        // What is not there the server of this test answers with the page, other hosts with 404.
        const types = await Promise.all(
          files.map(async (/** @type {string} */ file) => (await fetch(file)).headers.get("content-type")),
        );
        const pages = files.filter((/** @type {string} */ _, /** @type {number} */ at) => types[at]?.includes("html"));
        if (pages.length !== 1) throw new Error(`files.json names what is not in the build: ${pages}`);
        // Until all of its files are kept.
        for (let kept = 0; kept < files.length; ) {
          kept = (await (await caches.open("wavix-trunks-page")).keys()).length;
          await new Promise((resolve) => requestAnimationFrame(resolve));
        }
      });
      await page.context().setOffline(true);
      await page.reload();
      await page.getByText("You are offline. Settings are still checked").waitFor();
      await page.evaluate(() => {
        location.hash = "#/trunks/new";
      });
      await field(page, "Caller ID").fill("04");
      await page.keyboard.press("Tab");
      await saysError(page, "Caller ID", "put it in place of the leading 0");
      await page.context().setOffline(false);
      await page.reload();
      await page.getByRole("dialog", { name: "New trunk" }).waitFor();
    },
    { refusals: true, serviceWorkers: "allow" },
  ),
);

test(
  "a part of the page that does not arrive says so, and the rest of the page stays",
  onPage(
    async (page) => {
      await page.getByRole("grid").waitFor();
      await page.context().setOffline(true);
      await page.getByRole("navigation").getByRole("link", { name: "Usage", exact: true }).click();
      await page.getByRole("alert").getByText("This part of the page did not arrive").waitFor();
      await page.getByRole("navigation").getByRole("link", { name: "Trunks", exact: true }).click();
      await page.getByRole("grid").waitFor();
      await page.context().setOffline(false);
      await page.getByRole("navigation").getByRole("link", { name: "Usage", exact: true }).click();
      await button(page, "Load the page again").click();
      await page.getByRole("img", { name: "Talk time of" }).waitFor();
      await goTo(page, "Trunks");
    },
    { refusals: true },
  ),
);
