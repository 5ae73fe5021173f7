// @ts-check
// Secrets planted everywhere they can be, and looked for in everything that gets printed.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { install } from "./project.mjs";
import { startSandbox } from "./sandbox.mjs";
import { assertHides } from "./secrets.mjs";
import { nowhere, startServer } from "./server.mjs";

/** @type {typeof import("wavix-trunks")} */
const { generatePassword, passwordStrength, TrunkClient, trunkFields, trunkSchema, validateField, validateTrunk } =
  await install().byImport();

const KEY = "planted+key/9f3a=7c1e";
const PASSWORD = "Planted-Passw0rd & 5d2b";
const office = { label: "Head office", password: PASSWORD, callerid: "12121234567" };

/** @type {Awaited<ReturnType<typeof startSandbox>>} */
let sandbox;
before(async () => {
  sandbox = await startSandbox("--api-key", KEY);
});
after(() => sandbox.stop());

const ways = /** @type {const} */ (["query", "bearer"]);

/** @param {Promise<unknown>} promise */
const failure = (promise) =>
  promise.then(
    () => assert.fail("it succeeded"),
    (error) => error,
  );

test("what is planted would be found", () => {
  assert.throws(() => assertHides(new Error("x", { cause: { url: `?appid=${encodeURIComponent(KEY)}` } }), KEY));
  assert.throws(() => assertHides({ deep: { er: [KEY] } }, KEY));
});

for (const auth of ways) {
  test(`a client shows nothing of its key, before and after calls, with the key as ${auth}`, async () => {
    const client = new TrunkClient({ apiKey: KEY, baseUrl: sandbox.url, auth });
    assertHides(client, KEY);
    await client.create(office);
    assertHides(client, KEY, PASSWORD);
  });

  test(`no error shows the key or a password, with the key as ${auth}`, async (t) => {
    // A server that says back what it was sent, as some do in their errors.
    const echo = JSON.stringify({ success: false, message: `Unknown appid ${KEY}`, errors: { password: PASSWORD } });
    const servers = [await startServer(t, 400, echo), await startServer(t, 401, echo), await startServer(t, 500, echo)];

    const here = new TrunkClient({ apiKey: KEY, baseUrl: sandbox.url, auth });
    const lost = new TrunkClient({ apiKey: KEY, baseUrl: await nowhere(), auth });
    const stranger = new TrunkClient({ apiKey: `${KEY}-wrong`, baseUrl: sandbox.url, auth });
    const errors = [
      await failure(here.get(404)),
      await failure(here.update(404, office)),
      await failure(here.create({ ...office, label: "", callerid: PASSWORD })),
      // @ts-expect-error: a secret in the place of something else
      await failure(here.get(PASSWORD)),
      await failure(lost.list()),
      await failure(lost.create(office)),
      await failure(stranger.create(office)),
    ];
    for (const server of servers) {
      const client = new TrunkClient({ apiKey: KEY, baseUrl: server.url, auth });
      errors.push(await failure(client.create(office)));
    }
    for (const error of errors) assertHides(error, KEY, PASSWORD);
  });
}

test("options that are refused are not repeated", () => {
  for (const options of [
    { apiKey: `${KEY} with spaces` },
    { apiKey: KEY, baseUrl: `https://user:${KEY}@example.com` },
  ]) {
    assert.throws(
      () => new TrunkClient(options),
      (error) => {
        assertHides(error, KEY);
        return true;
      },
    );
  }
});

test("the issues of a config show neither its password nor anything else that was typed", () => {
  const report = validateTrunk({ label: 7, password: [PASSWORD], callerid: PASSWORD, max_call_cost: PASSWORD });
  assert.equal(report.ok, false);
  assertHides(report.issues, PASSWORD);
});

test("a password typed into any field, in any shape, is in no issue and in no error", async () => {
  const client = new TrunkClient({ apiKey: KEY, baseUrl: sandbox.url });
  const form = new FormData();
  for (const { name } of trunkFields) form.append(name, PASSWORD);
  const shapes = [
    PASSWORD,
    [PASSWORD],
    { ip: PASSWORD, host: PASSWORD },
    [{ ip: PASSWORD }],
    new Map([["ip", PASSWORD]]),
  ];
  const language = { messages: { type: "{label} {received} {value} {password}", e164: "{hint} {callerid}" } };
  for (const options of [{}, { coerce: true }, { strict: true, language }]) {
    assertHides(validateTrunk(form, options).issues, PASSWORD);
    for (const { name } of trunkFields) {
      for (const value of shapes) {
        const settings = { ...office, password: "another-Horse-7", [name]: value };
        const result = trunkSchema.with(options)["~standard"].validate(settings);
        assertHides(validateTrunk(settings, options).issues, PASSWORD);
        assertHides(validateField(name, value, { ...options, context: settings }), PASSWORD);
        if (result.issues) assertHides(result.issues, PASSWORD);
      }
    }
  }
  for (const { name } of trunkFields) {
    const settings = { ...office, label: "", [name]: [PASSWORD] };
    assertHides(await failure(client.create(settings)), PASSWORD, KEY);
  }
  assertHides(passwordStrength(PASSWORD, { label: PASSWORD, callerid: PASSWORD }), PASSWORD);
  assert.throws(
    // @ts-expect-error: a secret in the place of something else
    () => generatePassword({ length: PASSWORD }),
    (error) => {
      assertHides(error, PASSWORD);
      return true;
    },
  );
});

test("an access token stays out of errors that follow it", async () => {
  const client = new TrunkClient({ apiKey: KEY, baseUrl: sandbox.url });
  const { id, access_token } = await client.create(office);
  assert.ok(access_token, "the sandbox gave a token");
  await client.delete(id);
  assertHides(client, access_token);
  assertHides(await failure(client.get(id)), access_token);
});

test("trunks and pages of trunks show a token to whoever asks for it by name, and to nobody else", async () => {
  const client = new TrunkClient({ apiKey: KEY, baseUrl: sandbox.url });
  const trunk = await client.create(office);
  const { data, response } = await client.get(trunk.id).withResponse();
  const page = await client.list();
  const [walked] = (await client.pages().next()).value?.sip_trunks ?? [];
  const [many] = await client.createMany([office]);
  const token = trunk.access_token;
  assert.ok(token, "the sandbox gave a token");
  assert.equal(data.access_token, token);
  const values = [trunk, data, response, page, walked, { ...trunk }, structuredClone(trunk)];
  for (const value of values) assertHides(value, token);
  assert.ok(many?.status === "fulfilled" && many.value.access_token);
  assertHides(many, many.value.access_token);
});
