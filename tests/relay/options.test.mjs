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
  ["an upstream with a password only", { ...good, baseUrl: "https://:secret@api.wavix.com" }, /^baseUrl must be/],
  ["an upstream with an empty query", { ...good, baseUrl: "https://api.wavix.com/?" }, /^baseUrl must be/],
  ["an upstream with an empty fragment", { ...good, baseUrl: "https://api.wavix.com/#" }, /^baseUrl must be/],
  ["a word for allowInsecure", { ...good, allowInsecure: "false" }, /^allowInsecure must be true or false/],
  ["all origins", { ...good, cors: { origins: ["*"] } }, /^cors.origins must be/],
  ["the origin null", { ...good, cors: { origins: ["null"] } }, /^cors.origins must be/],
  ["an origin with a path", { ...good, cors: { origins: ["https://a.example/"] } }, /^cors.origins must be/],
  ["all headers", { ...good, cors: { headers: ["*"] } }, /^cors.headers must be/],
  ["origins that are misspelt", { ...good, cors: { origin: [] } }, /^origin is no option of cors, which takes origins/],
  ["an origin in no list", { ...good, cors: { origins: "https://a.example" } }, /^cors.origins must be/],
  ["a header in no list", { ...good, cors: { headers: "x-a" } }, /^cors.headers must be/],
  ["a word for credentials", { ...good, cors: { credentials: "no" } }, /^cors.credentials must be true or false/],
  ["cors that is nothing", { ...good, cors: null }, /^cors takes an object/],
  ["limits that are nothing", { ...good, limits: null }, /^limits takes an object/],
  [
    "a limit that is misspelt",
    { ...good, limits: { bodybytes: 5 } },
    /^bodybytes is no option of limits, .* bodyBytes/,
  ],
  ["a limit that is nothing", { ...good, limits: { timeoutMs: null } }, /^limits.timeoutMs must be/],
  ["a rate that is misspelt", { ...good, limits: { rate: { request: 5 } } }, /^request is no option of limits.rate/],
  ["a rate that is none", { ...good, limits: { rate: true } }, /^limits.rate takes an object/],
  ["a rate that is nothing", { ...good, limits: { rate: null } }, /^limits.rate takes an object/],
  ["rules that are none", { ...good, rules: "x" }, /^rules takes an object/],
  ["rules that are misspelt", { ...good, rules: { limit: {} } }, /^limit is no option of rules, .* limits/],
  ["a word for strict", { ...good, rules: { strict: "yes" } }, /^rules.strict must be true or false/],
  [
    "a limit of an account that is text",
    { ...good, rules: { limits: { max_channels: "2" } } },
    /^rules.limits.max_channels/,
  ],
  ["a limit of an account that is misspelt", { ...good, rules: { limits: { max_channel: 2 } } }, /^max_channel is no/],
  ["a language by its name", { ...good, rules: { language: "de" } }, /^rules.language takes an object/],
  ["a fetch that is none", { ...good, fetch: "x" }, /^fetch must be/],
  ["a logger that cannot be called", { ...good, logger: { warn: "x" } }, /^logger must be/],
  ["nothing at all", /** @type {any} */ (undefined), /^createRelay takes an object/],
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
    { rules: { strict: true, limits: { max_call_cost: 0.5 }, language: { labels: { label: "Name" } } } },
    { logger: console, fetch: globalThis.fetch },
  ];
  for (const options of more) assert.equal(typeof createRelay({ ...good, ...options }), "function");
});

test("a store in memory that cannot work is refused, too", () => {
  for (const options of [{ most: 0 }, { most: 0.5 }, { mots: 5 }]) {
    assert.throws(() => relays.memoryStore(options), wavix.ConfigurationError);
  }
});

test("require gives the same as import, and the same errors", () => {
  const required = project.byRequire("wavix-trunks/relay");
  assert.deepEqual(Object.keys(required).sort(), Object.keys(relays).sort());
  assert.throws(() => required.createRelay({}), wavix.ConfigurationError);
});
