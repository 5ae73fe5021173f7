// @ts-check
// The relay behind Node's http: connections that live on, parsers that came first, and answers that are whole.

import assert from "node:assert/strict";
import { EventEmitter, once } from "node:events";
import { Agent, request } from "node:http";
import { connect as connect2, createServer as createServer2 } from "node:http2";
import { createRequire } from "node:module";
import { test } from "node:test";
import { authorize, GOOD, KEY, relays, serve, startRelay } from "./place.mjs";
import { startRecorder } from "./recorder.mjs";
import { exchange } from "./wire.mjs";

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

test("what is no standard request is answered and noted like any other", async (context) => {
  const upstream = await startRecorder(context);
  const relay = await startRelay(context, { baseUrl: upstream.url });
  for (const [start, refused] of [
    ["GET /api/wavix/../v1/trunks", "invalid target"],
    ["TRACE /api/wavix/v1/trunks", "invalid request"],
  ]) {
    const said = await exchange(relay.port, `${start} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n`);
    const { requestId, method, status, refused: why } = relay.events.at(-1) ?? {};
    assert.deepEqual([method, status, why], [start?.split(" ")[0], 400, refused]);
    assert.match(said, new RegExp(`^x-request-id: ${requestId}\r$`, "im"));
    assert.match(said, /^x-content-type-options: nosniff\r$/im);
  }
  assert.deepEqual([relay.events.length, upstream.requests.length], [2, 0]);
});

test("a request of HTTP/2 is told what the relay takes", async (context) => {
  const relay = await startRelay(context, { baseUrl: "http://127.0.0.1:1" });
  const handle = /** @type {any} */ (relays.toNodeHandler(relay.relay));
  const server = createServer2(handle);
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  const session = connect2(`http://127.0.0.1:${port}`);
  context.after(() => {
    session.destroy();
    server.close();
  });
  const stream = session.request({ ":path": "/api/wavix/v1/trunks" });
  const [headers] = await once(stream, "response");
  assert.deepEqual([headers[":status"], relay.events[0]?.refused], [505, "HTTP/2"]);
});

test("a logger that fails, at once or later, ends nothing", async (context) => {
  const upstream = await startRecorder(context);
  const failures = [
    () => {
      throw new Error("no disk");
    },
    async () => {
      throw new Error("no log server");
    },
  ];
  for (const info of failures) {
    const relay = await startRelay(context, { baseUrl: upstream.url, logger: { info } });
    assert.equal((await relay.ask("GET", "/v1/trunks")).status, 200);
  }
});

test("where somebody else answers first, it stays at that, and the upstream call ends", async (context) => {
  /** @type {(value?: unknown) => void} */
  let lose = () => {};
  const lost = new Promise((resolve) => {
    lose = resolve;
  });
  const asked = new EventEmitter();
  const upstream = await serve(context, (incoming) => {
    incoming.socket.once("close", lose);
    asked.emit("asked");
  });
  const relay = await startRelay(context, { baseUrl: upstream.url });
  const handle = relays.toNodeHandler(relay.relay);
  /** @type {Promise<void> | undefined} */
  let handled;
  const { url } = await serve(context, (incoming, outgoing) => {
    asked.once("asked", () => outgoing.writeHead(503).end("too slow"));
    handled = handle(incoming, outgoing);
  });
  const answer = await fetch(`${url}/api/wavix/v1/trunks`, { headers: { cookie: "session=admin" } });
  assert.deepEqual([answer.status, await answer.text()], [503, "too slow"]);
  await handled;
  await lost;
  assert.equal(relay.events[0]?.status, 499);
});

test("who has gone before the relay was asked is told nothing, and costs no upstream call", async (context) => {
  const upstream = await startRecorder(context);
  const relay = await startRelay(context, { baseUrl: upstream.url, limits: { timeoutMs: 500 } });
  const handle = relays.toNodeHandler(relay.relay);
  for (const [method, body] of /** @type {const} */ ([["POST", JSON.stringify(GOOD)], ["GET"]])) {
    const here = new EventEmitter();
    const done = once(here, "done");
    const { url } = await serve(context, async (incoming, outgoing) => {
      here.emit("come");
      await once(outgoing, "close");
      await handle(incoming, outgoing);
      here.emit("done");
    });
    const headers = { cookie: "session=admin", "content-type": "application/json", "idempotency-key": "a" };
    const sent = request(`${url}/api/wavix/v1/trunks`, { method, headers });
    sent.on("error", () => {});
    const come = once(here, "come");
    sent.end(body);
    await come;
    sent.destroy();
    await done;
  }
  assert.deepEqual([relay.events.map(({ status }) => status), upstream.requests.length], [[499, 499], 0]);
});

test("a relay at the root serves the paths of Wavix", async (context) => {
  const upstream = await startRecorder(context);
  const { url } = await startRelay(context, { baseUrl: upstream.url, basePath: "/" });
  const headers = { cookie: "session=admin" };
  assert.equal((await fetch(`${url}/v1/trunks`, { headers })).status, 200);
  assert.equal((await fetch(`${url}/api/wavix/v1/trunks`, { headers })).status, 404);
});
