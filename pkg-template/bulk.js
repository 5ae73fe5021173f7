// @ts-check
// Many trunks at once. Written by hand, because async generators and streams are the language's own; what is read and
// judged is bytes, inside wasm, a piece at a time, so that its memory does not grow with the file.

import { AbortError, ConfigurationError } from "./errors.js";
import { BulkReader } from "./glue.js";
import { areBytes, copy, goodFile } from "./validate.js";

/**
 * @typedef {import("wavix-trunks").BulkOptions} BulkOptions
 * @typedef {import("wavix-trunks").BulkStreamOptions} BulkStreamOptions
 * @typedef {import("wavix-trunks").BulkReport} BulkReport
 * @typedef {import("wavix-trunks").BulkRow} BulkRow
 * @typedef {import("wavix-trunks").BulkSummary} BulkSummary
 * @typedef {import("wavix-trunks").Issue} Issue
 * @typedef {import("wavix-trunks").TrunkRow} TrunkRow
 * @typedef {import("wavix-trunks").TrunkSource} TrunkSource
 *
 * @typedef {object} Reader
 * @property {(bytes: Uint8Array) => ToldRow[]} push
 * @property {() => ToldRow[]} finish
 * @property {() => BulkSummary} summary
 * @property {number} total
 * @property {boolean} truncated
 * @property {boolean} stopped
 *
 * @typedef {Omit<TrunkRow, "issues"> & { issues: (Issue | number)[] }} ToldRow a row in which an issue that was told before is
 * its place among those
 */

/** So many bytes go into wasm at once. In 64 KiB the row at the end, which is read again, takes a twentieth of the time. */
const PIECE = 256 * 1024;
/** Half of a character, which UTF-8 does not have. */
const HALF = /\p{Surrogate}/u;
/** In its place a byte that no UTF-8 has: an issue of its row, where another character would pass unseen. */
const NO_UTF8 = Uint8Array.of(0xff);

/** So many different issues are kept; as many as `src/js/bulk.rs` refers to. */
const MOST_SAID = 100;

/** @param {string} message */
const wrong = (message) => new ConfigurationError(message, { code: "configuration" });

/**
 * @param {string} text without half characters
 * @returns {Generator<Uint8Array, void>}
 */
function* encoded(text) {
  // Not one string through wasm-bindgen, which copies it letter by letter.
  const encoder = new TextEncoder();
  // A character takes up to 3 bytes.
  const piece = new Uint8Array(Math.min(PIECE, 3 * text.length));
  for (let at = 0; at < text.length; ) {
    let end = Math.min(at + PIECE, text.length);
    const last = text.charCodeAt(end - 1);
    // Not through the middle of a pair.
    if (end < text.length && last >= 0xd800 && last < 0xdc00) end -= 1;
    const { read, written } = encoder.encodeInto(text.slice(at, end), piece);
    yield piece.subarray(0, written);
    at += read;
  }
}

/**
 * @param {unknown} data
 * @returns {Generator<Uint8Array, void>}
 */
function* pieces(data) {
  if (areBytes(data)) {
    for (let at = 0; at < data.length; at += PIECE) yield data.subarray(at, at + PIECE);
  } else if (typeof data === "string") {
    for (const [at, text] of data.split(HALF).entries()) {
      if (at > 0) yield NO_UTF8;
      yield* encoded(text);
    }
  } else {
    throw wrong("The rows must be bytes (a Uint8Array) or text, or a stream of bytes.");
  }
}

/**
 * The chunks of a stream, by its reader where it has one: not every browser can iterate over a `ReadableStream`.
 *
 * @param {TrunkSource} source
 * @returns {AsyncIterator<Uint8Array>}
 */
function chunks(source) {
  const given = source !== null && typeof source === "object";
  if (given && "getReader" in source) {
    const reader = source.getReader();
    return {
      next: async () => {
        const { done, value } = await reader.read();
        return done ? { done, value: undefined } : { done, value };
      },
      return: async () => {
        await reader.cancel();
        reader.releaseLock();
        return { done: true, value: undefined };
      },
    };
  }
  if (given && Symbol.asyncIterator in source) return source[Symbol.asyncIterator]();
  if (given && Symbol.iterator in source && !areBytes(source)) return asynchronous(source[Symbol.iterator]());
  throw wrong("The rows must come from a ReadableStream, or from something else to iterate over with `for await`.");
}

/**
 * What is there already, an array or a generator, one by one.
 *
 * @param {Iterator<Uint8Array>} chunks
 */
async function* asynchronous(chunks) {
  yield* { [Symbol.iterator]: () => chunks };
}

/**
 * What a promise gives, unless the signal fires first.
 *
 * @template Value
 * @param {() => Promise<Value> | Value} start
 * @param {AbortSignal | null | undefined} signal
 * @returns {Promise<Value>}
 */
async function unlessAborted(start, signal) {
  if (!signal) return start();
  const aborted = () => new AbortError("Reading was aborted.", { code: "aborted", cause: signal.reason });
  if (signal.aborted) throw aborted();
  return await new Promise((resolve, reject) => {
    const stop = () => reject(aborted());
    signal.addEventListener("abort", stop, { once: true });
    // Off again after each chunk: a signal may outlive many files.
    Promise.resolve(start())
      .then(resolve, reject)
      .finally(() => signal.removeEventListener("abort", stop));
  });
}

/**
 * Makes whole rows of those of one reader: each issue is an object of its own, however often it was told.
 *
 * @returns {(rows: ToldRow[]) => TrunkRow[]}
 */
function listening() {
  /** @type {Issue[]} */
  const said = [];
  /** @param {Issue | number} told */
  const issue = (told) => {
    if (typeof told === "number") return copy(/** @type {Issue} */ (said[told]));
    if (said.length < MOST_SAID) said.push(copy(told));
    return told;
  };
  return (rows) => {
    for (const row of rows) row.issues = row.issues.map(issue);
    return /** @type {TrunkRow[]} */ (rows);
  };
}

/**
 * The rows of a stream, in batches.
 *
 * @param {TrunkSource} source
 * @param {Reader} reader
 * @param {BulkStreamOptions | null | undefined} options
 * @returns {AsyncGenerator<TrunkRow[], void>}
 */
async function* batches(source, reader, options) {
  const { signal, onProgress } = options ?? {};
  const iterator = chunks(source);
  const whole = listening();
  let bytes = 0;
  try {
    while (!reader.stopped) {
      const { done, value } = await unlessAborted(() => iterator.next(), signal);
      if (done) break;
      if (!areBytes(value)) throw wrong("The stream must carry bytes: chunks that are Uint8Arrays.");
      for (const piece of pieces(value)) yield whole(reader.push(piece));
      bytes += value.length;
      tell(onProgress, { bytes, rows: reader.total });
    }
  } finally {
    // Not awaited: what hangs would hang here, too. And what it throws comes after what counts.
    (async () => iterator.return?.())().catch(() => {});
  }
  yield whole(reader.finish());
}

/**
 * @param {BulkStreamOptions["onProgress"]} listener
 * @param {{ bytes: number, rows: number }} progress
 */
function tell(listener, progress) {
  try {
    listener?.(progress);
  } catch {
    // What a listener throws is its own affair.
  }
}

/**
 * @param {Reader} reader
 * @param {BulkRow[]} rows
 * @returns {BulkReport}
 */
const report = (reader, rows) => ({ ...reader.summary(), rows, truncated: reader.truncated });

/**
 * @param {Uint8Array | string} data
 * @param {BulkOptions} [options]
 * @returns {BulkReport}
 */
export function validateTrunks(data, options = {}) {
  const good = goodFile(data, options);
  if (good !== undefined) return good;
  const reader = new BulkReader(options, false);
  try {
    /** @type {BulkRow[]} */
    const rows = [];
    const whole = listening();
    for (const piece of pieces(data)) for (const row of whole(reader.push(piece))) rows.push(row);
    for (const row of whole(reader.finish())) rows.push(row);
    return report(reader, rows);
  } finally {
    reader.free();
  }
}

/**
 * @param {TrunkSource} stream
 * @param {BulkStreamOptions} [options]
 * @returns {Promise<BulkReport>}
 */
export async function validateTrunkStream(stream, options) {
  const reader = new BulkReader(options, false);
  try {
    /** @type {BulkRow[]} */
    const rows = [];
    for await (const batch of batches(stream, reader, options)) for (const row of batch) rows.push(row);
    return report(reader, rows);
  } finally {
    reader.free();
  }
}

/**
 * @param {TrunkSource} stream
 * @param {BulkStreamOptions} [options]
 * @returns {AsyncGenerator<TrunkRow[], BulkSummary, undefined>}
 */
export async function* readTrunks(stream, options) {
  const reader = new BulkReader(options, true);
  try {
    for await (const batch of batches(stream, reader, options)) if (batch.length > 0) yield batch;
    return reader.summary();
  } finally {
    reader.free();
  }
}
