// @ts-check
// `validateTrunk`: settings of the ordinary shape are laid out in the memory of the wasm and judged there without a word;
// everything else, and what has not been said before, takes the complete way. Both give the same reports.

import {
  validateTrunk as complete,
  flatBytes,
  flatLengths,
  flatNumbers,
  judgeFile,
  judgeFlat,
  memory,
} from "./glue.js";
import { quick } from "./reader.js";

/**
 * @typedef {import("wavix-trunks").Report} Report
 * @typedef {import("wavix-trunks").Issue} Issue
 */

const BYTES = 4096;
const NUMBERS = 64;
/** Added to the count of issues when texts are not as they are sent. */
const NOT_NORMAL = 0x100;
/** So many different issues are remembered. */
const MOST = 1000;
const HALF = /\p{Surrogate}/u;
const encoder = new TextEncoder();

/** What was said about an issue, by its number. @type {Map<number, Issue>} */
const said = new Map();
/** The numbers of the issues of which one was not known. @type {number[]} */
let unknown = [];

/** A copy for somebody who may change it. @param {Issue} issue @returns {Issue} */
export function copy({ path, code, severity, message, params }) {
  const fresh = { ...params };
  for (const name in fresh) {
    const value = fresh[name];
    if (Array.isArray(value)) fresh[name] = [...value];
  }
  return { path: [...path], code, severity, message, params: fresh };
}

/** Where settings are laid out. The memory gets another buffer when it grows. */
const desk = {
  bytes: new Uint8Array(),
  numbers: new Float64Array(),
  lengths: new Uint32Array(),
  /** How many bytes are taken. */
  at: 0,
  /** All texts are as they are sent. */
  normal: true,

  clear() {
    if (this.bytes.byteLength === 0) {
      // Asked first, because the memory may grow for the answer.
      const places = [flatBytes(), flatNumbers(), flatLengths()];
      const { buffer } = memory();
      this.bytes = new Uint8Array(buffer, places[0], BYTES);
      this.numbers = new Float64Array(buffer, places[1], NUMBERS);
      this.lengths = new Uint32Array(buffer, places[2], NUMBERS);
    }
  },

  /**
   * Puts down all texts, whose lengths are there; false when it cannot be done. At once, because a call for each takes
   * longer, and letter by letter they take as long as half of the rules.
   *
   * @param {string} texts
   * @param {number} count
   */
  put(texts, count) {
    // A character takes up to 3 bytes.
    if (3 * texts.length > BYTES) return false;
    const { written } = encoder.encodeInto(texts, this.bytes);
    this.at = written;
    return written === texts.length || this.measure(texts, count);
  },

  /**
   * The lengths in bytes, where some character is more than one; false for half a character, which UTF-8 does not have.
   *
   * @param {string} texts
   * @param {number} count
   */
  measure(texts, count) {
    if (HALF.test(texts)) return false;
    let at = 0;
    for (let text = 0; text < count; text++) {
      const end = at + (this.lengths[text] ?? 0);
      let bytes = 0;
      for (; at < end; at++) {
        const code = texts.charCodeAt(at);
        // Half of a character of 4 bytes is between 0xd800 and 0xe000.
        bytes += code < 0x80 ? 1 : code < 0x800 || (code >= 0xd800 && code < 0xe000) ? 2 : 3;
      }
      this.lengths[text] = bytes;
    }
    return true;
  },

  /**
   * The issues of what was laid out; nothing when they cannot be told.
   *
   * @param {number} given
   * @param {number} on
   * @param {number} addresses
   * @returns {Issue[] | undefined}
   */
  judge(given, on, addresses) {
    const outcome = judgeFlat(given, on, addresses, this.at);
    this.normal = outcome < NOT_NORMAL;
    /** @type {Issue[]} */
    const issues = [];
    if (outcome === 0) return issues;
    const count = this.normal ? outcome : outcome - NOT_NORMAL;
    if (count > NUMBERS) return undefined;
    for (let at = 0; at < count; at++) {
      const issue = said.get(this.numbers[at] ?? 0);
      if (issue === undefined) {
        unknown = [...this.numbers.subarray(0, count)];
        return undefined;
      }
      issues.push(copy(issue));
    }
    return issues;
  },

  /**
   * What the complete way says about settings that were read already, and remembers it: they do not change while they are
   * looked at, as those of somebody else might.
   *
   * @param {Record<string, unknown>} settings
   * @returns {Report}
   */
  complete(settings) {
    const numbers = unknown;
    unknown = [];
    const report = complete(settings, undefined);
    if (numbers.length !== report.issues.length) return report;
    if (said.size > MOST) said.clear();
    for (const [at, issue] of report.issues.entries()) said.set(numbers[at] ?? 0, copy(issue));
    return report;
  },
};

const FORMATS = /** @type {const} */ ([null, "json", "ndjson", "csv"]);
/** The way to say that there is something to say. */
const COMPLETE = 0xffffffff;

/**
 * By what it calls itself and not by `instanceof`: those of another window or realm are bytes, too.
 *
 * @param {any} data
 * @returns {data is Uint8Array}
 */
export const areBytes = (data) => ArrayBuffer.isView(data) && Reflect.get(data, Symbol.toStringTag) === "Uint8Array";

/**
 * @param {unknown} data
 * @returns {import("wavix-trunks").BulkReport | undefined}
 */
function goodByDefault(data) {
  desk.clear();
  let length = 0;
  if (typeof data === "string") {
    if (data.length > BYTES) return undefined;
    const { read, written } = encoder.encodeInto(data, desk.bytes);
    if (read < data.length || (written > read && HALF.test(data))) return undefined;
    length = written;
  } else if (areBytes(data) && data.length <= BYTES) {
    desk.bytes.set(data);
    length = data.length;
  } else return undefined;
  const outcome = judgeFile(length);
  if (outcome === COMPLETE) return undefined;
  const total = outcome >>> 2;
  const format = FORMATS[outcome & 3] ?? null;
  return { ok: true, format, total, valid: total, invalid: 0, warnings: 0, issues: [], rows: [], truncated: false };
}

/** @param {unknown} options */
function areDefault(options) {
  if (options === undefined) return true;
  if (typeof options !== "object" || options === null || Object.getPrototypeOf(options) !== Object.prototype)
    return false;
  for (const _ in options) return false;
  return true;
}

/**
 * @param {unknown} input
 * @param {import("wavix-trunks").ValidateOptions} [options]
 * @returns {Report}
 */
export function validateTrunk(input, options) {
  try {
    if (areDefault(options)) {
      const report = quick(input, desk);
      if (report !== undefined) return report;
    }
  } catch {
    // A getter threw, or the wasm is not there. The complete way knows what to say.
  }
  return complete(input, options);
}

/**
 * The report on a short file about which there is nothing to say; nothing for any other, which takes the complete way.
 *
 * @param {unknown} data
 * @param {unknown} options
 */
export function goodFile(data, options) {
  try {
    return areDefault(options) ? goodByDefault(data) : undefined;
  } catch {
    // As above.
    return undefined;
  }
}
