// @ts-check
// The page and its API: where it is, with which key, and what to do when it does not answer.

import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:net";
import { test } from "node:test";
import { button, field, gate, goTo, onPage, saysError } from "./page.mjs";
import { env } from "./sandbox.mjs";

/** @typedef {import("./page.mjs").Page} Page */

/**
 * @param {Page} page
 * @param {{ address?: string, key?: string }} settings
 */
async function connect(page, { address, key }) {
  await goTo(page, "Settings");
  if (address !== undefined) await field(page, "API address").fill(address);
  if (key !== undefined) await field(page, "API key").fill(key);
  await button(page, "Use these settings").click();
  await page.getByText("From now on the page talks to this address.").waitFor();
  await goTo(page, "Trunks");
}

/** An address of this machine where nobody listens. */
async function nowhere() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  server.close();
  await once(server, "close");
  return `http://127.0.0.1:${port}`;
}

test(
  "a refused key says what to do, and the right one brings the list back",
  onPage(
    async (page) => {
      await page.getByRole("grid").waitFor();
      await connect(page, { key: "of-somebody-else" });
      const alert = page.getByRole("alert");
      await alert.getByText("The API key was refused").waitFor();
      await alert.getByText("Check the key").waitFor();
      assert.ok(!(await alert.textContent())?.includes("of-somebody-else"), "the key is not shown");

      await alert.getByRole("link", { name: "Open settings" }).click();
      await field(page, "API key").fill("sandbox-key");
      await button(page, "Use these settings").click();
      await goTo(page, "Trunks");
      await page.getByRole("grid").waitFor();
    },
    { refusals: true },
  ),
);

test(
  "an account without trunks is told whom to ask",
  onPage(
    async (page) => {
      await connect(page, { key: "sandbox-unprovisioned" });
      await page.getByRole("alert").getByText("Ask Wavix to enable them").waitFor();
    },
    { refusals: true },
  ),
);

test(
  "a sandbox that is down says what to do, and trying again helps once it is up",
  onPage(
    async (page) => {
      const address = await nowhere();
      await connect(page, { address });
      const alert = page.getByRole("alert");
      await alert.getByText(`Nothing answers at ${address}`).waitFor();
      // From now on somebody does: the sandbox that runs elsewhere.
      await page.route(`${address}/**`, (route) =>
        route.continue({ url: route.request().url().replace(address, env("WAVIX_SANDBOX_URL")) }),
      );
      await button(alert, "Try again").click();
      await page.getByRole("grid").waitFor();
    },
    { refusals: true },
  ),
);

test(
  "settings last for the tab, and the defaults are one press away",
  onPage(
    async (page) => {
      await connect(page, { key: "of-somebody-else" });
      await page.getByText("The API key was refused").waitFor();
      await page.reload();
      await page.getByText("The API key was refused").waitFor();
      await goTo(page, "Settings");
      await button(page, "Use the defaults").click();
      await button(page, "Use these settings").click();
      await goTo(page, "Trunks");
      await page.getByRole("grid").waitFor();
    },
    { refusals: true },
  ),
);

test(
  "a key is neither asked for nor kept where the address is not this machine",
  onPage(async (page) => {
    await page.route("https://relay.example/**", (route) => {
      assert.equal(route.request().headers().authorization, undefined);
      return route.fulfill({ json: { sip_trunks: null, pagination: { total: 0 } } });
    });
    await goTo(page, "Settings");
    await field(page, "API address").fill("https://relay.example");
    await page.getByText("No API key is sent to this address").waitFor();
    assert.equal(await field(page, "API key").count(), 0);
    await button(page, "Use these settings").click();
    await goTo(page, "Trunks");
    await page.getByText("No trunks yet").waitFor();
    const stored = await page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }));
    assert.ok(!stored.includes("sandbox-key"));
  }),
);

test(
  "an address that cannot work is said at its field",
  onPage(async (page) => {
    await goTo(page, "Settings");
    for (const address of ["", "ftp://example.com", "http://example.com"]) {
      await field(page, "API address").fill(address);
      await button(page, "Use these settings").click();
      await saysError(page, "API address", "must begin with https://");
    }
  }),
);

test(
  "an account without trunks is invited to create the first, after a word about loading",
  onPage(async (page) => {
    const hold = gate();
    await page.route("**/v1/trunks*", async (route) => {
      await hold.opened;
      await route.fulfill({ json: { sip_trunks: [], pagination: { total: 0, total_pages: 0 } } });
    });
    await page.reload();
    await page.getByRole("status").getByText("Loading trunks…").waitFor();
    hold.open();
    await page.getByRole("heading", { name: "No trunks yet" }).waitFor();
    await page.getByRole("link", { name: "Create the first trunk" }).click();
    await page.getByRole("dialog", { name: "New trunk" }).waitFor();
  }),
);
