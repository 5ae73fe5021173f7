// @ts-check
// How often, and from where: the rate limit for each subject, and pages of other origins that are listed.

import assert from "node:assert/strict";
import { once } from "node:events";
import { request } from "node:http";
import { test } from "node:test";
import { drawn } from "../../pkg-template/relay/bucket.js";
import { assertHides } from "../packaging/secrets.mjs";
import { GOOD, KEY, relays, startRelay, wavix } from "./place.mjs";
import { startRecorder } from "./recorder.mjs";

const HOUR = 3600;

test("each subject has a count of its own, and the one over it is told when to come back", async (context) => {
  const upstream = await startRecorder(context);
  const relay = await startRelay(context, { baseUrl: upstream.url, limits: { rate: { requests: 2, seconds: HOUR } } });
  const statuses = [];
  for (const session of ["admin", "admin", "admin", "reader", "admin"]) {
    statuses.push((await relay.ask("GET", "/v1/trunks", { session })).status);
  }
  assert.deepEqual(statuses, [200, 200, 429, 200, 429]);
  assert.equal(upstream.requests.length, 3);

  const answer = await relay.ask("POST", "/v1/trunks", { body: GOOD });
  assert.deepEqual(await answer.json(), { success: false, message: "Too many requests" });
  const [seconds, ms] = ["retry-after", "retry-after-ms"].map((name) => Number(answer.headers.get(name)));
  assert.ok(seconds && ms && seconds <= HOUR / 2 && Math.ceil(ms / 1000) === seconds);
});

test("the client in the page waits as long as it is told, and then comes through", async (context) => {
  const upstream = await startRecorder(context, { body: '{"sip_trunks":[],"pagination":{}}' });
  // Longer than the client would wait by itself.
  const waits = [600, 0];
  const rate = { store: { take: () => waits.shift() ?? 0 } };
  const relay = await startRelay(context, { baseUrl: upstream.url, limits: { rate } });
  /** @type {number[]} */
  const heard = [];
  const headers = { cookie: "session=admin" };
  const options = {
    baseUrl: relay.baseUrl,
    headers,
    onRetry: (/** @type {{ delayMs: number }} */ { delayMs }) => heard.push(delayMs),
  };
  await new wavix.TrunkClient(options).list();
  assert.deepEqual([heard, upstream.requests.length], [[600], 1]);
});

test("whoever is refused for another reason has not used up anything", async (context) => {
  const upstream = await startRecorder(context);
  const relay = await startRelay(context, { baseUrl: upstream.url, limits: { rate: { requests: 1, seconds: HOUR } } });
  assert.equal((await relay.ask("GET", "/v1/nothing")).status, 404);
  assert.equal((await relay.ask("DELETE", "/v1/trunks/1", { session: "reader" })).status, 403);
  assert.equal((await relay.ask("GET", "/v1/trunks", { session: "reader" })).status, 200);
});

test("a store of one's own is asked with the subject and the rate; one that fails lets nobody through", async (context) => {
  const upstream = await startRecorder(context);
  /** @type {unknown[]} */
  const asked = [];
  const answers = [0, 1500, Number.NaN, undefined];
  const store = {
    /** @type {import("wavix-trunks/relay").RateStore["take"]} */
    async take(subject, rate) {
      asked.push([subject, rate]);
      if (answers.length === 0) throw new Error(`lost connection with ${KEY}`);
      return /** @type {number} */ (answers.shift());
    },
  };
  const limits = { rate: { requests: 5, seconds: 10, store } };
  const relay = await startRelay(context, { baseUrl: upstream.url, limits });
  const statuses = [];
  for (let n = 0; n < 5; n += 1) statuses.push((await relay.ask("GET", "/v1/trunks")).status);
  assert.deepEqual(statuses, [200, 429, 503, 503, 503]);
  assert.deepEqual(asked[0], ["ada", { requests: 5, seconds: 10 }]);
  assert.equal(upstream.requests.length, 1);
  assertHides(relay.events, KEY);
  assert.equal(relay.events[4]?.refused, "the store of the rate limit threw Error");
});

test("what a store gives that is no time to wait lets nobody through", async (context) => {
  const upstream = await startRecorder(context);
  for (const given of [null, false, true, "", "0", [], {}, -1, Number.POSITIVE_INFINITY, 0n]) {
    const store = { take: () => /** @type {any} */ (given) };
    const relay = await startRelay(context, { baseUrl: upstream.url, limits: { rate: { store } } });
    assert.equal((await relay.ask("GET", "/v1/trunks")).status, 503, String(given));
    assert.equal(relay.events[0]?.refused, "the store of the rate limit threw TypeError");
  }
  assert.equal(upstream.requests.length, 0);
});

test("a store and an authorize that never answer take no longer than a request may", async (context) => {
  const upstream = await startRecorder(context);
  const never = () => /** @type {Promise<any>} */ (new Promise(() => {}));
  for (const [who, options] of /** @type {const} */ ([
    ["authorize", { authorize: never }],
    ["The store of the rate limit", { limits: { rate: { store: { take: never } } } }],
  ])) {
    const limits = { timeoutMs: 50, ...("limits" in options ? options.limits : {}) };
    const relay = await startRelay(context, { baseUrl: upstream.url, ...options, limits });
    const answer = await relay.ask("GET", "/v1/trunks", { signal: AbortSignal.timeout(5000) });
    assert.deepEqual([answer.status, relay.events[0]?.refused], [504, `${who} did not answer in time.`]);
  }
  assert.equal(upstream.requests.length, 0);
});

test("a bucket holds a window's requests, fills at a steady pace, and never more than full", () => {
  const rate = { requests: 2, seconds: 4 };
  let { bucket, waitMs } = drawn(undefined, rate, 1000);
  const waits = [waitMs];
  for (const now of [1000, 1000, 2999, 3000, 3000, 1000, 900_000, 900_000, 900_000]) {
    ({ bucket, waitMs } = drawn(bucket, rate, now));
    waits.push(waitMs);
  }
  assert.deepEqual(waits, [0, 0, 2000, 1, 0, 2000, 2000, 0, 0, 2000]);
});

test("the store in memory forgets who has been quiet for longest, and nobody else", () => {
  const { take } = relays.memoryStore({ most: 2 });
  const rate = { requests: 1, seconds: HOUR };
  const free = ["ann", "bob", "ann", "eve", "ann", "bob"].map((subject) => take(subject, rate) === 0);
  assert.deepEqual(free, [true, true, false, true, false, true]);
});

const APP = "https://app.example.com";

test("a page of a listed origin may ask first, and then do it", async (context) => {
  const upstream = await startRecorder(context, { body: '{"id":7}' });
  const cors = { origins: [APP], credentials: true, maxAgeSeconds: 60 };
  const relay = await startRelay(context, { baseUrl: upstream.url, cors });
  const asks = { origin: APP, "access-control-request-method": "PUT", "sec-fetch-site": "cross-site" };
  const asked = await fetch(`${relay.baseUrl}/v1/trunks/7`, { method: "OPTIONS", headers: asks });
  /** @param {Response} answer */
  const said = ({ headers }) =>
    Object.fromEntries([...headers].filter(([name]) => name.startsWith("access-control-") || name === "vary"));
  const always = { "access-control-allow-origin": APP, "access-control-allow-credentials": "true", vary: "origin" };
  const exposed = "retry-after, retry-after-ms, x-ratelimit-reset, x-request-id";
  assert.equal(asked.status, 204);
  assert.deepEqual(said(asked), {
    ...always,
    "access-control-expose-headers": exposed,
    "access-control-allow-methods": "GET, PUT, DELETE",
    "access-control-allow-headers": "content-type, authorization, idempotency-key",
    "access-control-max-age": "60",
  });
  assert.equal(upstream.requests.length, 0);

  const headers = { origin: APP, "sec-fetch-site": "cross-site" };
  const done = await relay.ask("PUT", "/v1/trunks/7", { body: GOOD, headers });
  assert.deepEqual([done.status, said(done)], [200, { ...always, "access-control-expose-headers": exposed }]);
  // Errors, too, or the page could not tell why.
  const refused = await relay.ask("GET", "/v1/trunks", { session: "nobody", headers });
  assert.deepEqual([refused.status, refused.headers.get("access-control-allow-origin")], [401, APP]);
});

test("nobody else is told that they may, and no cookie travels unless it is asked for", async (context) => {
  const upstream = await startRecorder(context);
  const relay = await startRelay(context, { baseUrl: upstream.url, cors: { origins: [APP] } });
  for (const origin of [
    "https://app.example.com.evil.example",
    "http://app.example.com",
    "null",
    "https://example.com",
  ]) {
    const answer = await relay.ask("GET", "/v1/trunks", { headers: { origin } });
    assert.deepEqual([answer.status, answer.headers.get("access-control-allow-origin")], [403, null], origin);
  }
  const answer = await relay.ask("GET", "/v1/trunks", { headers: { origin: APP } });
  assert.deepEqual([answer.status, answer.headers.get("access-control-allow-credentials")], [200, null]);
  assert.equal(upstream.requests.length, 1);
});

test("a page of the relay's own origin comes through, also behind a proxy that ends TLS", async (context) => {
  const upstream = await startRecorder(context);
  const relay = await startRelay(context, { baseUrl: upstream.url });
  /** @type {Record<string, string>[]} */
  const own = [
    { origin: relay.url, "sec-fetch-site": "same-origin" },
    { origin: relay.url },
    { "sec-fetch-site": "same-origin" },
    { origin: relay.url.replace("http:", "https:"), "sec-fetch-site": "same-origin" },
    {},
  ];
  for (const headers of own) {
    const answer = await relay.ask("POST", "/v1/trunks", { body: GOOD, headers });
    assert.equal(answer.status, 200, JSON.stringify(headers));
  }
  // Somebody who types the address of a list.
  assert.equal((await relay.ask("GET", "/v1/trunks", { headers: { "sec-fetch-site": "none" } })).status, 200);
  assert.equal(upstream.requests.length, 6);
});

test("a page's own origin is the same with and without the port of its scheme, and another with another port", async (context) => {
  const upstream = await startRecorder(context);
  const relay = await startRelay(context, { baseUrl: upstream.url });
  /** @type {[string, string, string | undefined, number][]} */
  const pairs = [
    ["app.example:443", "https://app.example", "same-origin", 200],
    ["App.Example", "https://app.example", "same-origin", 200],
    ["app.example:80", "http://app.example", undefined, 200],
    ["[::1]:8080", "http://[::1]:8080", undefined, 200],
    ["app.example:8443", "https://app.example:8443", "same-origin", 200],
    ["app.example", "https://app.example:8443", "same-origin", 403],
    ["app.example:443", "http://app.example", undefined, 403],
    ["app.example:443", "https://app.example", undefined, 403],
  ];
  for (const [host, origin, site, status] of pairs) {
    // By node:http, since fetch writes Host itself.
    const headers = { host, origin, cookie: "session=admin", ...(site ? { "sec-fetch-site": site } : {}) };
    const [answer] = await once(request(`${relay.baseUrl}/v1/trunks`, { headers }).end(), "response");
    answer.resume();
    assert.equal(answer.statusCode, status, `${host} ${origin}`);
  }
});

test("what authorize gives is taken at its word, and anything strange for a slip that lets nobody in", async (context) => {
  const upstream = await startRecorder(context);
  /** @type {[() => unknown, number, string | undefined][]} */
  const grants = [
    [() => true, 200, undefined],
    [() => ({}), 200, undefined],
    [async () => ({ subject: "ann" }), 200, undefined],
    [() => ({ permissions: ["read"] }), 200, undefined],
    [() => ({ permissions: [] }), 403, "no permission to read"],
    [() => undefined, 401, "Unauthorized"],
    [() => null, 401, "Unauthorized"],
    [() => false, 401, "Unauthorized"],
    [() => 1, 500, "authorize gave something else than a grant"],
    [() => "admin", 500, "authorize gave something else than a grant"],
    [() => ["read"], 500, "authorize gave something else than a grant"],
    [() => ({ id: 7, name: "ann" }), 500, "authorize gave something else than a grant"],
    [() => ({ permissions: ["admin"] }), 500, "authorize gave unknown permissions"],
    [() => ({ permissions: "read" }), 500, "authorize gave unknown permissions"],
    [() => ({ subject: 7 }), 500, "authorize gave a subject that is no name"],
    [() => ({ subject: undefined }), 500, "authorize gave a subject that is no name"],
    [() => ({ subject: null }), 500, "authorize gave a subject that is no name"],
    [() => ({ subject: "ann", permissions: undefined }), 500, "authorize gave unknown permissions"],
    [() => ({ permissions: null }), 500, "authorize gave unknown permissions"],
    [() => ({ subject: "" }), 500, "authorize gave a subject that is no name"],
    [() => ({ subject: "x".repeat(257) }), 500, "authorize gave a subject that is no name"],
    [
      () => {
        throw new RangeError(`no user for ${KEY}`);
      },
      500,
      "authorize threw RangeError",
    ],
    [() => Promise.reject("no"), 500, "authorize threw string"],
  ];
  for (const [grant, status, refused] of grants) {
    const given = /** @type {import("./place.mjs").Options["authorize"]} */ (grant);
    const relay = await startRelay(context, { baseUrl: upstream.url, authorize: given });
    assert.equal((await relay.ask("GET", "/v1/trunks")).status, status, String(grant));
    assert.equal(relay.events[0]?.refused, refused, String(grant));
    assertHides(relay.events, KEY);
  }
  assert.equal(upstream.requests.length, 4);
});
