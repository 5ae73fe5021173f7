// @ts-check
// Options that cannot work are said when the relay is made, without repeating them.

import assert from "node:assert/strict";
import { test } from "node:test";
import { assertHides } from "../packaging/secrets.mjs";
import { authorize, KEY, project, relays, wavix } from "./place.mjs";

const { createRelay } = relays;
const good = { apiKey: KEY, authorize };

/** @type {[string, object, RegExp][]} */
const wrong = [
  ["no key", { ...good, apiKey: undefined }, /^apiKey must be/],
  ["an empty key", { ...good, apiKey: "" }, /^apiKey must be/],
  ["a key with a line end", { ...good, apiKey: `${KEY}\n` }, /^apiKey must be/],
  ["nobody asked", { apiKey: KEY }, /^authorize is missing/],
  ["somebody who is no function", { ...good, authorize: true }, /^authorize is missing/],
  ["another way for the key", { ...good, auth: "basic" }, /^auth must be/],
  ["a base path that is none", { ...good, basePath: "api" }, /^basePath must be/],
  ["a base path that browsers write differently", { ...good, basePath: "/api/../x" }, /^basePath must be/],
  ["a base path with a query", { ...good, basePath: "/api?x" }, /^basePath must be/],
  ["an upstream that is no URL", { ...good, baseUrl: "wavix" }, /^baseUrl must be/],
  ["an upstream of another protocol", { ...good, baseUrl: "file:///etc" }, /^baseUrl must be/],
  ["an upstream with a user", { ...good, baseUrl: "https://me@api.wavix.com" }, /^baseUrl must be/],
  ["an upstream with a query", { ...good, baseUrl: `https://api.wavix.com?appid=${KEY}` }, /^baseUrl must be/],
  ["an upstream without TLS", { ...good, baseUrl: "http://api.wavix.com" }, /^baseUrl must begin with https/],
  ["an upstream that looks like this machine", { ...good, baseUrl: "http://127.evil.example" }, /^baseUrl must begin/],
  ["all origins", { ...good, cors: { origins: ["*"] } }, /^cors.origins must be/],
  ["the origin null", { ...good, cors: { origins: ["null"] } }, /^cors.origins must be/],
  ["an origin with a path", { ...good, cors: { origins: ["https://a.example/"] } }, /^cors.origins must be/],
  ["all headers", { ...good, cors: { headers: ["*"] } }, /^cors.headers must be/],
  ["no time", { ...good, limits: { timeoutMs: 0 } }, /^limits.timeoutMs must be/],
  ["more time than a timer takes", { ...good, limits: { timeoutMs: 2 ** 31 } }, /^limits.timeoutMs must be/],
  ["half a byte", { ...good, limits: { bodyBytes: 0.5 } }, /^limits.bodyBytes must be/],
  ["a limit that is text", { ...good, limits: { answerBytes: "8" } }, /^limits.answerBytes must be/],
  ["a rate of nothing", { ...good, limits: { rate: { requests: 0 } } }, /^limits.rate.requests must be/],
  ["a store that does not count", { ...good, limits: { rate: { store: {} } } }, /^limits.rate.store must/],
  ["a secret that there is not", { ...good, reveal: ["apiKey"] }, /^reveal must be/],
  ["a logger that is none", { ...good, logger: "console" }, /^logger must be/],
  ["an option that is misspelt", { ...good, authorise: authorize }, /^authorise is no option/],
];

for (const [name, options, message] of wrong) {
  test(`${name} is refused`, () => {
    assert.throws(
      () => createRelay(/** @type {import("./place.mjs").Options} */ (options)),
      (error) => {
        assert.ok(error instanceof wavix.ConfigurationError);
        assert.match(error.message, message);
        assertHides(error, KEY);
        return true;
      },
    );
  });
}

test("what can work is taken", () => {
  const more = [
    {},
    { basePath: "/" },
    { basePath: "/api/wavix/" },
    { baseUrl: "http://localhost:1" },
    { baseUrl: "http://[::1]:1/x/" },
    { baseUrl: "http://wavix.internal", allowInsecure: true },
    { limits: { rate: /** @type {const} */ (false) } },
    { cors: { origins: ["http://localhost:5173"] } },
  ];
  for (const options of more) assert.equal(typeof createRelay({ ...good, ...options }), "function");
});

test("require gives the same as import, and the same errors", () => {
  const required = project.byRequire("wavix-trunks/relay");
  assert.deepEqual(Object.keys(required).sort(), Object.keys(relays).sort());
  assert.throws(() => required.createRelay({}), wavix.ConfigurationError);
});
