// @ts-check
// A create that comes twice, because a connection broke below the page: carried out once, and answered alike.

import assert from "node:assert/strict";
import { once } from "node:events";
import { connect } from "node:net";
import { test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { assertHides } from "../packaging/secrets.mjs";
import { GOOD, KEY, PASSWORD, serve, startRelay } from "./place.mjs";
import { exchange, statusesIn } from "./wire.mjs";

const ID = { "idempotency-key": '"1700000000000-42"' };

/**
 * An upstream that makes trunks, each when it is told to.
 *
 * @param {import("node:test").TestContext} test
 */
async function startSlow(test) {
  /** @type {(() => void)[]} */
  const waiting = [];
  let made = 0;
  let heard = () => {};
  const { url } = await serve(test, async (incoming, outgoing) => {
    incoming.resume();
    await new Promise((resolve) => {
      waiting.push(() => resolve(undefined));
      heard();
    });
    made += 1;
    outgoing.writeHead(201).end(JSON.stringify({ id: made, label: "Head office", access_token: "planted-token" }));
  });
  return {
    url,
    made: () => made,
    /** Until so many requests wait. */
    async asked(count = 1) {
      while (waiting.length < count) {
        await new Promise((resolve) => {
          heard = () => resolve(undefined);
        });
      }
    },
    goOn() {
      for (const one of waiting.splice(0)) one();
    },
  };
}

/**
 * An upstream that makes trunks at once.
 *
 * @param {import("node:test").TestContext} test
 */
async function startQuick(test) {
  let made = 0;
  const { url } = await serve(test, async (incoming, outgoing) => {
    incoming.resume();
    made += 1;
    outgoing.writeHead(201).end(JSON.stringify({ id: made }));
  });
  return { url, made: () => made };
}

/** @param {number} port */
const bytes = (port, body = JSON.stringify(GOOD)) =>
  [
    "POST /api/wavix/v1/trunks HTTP/1.1",
    `Host: 127.0.0.1:${port}`,
    "Cookie: session=admin",
    "Content-Type: application/json",
    `Idempotency-Key: ${ID["idempotency-key"]}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    "Connection: close",
    "",
    body,
  ].join("\r\n");

test("a request that is sent again while the first is under way, whose connection broke, waits for its answer", async (context) => {
  const upstream = await startSlow(context);
  const relay = await startRelay(context, { baseUrl: upstream.url });
  const broken = connect(relay.port, "127.0.0.1");
  broken.write(bytes(relay.port));
  await upstream.asked();
  const ended = once(broken, "close");
  broken.resetAndDestroy();
  await ended;
  const again = exchange(relay.port, bytes(relay.port));
  const third = relay.ask("POST", "/v1/trunks", { body: GOOD, headers: ID });
  upstream.goOn();
  assert.deepEqual(statusesIn(await again), [201]);
  assert.deepEqual(await (await third).json(), { id: 1, label: "Head office" });
  assert.equal(upstream.made(), 1);
  assert.equal(relay.events.filter(({ repeated }) => repeated).length, 2);
  assertHides(relay.events, KEY, PASSWORD, "1700000000000-42");
});

test("a create goes on when its caller has gone, so that its answer is there for the next who asks", async (context) => {
  const upstream = await startSlow(context);
  const relay = await startRelay(context, { baseUrl: upstream.url });
  const controller = new AbortController();
  const headers = { cookie: "session=admin", "content-type": "application/json", ...ID };
  const create = (/** @type {AbortSignal | null} */ signal) =>
    relay.relay(
      new Request(`${relay.baseUrl}/v1/trunks`, { method: "POST", headers, body: JSON.stringify(GOOD), signal }),
    );
  const first = create(controller.signal);
  await upstream.asked();
  controller.abort();
  const again = create(null);
  upstream.goOn();
  assert.deepEqual([(await first).status, (await again).status, upstream.made()], [201, 201, 1]);
});

test("what comes again waits no longer than its own time", async (context) => {
  const upstream = await startSlow(context);
  const slow = await startRelay(context, { baseUrl: upstream.url });
  const controller = new AbortController();
  const first = slow.ask("POST", "/v1/trunks", { body: GOOD, headers: ID });
  await upstream.asked();
  const request = new Request(`${slow.baseUrl}/v1/trunks`, {
    method: "POST",
    headers: { cookie: "session=admin", "content-type": "application/json", ...ID },
    body: JSON.stringify(GOOD),
    signal: controller.signal,
  });
  const again = slow.relay(request);
  controller.abort();
  assert.equal((await again).status, 499);
  upstream.goOn();
  assert.equal((await first).status, 201);
});

test("a create with an id takes no longer than any request, whatever had to be waited for before", async (context) => {
  const upstream = await startSlow(context);
  const rate = { store: { take: () => setTimeout(1600, 0) } };
  const relay = await startRelay(context, { baseUrl: upstream.url, limits: { timeoutMs: 2000, rate } });
  const answer = await relay.ask("POST", "/v1/trunks", { body: GOOD, headers: ID });
  const { milliseconds = 0 } = relay.events[0] ?? {};
  assert.equal(answer.status, 504);
  // With the whole time again it would be both together; between the two there is room for a busy machine.
  assert.ok(milliseconds < 3600, `${milliseconds} ms`);
});

test("what is sent again later gets the same answer, without its secrets, and another id is another trunk", async (context) => {
  const upstream = await startQuick(context);
  const relay = await startRelay(context, { baseUrl: upstream.url });
  /** @param {Record<string, string>} headers */
  const id = async (headers, session = "admin") =>
    (await (await relay.ask("POST", "/v1/trunks", { body: GOOD, headers, session })).json()).id;
  assert.deepEqual([await id(ID), await id(ID)], [1, 1]);
  assert.equal(await id({ "idempotency-key": "another" }), 2);
  assert.equal(await id(ID, "writer"), 3, "of somebody else the same id means nothing");
  assert.deepEqual([await id({}), await id({})], [4, 5], "without an id each is one of its own");
});

test("an id for another request, and one that is none, are refused, and nothing is made", async (context) => {
  const upstream = await startQuick(context);
  const relay = await startRelay(context, { baseUrl: upstream.url });
  assert.equal((await relay.ask("POST", "/v1/trunks", { body: GOOD, headers: ID })).status, 201);
  const other = await relay.ask("POST", "/v1/trunks", { body: { ...GOOD, label: "Other" }, headers: ID });
  assert.deepEqual([other.status, (await other.json()).message.includes("another request")], [422, true]);
  for (const bad of ["", "a b", "x".repeat(201), "\u00fc"]) {
    const answer = await relay.ask("POST", "/v1/trunks", { body: GOOD, headers: { "idempotency-key": bad } });
    assert.equal(answer.status, 400, bad);
  }
  assert.equal(upstream.made(), 1);
});

test("what failed is not tried again under the same id, since it may have happened", async (context) => {
  let asked = 0;
  const { url } = await serve(context, (incoming) => {
    asked += 1;
    incoming.socket.destroy();
  });
  const relay = await startRelay(context, { baseUrl: url });
  for (let turn = 0; turn < 2; turn += 1) {
    assert.equal((await relay.ask("POST", "/v1/trunks", { body: GOOD, headers: ID })).status, 502);
  }
  assert.equal(asked, 1);
});

for (const status of [422, 429]) {
  test(`what Wavix refused with ${status} may come again under the same id, changed or not`, async (context) => {
    /** @type {string[]} */
    const labels = [];
    const { url } = await serve(context, async (incoming, outgoing) => {
      const chunks = [];
      for await (const chunk of incoming) chunks.push(chunk);
      labels.push(JSON.parse(Buffer.concat(chunks).toString()).label);
      outgoing.writeHead(labels.length < 3 ? status : 201).end(JSON.stringify({ id: 1, message: "No" }));
    });
    const relay = await startRelay(context, { baseUrl: url });
    const statuses = [];
    for (const label of ["taken", "taken", "free", "free"]) {
      const answer = await relay.ask("POST", "/v1/trunks", { body: { ...GOOD, label }, headers: ID });
      statuses.push(answer.status);
    }
    assert.deepEqual(statuses, [status, status, 201, 201]);
    assert.deepEqual(labels, ["taken", "taken", "free"]);
  });
}

test("a create that is under way is not forgotten for a thousand others, and where all are, the next is refused", async (context) => {
  const upstream = await startSlow(context);
  const relay = await startRelay(context, { baseUrl: upstream.url, limits: { rate: false } });
  const headers = { cookie: "session=admin", "content-type": "application/json" };
  /** @param {string} id */
  const create = (id) =>
    relay.relay(
      new Request(`${relay.baseUrl}/v1/trunks`, {
        method: "POST",
        headers: { ...headers, "idempotency-key": id },
        body: JSON.stringify(GOOD),
      }),
    );
  const first = create("first");
  await upstream.asked();
  const others = Array.from({ length: 999 }, (_, n) => create(`id-${n}`));
  await upstream.asked(1000);
  const over = await create("one-too-many");
  assert.deepEqual([over.status, over.headers.get("retry-after")], [503, "1"]);
  const again = create("first");
  upstream.goOn();
  const answers = await Promise.all([first, again, ...others]);
  assert.ok(answers.every(({ status }) => status === 201));
  assert.equal(upstream.made(), 1000);
});

test("over the rate limit a create that came before is not told that nothing was made", async (context) => {
  const upstream = await startQuick(context);
  const rate = { requests: 1, seconds: 3600 };
  const relay = await startRelay(context, { baseUrl: upstream.url, limits: { rate } });
  const statuses = [];
  for (const headers of [ID, ID, { "idempotency-key": "new" }]) {
    statuses.push((await relay.ask("POST", "/v1/trunks", { body: GOOD, headers })).status);
  }
  assert.deepEqual([statuses, upstream.made()], [[201, 503, 429], 1]);
});

test("a thousand creates are remembered, and the oldest are forgotten", async (context) => {
  const upstream = await startQuick(context);
  const relay = await startRelay(context, { baseUrl: upstream.url, limits: { rate: false } });
  /** @param {number} turn */
  const create = async (turn) => {
    const headers = { cookie: "session=admin", "content-type": "application/json", "idempotency-key": `id-${turn}` };
    const request = new Request(`${relay.baseUrl}/v1/trunks`, { method: "POST", headers, body: JSON.stringify(GOOD) });
    return (await (await relay.relay(request)).json()).id;
  };
  for (let turn = 1; turn <= 1001; turn += 1) assert.equal(await create(turn), turn);
  assert.deepEqual([await create(1001), await create(2)], [1001, 2]);
  assert.equal(await create(1), 1002);
});
