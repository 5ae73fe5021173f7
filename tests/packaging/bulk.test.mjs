// @ts-check
// Many trunks at once, from the installed package: whole, as streams, stopped half-way, and larger than wasm's memory.

import assert from "node:assert/strict";
import { test } from "node:test";
import { runInNewContext } from "node:vm";
import { install } from "./project.mjs";
import { assertHides } from "./secrets.mjs";

// The instance of the package gives its memory away on its way in.
/** @type {WebAssembly.Memory | undefined} */
let memory;
const { Instance } = WebAssembly;
WebAssembly.Instance = class extends Instance {
  /** @param {ConstructorParameters<typeof WebAssembly.Instance>} given */
  constructor(...given) {
    super(...given);
    memory = /** @type {WebAssembly.Memory} */ (
      Object.values(this.exports).find((it) => it instanceof WebAssembly.Memory)
    );
  }
};
/** @type {typeof import("wavix-trunks")} */
const { AbortError, ConfigurationError, readTrunks, validateTrunk, validateTrunkStream, validateTrunks } =
  await install().byImport();
WebAssembly.Instance = Instance;

const MEBIBYTE = 1024 * 1024;
const bytes = (/** @type {string} */ text) => new TextEncoder().encode(text);

/** @param {number} number */
const trunk = (number) => ({ label: `Zürich ${number}`, password: "correct-Horse-7", callerid: "12121234567" });

const header = "label,password,callerid\n";
const files = {
  json: JSON.stringify([trunk(1), { ...trunk(2), callerid: "0" }, trunk(1)]),
  ndjson: [trunk(1), { ...trunk(2), callerid: "0" }, trunk(1)].map((row) => JSON.stringify(row)).join("\n"),
  csv: `${header}Zürich 1,correct-Horse-7,12121234567\nZürich 2,correct-Horse-7,0\nZürich 1,correct-Horse-7,12121234567\n`,
};

/**
 * @param {Uint8Array} file
 * @param {number} length of each chunk
 */
async function* chunked(file, length) {
  for (let at = 0; at < file.length; at += length) yield file.subarray(at, at + length);
}

for (const [format, file] of Object.entries(files)) {
  test(`${format} gives one report as text, as bytes and as a stream cut anywhere`, async () => {
    const report = validateTrunks(file);
    assert.deepEqual(
      { ...report, rows: report.rows.map(({ row, ok, issues }) => [row, ok, issues.map(({ code }) => code)]) },
      {
        ok: false,
        format,
        total: 3,
        valid: 2,
        invalid: 1,
        warnings: 1,
        issues: [],
        rows: [
          [2, false, ["e164"]],
          [3, true, ["duplicate"]],
        ],
        truncated: false,
      },
    );
    assert.deepEqual(report.rows[0]?.issues, validateTrunk({ ...trunk(2), callerid: "0" }).issues);
    assert.deepEqual(validateTrunks(bytes(file)), report);
    assert.deepEqual(validateTrunks(Buffer.from(file)), report);
    for (const length of [1, 7, 100]) {
      assert.deepEqual(await validateTrunkStream(chunked(bytes(file), length)), report);
    }
    assert.deepEqual(await validateTrunkStream(new Blob([file]).stream()), report);
  });

  test(`${format} gives its configs in batches`, async () => {
    const reading = readTrunks(chunked(bytes(file), 40));
    const rows = [];
    let step = await reading.next();
    for (; !step.done; step = await reading.next()) rows.push(...step.value);
    const [first, second] = [validateTrunk(trunk(1)), validateTrunk({ ...trunk(2), callerid: "0" })];
    assert.deepEqual(rows[0], { row: 1, line: format === "csv" ? 2 : 1, ...first });
    assert.deepEqual(rows[1], { row: 2, line: format === "csv" ? 3 : format === "json" ? 1 : 2, ...second });
    assert.equal(rows.length, 3);
    const { rows: _, truncated: __, ...summary } = validateTrunks(file);
    assert.deepEqual(step.value, summary);
  });
}

test("chunks may be there already, of another realm, and from a source that gives no promise", async () => {
  const report = validateTrunks(bytes(files.json));
  const half = Math.floor(files.json.length / 2);
  const chunks = [bytes(files.json).subarray(0, half), bytes(files.json).subarray(half)];
  assert.deepEqual(await validateTrunkStream(chunks), report);
  assert.deepEqual(await validateTrunkStream(chunks.values(), /** @type {any} */ (null)), report);

  const elsewhere = runInNewContext(`new Uint8Array([${bytes(files.json)}])`);
  assert.deepEqual(validateTrunks(elsewhere), report);
  assert.deepEqual(await validateTrunkStream([elsewhere]), report);

  const left = [...chunks];
  const next = () => ({ done: left.length === 0, value: left.shift() });
  const source = /** @type {any} */ ({ [Symbol.asyncIterator]: () => ({ next }) });
  assert.deepEqual(await validateTrunkStream(source, { signal: new AbortController().signal }), report);
});

test("rows come one by one however small the chunks are", async () => {
  let rows = 0;
  for await (const batch of readTrunks(chunked(bytes(files.ndjson), 1))) rows = Math.max(rows, batch.length);
  assert.equal(rows, 1);
});

test("options choose the format, the strictness and how much is kept", () => {
  assert.equal(validateTrunks("[1]", { format: "ndjson" }).total, 1);
  assert.equal(validateTrunks(files.json, { strict: true }).invalid, 2);
  const { rows, truncated, invalid } = validateTrunks("{}\n".repeat(5), { maxRows: 2 });
  assert.deepEqual([rows.length, truncated, invalid], [2, true, 5]);
  assert.match(
    validateTrunks("{}", { language: { messages: { required: "{label} fehlt." } } }).rows[0]?.issues[0]?.message ?? "",
    /fehlt/,
  );
});

test("whatever a file holds there is a report", () => {
  for (const file of ["", "\0", "[", '"', "null", "{}{", "\ufeff", "[".repeat(100_000), '{"a":'.repeat(100_000)]) {
    const { total, valid, invalid } = validateTrunks(file);
    assert.equal(total, valid + invalid, file.slice(0, 10));
  }
  assert.equal(validateTrunks(new Uint8Array(1000).fill(0xff)).ok, false);
});

test("half of a character in text is an issue of its row, wherever it stands", () => {
  for (const padding of [0, 65_000, 65_520, 65_535, 65_536]) {
    const long = `${JSON.stringify({ ...trunk(1), codec: "x".repeat(padding) })}\n`;
    const { rows, valid } = validateTrunks(`${long}{"label":"\ud83d"}\n${JSON.stringify(trunk(2))}`);
    assert.equal(valid, 2);
    assert.equal(rows.at(-1)?.issues[0]?.params.reason, "no_utf8");
    const whole = validateTrunks(`${"x".repeat(padding)}\u{1f600}`, { format: "ndjson" });
    assert.equal(whole.rows[0]?.issues[0]?.params.reason, "no_value", "and a whole one is none");
    const smiling = validateTrunks(JSON.stringify({ ...trunk(1), codec: `${"x".repeat(padding)}\u{1f600}` }));
    assert.equal(smiling.valid, 1);
  }
});

test("what is neither bytes nor text is refused", async () => {
  /** @type {any[]} */
  const nonsense = [undefined, null, 7, {}, [1], new ArrayBuffer(1)];
  for (const data of nonsense) {
    assert.throws(() => validateTrunks(data), ConfigurationError);
    await assert.rejects(validateTrunkStream(data), ConfigurationError);
  }
  await assert.rejects(validateTrunkStream(chunked(/** @type {any} */ ("text"), 2)), TypeError);
  /** @type {any} */
  const texts = (async function* () {
    yield "label";
  })();
  await assert.rejects(validateTrunkStream(texts), ConfigurationError);
});

test("no issue shows what the file holds", () => {
  const secret = "Planted-Passw0rd-5d2b";
  for (const file of [
    `[{"password":${secret}}]`,
    `{"password":"${secret}`,
    `{"password":"${secret}\\x"}`,
    `label,password\nx,"${secret}"x\n`,
    `label,password\nx,${secret}\n`,
    `${secret};x\n`,
  ]) {
    assertHides(validateTrunks(file), secret);
  }
});

test("progress is told, and a listener that throws is its own affair", async () => {
  /** @type {{ bytes: number, rows: number }[]} */
  const told = [];
  await validateTrunkStream(chunked(bytes("{}\n{}\n{}\n"), 3), {
    onProgress: (progress) => {
      told.push(progress);
      throw new Error("a listener that throws");
    },
  });
  assert.deepEqual(
    told.map((progress) => progress.bytes),
    [3, 6, 9],
  );
  assert.deepEqual(
    told.map((progress) => progress.rows).sort(),
    told.map((progress) => progress.rows),
  );
});

test("a signal ends the reading, also while nothing arrives, and the stream is told", async () => {
  const aborting = new AbortController();
  let cancelled = 0;
  const silent = new ReadableStream({
    cancel: () => {
      cancelled += 1;
    },
  });
  const reading = validateTrunkStream(silent, { signal: aborting.signal });
  aborting.abort("enough");
  await assert.rejects(reading, (error) => error instanceof AbortError && error.cause === "enough");
  await assert.rejects(validateTrunkStream(chunked(bytes("{}"), 1), { signal: aborting.signal }), AbortError);
  assert.equal(cancelled, 1);
});

test("whoever stops reading ends the stream, and so does a file that cannot be read on", async () => {
  let ended = 0;
  /** @param {string} line */
  async function* endless(line) {
    try {
      for (;;) yield bytes(line);
    } finally {
      ended += 1;
    }
  }
  for await (const rows of readTrunks(endless(`${JSON.stringify(trunk(1))}\n`))) {
    if (rows.length > 0) break;
  }
  assert.equal(ended, 1);
  const report = await validateTrunkStream(endless("no field is named\n"));
  assert.equal(report.issues[0]?.params.reason, "no_header");
  assert.equal(ended, 2);
});

test("what a stream throws is thrown as it is", async () => {
  const broken = new Error("the disk is gone");
  const stream = new ReadableStream({ pull: (controller) => controller.error(broken) });
  await assert.rejects(validateTrunkStream(stream), broken);
});

test("the memory of wasm stays flat over 20 MiB, as a stream and as bytes", async () => {
  const size = 20 * MEBIBYTE;
  let sent = 0;
  let rows = 0;
  const stream = new ReadableStream({
    pull(controller) {
      let text = "";
      for (; text.length < 100_000; rows++) {
        text += `${JSON.stringify({ ...trunk(rows), codec: "x".repeat(400), callerid: rows % 1000 ? "12121234567" : "0" })}\n`;
      }
      const chunk = bytes(text);
      sent += chunk.length;
      controller.enqueue(chunk);
      if (sent >= size) controller.close();
    },
  });
  const taken = () => (memory?.buffer.byteLength ?? Number.NaN) / MEBIBYTE;
  const before = taken();
  const report = await validateTrunkStream(stream);
  assert.equal(report.total, rows);
  assert.equal(report.invalid, Math.ceil(rows / 1000));
  // The hashes of 40,000 labels, with the smaller table that they outgrew.
  const after = taken();
  assert.ok(after - before < 4, `${before} MiB grew to ${after}`);

  const whole = Buffer.alloc(size, `${JSON.stringify({ ...trunk(1), codec: "x".repeat(400) })}\n`);
  assert.ok(validateTrunks(whole).total > 40_000);
  assert.equal(taken(), after);
});

test("a row made to take memory takes no more than wasm may have", () => {
  const fields = Array.from({ length: 20_000 }, (_, number) => `"${number.toString(36)}":1`).join(",");
  validateTrunks(`{${fields.slice(0, 130_000).replace(/,[^,]*$/, "")}}`.repeat(2));
  validateTrunks(`[${"[],".repeat(43_000)}1]`, { format: "ndjson" });
  validateTrunks('{"a":['.repeat(100_000));
  const taken = (memory?.buffer.byteLength ?? Number.NaN) / MEBIBYTE;
  assert.ok(taken <= 16, `${taken} MiB`);
});
