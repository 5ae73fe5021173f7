// @ts-check
// Hostile requests over a raw socket: each is refused, and none of them reaches Wavix or anybody else.

import assert from "node:assert/strict";
import { test } from "node:test";
import { startFaulty } from "../faults/control.mjs";
import { families, harmless } from "./hostile.mjs";
import { KEY, startRelay } from "./place.mjs";
import { assertDocumented } from "./table.mjs";
import { exchange, startStranger, statusesIn } from "./wire.mjs";

test("hostile requests are refused, and nothing of them reaches anybody", async (context) => {
  const sandbox = await startFaulty(KEY);
  context.after(() => sandbox.stop());
  const stranger = await startStranger(context);
  const relay = await startRelay(context, { baseUrl: sandbox.url, limits: { rate: false } });
  const place = { host: `127.0.0.1:${relay.port}`, stranger: stranger.host };

  await context.test("a harmless one comes through, so that the others would, too", async () => {
    assert.deepEqual(statusesIn(await exchange(relay.port, harmless.text(place))), [200]);
    assert.deepEqual(await sandbox.requests(), [{ method: "GET", path: "/v1/trunks", received: 1, processed: 1 }]);
    await sandbox.forgetRequests();
  });

  for (const { threat, rows } of families) {
    for (const { name, status, text } of rows) {
      await context.test(`${threat}: ${name}`, async () => {
        const said = await exchange(relay.port, text(place));
        assert.deepEqual(statusesIn(said), [status], said);
        assert.ok(!said.includes(KEY) && !said.includes(encodeURIComponent(KEY)), said);
        // Of the ways of the upstream nothing shows: no address, no stack.
        assert.ok(!said.includes(sandbox.url.slice("http://".length)) && !/\bat .*:\d+:\d+/.test(said), said);
        assert.deepEqual(await sandbox.requests(), [], "nothing reached the upstream");
        assert.equal(stranger.calls(), 0, "nobody else was called");
      });
    }
  }

  await context.test("the table in docs/security.md is what happens", () => {
    const count = families.reduce((sum, { rows }) => sum + rows.length, 0);
    assert.ok(count >= 60);
    assertDocumented(families);
  });
});
