// @ts-check
// Options and parameters: taken in every shape that means something, and otherwise refused before anything is sent.

import assert from "node:assert/strict";
import { test } from "node:test";
import { install } from "./project.mjs";

/** @type {typeof import("wavix-trunks")} */
const { ConfigurationError, TrunkClient } = await install().byImport();

/** @typedef {import("wavix-trunks").CallOptions["headers"]} HeadersGiven */

/**
 * A client, and the headers that each of its requests had.
 *
 * @param {HeadersGiven} [headers]
 */
function recorder(headers) {
  /** @type {Record<string, string>[]} */
  const sent = [];
  /** @type {any} */
  const record = async (/** @type {string} */ _, /** @type {any} */ init) => {
    sent.push(init.headers);
    return Response.json({ sip_trunks: [], items: [], pagination: {} });
  };
  return { sent, client: new TrunkClient({ apiKey: "key", fetch: record, ...(headers && { headers }) }) };
}

/** @param {unknown} value */
const any = (value) => /** @type {any} */ (value);

/**
 * What a configuration error says.
 *
 * @param {() => unknown} call
 * @returns {Promise<string>}
 */
async function refusal(call) {
  try {
    await call();
  } catch (error) {
    assert.ok(error instanceof ConfigurationError, `${error}`);
    return error.message;
  }
  assert.fail("it was taken");
}

test("headers are taken from whatever consists of pairs, of the client and of a call", async () => {
  const shapes = [
    { "x-user": "Zoë" },
    Object.assign(Object.create(null), { "x-user": "Zoë" }),
    new Headers({ "x-user": "Zoë" }),
    new Map([["x-user", "Zoë"]]),
    new URLSearchParams([["x-user", "Zoë"]]),
    [["x-user", "Zoë"]],
  ];
  for (const headers of shapes) {
    const [of, by] = [recorder(headers), recorder()];
    await of.client.list();
    await by.client.list(null, { headers });
    await by.client.numbers.routes(1, { headers });
    assert.deepEqual(
      [...of.sent, ...by.sent].map((sent) => sent["x-user"]),
      ["Zoë", "Zoë", "Zoë"],
      Object.prototype.toString.call(headers),
    );
  }
});

test("headers that are none are refused, and not left out", async () => {
  class Own {
    "x-user" = "1";
  }
  const { sent, client } = recorder();
  const odd = [7, "x-user: 1", true, () => {}, new Date(), new Own(), ["x-user", "1"], [["x-user"]], [[7, "1"]]];
  for (const headers of [...odd, new Map([["x-user", "1"]]).entries(), new Set(["x-user"])]) {
    assert.match(await refusal(() => client.list(null, { headers: any(headers) })), /^headers must be an object/);
    assert.match(await refusal(() => recorder(any(headers))), /^headers must be an object/);
  }
  assert.deepEqual(sent, []);
});

test("headers that fetch would refuse are refused by name, without their values", async () => {
  const { sent, client } = recorder();
  /** @param {unknown} headers */
  const said = (headers) => refusal(() => client.create(any({}), { headers: any(headers) }));
  for (const value of ["Łukasz", "two\nlines", "\u0001", 7, undefined, ["a"]]) {
    const message = await said({ "x-user": value });
    assert.match(message, /^headers must not hold x-user but as a string of one line in Latin-1/);
    assert.ok(!message.includes("ukasz"));
  }
  const anyway = "Connection Content-Length Expect Host Keep-Alive Transfer-Encoding Upgrade Authorization Accept";
  for (const name of anyway.split(" ")) {
    assert.equal(await said({ [name]: "1" }), `headers must not hold ${name}: the client or fetch sets it.`);
  }
  assert.match(await said([["x user", "secret"]]), /^headers must have names of letters, digits and hyphens\.$/);
  assert.match(await said([...new Headers({ "x-a": "1" }), ["X-A", "2"]]), /^headers must not hold X-A twice\.$/);
  assert.deepEqual(sent, []);
});

test("a header of a call takes the place of the client's, whatever the case of its name", async () => {
  const { sent, client } = recorder({ "X-Tenant": "1", "x-other": "3" });
  await client.list(null, { headers: { "x-tenant": "2" } });
  const { accept, ...others } = sent[0] ?? {};
  assert.deepEqual(others, { "x-tenant": "2", "x-other": "3" });
});

test("what lifts a guard is a boolean, also where there is nothing to lift", async () => {
  const guarded = { allowInsecure: "http://api.example", dangerouslyAllowBrowser: "http://127.0.0.1" };
  for (const [name, place] of Object.entries(guarded)) {
    for (const baseUrl of ["https://api.example", place]) {
      for (const on of ["false", "0", "true", "", 0, 1, {}]) {
        const said = await refusal(() => new TrunkClient({ apiKey: "key", baseUrl, [name]: any(on) }));
        assert.equal(said, `${name} must be true or false, as a boolean.`);
      }
    }
    new TrunkClient({ apiKey: "key", baseUrl: "https://api.example", [name]: any(null) });
  }
  assert.match(await refusal(() => new TrunkClient({ baseUrl: "http://api.example", allowInsecure: false })), /https/);
  new TrunkClient({ baseUrl: "http://api.example", allowInsecure: true });
});

test("a baseUrl with a user or a password is refused", async () => {
  for (const user of ["me", ":pw", "me:pw"]) {
    const said = await refusal(() => new TrunkClient({ baseUrl: `https://${user}@api.example` }));
    assert.match(said, /^baseUrl must be without a user name/);
    assert.ok(!said.includes("pw"));
  }
});

test("a baseUrl with a query or a fragment is refused, be it empty", async () => {
  for (const end of ["?", "#", "?#", "?a=1", "#a", "/?"]) {
    const said = await refusal(() => new TrunkClient({ baseUrl: `https://api.example/v1${end}` }));
    assert.match(said, /^baseUrl must be without a user name/, end);
  }
});

test("a signal in the place of parameters or options is refused, and not left out", async () => {
  const { sent, client } = recorder();
  const { signal } = new AbortController();
  const remedy = "signal must stand in the options, the last argument: { signal }.";
  assert.equal(await refusal(() => client.list(any(signal))), remedy);
  assert.equal(await refusal(() => client.list(null, any(signal))), remedy);
  assert.equal(await refusal(() => client.listAll(any(signal)).next()), remedy);
  assert.equal(await refusal(() => client.get(1, any(signal))), remedy);
  assert.equal(await refusal(() => client.delete(1, any(signal))), remedy);
  assert.equal(await refusal(() => client.deleteMany([1], any(signal))), remedy);
  assert.equal(await refusal(() => client.numbers.list(any(signal))), remedy);
  assert.equal(await refusal(() => client.numbers.listAll(any(signal)).next()), remedy);
  assert.equal(await refusal(() => client.numbers.routeToTrunk([1], 2, any(signal))), remedy);
  assert.deepEqual(sent, []);
});

test("parameters of lists that cannot work, or that belong to the call, are refused", async () => {
  const { sent, client } = recorder();
  /** @param {unknown} params */
  const lists = (params) => [
    () => client.list(any(params)),
    () => client.pages(any(params)).next(),
    () => client.listAll(any(params)).next(),
    () => client.numbers.list(any(params)),
    () => client.numbers.listAll(any(params)).next(),
  ];
  for (const params of [2, "x", true, [2], () => {}, Symbol("x")]) {
    for (const list of lists(params)) assert.match(await refusal(list), /^params must be an object such as/);
  }
  for (const [name, value] of Object.entries({
    signal: AbortSignal.abort(),
    timeoutMs: 5,
    maxRetries: 0,
    headers: {},
    onRetry() {},
  })) {
    for (const list of lists({ page: 1, [name]: value })) {
      assert.match(await refusal(list), new RegExp(`^params must not hold ${name}: .* second argument`));
    }
  }
  for (const [name, values] of Object.entries({ page: [0, -1, 1.5, "1"], per_page: [0, 101, 1.5] })) {
    for (const value of values) {
      for (const list of lists({ [name]: value })) {
        assert.match(await refusal(list), new RegExp(`^${name} must be a whole number from 1 to`));
      }
    }
  }
  assert.deepEqual(sent, []);
  for (const list of [undefined, null, {}, { page: 2 }, { signal: undefined, timeoutMs: null }].flatMap(lists)) {
    await list();
  }
  assert.equal(sent.length, 25);
});
