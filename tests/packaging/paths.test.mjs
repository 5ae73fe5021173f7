// @ts-check
// The quick way and the complete one give the same reports, for 100,000 settings that nobody wrote.

import assert from "node:assert/strict";
import { test } from "node:test";
import { chance } from "./chance.mjs";
import { install } from "./project.mjs";

/** @type {typeof import("wavix-trunks")} */
const { trunkFields, validateTrunk, validateTrunks } = await install().byImport();

/** How many objects, rows of JSON and rows of CSV. */
const [OBJECTS, JSON_ROWS, CSV_ROWS] = [50_000, 30_000, 20_000];
const { below, of } = chance(7);

const texts = [
  "",
  " ",
  "Head office",
  " Zürich\u00a0",
  "😀 desk",
  "a\ud800b",
  "\0",
  'quote " and \\ backslash',
  "tab\tline\nend",
  "x".repeat(300),
  "correct-Horse-7-battery",
  "Head office 1234!",
  "********",
  "aaaaBBBB1111",
  "abcd4321",
  "12121234567",
  "+1 (212) 123-4567",
  "0044207946",
  "442079460018",
  "999123456789",
  "00",
  "1a",
  "8.8.8.8",
  "10.0.0.1",
  " 1.1.1.1 ",
  "::1",
  "2606:4700:4700::1111",
  "8.8.8.8/24",
  "host.example",
  "8.8.8.8:5060",
  "0.18",
  "true",
];
const numbers = [0, -0, 1, 6, 3600, 0.18, 1.5, -1, 2_147_483_647, 2_147_483_648, 1e21, Number.NaN, Infinity, -Infinity];
const strange = [[], {}, 7n, Symbol("s"), () => {}, new Date(0), { ip: 1 }, [null], new Map([["ip", "8.8.8.8"]])];

const address = () =>
  of([() => of(texts), () => ({ ip: of(texts) }), () => ({ id: 7, ip: of(texts) }), () => of(strange)])?.();
const addresses = () =>
  Array.from({ length: below(below(20) === 0 ? 30 : 4) }, () => (below(4) ? { ip: of(texts) } : address()));

/** @type {Record<string, () => unknown>} */
const fitting = {
  switch: () => below(2) === 1,
  whole: () => of(numbers),
  amount: () => of(numbers),
  addresses,
  host: () => ({ host: of(texts) }),
};

/** @param {string} kind */
const anything = (kind) =>
  below(40) === 0
    ? of([of(strange), of(texts), of(numbers), below(2) === 1, null, undefined])
    : (fitting[kind] ?? (() => of(texts)))();

/** What no rule has anything against. */
const good = () => ({
  label: of(["Desk", " Zürich", "😀"]),
  password: "correct-Horse-7",
  callerid: of(["12121234567", "+44 20 7946 0018"]),
  ip_restrict: below(2) === 1,
  allowed_ips: Array.from({ length: below(4) }, () => ({ ip: of(["8.8.8.8", "10.0.0.1", "2606:4700:4700::1111"]) })),
  call_restrict: true,
  call_limit: of([1, 60]),
  max_call_cost: of([null, 0.18, -0]),
  passthrough: of([undefined, null, true, false]),
});

/** Fields in any order and number, each with a value that suits it, mostly; a third of them nothing but good. */
function settings() {
  if (below(3) === 0) return good();
  const fields = trunkFields.filter(() => below(4) > 0);
  if (below(3) === 0) fields.sort(() => below(3) - 1);
  /** @type {Record<string, unknown>} */
  const made = below(50) === 0 ? Object.create(null) : {};
  for (const { name, kind } of fields) made[name] = below(10) === 0 ? null : anything(kind);
  return below(3) > 0 ? Object.assign(made, good()) : made;
}

/** The same settings as an object that is not quite plain. */
const shapes = [
  (/** @type {object} */ made) => Object.assign(made, { codec: 1 }),
  (/** @type {object} */ made) => Object.create(made),
  (/** @type {object} */ made) => new Proxy(made, {}),
  (/** @type {object} */ made) => new Map(Object.entries(made)),
  (/** @type {object} */ made) => Object.defineProperty(made, "password", { enumerable: false }),
  (/** @type {object} */ made) =>
    Object.defineProperty(made, "label", {
      enumerable: true,
      get() {
        throw new Error("no");
      },
    }),
  (/** @type {object} */ made) =>
    Object.defineProperty(made, "label", {
      enumerable: true,
      get: () => validateTrunk({ label: "in between" }) && "Desk",
    }),
  (/** @type {object} */ made) => Object.assign([], made),
];

/** An option that changes nothing and that only the complete way knows. */
const completely = { language: {} };

test("of objects", () => {
  let valid = 0;
  for (let count = 0; count < OBJECTS; count++) {
    const made = settings();
    const given = below(20) === 0 ? of(shapes)?.(made) : made;
    const quick = validateTrunk(given);
    assert.deepStrictEqual(quick, validateTrunk(given, completely));
    valid += Number(quick.ok);
  }
  assert.ok(valid > OBJECTS / 4 && valid < OBJECTS / 2, `${valid} valid ones`);
});

test("a report is its owner's: what becomes of one changes no other", () => {
  const wrong = { label: "Desk", password: "1234", callerid: "x", ip_restrict: true, allowed_ips: ["10.0.0.1"] };
  const first = validateTrunk(wrong);
  const untouched = structuredClone(first);
  for (const issue of first.issues) {
    issue.path.push("changed");
    issue.message = "changed";
    for (const value of Object.values(issue.params)) if (Array.isArray(value)) value.push("changed");
    Object.assign(issue.params, { changed: true });
  }
  assert.deepStrictEqual(validateTrunk(wrong), untouched);
});

test("a getter is asked once, and cannot smuggle in what was not judged", () => {
  let asked = 0;
  const sly = {
    password: "correct-Horse-7",
    callerid: "12121234567",
    get label() {
      return asked++ === 0 ? "Desk" : 7;
    },
  };
  assert.deepStrictEqual([validateTrunk(sly).value?.label, asked], ["Desk", 1]);
});

/**
 * Row by row as text: for so many of them the assertions of Node take minutes.
 *
 * @param {import("wavix-trunks").BulkReport} one
 * @param {import("wavix-trunks").BulkReport} other
 */
function assertSame({ rows, ...one }, { rows: others, ...other }) {
  assert.deepStrictEqual(one, other);
  const differs = rows.findIndex((row, at) => JSON.stringify(row) !== JSON.stringify(others[at]));
  assert.deepStrictEqual(rows[differs], others[differs]);
  assert.equal(rows.length, others.length);
}

test("of rows of JSON", () => {
  const withoutBigInts = (/** @type {string} */ _, /** @type {unknown} */ value) =>
    typeof value === "bigint" ? 7 : value;
  for (const { count, space, ...options } of [
    { count: JSON_ROWS * 0.7 },
    { count: JSON_ROWS * 0.1, space: 1 },
    { count: JSON_ROWS * 0.1, coerce: true },
    { count: JSON_ROWS * 0.1, strict: true },
  ]) {
    const rows = Array.from({ length: count }, () => JSON.stringify(settings(), withoutBigInts, space));
    const file = `[${rows.join(",\n")}]`;
    // An escape in a name is out of the ordinary and means nothing.
    const escaped = file.replace(/"([a-z])([a-z_]+)":/g, (_, first, rest) => {
      return `"\\u00${first.charCodeAt(0).toString(16)}${rest}":`;
    });
    assert.notEqual(file, escaped);
    const limit = { ...options, maxRows: JSON_ROWS };
    assertSame(validateTrunks(file, limit), validateTrunks(escaped, limit));
  }
});

test("of rows of CSV", () => {
  const cells = texts.filter((text) => !/[\n\ud800]/.test(text));
  const cell = () => {
    const text = of([() => of(cells), () => String(of(numbers)), () => ""])?.() ?? "";
    return /[",]/.test(text) || below(3) === 0 ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const lines = Array.from({ length: CSV_ROWS }, () => trunkFields.map(cell).join(","));
  const header = trunkFields.map(({ name }) => name).join(",");
  // A carriage return alone ends a line, too, and is out of the ordinary.
  const judged = (/** @type {string} */ end) => validateTrunks([header, ...lines, ""].join(end), { maxRows: CSV_ROWS });
  const plain = judged("\n");
  assert.equal(plain.total, CSV_ROWS);
  assertSame(plain, judged("\r"));
});
