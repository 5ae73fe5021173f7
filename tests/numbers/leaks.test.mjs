// @ts-check
// The key, looked for in everything that calls on numbers give.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assertHides } from "../packaging/secrets.mjs";
import { nowhere, startServer } from "../packaging/server.mjs";
import { clientAt, failure, KEY, startPlace } from "./place.mjs";

const RELAY = "https://example.com/sms?token=planted-token-3c7d";

/** @type {Awaited<ReturnType<typeof startPlace>>} */
let sandbox;
before(async () => {
  sandbox = await startPlace("--seed", "2", "--numbers", "4");
});
after(() => sandbox.stop());

for (const auth of /** @type {const} */ (["query", "bearer"])) {
  test(`nothing shows the key, with the key as ${auth}`, async (t) => {
    /** @type {string[]} */
    const lines = [];
    const log = (/** @type {string} */ line) => lines.push(line);
    const logger = { error: log, warn: log, info: log, debug: log };
    const options = { auth, logger, logLevel: /** @type {const} */ ("debug") };
    const client = clientAt(sandbox.url, options);
    const { numbers } = client;
    assertHides(numbers, KEY);
    const values = [
      await numbers.list(),
      await numbers.get(1),
      await numbers.routeToTrunk([2], 1).withResponse(),
      await numbers.routes(1),
      (await numbers.listAll().next()).value,
      numbers.listAll(),
      client,
      numbers,
    ];
    for (const value of values) assertHides(value, KEY);

    const echo = JSON.stringify({ success: false, message: `Unknown appid ${KEY}`, errors: { sms_relay_url: RELAY } });
    const servers = [
      await startServer(t, 400, echo),
      await startServer(t, 500, echo),
      await startServer(t, 200, `<${echo}`),
    ];
    const places = [...servers.map(({ url }) => url), await nowhere()];
    for (const numbersApi of /** @type {const} */ (["numbers", "mydids"])) {
      for (const place of places) {
        const there = clientAt(place, { ...options, numbersApi });
        const errors = [
          await failure(there.numbers.get(1)),
          await failure(there.numbers.list()),
          await failure(there.numbers.routes(1)),
          await failure(there.delete(1)),
        ];
        for (const error of errors) assertHides(error, KEY);
        // A URL for messages often holds a token.
        assertHides(await failure(there.numbers.route([1], [], { smsRelayUrl: RELAY })), KEY, RELAY);
      }
    }
    assertHides(await failure(client.delete(1)), KEY);
    assert.ok(lines.some((line) => line.includes("/v1/numbers")));
    for (const line of lines) assertHides(line, KEY, RELAY);
  });
}

test("what stands in the place of something else is not repeated", async () => {
  const { numbers } = clientAt(sandbox.url);
  const any = (/** @type {unknown} */ value) => /** @type {any} */ (value);
  for (const error of [
    await failure(numbers.get(any(KEY))),
    await failure(numbers.routeToTrunk(any([KEY]), 1)),
    await failure(numbers.routeToTrunk([1], any(KEY))),
    await failure(numbers.route([1], any([{ transport: 1, destination: KEY }, KEY, { transport: KEY }]))),
    await failure(numbers.list(any({ page: KEY, search: [KEY] }))),
  ]) {
    assertHides(error, KEY);
  }
});
