// @ts-check
// What servers send reaches the caller in one shape. The same oddities as `tests/wire`, which reads them natively.

import assert from "node:assert/strict";
import { test } from "node:test";
import { install } from "./project.mjs";

/** @type {typeof import("wavix-trunks")} */
const { TrunkClient, WavixError } = await install().byImport();

const office = { label: "Head office", password: "correct-Horse-7", callerid: "12121234567" };

const TRUNK = [
  "access_token allowed_ips call_limit call_recording_enabled call_restrict callerid channels_restrict cost_limit created_at",
  "didinfo_enabled encrypted_media host id ip_restrict label machine_detection_enabled max_call_cost max_channels",
  "multiple_numbers name passthrough rewrite_cond rewrite_enabled rewrite_prefix transcription_enabled",
  "transcription_threshold",
].flatMap((line) => line.split(" "));
const SUMMARY = [
  "access_token auth_method call_recording_enabled callerid charge encrypted_media host_request id label",
  "machine_detection_enabled multiple_numbers name passthrough status talk_time transcription_enabled",
  "transcription_threshold",
].flatMap((line) => line.split(" "));

/**
 * A client whose server gives this answer.
 *
 * @param {unknown} body
 * @param {number} [status]
 * @param {Record<string, string>} [headers]
 */
function answering(body, status = 200, headers = {}) {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return new TrunkClient({
    apiKey: "k",
    maxRetries: 0,
    fetch: async () => new Response(status === 204 ? null : text, { status, headers }),
  });
}

/** @param {Promise<unknown>} promise */
const failure = (promise) =>
  promise.then(
    () => assert.fail("it succeeded"),
    (error) => {
      assert.ok(error instanceof WavixError);
      return error;
    },
  );

test("every field of the types is there, null where the server left it out", async () => {
  const trunk = await answering({ name: "67758" }).get(1);
  assert.deepEqual(Object.keys(trunk).sort(), TRUNK);
  for (const [name, value] of Object.entries(trunk)) assert.equal(value, name === "name" ? "67758" : null, name);
  const page = await answering({ sip_trunks: [{}] }).list();
  assert.deepEqual(Object.keys(page.sip_trunks[0] ?? {}).sort(), SUMMARY);
  assert.deepEqual(page.pagination, { current_page: 0, per_page: 0, total: 0, total_pages: 0 });
});

test("rows that lack the same fields are completed alike, be they many or few", async () => {
  for (const lacks of [SUMMARY, SUMMARY.slice(6), SUMMARY.slice(1), SUMMARY.slice(0, 1), []]) {
    const row = Object.fromEntries(SUMMARY.filter((name) => !lacks.includes(name)).map((name) => [name, "given"]));
    const { sip_trunks } = await answering({ sip_trunks: [row, row, row] }).list();
    for (const trunk of sip_trunks) {
      for (const name of SUMMARY) assert.equal(Reflect.get(trunk, name), lacks.includes(name) ? null : "given", name);
    }
  }
});

/**
 * A client whose server answers in such pieces.
 *
 * @param {unknown[]} pieces
 */
const inPieces = (pieces) =>
  new TrunkClient({
    apiKey: "k",
    maxRetries: 0,
    fetch: async () =>
      new Response(
        new ReadableStream({
          start(controller) {
            for (const piece of pieces) controller.enqueue(piece);
            controller.close();
          },
        }),
      ),
  });

test("an answer that comes in pieces reads like one that comes as a whole, wherever it is cut", async () => {
  const bytes = new TextEncoder().encode(JSON.stringify({ label: "Büro 东京 ☎️" }));
  for (let at = 0; at <= bytes.length; at++) {
    const trunk = await inPieces([bytes.subarray(0, at), bytes.subarray(at)]).get(1);
    assert.equal(trunk.label, "Büro 东京 ☎️");
  }
  const single = Array.from(bytes, (byte) => Uint8Array.of(byte));
  assert.equal((await inPieces([Uint8Array.of(0xef, 0xbb, 0xbf), ...single]).get(1)).label, "Büro 东京 ☎️");
  assert.equal((await failure(inPieces([]).get(1))).code, "decode");
});

test("a body of something else than bytes is no answer, whatever it says of its length", async () => {
  for (const piece of ["{}", {}, { byteLength: 2 }, null, [123, 125]]) {
    const { code, message } = await failure(inPieces([piece]).get(1));
    assert.deepEqual([code, message], ["network", "fetch gave something that is not a response."]);
  }
});

test("a body that does not end is given up at 64 MiB", async () => {
  const piece = new Uint8Array(2 ** 20).fill(32);
  let pieces = 0;
  const endless = new ReadableStream({
    pull(controller) {
      pieces++;
      controller.enqueue(piece);
    },
  });
  const client = new TrunkClient({ apiKey: "k", maxRetries: 0, fetch: async () => new Response(endless) });
  const { code, message } = await failure(client.get(1));
  assert.deepEqual([code, message], ["decode", "The answer is larger than 67108864 bytes and was not read."]);
  // The one too many, and those that the stream holds ready.
  assert.ok(pieces > 64 && pieces < 70, `${pieces} MiB`);
});

test("each row of a page is completed by itself, whatever the one before it had", async () => {
  const rows = [
    { label: "a" },
    { label: "b" },
    { label: "c", id: 3 },
    { "label ": "d" },
    { label: "e", charge: 1 },
    {},
  ];
  const { sip_trunks } = await answering({ sip_trunks: [...rows, ...rows] }).list();
  for (const row of sip_trunks) assert.deepEqual(Object.keys(row).sort(), SUMMARY);
  const labels = ["a", "b", "c", "d", "e", null];
  assert.deepEqual(
    sip_trunks.map(({ label }) => label),
    [...labels, ...labels],
  );
});

test("oddities of older servers are smoothed", async () => {
  /** @param {object} body */
  const read = (body) => answering({ name: "67758", ...body }).get(1);
  const { allowed_ips } = await read({ allowed_ips: ["8.8.8.8", { id: 7, ip: "9.9.9.9", note: "new" }] });
  assert.deepEqual(allowed_ips, [{ ip: "8.8.8.8" }, { id: 7, ip: "9.9.9.9", note: "new" }]);
  assert.equal((await read({ callerid: "" })).callerid, "");
  assert.equal((await read({ max_call_cost: "0.180" })).max_call_cost, "0.180");
  assert.equal((await read({ max_call_cost: 0.18 })).max_call_cost, "0.18");
  assert.equal((await read({ max_call_cost: 2 })).max_call_cost, "2");
  assert.equal((await read({ "label ": "odd" })).label, "odd");
  assert.equal((await read({ "\u00a0label": "odd" })).label, "odd");
  assert.equal((await read({ "label ": "odd", label: "even" })).label, "even");
  assert.equal((await read({ label: "even", "label ": "odd" })).label, "even");
  const [row] = (await answering({ sip_trunks: [{ charge: 12.5, host_request: { host: "8.8.8.8" } }] }).list())
    .sip_trunks;
  assert.deepEqual([row?.charge, row?.host_request], ["12.5", { host: "8.8.8.8", status: null }]);
});

test("what the server adds reaches the caller and what it mistypes too", async () => {
  const body = { id: "uuid-7", label: "x", codecs: ["PCMU"], region: { name: "us" } };
  const trunk = /** @type {Record<string, unknown>} */ (/** @type {unknown} */ (await answering(body).get(1)));
  for (const [name, value] of Object.entries(body)) assert.deepEqual(trunk[name], value);
});

test("lists may be null, empty or of statuses nobody knows yet, and nothing else", async () => {
  const pagination = { current_page: 2, per_page: 100, total: 101, total_pages: 2, vendor: "x" };
  /** @param {unknown} sip_trunks */
  const read = (sip_trunks) => answering({ sip_trunks, pagination, took: 3 }).list();
  assert.deepEqual((await read(null)).sip_trunks, []);
  const page = await read([{ id: 5, status: "frozen", auth_method: "TLS", charge: "12.3400", talk_time: 61 }]);
  assert.deepEqual(page.pagination, pagination);
  assert.equal(/** @type {Record<string, unknown>} */ (/** @type {unknown} */ (page)).took, 3);
  const { status, auth_method, charge } = page.sip_trunks[0] ?? assert.fail("no row");
  assert.deepEqual([status, auth_method, charge], ["frozen", "TLS", "12.3400"]);
  for (const odd of ["many", 7, {}, [7], [null], [[]]]) assert.equal((await failure(read(odd))).code, "decode");
  for (const odd of ["[]", "{}", "null", "7", '{"sip_tru', "<html>", ""]) {
    assert.equal((await failure(answering(odd).list())).code, "decode", odd);
  }
});

/** @type {[string, object][]} */
const NO_TRUNK = [
  ["nothing", {}],
  ["a refusal", { success: false, message: "x" }],
  ["a refusal about a trunk", { success: false, id: 7, label: "x" }],
  ["an error", { error: "x" }],
  ["a trunk within something else", { data: { id: 7, label: "x" } }],
];

for (const [name, body] of NO_TRUNK) {
  test(`${name} with the status of a success is no trunk: read, made or changed`, async () => {
    assert.equal((await failure(answering(body).get(1))).code, "decode");
    for (const write of [answering(body, 201).create(office), answering(body).update(1, office)]) {
      const error = await failure(write);
      assert.deepEqual([error.code, error.outcome], ["decode", "unknown"]);
    }
    const [made] = await answering(body, 201).createMany([office]);
    assert.equal(made?.status, "rejected");
  });
}

test("settings that were not read are not changed", async () => {
  const deep = JSON.parse(`${"[".repeat(50)}${"]".repeat(50)}`);
  const bodies = [...NO_TRUNK.map(([, body]) => body), { id: 1, trunk: office }, { ...office, id: 1, vendor: deep }];
  for (const body of bodies) {
    const error = await failure(answering(body).patch(1, { label: "New", callerid: "12125550100" }, office));
    assert.deepEqual([error.code, error.outcome], ["decode", "not_sent"], JSON.stringify(body));
    assert.equal((await failure(answering(body).preview(1, { label: "New" }))).code, "decode");
  }
});

test("a refusal is no empty list", async () => {
  const refusal = { success: false, message: "x", sip_trunks: null, items: null };
  assert.equal((await failure(answering(refusal).list())).code, "decode");
  assert.equal((await failure(answering(refusal).numbers.list())).code, "decode");
});

test("a delete may answer with nothing but not with a refusal", async () => {
  for (const [body, status] of /** @type {const} */ ([
    ['{"success": true, "id": 7}', 200],
    ["", 204],
    [" ", 200],
    ["null", 200],
  ])) {
    assert.deepEqual(await answering(body, status).delete(1, { ifRouted: "delete" }), { success: true });
  }
  const error = await failure(answering('{"success": false}').delete(1, { ifRouted: "delete" }));
  assert.deepEqual([error.code, error.outcome, error.attempts], ["decode", "unknown", 1]);
});

test("the parameters that an error names are issues", async () => {
  const cases = /** @type {const} */ ([
    [{ message: "Missing or invalid parameter callerid." }, [["callerid", "Missing or invalid parameter callerid."]]],
    [
      { message: "no", errors: { label: "too\nlong", callerid: 7 } },
      [
        ["label", "too long"],
        ["callerid", "no"],
      ],
    ],
    [{ message: "no", errors: {} }, []],
    [{ message: "no", errors: ["label"] }, []],
    [{ errors: { "a\0b": "c\0d" } }, [["a b", "c d"]]],
    [7, []],
    ["", []],
  ]);
  for (const [body, issues] of cases) {
    const error = await failure(answering(body, 422).create(office));
    assert.equal(error.code, "invalid_request");
    const found = error.issues.map(({ path, message }) => [path[0], message]);
    assert.deepEqual(found, issues, JSON.stringify(body));
  }
});

test("dates of HTTP are times to wait, and what is none is not", async () => {
  const later = (/** @type {number} */ ms) => new Date(Date.now() + ms).toUTCString();
  /** @param {string} date */
  const delay = async (date) => {
    /** @type {number[]} */
    const delays = [];
    const patience = new AbortController();
    const client = new TrunkClient({
      apiKey: "k",
      onRetry({ delayMs }) {
        delays.push(delayMs);
        patience.abort();
      },
      fetch: async () => new Response("{}", { status: 429, headers: { "retry-after": date } }),
    });
    assert.equal((await failure(client.get(1, { signal: patience.signal }))).code, "aborted");
    return delays[0] ?? -1;
  };
  const LONGEST_OWN = 500;
  /** @param {string} date */
  const isRead = async (date) => (await delay(date)) > LONGEST_OWN;
  const [day, date, month, year, time] = later(30_000).replace(",", "").split(" ");
  const long = {
    Mon: "Monday",
    Tue: "Tuesday",
    Wed: "Wednesday",
    Thu: "Thursday",
    Fri: "Friday",
    Sat: "Saturday",
    Sun: "Sunday",
  };
  assert.ok(await isRead(later(30_000)));
  assert.ok(await isRead(`${long[/** @type {"Mon"} */ (day)]}, ${date}-${month}-${year?.slice(2)} ${time} GMT`));
  assert.ok(await isRead(`${day} ${month} ${date?.replace(/^0/, " ")} ${time} ${year}`));
  assert.ok(!(await isRead(later(-60_000))), "a time that has passed is no leave to hurry");
  for (const odd of ["soon", "2 s", "Wed, 99 Oct 2015", "1e0", ""]) {
    assert.ok(!(await isRead(odd)), `${odd} is no time: the client's own wait counts`);
  }
});

test("a trunk whose number would be rounded to another one's is none", async () => {
  for (const id of ["9007199254740993", "1.5"]) {
    assert.equal((await failure(answering(`{"id":${id}}`).get(1))).code, "decode");
    assert.equal((await failure(answering(`{"sip_trunks":[{"id":${id}}]}`).list())).code, "decode");
  }
});
