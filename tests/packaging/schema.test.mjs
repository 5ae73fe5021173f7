// @ts-check
// The JSON Schema beside the rules: a validator that knows nothing of Wavix says the same of the same settings.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Ajv } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import { chance } from "./chance.mjs";
import { install } from "./project.mjs";

/** @type {typeof import("wavix-trunks")} */
const { trunkFields, trunkJsonSchema, trunkSchema, validateTrunk } = await install().byImport();

const ADDRESSES = ["8.8.8.8", " 2606:4700::1111 ", "::", "1::", "::ffff:1.2.3.4", "1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7::"];
const NO_ADDRESSES = [
  "8.8.8",
  "8.8.8.256",
  "08.8.8.8",
  "8.8.8.0/24",
  "a.example",
  "1:2:3:4:5:6:7:8::",
  "::1::",
  "",
  "12345::",
];

/**
 * Values of a kind: the first list is right, the second is not, or not always.
 *
 * @type {Record<import("wavix-trunks").TrunkField["kind"], [unknown[], unknown[]]>}
 */
const VALUES = {
  text: [
    ["Head office", " x ", "correct-Horse-7", "****-1"],
    ["", " \t\u0085", "\uFEFF", "********", "xX.•", 7, {}],
  ],
  phone_number: [
    ["12121234567", "+1 (212) 123-4567", "+44.20.7946\u00a00018", "\u202a+49\u201130\u20131234567\u202c"],
    [
      "",
      "+",
      "1212123456",
      "121212345678",
      "0301234567",
      "0049301234567",
      "493012",
      "4915123456789012",
      "49abc1234567",
      12121234567,
    ],
  ],
  digits: [
    ["", "00", " 1 ", "\uFEFF44"],
    ["+1", "<string>", "٣", "1 2", 0],
  ],
  switch: [
    [true, false],
    ["on", 1, "", [], {}],
  ],
  whole: [
    [1, 60, 60.0, 2147483647],
    [0, -1, -2147483648, 2147483648, -2147483649, 0.5, 1e300, "60", true],
  ],
  amount: [
    [1, 0.18, "0.18", " 2.50 ", ".5", "5.", "+3", 1e-7],
    [0, -0, -1, "0", "-1", "0.00", "", "1e3", "$1", "1,5", ".", true],
  ],
  addresses: [
    [[], ...ADDRESSES.map((ip) => [ip]), ADDRESSES.map((ip) => ({ ip })), [{ id: 7, ip: "8.8.8.8" }]],
    [...NO_ADDRESSES.map((ip) => [ip]), [{ ip: 7 }], [{}], [null], [7], ["8.8.8.8", "x"], "8.8.8.8", {}],
  ],
  host: [
    ADDRESSES.map((host) => ({ host, status: "pending" })),
    [...NO_ADDRESSES.map((host) => ({ host })), { host: null }, {}, [], "8.8.8.8"],
  ],
};

/**
 * Settings that are mostly right, so that one mistake decides and not ten.
 *
 * @param {ReturnType<typeof chance>} random
 */
function settings(random) {
  /** @type {Record<string, unknown>} */
  const settings = { ...office };
  for (const { name, kind } of trunkFields) {
    const [right, wrong] = VALUES[kind];
    const dice = random.below(20);
    if (dice < 8) settings[name] = random.of(right);
    else if (dice === 8) settings[name] = random.of(wrong);
    else if (dice === 9) settings[name] = null;
    else if (dice === 10) delete settings[name];
  }
  if (random.below(20) === 0) settings.codec = { any: ["thing"] };
  return settings;
}

const office = { label: "Head office", password: "correct-Horse-7", callerid: "12121234567" };
const ajv = new Ajv2020({ strict: true });

test("ajv, strict, says of 10,000 settings what the rules say", () => {
  const accepts = ajv.compile(trunkJsonSchema());
  const random = chance(20261122);
  const seen = { true: 0, false: 0 };
  for (let count = 0; count < 10_000; count++) {
    const input = settings(random);
    const { ok, issues } = validateTrunk(input);
    seen[`${ok}`] += 1;
    const text = () => `${JSON.stringify(input)}\n${JSON.stringify(issues)}\n${JSON.stringify(accepts.errors)}`;
    assert.equal(accepts(input), ok, text());
  }
  assert.ok(seen.true > 1000 && seen.false > 1000, JSON.stringify(seen));
});

test("ajv agrees about every value of every field on its own, its switch on and off", () => {
  const accepts = ajv.compile({ ...trunkJsonSchema(), $id: "urn:wavix-trunks:one-by-one" });
  for (const { name, kind, dependsOn } of trunkFields) {
    for (const value of [...VALUES[kind].flat(), null, undefined, "text", 7, true]) {
      for (const on of [true, false]) {
        const switches = dependsOn ? { [dependsOn]: on } : { multiple_numbers: on };
        const input = { ...office, ...switches, [name]: value };
        assert.equal(accepts(input), validateTrunk(input).ok, JSON.stringify(input));
      }
    }
  }
});

/** What the rules and the schema say, which must be the same. */
const judges = () => {
  const accepts = ajv.compile({ ...trunkJsonSchema(), $id: "urn:wavix-trunks:again" });
  ajv.removeSchema("urn:wavix-trunks:again");
  return (/** @type {Record<string, unknown>} */ changes) => {
    const input = { ...office, ...changes };
    const { ok } = validateTrunk(input);
    assert.equal(accepts(input), ok, JSON.stringify(input));
    return ok;
  };
};

test("ajv agrees about every character, around and in the middle of a text", () => {
  const judge = judges();
  let right = 0;
  for (let code = 0; code <= 0xffff; code++) {
    // Between these there are only letters; and half a surrogate pair is no text.
    if (code === 0x3100) code = 0xfe00;
    const c = String.fromCharCode(code);
    const texts = [
      { label: c },
      { password: c },
      { callerid: `1212${c}1234567` },
      { callerid: c, multiple_numbers: true },
      { rewrite_enabled: true, rewrite_prefix: `${c}1${c}` },
      { host_request: { host: `8.8.8.8${c}` } },
      { cost_limit: true, max_call_cost: `${c}1` },
    ];
    right += texts.map(judge).filter(Boolean).length;
  }
  assert.ok(right > 10_000, `${right}`);
});

test("ajv agrees about addresses of random parts", () => {
  const judge = judges();
  const random = chance(6);
  const parts = [
    "1",
    "ab",
    "FFFF",
    "0",
    "12345",
    "g",
    "::",
    "::",
    ":",
    "1.2.3.4",
    "1.2.3",
    "01.2.3.4",
    "255.255.255.256",
  ];
  let right = 0;
  for (let count = 0; count < 10_000; count++) {
    const groups = Array.from({ length: random.below(9) }, () => random.of(parts));
    // Mostly groups with a colon between them, and a gap where two colons meet.
    const text = random.below(4) === 0 ? groups.join("") : groups.join(":").replace(/:{3,}/g, "::");
    if (judge({ host_request: { host: text } })) right += 1;
  }
  assert.ok(right > 500, `${right}`);
});

test("ajv agrees about addresses of every number of groups on either side of a gap", () => {
  const judge = judges();
  for (let before = 0; before <= 8; before++) {
    for (let after = 0; after <= 8; after++) {
      for (const last of ["1", "1.2.3.4"]) {
        const behind = [...Array(Math.max(after - 1, 0)).fill("1"), ...(after > 0 ? [last] : [])].join(":");
        judge({ host_request: { host: `${Array(before).fill("1").join(":")}::${behind}` } });
        judge({ host_request: { host: [...Array(before).fill("1"), last].join(":") } });
      }
    }
  }
});

test("what comes out is what the output's schema describes", () => {
  const { jsonSchema } = trunkSchema["~standard"];
  const accepts = ajv.compile(jsonSchema.output({ target: "draft-2020-12" }));
  const random = chance(1);
  let count = 0;
  while (count < 1000) {
    const { ok, value } = validateTrunk(settings(random));
    if (!ok) continue;
    count += 1;
    assert.ok(accepts(value), JSON.stringify([value, accepts.errors]));
  }
  assert.ok(!accepts({ label: "not complete" }));
});

test("both schemas are written for both drafts, and for no other", () => {
  const { jsonSchema } = trunkSchema["~standard"];
  for (const make of [jsonSchema.input, jsonSchema.output]) {
    assert.ok(new Ajv({ strict: true }).compile(make({ target: "draft-07" })));
    assert.ok(new Ajv2020({ strict: true }).compile(make({ target: "draft-2020-12" })));
    assert.throws(() => make({ target: "openapi-3.0" }), /draft-07/);
  }
});

test("a schema may be changed without changing anyone else's", () => {
  trunkJsonSchema().title = "mine";
  assert.equal(trunkJsonSchema().title, "Settings of a SIP trunk");
});

test("the table of fields is frozen, and its patterns are what browsers compile", () => {
  assert.ok(Object.isFrozen(trunkFields));
  for (const field of trunkFields) {
    assert.ok(Object.isFrozen(field));
    assert.ok(Object.values(field).every(Object.isFrozen));
    const [right] = VALUES[field.kind];
    for (const flag of ["u", "v"]) {
      const pattern = new RegExp(`^(?:${field.pattern ?? ".*"})$`, flag);
      if (field.pattern && field.kind !== "host") for (const text of right) assert.match(String(text), pattern);
    }
  }
});
