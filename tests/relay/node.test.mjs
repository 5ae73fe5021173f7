// @ts-check
// The relay behind Node's http: connections that live on, parsers that came first, and answers that are whole.

import assert from "node:assert/strict";
import { once } from "node:events";
import { Agent, request } from "node:http";
import { createRequire } from "node:module";
import { test } from "node:test";
import { authorize, GOOD, KEY, relays, serve, startRelay } from "./place.mjs";
import { startRecorder } from "./recorder.mjs";

const express = createRequire(import.meta.url)("express");

test("a connection lives on after a body that was refused before its end", async (context) => {
  const upstream = await startRecorder(context);
  const relay = await startRelay(context, { baseUrl: upstream.url });
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  context.after(() => agent.destroy());
  /**
   * @param {string} method
   * @param {string | undefined} body
   * @returns {Promise<{ status: number | undefined, socket: import("node:net").Socket }>}
   */
  const ask = async (method, body) => {
    const headers = { cookie: "session=admin", ...(body ? { "content-type": "application/json" } : {}) };
    const sent = request(`${relay.baseUrl}/v1/trunks`, { agent, method, headers });
    sent.end(body);
    const [answer] = await once(sent, "response");
    await once(answer.resume(), "end");
    return { status: answer.statusCode, socket: answer.socket };
  };
  const refused = await ask("POST", JSON.stringify({ note: "x".repeat(500_000) }));
  const listed = await ask("GET", undefined);
  assert.deepEqual([refused.status, listed.status], [413, 200]);
});

test("an answer is announced with its length", async (context) => {
  const body = JSON.stringify({ id: 7, note: "ü".repeat(300_000) });
  const upstream = await startRecorder(context, { body });
  const relay = await startRelay(context, { baseUrl: upstream.url });
  const answer = await relay.ask("GET", "/v1/trunks/7");
  assert.equal(Number(answer.headers.get("content-length")), Buffer.byteLength(body));
  assert.equal(await answer.text(), body);
});

test("a parser that has read the body before is named, and nothing is sent", async (context) => {
  const upstream = await startRecorder(context);
  const relay = relays.createRelay({ apiKey: KEY, authorize, baseUrl: upstream.url });
  const app = express();
  app.use(express.json());
  app.use("/api/wavix", relays.toNodeHandler(relay));
  const { url } = await serve(context, app);
  const headers = { cookie: "session=admin", "content-type": "application/json" };
  const answer = await fetch(`${url}/api/wavix/v1/trunks`, { method: "POST", headers, body: JSON.stringify(GOOD) });
  const { message } = await answer.json();
  assert.deepEqual(
    [answer.status, message],
    [500, "The body was already read: put the relay before the parser of bodies."],
  );
  assert.equal(upstream.requests.length, 0);
  // What has no body is none the worse for it.
  assert.equal((await fetch(`${url}/api/wavix/v1/trunks`, { headers })).status, 200);
});

test("authorize gets Node's own request, with what others have put there", async (context) => {
  const upstream = await startRecorder(context);
  /** @type {import("wavix-trunks/relay").Relay<import("node:http").IncomingMessage & { user?: string }>} */
  const relay = relays.createRelay({
    apiKey: KEY,
    baseUrl: upstream.url,
    authorize: (_, { user }) => (user ? { subject: user } : null),
  });
  const handle = relays.toNodeHandler(relay);
  const { url } = await serve(context, (incoming, outgoing) => {
    const user = incoming.headers["x-user"];
    return handle(Object.assign(incoming, typeof user === "string" ? { user } : {}), outgoing);
  });
  const known = await fetch(`${url}/api/wavix/v1/trunks`, { headers: { "x-user": "ann" } });
  const unknown = await fetch(`${url}/api/wavix/v1/trunks`);
  assert.deepEqual([known.status, unknown.status], [200, 401]);
});

test("a relay at the root serves the paths of Wavix", async (context) => {
  const upstream = await startRecorder(context);
  const { url } = await startRelay(context, { baseUrl: upstream.url, basePath: "/" });
  const headers = { cookie: "session=admin" };
  assert.equal((await fetch(`${url}/v1/trunks`, { headers })).status, 200);
  assert.equal((await fetch(`${url}/api/wavix/v1/trunks`, { headers })).status, 404);
});
