// @ts-check
// A page in Chromium, which sends a request again by itself when a connection that it has used before ends without an
// answer. Through the relay one create makes one trunk all the same.

import assert from "node:assert/strict";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { join } from "node:path";
import { test } from "node:test";
import { chromium } from "playwright-core";
import { startFaulty } from "../faults/control.mjs";
import { told } from "../packaging/project.mjs";
import { GOOD, KEY, project, relays, serve } from "./place.mjs";

const PAGE = `<!doctype html><title>A page</title>
<script type="module">
  import * as wavix from "/browser.js";
  window.wavix = wavix;
</script>`;

/**
 * Between the page and its server. Once it is told to, it keeps the answer to the next create on a connection that was used
 * before, and ends that connection instead.
 *
 * @param {import("node:test").TestContext} test
 * @param {number} port of the server
 */
async function startBroken(test, port) {
  let isArmed = false;
  let posts = 0;
  const server = createServer((page) => {
    const behind = connect(port, "127.0.0.1");
    let requests = 0;
    let keeps = false;
    page.on("data", (chunk) => {
      const text = chunk.toString("latin1");
      if (/^[A-Z]+ \S+ HTTP/.test(text)) requests += 1;
      if (text.startsWith("POST ")) {
        posts += 1;
        keeps = isArmed && requests > 1;
        if (keeps) isArmed = false;
      }
      behind.write(chunk);
    });
    behind.on("data", (chunk) => {
      if (keeps) page.destroy();
      else page.write(chunk);
    });
    for (const [one, other] of [
      [page, behind],
      [behind, page],
    ]) {
      one?.on("error", () => {});
      one?.on("close", () => other?.destroy());
    }
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  test.after(() => server.close());
  const address = /** @type {import("node:net").AddressInfo} */ (server.address());
  return {
    url: `http://127.0.0.1:${address.port}`,
    arm() {
      isArmed = true;
    },
    posts: () => posts,
  };
}

test("a create that the browser sends twice makes one trunk", { timeout: 60_000 }, async (context) => {
  const sandbox = await startFaulty(KEY);
  context.after(() => sandbox.stop());
  /** @type {import("wavix-trunks/relay").RelayEvent[]} */
  const events = [];
  const logger = { info: (/** @type {import("wavix-trunks/relay").RelayEvent} */ event) => void events.push(event) };
  const relay = relays.createRelay({ apiKey: KEY, baseUrl: sandbox.url, authorize: () => true, logger });
  const handle = relays.toNodeHandler(relay);
  const server = await serve(context, (incoming, outgoing) => {
    const path = String(incoming.url);
    if (path.startsWith("/api/wavix/")) return void handle(incoming, outgoing);
    const isScript = path.endsWith(".js");
    outgoing.writeHead(200, { "content-type": isScript ? "text/javascript" : "text/html" });
    outgoing.end(isScript ? readFileSync(join(project.home, path)) : PAGE);
  });
  const broken = await startBroken(context, server.port);

  // --no-sandbox: in containers everything runs as root, for whom Chromium has no sandbox.
  const browser = await chromium.launch({ executablePath: told("CHROME"), args: ["--no-sandbox"] });
  context.after(() => browser.close());
  const tab = await browser.newPage();
  await tab.goto(broken.url);
  await tab.waitForFunction("window.wavix");
  broken.arm();
  const made = await tab.evaluate(async (settings) => {
    /** @type {typeof import("wavix-trunks")} */
    const { TrunkClient } = Reflect.get(window, "wavix");
    const client = new TrunkClient({ baseUrl: "/api/wavix" });
    await client.list();
    return (await client.create(settings)).id;
  }, GOOD);

  assert.equal(broken.posts(), 2, "the browser sent it twice, which fetch did not tell");
  assert.deepEqual(
    (await sandbox.trunks()).map(({ id }) => id),
    [made],
  );
  assert.deepEqual(
    events.filter(({ method }) => method === "POST").map(({ status, repeated }) => [status, repeated]),
    [
      [201, undefined],
      [201, true],
    ],
  );
});
