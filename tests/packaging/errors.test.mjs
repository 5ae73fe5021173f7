// @ts-check
// What goes wrong arrives as one class of error, told apart by its code.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { install } from "./project.mjs";
import { startSandbox } from "./sandbox.mjs";
import { nowhere, startServer } from "./server.mjs";

/** @type {typeof import("wavix-trunks")} */
const wavix = await install().byImport();
const { TrunkClient, WavixError, isWavixError, validateTrunk } = wavix;

const office = { label: "Head office", password: "correct-Horse-7", callerid: "12121234567" };

/** @type {Awaited<ReturnType<typeof startSandbox>>} */
let sandbox;
before(async () => {
  sandbox = await startSandbox();
});
after(() => sandbox.stop());

const client = (apiKey = "sandbox-key") => new TrunkClient({ apiKey, baseUrl: sandbox.url });

/**
 * The error that a promise rejects with, which must be ours.
 *
 * @param {Promise<unknown>} promise
 */
async function failure(promise) {
  const error = await promise.then(
    () => assert.fail("it succeeded"),
    (error) => error,
  );
  assert.ok(error instanceof WavixError, `${error} is a WavixError`);
  return error;
}

/**
 * The errors of calls made at the same time.
 *
 * @param {Promise<unknown>[]} promises
 */
const failures = (...promises) => Promise.all(promises.map(failure));

test("settings with errors are rejected and nothing is sent", async (t) => {
  const server = await startServer(t, 500, "");
  const client = new TrunkClient({ apiKey: "sandbox-key", baseUrl: server.url });
  const errors = await failures(
    // @ts-expect-error: TypeScript would have said so
    client.create({ label: "No password" }),
    client.update(1, { ...office, label: "" }),
  );
  for (const error of errors) {
    assert.equal(error.code, "validation");
    assert.equal(error.status, undefined);
    assert.notDeepEqual(error.issues, []);
  }
  assert.equal(server.requests(), 0);
});

test("an error is an Error in every way that JavaScript has", async () => {
  const error = await failure(client().get(404));
  assert.ok(error instanceof Error);
  assert.equal(Object.prototype.toString.call(error), "[object Error]");
  assert.equal(error.name, "NotFoundError");
  assert.ok(!Object.hasOwn(error, "name"), "the name is the class's");
  assert.match(error.stack ?? "", /^NotFoundError: /);
});

test("an unknown key is an authentication error", async () => {
  for (const error of await failures(client("wrong-key").list(), client("wrong-key").create(office))) {
    assert.deepEqual([error.code, error.status], ["authentication", 401]);
  }
});

test("an account without trunks is a permission error", async () => {
  const error = await failure(client("sandbox-unprovisioned").list());
  assert.deepEqual([error.code, error.status], ["permission", 403]);
});

test("a trunk that is not there is not found by get, update and delete", async () => {
  for (const error of await failures(client().get(404), client().update(404, office), client().delete(404))) {
    assert.deepEqual([error.code, error.status], ["not_found", 404]);
  }
});

test("a parameter that only the server can judge is an issue on that field", async () => {
  const settings = { ...office, host_request: { host: "93.184.216.34" } };
  await client().create(settings);
  const error = await failure(client().create(settings));
  assert.deepEqual([error.code, error.status], ["invalid_request", 422]);
  assert.deepEqual(
    error.issues.map((issue) => issue.path),
    [["host_request"]],
  );
});

test("several sentences about a parameter give the first, and none the words of the whole", async (t) => {
  const said = { message: "Invalid", errors: { callerid: [], label: [7, "is taken", "is long"], ip: "odd" } };
  const server = await startServer(t, 422, JSON.stringify(said));
  const error = await failure(new TrunkClient({ apiKey: "sandbox-key", baseUrl: server.url }).get(1));
  const sorted = error.issues.map(({ path, message }) => `${path}: ${message}`).sort();
  assert.deepEqual(sorted, ["callerid: Invalid", "ip: odd", "label: is taken"]);
});

test("a server that is not there is a network error", async () => {
  const error = await failure(new TrunkClient({ apiKey: "sandbox-key", baseUrl: await nowhere() }).list());
  assert.deepEqual([error.code, error.status], ["network", undefined]);
});

test("a gateway's page of HTML is a server error or one of decoding, never an exception of another kind", async (t) => {
  const page = "<html><body>Bad gateway</body></html>";
  const html = { "content-type": "text/html" };
  for (const [status, code] of /** @type {const} */ ([
    [502, "server"],
    [200, "decode"],
  ])) {
    const server = await startServer(t, status, page, html);
    const error = await failure(new TrunkClient({ apiKey: "sandbox-key", baseUrl: server.url }).get(1));
    assert.deepEqual([error.code, error.status], [code, status]);
  }
});

test("options that cannot work are refused when the client is made", () => {
  const wrong = [
    {},
    { apiKey: "" },
    { apiKey: 7 },
    { apiKey: "key", auth: "basic" },
    { apiKey: "key", baseUrl: "ftp://127.0.0.1" },
    { apiKey: "key", baseUrl: "http://example.com" },
    undefined,
    null,
  ];
  for (const options of wrong) {
    assert.throws(
      // @ts-expect-error: TypeScript would have said so
      () => new TrunkClient(options),
      (error) => error instanceof WavixError && error.code === "configuration",
      JSON.stringify(options),
    );
  }
});

test("a client works on after a call with nonsense", async () => {
  const same = client();
  /** @type {any[]} */
  const nonsense = [undefined, null, "1", Number.NaN, 1.5, -1, {}, Symbol("id")];
  for (const id of nonsense) assert.equal((await failure(same.get(id))).code, "configuration");
  assert.ok((await same.list()).pagination);
});

test("a validation takes anything and never throws", () => {
  /** @type {Record<string, unknown>} */
  const cyclic = { label: "Round" };
  cyclic.allowed_ips = [cyclic];
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  const trap = {
    get label() {
      throw new Error("a getter that throws");
    },
  };
  for (const input of [undefined, null, 0, "", [], Symbol("s"), 7n, () => {}, cyclic, proxy, trap]) {
    const report = validateTrunk(input);
    assert.equal(report.ok, false);
    assert.ok(report.issues.length > 0);
  }
});

test("every kind of error has its class, its name and its guard, and survives JSON", async () => {
  const silent = new TrunkClient({ apiKey: "k", baseUrl: sandbox.url, fetch: () => new Promise(() => {}) });
  const broken = new TrunkClient({
    apiKey: "k",
    baseUrl: sandbox.url,
    maxRetries: 0,
    fetch: () => Promise.reject(new TypeError("failed")),
  });
  const answering = (/** @type {number} */ status) =>
    new TrunkClient({
      apiKey: "k",
      baseUrl: sandbox.url,
      maxRetries: 0,
      fetch: async () =>
        new Response('{"success":false,"message":"no"}', { status, headers: { "x-request-id": "r-1" } }),
    });
  /** @type {[keyof typeof wavix, import("wavix-trunks").ErrorCode, () => Promise<unknown>][]} */
  const kinds = [
    ["ValidationError", "validation", () => client().create({ ...office, label: " " })],
    ["ConfigurationError", "configuration", () => client().get(0.5)],
    ["InvalidRequestError", "invalid_request", () => answering(422).get(1)],
    ["AuthenticationError", "authentication", () => client("wrong").get(1)],
    ["PermissionError", "permission", () => answering(403).get(1)],
    ["NotFoundError", "not_found", () => client().get(999)],
    ["ConflictError", "conflict", () => answering(409).get(1)],
    ["RateLimitError", "rate_limit", () => answering(429).get(1)],
    ["ServerError", "server", () => answering(503).get(1)],
    ["TimeoutError", "timeout", () => silent.get(1, { timeoutMs: 1 })],
    ["AbortError", "aborted", () => silent.get(1, { signal: AbortSignal.abort() })],
    ["NetworkError", "network", () => broken.get(1)],
    ["DecodeError", "decode", () => answering(200).list()],
    ["WavixError", "http", () => answering(418).get(1)],
  ];
  for (const [name, code, call] of kinds) {
    const error = await failure(call());
    const Class = /** @type {typeof WavixError} */ (wavix[name]);
    assert.ok(error instanceof Class, `${error.name} is a ${name}`);
    assert.deepEqual([error.name, error.code], [name, code]);
    assert.ok(isWavixError(error) && isWavixError(error, code));
    const { stack, ...kept } = JSON.parse(JSON.stringify(error));
    assert.equal(stack, undefined);
    assert.deepEqual([kept.name, kept.code, kept.message], [name, code, error.message]);
  }
  assert.ok(!isWavixError(new Error("x")) && !isWavixError(null) && !isWavixError("x"));
  assert.ok(!isWavixError(await failure(client().get(999)), "server"));
});

test("an error carries the answer's headers without printing them", async () => {
  const error = await failure(client().get(999));
  assert.equal(error.headers["content-type"], "application/json; charset=utf-8");
  assert.equal(error.requestId, error.headers["x-request-id"]);
  assert.ok(!Object.keys(error).includes("headers"));
});

test("what is said to be known must be ids, and is nothing to a create that is not looked for", async () => {
  for (const known of ["1", [0], [1.5], ["1"], [null], {}]) {
    const error = await failure(
      // @ts-expect-error: no ids
      client().create(office, { onUnknown: "reconcile", known }),
    );
    assert.deepEqual([error.code, error.outcome], ["configuration", undefined]);
    assert.match(error.message, /^known must be an array of ids of trunks/);
  }
  // @ts-expect-error: no ids
  await client().create(office, { known: "1" });
  await client().create(office, { onUnknown: "reconcile", known: null });
});

test("many creates with an option that cannot work reject as a whole", async () => {
  for (const options of [{ onUnknown: "reconcil" }, { onUnknown: 1 }, { concurrency: 0 }]) {
    // @ts-expect-error: no such options
    const error = await failure(client().createMany([office], options));
    assert.equal(error.code, "configuration");
    assert.match(error.message, new RegExp(`^${Object.keys(options)[0]} must be`));
  }
});

test("a call that an earlier 429 holds beyond its time says so at once", async () => {
  let asked = 0;
  const limited = new TrunkClient({
    apiKey: "sandbox-key",
    fetch: async () => {
      asked++;
      return new Response(null, { status: 429, headers: { "retry-after": "86400" } });
    },
  });
  await failure(limited.get(1));
  const error = await failure(limited.create(office));
  assert.ok(error instanceof wavix.RateLimitError);
  assert.deepEqual([error.outcome, error.attempts, error.retryable, asked], ["not_sent", 0, true, 1]);
  assert.match(error.message, /nothing for another (600|599) s\.$/);
  assert.match(error.headers["retry-after"] ?? "", /^(600|599)$/);
});
