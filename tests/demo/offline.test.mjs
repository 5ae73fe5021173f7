// @ts-check
// The page without a network: it opens, and it checks.

import { once } from "node:events";
import { createServer } from "node:http";
import { test } from "node:test";
import { button, field, gate, goTo, onPage, saysError } from "./page.mjs";
import { env } from "./sandbox.mjs";

/**
 * Waits until all files of the page are there for later.
 *
 * @param {import("./page.mjs").Page} page
 */
const isKept = (page) =>
  page.evaluate(async () => {
    const { length } = await (await fetch("files.json")).json();
    for (let kept = 0; kept < length; ) {
      kept = (await (await caches.open("wavix-trunks-page")).keys()).length;
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  });

/** The page on a host whose next build can be one of which a file never arrives. */
async function host() {
  const asked = gate();
  let updated = false;
  const server = createServer(async ({ url = "/" }, response) => {
    if (updated && url === "/files.json") return response.end(JSON.stringify(["./", "assets/new.js"]));
    if (url === "/assets/new.js") {
      asked.open();
      return response.writeHead(404).end();
    }
    const answer = await fetch(new URL(url, env("WAVIX_DEMO_URL")));
    response.setHeader("content-type", answer.headers.get("content-type") ?? "");
    response.end(Buffer.from(await answer.arrayBuffer()));
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return {
    url: `http://127.0.0.1:${port}/`,
    update() {
      updated = true;
    },
    /** Until the file is asked for that never arrives. */
    asked: asked.opened,
    end() {
      server.close();
      server.closeAllConnections();
    },
  };
}

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
      });
      await isKept(page);
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
  "an update that breaks off leaves the copy that was there",
  onPage(
    async (page) => {
      const { url, update, asked, end } = await host();
      try {
        await page.goto(url);
        await isKept(page);
        update();
        await page.reload();
        await asked;
        await page.context().setOffline(true);
        await page.reload();
        await page.getByText("You are offline. Settings are still checked").waitFor();
      } finally {
        end();
      }
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

for (const { locale, said, again } of [
  { locale: "en-US", said: "A part of the page did not arrive.", again: "Load the page again" },
  { locale: "de-DE", said: "Ein Teil der Seite ist nicht angekommen.", again: "Seite neu laden" },
]) {
  test(
    `a page without its wasm says so and can be loaded again, ${locale}`,
    onPage(
      async (page) => {
        await page.getByRole("main").waitFor();
        await page.route("**/*.wasm", (route) => route.abort());
        await page.reload();
        await page.getByRole("alert").getByText(said).waitFor();
        await page.unroute("**/*.wasm");
        await button(page, again).click();
        await page.getByRole("main").waitFor();
      },
      { refusals: true, locale },
    ),
  );
}
