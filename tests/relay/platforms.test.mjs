// @ts-check
// The examples of docs/relay/index.md, each as it stands on its platform: all behave the same.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { describe, test } from "node:test";
import { promisify } from "node:util";
import { startFaulty } from "../faults/control.mjs";
import { exampleProject, examples, runtimes, startExample } from "./examples.mjs";
import { startForwarder } from "./forwarder.mjs";
import { KEY, PASSWORD, wavix } from "./place.mjs";

// Not waited for in one go: another platform is being tried meanwhile.
const run = promisify(execFile);
const bin = (/** @type {string} */ name) => join(runtimes, ".bin", name);
const workshop = join(import.meta.dirname, "../../node_modules/.bin");
const settings = { label: "Branch", password: PASSWORD, callerid: "12121234567" };

/**
 * What somebody sees of a relay, from the outside.
 *
 * @param {string} url
 * @param {Awaited<ReturnType<typeof startFaulty>>} sandbox
 */
async function seen(url, sandbox) {
  const baseUrl = `${url}/api/wavix`;
  /** @param {string} session */
  const clientOf = (session) =>
    new wavix.TrunkClient({ baseUrl, headers: { cookie: `theme=dark; session=${session}` }, maxRetries: 0 });
  const [ann, bob] = [clientOf("session-of-ann"), clientOf("session-of-bob")];
  /** @param {Promise<unknown>} call */
  const status = (call) =>
    Promise.resolve(call).then(
      () => "done",
      (error) => error.status,
    );
  /**
   * @param {string} method
   * @param {Record<string, string>} headers
   * @param {string} [body]
   */
  const raw = async (method, headers, body) => {
    const all = { cookie: "session=session-of-ann", ...headers };
    const answer = await fetch(`${baseUrl}/v1/trunks`, { method, headers: all, body: body ?? null });
    return { status: answer.status, id: answer.headers.has("x-request-id"), json: await answer.json() };
  };
  const json = { "content-type": "application/json" };

  const trunk = await ann.create(settings);
  const changed = await ann.update(trunk.id, { ...settings, label: "Head office" });
  const { pagination } = await bob.list({ page: 1, per_page: 5 });
  await sandbox.buy([{ number: "12125550100" }]);
  const unrouted = await status(bob.numbers.route([1], []));
  await ann.numbers.routeToTrunk([1], trunk.id);
  const [to] = (await sandbox.number(1)).destination;
  const refused = await status(bob.delete(trunk.id, { ifRouted: "delete" }));
  const deleted = await ann.delete(trunk.id, { ifRouted: "delete" });
  const before = (await sandbox.requests()).reduce((sum, { received }) => sum + received, 0);
  const hostile = [
    await raw("GET", { cookie: "" }),
    await raw("GET", { origin: "https://evil.example", "sec-fetch-site": "cross-site" }),
    await raw("POST", { ...json, origin: "null" }, "{}"),
    await raw("POST", { "content-type": "text/plain" }, "{}"),
    await raw("POST", json, "{"),
    await raw("POST", json, JSON.stringify({ ...settings, label: "" })),
    await raw("POST", json, JSON.stringify({ note: "x".repeat(66_000) })),
    await raw("PUT", json, "{}"),
  ];
  const unseen = (await sandbox.requests()).reduce((sum, { received }) => sum + received, 0) - before;
  const own = await raw("POST", { ...json, origin: url, "sec-fetch-site": "same-origin" }, JSON.stringify(settings));
  await sandbox.order([{ method: "GET", fault: { status: { code: 429, wait: { "retry-after": 7 } } } }]);
  const slow = await bob.list().then(
    () => assert.fail(),
    (error) => [error.code, error.headers["retry-after"]],
  );
  return {
    calls: [changed.label, pagination.total, refused, deleted],
    routes: [unrouted, to.trunk_id === trunk.id],
    hostile: hostile.map(({ status, id, json }) => [status, id, json.success]),
    unseen,
    own: [own.status, own.id, own.json.label, own.json.access_token],
    slow,
  };
}

const expected = {
  calls: ["Head office", 1, 403, { success: true }],
  routes: [403, true],
  hostile: [401, 403, 403, 415, 400, 422, 413, 405].map((status) => [status, true, false]),
  unseen: 0,
  own: [201, true, "Branch", undefined],
  slow: ["rate_limit", "7"],
};

/**
 * @typedef {object} Platform
 * @property {string} name
 * @property {(folder: string) => Promise<void>} [prepare]
 * @property {string[]} command
 * @property {boolean} [endsByItself] a request whose caller has gone: nothing of it runs on, so nothing is logged either
 */

/**
 * As Cloudflare's own tool bundles: under these conditions, with wasm left a module of its own.
 *
 * @param {string} folder
 */
async function bundleWorker(folder) {
  const options = ["--bundle", "--format=esm", "--conditions=workerd,worker,browser", "--loader:.wasm=copy"];
  const output = ["--outdir=out", "--out-extension:.js=.mjs", "--log-level=warning"];
  await run(join(workshop, "esbuild"), ["worker.mjs", ...options, ...output], { cwd: folder });
}

const workerd = [bin("node"), join(import.meta.dirname, "workerd.mjs"), "out/worker.mjs"];

/** @param {string} folder */
async function buildNext(folder) {
  const next = join(folder, "node_modules/next/dist/bin/next");
  writeFileSync(join(folder, "app/layout.js"), "export default ({ children }) => children;\n");
  await run(process.execPath, [next, "build", "--webpack"], {
    cwd: folder,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1" },
  });
}

/** @type {Platform[]} */
const platforms = [
  { name: "Node", command: [process.execPath, "node.mjs"] },
  { name: "Node 26", command: [bin("node"), "node.mjs"] },
  { name: "Express", command: [process.execPath, "express.mjs"] },
  { name: "Fastify", command: [process.execPath, "fastify.mjs"] },
  { name: "Hono", command: [process.execPath, "hono.mjs"] },
  { name: "Next.js", command: [process.execPath, "node_modules/next/dist/bin/next", "start"], prepare: buildNext },
  { name: "Cloudflare Workers", command: workerd, prepare: bundleWorker, endsByItself: true },
  { name: "Deno", command: [bin("deno"), "run", "--allow-env", "--allow-net", "--allow-read", "deno.mjs"] },
  { name: "Bun", command: [bin("bun"), "bun.mjs"] },
];

describe("platforms", { concurrency: 2 }, () => {
  for (const { name, command, prepare, endsByItself } of platforms) {
    test(`${name}: the example does what every other does`, async (context) => {
      const sandbox = await startFaulty(KEY);
      context.after(() => sandbox.stop());
      const forwarder = await startForwarder(context, sandbox.url);
      const folder = exampleProject();
      await prepare?.(folder);
      const environment = { WAVIX_API_KEY: KEY, WAVIX_BASE_URL: forwarder.url };
      const { url, says } = await startExample(context, folder, command, environment);
      assert.deepEqual(await seen(url, sandbox), expected);

      const kept = forwarder.keep();
      const caller = connect(Number(new URL(url).port), "127.0.0.1");
      const host = new URL(url).host;
      caller.write(`GET /api/wavix/v1/trunks HTTP/1.1\r\nHost: ${host}\r\nCookie: session=session-of-ann\r\n\r\n`);
      const { closed } = await kept;
      // By a reset: workerd takes a connection that is only closed for one that still listens.
      caller.resetAndDestroy();
      await closed;
      if (!endsByItself) await says(/caller has gone/);
    });
  }
});

test("Cloudflare Workers: the count is in a Durable Object, one for each subject, however many ask at once", async (context) => {
  const sandbox = await startFaulty(KEY);
  context.after(() => sandbox.stop());
  const folder = exampleProject((_, text) => text.replace("requests: 300, seconds: 60", "requests: 3, seconds: 3600"));
  await bundleWorker(folder);
  const environment = { WAVIX_API_KEY: KEY, WAVIX_BASE_URL: sandbox.url };
  const { url } = await startExample(context, folder, workerd, environment);
  /** @param {string} name */
  const ask = async (name) => {
    const answer = await fetch(`${url}/api/wavix/v1/trunks`, { headers: { cookie: `session=session-of-${name}` } });
    await answer.arrayBuffer();
    return answer.status;
  };
  const statuses = await Promise.all(Array.from({ length: 12 }, () => ask("ann")));
  assert.deepEqual(statuses.sort(), [...Array(3).fill(200), ...Array(9).fill(429)]);
  assert.deepEqual([await ask("bob"), await ask("ann")], [200, 429]);
});

test("the worker that is tried has the name and the date of the configuration that is printed", () => {
  const printed = examples.get("wrangler.toml") ?? "";
  const tried = readFileSync(new URL("workerd.mjs", import.meta.url), "utf8");
  for (const key of [/compatibility_?date\W+"([\d-]+)"/i, /\b(RATE_LIMIT)\b/, /\b(RateLimitObject)\b/]) {
    assert.ok(printed.match(key)?.[1]);
    assert.equal(tried.match(key)?.[1], printed.match(key)?.[1]);
  }
});
