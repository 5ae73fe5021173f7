// @ts-check
// Many at once: none is lost on the way, in either direction.

import assert from "node:assert/strict";
import { test } from "node:test";
import { startFaulty } from "../faults/control.mjs";
import { storm } from "./load.mjs";
import { KEY, startRelay } from "./place.mjs";

/** The issue's own number is `WAVIX_LOAD=10000`, which is also what docs/relay measures. */
const COUNT = Number(process.env.WAVIX_LOAD ?? 2000);

test("of many requests, 100 at a time, each gets its answer, and each has reached the upstream once", async (context) => {
  const sandbox = await startFaulty(KEY);
  context.after(() => sandbox.stop());
  const relay = await startRelay(context, { baseUrl: sandbox.url, limits: { rate: { requests: COUNT, seconds: 1 } } });
  const way = { url: `${relay.baseUrl}/v1/trunks`, headers: { cookie: "session=reader" } };
  const { statuses } = await storm(way, COUNT, 100);
  assert.deepEqual(statuses, { 200: COUNT });
  const [line] = await sandbox.requests();
  assert.deepEqual([line?.received, line?.processed, relay.events.length], [COUNT, COUNT, COUNT]);
  assert.equal(new Set(relay.events.map(({ requestId }) => requestId)).size, COUNT);
});
