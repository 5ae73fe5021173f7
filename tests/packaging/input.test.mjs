// @ts-check
// Whatever settings come as: the same answer for the same settings, an answer for everything, and never an exception.

import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect } from "node:util";
import { install } from "./project.mjs";

/** @type {typeof import("wavix-trunks")} */
const {
  describeCallerId,
  generatePassword,
  passwordStrength,
  validateDestinations,
  validateField,
  validateTrunk,
  WavixError,
} = await install().byImport();

const office = { label: "Head office", password: "correct-Horse-7", callerid: "12121234567" };

/** @param {{ path: (string | number)[]; code: string }[]} issues */
const said = (issues) => issues.map(({ path, code }) => `${path.join(".")} ${code}`);

class Form {
  #label = office.label;
  password = office.password;
  get label() {
    return this.#label;
  }
  get callerid() {
    return office.callerid;
  }
  get ip_restrict() {
    return true;
  }
  get allowed_ips() {
    return [new Address()];
  }
}
class Address {
  get ip() {
    return "8.8.8.8";
  }
}

test("settings are read from whatever holds them", () => {
  const expected = validateTrunk({ ...office, ip_restrict: true, allowed_ips: ["8.8.8.8"] });
  assert.equal(expected.ok, true);
  const plain = { ...office, ip_restrict: true, allowed_ips: [{ ip: "8.8.8.8" }] };
  const shapes = [
    new Form(),
    new (class extends Form {})(),
    Object.create(plain),
    Object.assign(Object.create(null), plain),
    Object.freeze(plain),
    new Proxy(plain, {}),
    new Map(Object.entries(plain)),
    new Map(Object.entries({ ...plain, allowed_ips: [new Map([["ip", "8.8.8.8"]])] })),
    new (class extends Map {})(Object.entries(plain)),
  ];
  for (const shape of shapes) assert.deepEqual(validateTrunk(shape), expected, inspect(shape));
  assert.deepEqual(
    said(validateTrunk(new Map(/** @type {[unknown, unknown][]} */ ([[{}, 1], ...Object.entries(office)]))).issues),
    [],
    "keys that are no text",
  );
});

const pairs = [
  ...Object.entries(office),
  ["ip_restrict", "off"],
  ["ip_restrict", "on"],
  ["allowed_ips", "8.8.8.8, 1.1.1.1"],
  ["allowed_ips", "9.9.9.9\r\n"],
  ["host_request.host", "8.8.4.4"],
  ["call_restrict", "true"],
  ["call_limit", "60"],
  ["max_call_cost", ""],
];

test("what a form sends is read as a form, without being told", () => {
  const form = new FormData();
  for (const [name = "", value = ""] of pairs) form.append(name, value);
  for (const sent of [form, new URLSearchParams(pairs)]) {
    const { value } = validateTrunk(sent);
    assert.deepEqual(value?.allowed_ips, [{ ip: "8.8.8.8" }, { ip: "1.1.1.1" }, { ip: "9.9.9.9" }]);
    assert.deepEqual(value?.host_request, { host: "8.8.4.4" });
    assert.deepEqual([value?.ip_restrict, value?.call_restrict, value?.call_limit], [true, true, 60]);
    assert.equal(value?.max_call_cost, undefined);
    assert.deepEqual(said(validateField("call_limit", "0", { context: sent })), ["call_limit range"]);
    assert.deepEqual(said(validateField("call_limit", "1", { context: sent })), []);
  }
  form.set("label", new Blob(["a file"]));
  assert.deepEqual(said(validateTrunk(form).issues.filter(({ severity }) => severity === "error")), ["label type"]);
});

/** @type {ProxyHandler<object>} */
const throwing = {
  get() {
    throw new Error("no");
  },
};
const thrower = new Proxy(() => {}, throwing);
const { proxy: revoked, revoke } = Proxy.revocable({}, {});
revoke();
/** @type {Record<string, unknown>} */
const cyclic = { label: "Round" };
Object.assign(cyclic, { allowed_ips: [cyclic, [cyclic]], host_request: cyclic, call_limit: cyclic });
const huge = "x".repeat(10_000_000);
const endless = Object.assign(new Map(), {
  *[Symbol.iterator]() {
    for (;;) yield ["label", "again"];
  },
});

/** @type {unknown[]} */
const hostile = [
  ...[
    undefined,
    null,
    0,
    -0,
    Number.NaN,
    JSON.parse("1e400"),
    "",
    huge,
    true,
    7n,
    Symbol("s"),
    () => {},
    class {},
    [],
    [[]],
  ],
  ...[new Date(), /x/, new Error("x"), new Set([1]), new WeakMap(), new Uint8Array(9), new ArrayBuffer(9)],
  ...[
    Promise.resolve(),
    globalThis,
    process,
    new Proxy({}, throwing),
    revoked,
    cyclic,
    endless,
    new Map([["label", revoked]]),
  ],
  new Proxy(new Map(Object.entries(office)), {}),
  new Proxy([], { get: () => revoked }),
  Object.setPrototypeOf({ label: huge }, Map.prototype),
  Object.setPrototypeOf({}, FormData.prototype),
  { [Symbol.toStringTag]: "FormData" },
  { [Symbol.toStringTag]: "Map", label: 7 },
  {
    get [Symbol.toStringTag]() {
      throw new Error("no");
    },
  },
  {
    get label() {
      throw new Error("no");
    },
  },
  { label: thrower, password: revoked, callerid: cyclic },
  { label: huge, password: huge, callerid: huge, rewrite_prefix: huge, rewrite_enabled: true, allowed_ips: [huge] },
  { label: "\ud800", password: "\udfff\ud800", callerid: "\ud83d" },
  {
    call_restrict: true,
    call_limit: Number.POSITIVE_INFINITY,
    cost_limit: true,
    max_call_cost: Number.NEGATIVE_INFINITY,
    max_channels: 7n,
  },
  { allowed_ips: new Array(2 ** 32 - 1), ip_restrict: true },
  { allowed_ips: Object.assign([], { length: 3, 5: "x" }) },
  JSON.parse('{"__proto__": {"label": "evil"}, "constructor": {"prototype": {"evil": 1}}, "label": "x"}'),
  Object.fromEntries(Array.from({ length: 200_000 }, (_, index) => [`k${index}`, index])),
];

test("nothing throws, whatever it is given and in whichever place", () => {
  for (const [index, value] of hostile.entries()) {
    const report = validateTrunk(value);
    assert.equal(report.ok, false, `the one at ${index}`);
    assert.ok(report.issues.length > 0);
    assert.equal(validateTrunk(office, /** @type {{}} */ (value)).ok, true);
    const options = /** @type {{}} */ ({ limits: value, coerce: value, language: value });
    assert.equal(validateTrunk(office, options).ok, true);
    assert.ok(Array.isArray(validateField("label", value, { ...options, context: value })));
    for (const list of [value, [value], [{ transport: value, destination: value, trunk_id: value, priority: value }]]) {
      const { ok, value: good, issues } = validateDestinations(list);
      assert.deepEqual([good === undefined, issues.length > 0], [!ok, !ok]);
    }
    assert.equal(
      said(validateField(/** @type {string} */ (value), value))[0]
        ?.split(" ")
        .at(-1),
      "unknown_field",
    );
    assert.ok(passwordStrength(value, /** @type {{}} */ (value)).score >= 0);
    assert.equal(describeCallerId(value), null);
  }
  assert.equal(/** @type {Record<string, unknown>} */ ({}).evil, undefined);
  assert.equal(/** @type {Record<string, unknown>} */ ({}).label, undefined);
  assert.deepEqual(said(validateTrunk(office).issues), [], "and the next one is judged as ever");
});

test("an entry behind a hole keeps its index", () => {
  // biome-ignore lint/suspicious/noSparseArray: that is what this is about
  const holes = ["8.8.8.8", , "8.8.8"];
  const { issues } = validateTrunk({ ...office, ip_restrict: true, allowed_ips: holes });
  assert.deepEqual(said(issues), ["allowed_ips.1 type", "allowed_ips.2.ip ip"]);
});

test("a key named __proto__ changes no prototype, however deep", () => {
  const input = { ...office, codec: JSON.parse('{"__proto__": {"evil": 1}, "name": "PCMU"}') };
  const value = /** @type {Record<string, { evil?: unknown }>} */ (/** @type {unknown} */ (validateTrunk(input).value));
  assert.equal(value.codec?.evil, undefined);
  assert.equal(Object.getPrototypeOf(value.codec), Object.prototype);
});

test("settings of any size are judged", () => {
  const label = "x".repeat(300_000);
  const report = validateTrunk({ ...office, label, allowed_ips: Array(20_000).fill("8.8.8.8"), ip_restrict: true });
  assert.equal(report.ok && report.value.label, label);
  assert.equal(report.ok && report.value.allowed_ips?.length, 20_000);
  assert.deepEqual(said(report.issues.slice(0, 1)), ["allowed_ips.1.ip duplicate"]);
  assert.equal(report.issues.length, 19_999);
});

test("a field is judged with the rest of the form, and a name that is none is one issue", () => {
  const context = { call_restrict: "on", callerid: "0" };
  assert.deepEqual(said(validateField("call_limit", "", { context, coerce: true })), ["call_limit required_when"]);
  assert.deepEqual(said(validateField("call_limit", "60", { context, coerce: true })), []);
  const limits = { call_limit: 59 };
  assert.deepEqual(said(validateField("call_limit", "60", { context, coerce: true, limits })), [
    "call_limit above_account_limit",
  ]);
  assert.deepEqual(said(validateField("call_limits", 1)), ["call_limits unknown_field"]);
  // @ts-expect-error: TypeScript would have said so
  assert.deepEqual(said(validateField()), [" unknown_field"]);
});

test("a generated password is strong, and what cannot be is a configuration error", () => {
  const seen = new Set();
  for (let count = 0; count < 500; count++) {
    const length = 12 + (count % 53);
    const password = generatePassword({ length, avoidAmbiguous: count % 2 === 0 });
    assert.match(password, /^[A-Za-z0-9][A-Za-z0-9._-]+[A-Za-z0-9]$/);
    if (count % 2 === 0) assert.doesNotMatch(password, /[0O1Il]/);
    assert.equal(password.length, length);
    assert.deepEqual(passwordStrength(password).reasons, []);
    assert.deepEqual(validateTrunk({ ...office, password }).issues, []);
    seen.add(password);
  }
  assert.equal(seen.size, 500);
  assert.equal(generatePassword().length, 20);
  for (const length of [11, 65, 12.5, Number.NaN, Number.POSITIVE_INFINITY, -12, "20", null]) {
    assert.throws(
      // @ts-expect-error: TypeScript would have said so
      () => generatePassword({ length }),
      (error) => error instanceof WavixError && error.code === "configuration" && /12 to 64/.test(error.message),
    );
  }
});

test("without crypto there is an error and no password", () => {
  const crypto = Object.getOwnPropertyDescriptor(globalThis, "crypto");
  for (const value of [undefined, {}, { getRandomValues: () => {} }, { getRandomValues: thrower }]) {
    Object.defineProperty(globalThis, "crypto", { value, configurable: true });
    assert.throws(
      () => generatePassword(),
      (error) => error instanceof WavixError && error.code === "configuration" && /random/.test(error.message),
    );
  }
  if (crypto) Object.defineProperty(globalThis, "crypto", crypto);
  assert.equal(generatePassword().length, 20);
});

test("a caller ID says where it is from", () => {
  assert.deepEqual(describeCallerId("+1 (212) 123-4567"), {
    digits: "12121234567",
    countryCode: "1",
    country: "North America and the Caribbean",
    display: "+1 212 123 4567",
  });
  assert.deepEqual(describeCallerId("2101234567")?.countryCode, null);
  assert.equal(describeCallerId("020 7946 0018"), null);
});
