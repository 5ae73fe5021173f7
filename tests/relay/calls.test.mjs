// @ts-check
// The package's own client, unchanged and without a key, through the relay to the sandbox.

import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { startFaulty } from "../faults/control.mjs";
import { assertHides } from "../packaging/secrets.mjs";
import { GOOD, KEY, PASSWORD, startRelay, wavix } from "./place.mjs";
import { startRecorder } from "./recorder.mjs";

/** @type {Awaited<ReturnType<typeof startFaulty>>} */
let sandbox;
before(async () => {
  sandbox = await startFaulty(KEY);
});
after(() => sandbox.stop());
beforeEach(() => sandbox.reset());

/**
 * @param {Awaited<ReturnType<typeof startRelay>>} relay
 * @param {string} session
 */
const clientOf = ({ baseUrl }, session = "admin") =>
  new wavix.TrunkClient({ baseUrl, headers: { cookie: `session=${session}` }, maxRetries: 0 });

/** @param {Promise<unknown>} promise */
const failure = (promise) =>
  promise.then(
    () => assert.fail("it succeeded"),
    (error) => error,
  );

for (const auth of /** @type {const} */ (["query", "bearer"])) {
  test(`all calls work as they do without a relay, and no secret comes back, with the key as ${auth}`, async (context) => {
    const relay = await startRelay(context, { baseUrl: sandbox.url, auth });
    const client = clientOf(relay);
    const trunk = await client.create({ ...GOOD, callerid: "+1 (212) 123-4567" });
    assert.equal(trunk.callerid, "12121234567");
    const changed = await client.update(trunk.id, { ...GOOD, label: "Branch" });
    const read = await client.get(trunk.id);
    const page = await client.list({ page: 1, per_page: 5 });
    assert.deepEqual([changed.label, read.label, page.sip_trunks[0]?.label], ["Branch", "Branch", "Branch"]);
    assert.deepEqual(await client.delete(trunk.id, { ifRouted: "delete" }), { success: true });

    const tokens = [trunk, changed, read, ...page.sip_trunks].map(({ access_token }) => access_token);
    assert.deepEqual(tokens, Array(4).fill(null));
    assertHides(relay.events, KEY, PASSWORD);
    assertHides(relay.relay, KEY);
    assert.deepEqual(
      relay.events.map(({ method, path, subject, status, upstreamStatus }) => [
        method,
        path,
        subject,
        status,
        upstreamStatus,
      ]),
      [
        ["POST", "/v1/trunks", "ada", 201, 201],
        ["PUT", `/v1/trunks/${trunk.id}`, "ada", 200, 200],
        ["GET", `/v1/trunks/${trunk.id}`, "ada", 200, 200],
        ["GET", "/v1/trunks?page=1&per_page=5", "ada", 200, 200],
        ["DELETE", `/v1/trunks/${trunk.id}`, "ada", 200, 200],
      ],
    );
  });
}

test("an access token comes back where the relay was asked for it", async (context) => {
  const relay = await startRelay(context, { baseUrl: sandbox.url, reveal: ["access_token"] });
  const { access_token } = await clientOf(relay).create(GOOD);
  assert.equal(access_token, (await sandbox.trunks())[0]?.access_token);
});

test("the relay's own rules judge what a page sends past its client, and the page's client understands", async (context) => {
  const rules = { limits: { max_channels: 2 } };
  const relay = await startRelay(context, { baseUrl: sandbox.url, rules });
  const channels = { channels_restrict: true, max_channels: 3 };
  const error = await failure(clientOf(relay).create({ ...GOOD, ...channels }));
  assert.ok(error instanceof wavix.InvalidRequestError);
  assert.deepEqual([error.status, error.outcome, error.issues[0]?.path], [422, "refused", ["max_channels"]]);
  assertHides(error, PASSWORD);

  const raw = await relay.ask("POST", "/v1/trunks", {
    body: { label: " ", password: "********", callerid: "12121234567" },
  });
  const told = await raw.json();
  assert.deepEqual([raw.status, Object.keys(told.errors)], [422, ["label", "password"]]);
  assert.equal(told.message, "Missing or invalid parameter label");
  assert.deepEqual(await sandbox.requests(), []);
});

test("each may do what they may, and nothing else", async (context) => {
  const relay = await startRelay(context, { baseUrl: sandbox.url });
  const { id } = await sandbox.create(GOOD);
  /** @param {string} session */
  const may = async (session) => {
    const client = clientOf(relay, session);
    const calls = [
      () => client.list(),
      () => client.get(id),
      () => client.update(id, GOOD),
      () => client.create(GOOD),
      () => client.delete(id, { ifRouted: "delete" }),
    ];
    const came = [];
    for (const call of calls)
      came.push(
        await call().then(
          () => "done",
          ({ name, outcome }) => [name, outcome].join(" ").trim(),
        ),
      );
    return came;
  };
  const refused = "PermissionError refused";
  assert.deepEqual(await may("reader"), ["done", "done", refused, refused, refused]);
  assert.deepEqual(await may("writer"), ["done", "done", "done", "done", refused]);
  const unknown = "AuthenticationError refused";
  assert.deepEqual(await may("nobody"), ["AuthenticationError", "AuthenticationError", unknown, unknown, unknown]);
  assert.deepEqual(await may("admin"), Array(5).fill("done"));
});

test("what is refused names the request, and the log has it under the same name", async (context) => {
  const relay = await startRelay(context, { baseUrl: sandbox.url });
  const planted = { "x-request-id": "planted\u00e9\tid" };
  const answers = [
    await relay.ask("GET", "/v1/trunks/9", { headers: planted }),
    await relay.ask("GET", "/v1/nothing?appid=planted"),
    await relay.ask("GET", "/v1/trunks", { headers: { origin: "https://evil.example" } }),
  ];
  for (const [at, answer] of answers.entries()) {
    const { status, headers } = answer;
    assert.equal(headers.get("x-request-id"), relay.events[at]?.requestId);
    assert.match(headers.get("x-request-id") ?? "", /^[0-9a-f-]{36}$/);
    assert.equal(relay.events[at]?.status, status);
  }
  assert.deepEqual(
    relay.events.map(({ refused }) => refused),
    ["Wavix answered 404", "Record not found", "another site"],
  );
  assert.ok(!JSON.stringify(relay.events).includes("planted"));
});

test("what only looks like an instruction to the relay is left behind", async (context) => {
  const seen = await startRecorder(context);
  const relay = await startRelay(context, { baseUrl: seen.url });
  await relay.ask("POST", "/v1/trunks", {
    body: GOOD,
    headers: {
      authorization: "Bearer of-the-page",
      "x-forwarded-for": "10.0.0.1",
      "x-http-method-override": "DELETE",
      "x-evil": "yes",
      te: "trailers",
      range: "bytes=0-1",
      "accept-language": "de",
    },
  });
  const { method, url, headers = {} } = seen.requests[0] ?? {};
  assert.deepEqual([method, url], ["POST", `/v1/trunks?appid=${encodeURIComponent(KEY)}`]);
  const own = ["accept", "content-type", "x-request-id"];
  assert.deepEqual(
    own.map((name) => headers[name]),
    ["application/json", "application/json", relay.events[0]?.requestId],
  );
  for (const name of [
    "authorization",
    "cookie",
    "origin",
    "x-forwarded-for",
    "x-http-method-override",
    "x-evil",
    "te",
    "range",
  ]) {
    assert.equal(headers[name], undefined, name);
  }
  assert.notEqual(headers["accept-language"], "de");
});

test("of Wavix's headers only those come back that tell when to try again", async (context) => {
  const seen = await startRecorder(context, {
    status: 429,
    headers: {
      "set-cookie": "a=b",
      "retry-after": "7",
      server: "nginx",
      "x-evil": "1",
      "access-control-allow-origin": "*",
    },
    body: '{"success":false,"message":"Slow down"}',
  });
  const relay = await startRelay(context, { baseUrl: seen.url });
  const answer = await relay.ask("GET", "/v1/trunks");
  const names = [...answer.headers.keys()].filter((name) => !["connection", "date", "keep-alive"].includes(name));
  assert.deepEqual(names, [
    "cache-control",
    "content-length",
    "content-security-policy",
    "content-type",
    "cross-origin-resource-policy",
    "retry-after",
    "vary",
    "x-content-type-options",
    "x-request-id",
  ]);
  assert.deepEqual(
    [answer.status, answer.headers.get("retry-after"), await answer.json()],
    [429, "7", { success: false, message: "Slow down" }],
  );
});

test("settings are written anew, so that nobody reads another name or value than was judged", async (context) => {
  const upstream = await startRecorder(context, { body: '{"id":7}' });
  const relay = await startRelay(context, { baseUrl: upstream.url });
  const body = `{"label":"first","callerid":"+1 212 123 4567","label":"last","password":${JSON.stringify(PASSWORD)} ,"future":1}\n`;
  const headers = { cookie: "session=admin", "content-type": "application/json; charset=UTF-8" };
  const answer = await fetch(`${relay.baseUrl}/v1/trunks`, { method: "POST", headers, body });
  assert.equal(answer.status, 200);
  const sent = upstream.requests[0]?.body ?? "";
  assert.equal(sent.match(/"label"/g)?.length, 1);
  const { label, callerid, password, future, call_restrict } = JSON.parse(sent);
  assert.deepEqual([label, callerid, password, future, call_restrict], ["last", "12121234567", PASSWORD, 1, false]);
});

for (const numbersApi of /** @type {const} */ (["numbers", "mydids"])) {
  test(`phone numbers are read and routed through the relay, and protect a trunk from its delete, by ${numbersApi}`, async (context) => {
    const relay = await startRelay(context, { baseUrl: sandbox.url });
    const headers = { cookie: "session=admin" };
    const client = new wavix.TrunkClient({ baseUrl: relay.baseUrl, headers, maxRetries: 0, numbersApi });
    const { id } = await sandbox.create(GOOD);
    await sandbox.buy([{ number: "12125550100", label: "Büro & Co" }, { number: "12125550101" }]);

    const labelled = await client.numbers.list({ page: 1, per_page: 5, search: "555", label: "Büro & Co" });
    assert.deepEqual(
      labelled.items.map(({ number }) => number),
      ["12125550100"],
    );
    assert.equal((await client.numbers.get(2)).number, "12125550101");
    const smsRelayUrl = "https://example.com/planted-hook";
    await client.numbers.routeToTrunk([1, 2], id, { priority: 3, smsRelayUrl });
    await client.numbers.route([2], [{ transport: 4, destination: "+1 (212) 555-0199" }]);
    const [to] = (await sandbox.number(1)).destination;
    assert.deepEqual([to.transport, to.trunk_id, to.priority], [5, id, 3]);
    assert.equal((await sandbox.number(2)).destination[0].destination, "12125550199");
    assert.deepEqual(
      (await client.numbers.routes(id)).map(({ number }) => number),
      ["12125550100"],
    );
    await assert.rejects(Promise.resolve(client.delete(id)), { code: "routed", outcome: "not_sent" });
    assert.equal(await sandbox.count(), 1);
    assert.deepEqual(await client.delete(id, { ifRouted: "delete" }), { success: true });

    const change = numbersApi === "numbers" ? ["PATCH", "/v1/numbers"] : ["POST", "/v1/mydids/update-destinations"];
    assert.deepEqual(
      relay.events.slice(0, 4).map(({ method, path }) => [method, path]),
      [
        ["GET", `/v1/${numbersApi}?page=1&per_page=5`],
        ["GET", `/v1/${numbersApi}/2`],
        ["GET", `/v1/trunks/${id}`],
        change,
      ],
    );
    assertHides(relay.events, "planted-hook", "B\u00fcro");
  });
}

test("numbers are looked for as without a relay: as people write numbers, and labels in any script", async (context) => {
  const upstream = await startRecorder(context, { body: '{"items":[],"pagination":{}}' });
  const relay = await startRelay(context, { baseUrl: upstream.url });
  const sought = [{ search: "(212) 555-01.0" }, { search: "+1 212" }, { label: "می‌خواهم" }, { label: "👩‍👧" }];
  for (const what of sought) await clientOf(relay).numbers.list(what);
  const asked = upstream.requests.map(({ url }) => Object.fromEntries(new URL(url, relay.url).searchParams));
  assert.deepEqual(
    asked.map(({ search, label }) => search ?? label),
    sought.map(({ search, label }) => search ?? label),
  );
});

test("who may read numbers does not route them, and who may not read them deletes without asking", async (context) => {
  const permissions = { reader: ["read"], writer: ["read", "write", "delete"], eraser: ["delete"], router: ["route"] };
  const relay = await startRelay(context, {
    baseUrl: sandbox.url,
    authorize: (request) => {
      const name = request.headers.get("cookie")?.slice("session=".length) ?? "";
      return { subject: name, permissions: /** @type {any} */ (permissions)[name] };
    },
  });
  const { id } = await sandbox.create(GOOD);
  await sandbox.buy([{ number: "12125550100", destinations: [{ transport: 5, trunk_id: id, destination: "67758" }] }]);
  for (const session of ["reader", "writer"]) {
    const client = clientOf(relay, session);
    assert.equal((await client.numbers.list()).items.length, 1);
    const error = await failure(client.numbers.route([1], []));
    assert.deepEqual([error.code, error.outcome, /phone numbers/.test(error.message)], ["permission", "refused", true]);
  }
  assert.equal((await failure(clientOf(relay, "writer").delete(id))).code, "routed");
  const router = clientOf(relay, "router");
  assert.equal((await failure(router.numbers.list())).code, "permission");
  await router.numbers.route([1], [{ transport: 5, trunk_id: id, destination: "67758" }]);
  assert.equal((await failure(clientOf(relay, "eraser").delete(id, { ifRouted: "refuse" }))).code, "permission");
  assert.deepEqual(await clientOf(relay, "eraser").delete(id), { success: true });
});

test("a routing that cannot be is told in the page's own words, and of Wavix's error no address comes back", async (context) => {
  const relay = await startRelay(context, { baseUrl: sandbox.url });
  const body = { ids: [1], destinations: [{ transport: 1, destination: "office" }] };
  const raw = await relay.ask("PATCH", "/v1/numbers", { body });
  const { message, errors } = await raw.json();
  assert.deepEqual([raw.status, message], [422, "Missing or invalid parameter destinations"]);
  assert.match(errors.destinations, /SIP address/);
  assert.deepEqual(await sandbox.requests(), []);

  await sandbox.order([{ method: "PATCH", fault: { repeat_secrets: { status: 400 } } }]);
  const hook = "https://example.com/planted-hook";
  const again = await relay.ask("PATCH", "/v1/numbers", { body: { ids: [1], destinations: [], sms_relay_url: hook } });
  const told = await again.text();
  assert.equal(again.status, 400);
  assert.ok(!told.includes("planted-hook") && !told.includes(KEY), told);
});
