// @ts-check
// An upstream that fails, hangs or says too much, and callers who give up: what the page gets of it.

import assert from "node:assert/strict";
import { once } from "node:events";
import { connect, createServer } from "node:net";
import { test } from "node:test";
import { startFaulty } from "../faults/control.mjs";
import { assertHides } from "../packaging/secrets.mjs";
import { nowhere } from "../packaging/server.mjs";
import { GOOD, KEY, PASSWORD, startRelay, wavix } from "./place.mjs";
import { startRecorder } from "./recorder.mjs";

/**
 * @param {string} name
 * @param {import("./recorder.mjs").Said} said
 * @param {number} status
 * @param {object | ""} told
 */
function becomes(name, said, status, told) {
  test(`${name} becomes ${status}`, async (context) => {
    const upstream = await startRecorder(context, said);
    const relay = await startRelay(context, { baseUrl: upstream.url });
    const answer = await relay.ask("PUT", "/v1/trunks/1", { body: GOOD });
    const text = await answer.text();
    assert.deepEqual([answer.status, text === "" ? "" : JSON.parse(text)], [status, told]);
    assert.equal(relay.events[0]?.upstreamStatus, said.status ?? 200);
    for (const shown of [text, [...answer.headers], relay.events]) assertHides(shown, KEY, PASSWORD);
  });
}

const unread = { success: false, message: "The answer of Wavix could not be read." };
/** @param {number} status */
const bare = (status) => ({ success: false, message: `Wavix answered with status ${status}.` });
const json = { "content-type": "application/json" };

becomes(
  "an error in Wavix's words",
  { status: 404, headers: json, body: '{"success":false,"message":"Record not found","trace":"x"}' },
  404,
  { success: false, message: "Record not found" },
);
becomes(
  "an error that names fields",
  { status: 422, headers: json, body: '{"message":"No","errors":{"label":"is taken","deep":{"a":1}}}' },
  422,
  { success: false, message: "No", errors: { label: "is taken", deep: "No" } },
);
becomes(
  "an error with several words for a field",
  {
    status: 422,
    body: JSON.stringify({
      errors: { label: ["is taken", "is short"], odd: [1, "is odd"], none: [], [KEY]: [PASSWORD] },
    }),
  },
  422,
  {
    success: false,
    message: "Wavix answered with status 422.",
    errors: { label: "is taken", odd: "is odd", none: "", "…": "…" },
  },
);
becomes(
  "an error that repeats the key and the password",
  {
    status: 400,
    body: JSON.stringify({ message: `${KEY} ${encodeURIComponent(KEY)} ${PASSWORD}`, errors: { [KEY]: PASSWORD } }),
  },
  400,
  { success: false, message: "… … …", errors: { "…": "…" } },
);
const escaped = [...KEY].map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`).join("");
const inUrl = [...Buffer.from(PASSWORD)].map((byte) => `%${byte.toString(16).padStart(2, "0")}`).join("");
becomes(
  "an error that quotes the key as JSON and the password as a URL",
  { status: 400, body: JSON.stringify({ message: `{"key":"${escaped}"} ${inUrl}` }) },
  400,
  { success: false, message: '{"key":"…"} …' },
);
becomes(
  "an error whose words a cut would divide",
  { status: 400, body: JSON.stringify({ message: `${"x".repeat(490)}${KEY}` }) },
  400,
  { success: false, message: `${"x".repeat(490)}…` },
);
becomes("a refused key", { status: 401, body: '{"success":false,"error":true,"message":"Unauthorized"}' }, 424, {
  success: false,
  message: "The relay's API key was refused by Wavix.",
});
const gateway = (/** @type {number} */ status) => ({
  success: false,
  message: `Something in front of Wavix answered with status ${status}.`,
});
becomes("the page of a gateway that finds nothing", { status: 404, body: "<html>" }, 502, gateway(404));
becomes("the page of a gateway that lets nobody in", { status: 403, body: "<html>" }, 502, gateway(403));
becomes("JSON of a gateway that is no object", { status: 404, body: '"Not Found"' }, 502, gateway(404));
becomes("a 404 without words", { status: 404, body: "{}" }, 404, { success: false });
becomes("a 403 without words", { status: 403, body: '{"message":" "}' }, 403, { success: false });
becomes("the page of a gateway", { status: 502, body: "<html><h1>Bad gateway</h1></html>" }, 502, bare(502));
becomes("a failure without a word", { status: 503, body: "" }, 503, bare(503));
becomes("a redirect", { status: 307, headers: { location: "http://127.0.0.1:1/" }, body: "" }, 502, bare(307));
for (const status of [402, 405, 410, 413, 418, 431, 451, 499]) {
  const body = '{"success":false,"message":"Insufficient funds"}';
  becomes("a refusal in Wavix's words", { status, body }, status, { success: false, message: "Insufficient funds" });
}
becomes("a refusal without a word", { status: 418, body: "{}" }, 418, bare(418));
becomes("a status that nobody expects", { status: 600, body: "{}" }, 502, bare(600));
becomes("a page that says that all is well", { body: "<html></html>" }, 502, unread);
becomes("a success that is cut off", { body: '{"id": 1' }, 502, unread);
becomes("a success of 100,000 lists in each other", { body: "[".repeat(100_000) + "]".repeat(100_000) }, 502, unread);
becomes("20 MB", { body: "x".repeat(20_000_000) }, 502, {
  success: false,
  message: "The answer of Wavix is too large.",
});
becomes("bytes that are no UTF-8", { body: Buffer.of(0x22, 0xff, 0x22) }, 502, unread);
becomes("a success without a body", { status: 204, body: "" }, 204, "");
becomes(
  "a success that says too much",
  {
    headers: { ...json, "set-cookie": "a=b" },
    body: JSON.stringify({
      id: 7,
      "password ": "p",
      Access_Token: "t",
      more: [{ access_token: "t", link: `?appid=${KEY}` }],
      big: "1",
    }),
  },
  200,
  { id: 7, more: [{ link: "?appid=…" }], big: "1" },
);
becomes("a success that would change what objects are", { body: '{"id":7,"__proto__":{"polluted":1}}' }, 200, {
  id: 7,
});

test("a password that is repeated byte by byte does not come back", async (context) => {
  const password = "Planted-Pässw0rd-€-😀";
  const message = `Bad password ${Buffer.from(password).toString("latin1")}.`;
  const upstream = await startRecorder(context, { status: 400, body: JSON.stringify({ message }) });
  const relay = await startRelay(context, { baseUrl: upstream.url });
  const answer = await relay.ask("PUT", "/v1/trunks/1", { body: { ...GOOD, password } });
  assert.equal((await answer.json()).message, "Bad password ….");
});

test("a refused key says nothing of the phone numbers that lead to a trunk, which is not deleted", async (context) => {
  const upstream = await startRecorder(context, { status: 401, body: '{"success":false,"error":true,"message":"No"}' });
  const relay = await startRelay(context, { baseUrl: upstream.url });
  const client = new wavix.TrunkClient({ baseUrl: relay.baseUrl, headers: { cookie: "session=admin" } });
  await assert.rejects(Promise.resolve(client.delete(7)), (/** @type {any} */ error) => {
    assert.deepEqual([error.code, error.status, error.outcome], ["http", 424, "not_sent"]);
    assert.match(error.message, /The relay's API key was refused by Wavix/);
    return true;
  });
  assert.deepEqual(
    upstream.requests.map(({ method, url }) => [method, url.split("?")[0]]),
    [["GET", "/v1/numbers"]],
  );
  assert.equal(relay.events[0]?.refused, "key refused");
});

test("what Wavix says goes to the page and not into the log", async (context) => {
  for (const status of [400, 403, 404, 408, 409, 422, 429, 500, 503]) {
    const said = "the planted words\nof Wavix";
    const body = JSON.stringify({ message: said, errors: { planted: said } });
    const upstream = await startRecorder(context, { status, body });
    const relay = await startRelay(context, { baseUrl: upstream.url });
    const answer = await relay.ask("GET", "/v1/trunks/7");
    assert.deepEqual([answer.status, (await answer.json()).message], [status, said]);
    assert.equal(relay.events[0]?.refused, `Wavix answered ${status}`);
    assert.ok(!JSON.stringify(relay.events).includes("planted"));
  }
});

test("a redirect is not followed, wherever it leads", async (context) => {
  const elsewhere = await startRecorder(context);
  const upstream = await startRecorder(context, { status: 302, headers: { location: `${elsewhere.url}/v1/trunks` } });
  const relay = await startRelay(context, { baseUrl: upstream.url });
  assert.equal((await relay.ask("GET", "/v1/trunks")).status, 502);
  assert.deepEqual([upstream.requests.length, elsewhere.requests.length], [1, 0]);
});

test("nobody there becomes 502, and the log has the system's word for it", async (context) => {
  const relay = await startRelay(context, { baseUrl: await nowhere() });
  const answer = await relay.ask("GET", "/v1/trunks");
  assert.deepEqual(
    [answer.status, await answer.json()],
    [502, { success: false, message: "Wavix could not be reached." }],
  );
  assert.equal(relay.events[0]?.refused, "no answer, ECONNREFUSED");
  assertHides(relay.events, KEY);
});

/**
 * An upstream that takes a request and says nothing.
 *
 * @param {import("node:test").TestContext} context
 */
async function startSilent(context) {
  const server = createServer();
  await once(server.listen(0, "127.0.0.1"), "listening");
  context.after(() => server.close());
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  const asked = once(server, "connection").then(async ([socket]) => {
    socket.on("error", () => {});
    context.after(() => socket.destroy());
    const closed = new Promise((resolve) => socket.once("close", resolve));
    await once(socket, "data");
    return { closed };
  });
  return { url: `http://127.0.0.1:${port}`, asked };
}

test("silence becomes 504 when the time is over, and the upstream call ends", async (context) => {
  const { url, asked } = await startSilent(context);
  const relay = await startRelay(context, { baseUrl: url, limits: { timeoutMs: 50 } });
  const answer = await relay.ask("POST", "/v1/trunks", { body: GOOD });
  assert.deepEqual(
    [answer.status, await answer.json()],
    [504, { success: false, message: "Wavix did not answer in time." }],
  );
  await (await asked).closed;
});

test("a caller who gives up ends the upstream call", async (context) => {
  const { url, asked } = await startSilent(context);
  const relay = await startRelay(context, { baseUrl: url });
  const controller = new AbortController();
  const call = new wavix.TrunkClient({ baseUrl: relay.baseUrl, headers: { cookie: "session=admin" } }).list(
    {},
    { signal: controller.signal },
  );
  const { closed } = await asked;
  controller.abort();
  await assert.rejects(Promise.resolve(call), { code: "aborted" });
  await closed;
});

test("a caller who has gone before the relay begins costs no upstream call", async (context) => {
  const upstream = await startRecorder(context);
  const relay = await startRelay(context, { baseUrl: upstream.url });
  const request = new Request(`${relay.baseUrl}/v1/trunks`, {
    headers: { cookie: "session=admin" },
    signal: AbortSignal.abort(),
  });
  assert.equal((await relay.relay(request)).status, 499);
  assert.equal(upstream.requests.length, 0);
});

test("a body that never ends is given up when the time is over", async (context) => {
  const upstream = await startRecorder(context);
  const relay = await startRelay(context, { baseUrl: upstream.url, limits: { timeoutMs: 50 } });
  const socket = connect(relay.port, "127.0.0.1");
  context.after(() => socket.destroy());
  socket.write(
    `POST /api/wavix/v1/trunks HTTP/1.1\r\nHost: 127.0.0.1:${relay.port}\r\nCookie: session=admin\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{`,
  );
  const [said] = await once(socket, "data");
  assert.match(String(said), /^HTTP\/1\.1 408 /);
  assert.equal(upstream.requests.length, 0);
});

test("a connection that breaks after a create is unknown to the page, as it would be without a relay", async (context) => {
  const sandbox = await startFaulty(KEY);
  context.after(() => sandbox.stop());
  const relay = await startRelay(context, { baseUrl: sandbox.url });
  const client = new wavix.TrunkClient({ baseUrl: relay.baseUrl, headers: { cookie: "session=admin" } });
  await sandbox.order([{ method: "POST", processed: true, fault: "drop" }]);
  await assert.rejects(Promise.resolve(client.create(GOOD)), { code: "server", status: 502, outcome: "unknown" });
  await sandbox.order([{ method: "POST", processed: true, fault: "drop" }]);
  const trunk = await client.create({ ...GOOD, label: "Branch" }, { onUnknown: "reconcile" });
  assert.equal(trunk.label, "Branch");
  assert.equal((await sandbox.trunks()).length, 2);
});
