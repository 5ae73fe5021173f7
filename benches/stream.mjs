// A stream of 100 MB: `node stream.mjs FORMAT MEGABYTES` prints MB/s and how large the memory of the wasm became, in MiB.

import { files } from "./trunks.mjs";

const [format = "ndjson", megabytes = "100"] = process.argv.slice(2);
// The instance gives its memory away on its way in.
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
const { validateTrunkStream } = await import("wavix-trunks");

const CHUNK = 64 * 1024;
const ROWS = 1000;
const length = Number(megabytes) * 1e6;

// Made beforehand, and every label once: what is measured is the reading.
/** @type {Uint8Array[]} */
const chunks = [];
for (let made = 0, first = 0; made < length; first += ROWS) {
  const bytes = new TextEncoder().encode(files[/** @type {"ndjson" | "csv"} */ (format)](ROWS, first));
  const rows = format === "csv" && first > 0 ? bytes.subarray(bytes.indexOf(10) + 1) : bytes;
  for (let at = 0; at < rows.length; at += CHUNK) chunks.push(rows.subarray(at, at + CHUNK));
  made += rows.length;
}

async function* sent() {
  yield* chunks;
}

const begun = process.hrtime.bigint();
let bytes = 0;
const report = await validateTrunkStream(sent(), { onProgress: (progress) => (bytes = progress.bytes), maxRows: 100 });
const seconds = Number(process.hrtime.bigint() - begun) / 1e9;
if (report.issues.length > 0) throw new Error("the stream was not read to its end");
console.log(JSON.stringify([bytes / 1e6 / seconds, (memory?.buffer.byteLength ?? 0) / 2 ** 20]));
