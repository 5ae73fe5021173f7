// @ts-check
// What returns: the data without its secrets, and the faults of the upstream in the documented words.

import { blotter } from "./blot.js";
import { Refusal, unreadable } from "./refusal.js";

/** @typedef {import("./upstream.js").Answer} Answer */

/** Headers that tell a client when to come back, and what each may look like. */
const PATIENCE = new Map([
  ["retry-after", /^(?:[0-9]{1,10}|[A-Za-z]{3}, [0-9A-Za-z: ]{8,24} GMT)$/],
  ["retry-after-ms", /^[0-9]{1,12}$/],
  ["x-ratelimit-reset", /^[0-9]{1,13}$/],
]);

/** Those that a client believes, of a trunk that is gone and of a key that may not: only Wavix says so, in JSON. */
const BELIEVED = new Set([403, 404]);

/** Deeper than any answer goes. */
const DEEPEST = 32;
/** Longer than any sentence of Wavix's. */
const LONGEST_MESSAGE = 500;

/** @param {unknown} json */
const isObject = (json) => typeof json === "object" && json !== null && !Array.isArray(json);

/** @param {string} text */
function parsed(text) {
  try {
    return { json: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

/**
 * A value without the fields of these names, and with the secrets blotted out wherever text repeats them.
 *
 * @param {unknown} value
 * @param {ReadonlySet<string>} hidden
 * @param {(text: string) => string} blot
 * @param {number} [depth]
 * @returns {unknown}
 */
function without(value, hidden, blot, depth = 0) {
  if (typeof value === "string") return blot(value);
  if (typeof value !== "object" || value === null) return value;
  if (depth > DEEPEST) throw unreadable("too deep");
  if (Array.isArray(value)) return value.map((item) => without(item, hidden, blot, depth + 1));
  // Wavix has been seen to send names with a space at the end.
  const isKept = (/** @type {string} */ name) => name !== "__proto__" && !hidden.has(name.trim().toLowerCase());
  const kept = Object.entries(value).filter(([name]) => isKept(name));
  return Object.fromEntries(kept.map(([name, inner]) => [blot(name), without(inner, hidden, blot, depth + 1)]));
}

/** @param {Headers} headers */
function patience(headers) {
  /** @type {Record<string, string>} */
  const kept = {};
  for (const [name, shape] of PATIENCE) {
    const value = headers.get(name);
    if (value !== null && shape.test(value)) kept[name] = value;
  }
  return kept;
}

/**
 * What is said of a field: a sentence, or the first of several. Of anything else the client in the page takes the words of the
 * whole.
 *
 * @param {unknown} reason
 * @param {string} whole
 */
const about = (reason, whole) => [reason].flat().find((text) => typeof text === "string") ?? whole;

/**
 * The words of an error, as far as they are words.
 *
 * @param {unknown} json
 * @param {(text: string) => string} blot
 */
function words(json, blot) {
  const { message, errors } = Object(json);
  const said = typeof message === "string" ? message : "";
  // Blotted out before it is cut, or half of a secret may stay.
  const short = (/** @type {string} */ text) => blot(text).slice(0, LONGEST_MESSAGE);
  const named = isObject(errors) ? Object.entries(errors) : [];
  return {
    message: said.trim() === "" ? undefined : short(said),
    errors:
      named.length > 0
        ? Object.fromEntries(named.map(([name, reason]) => [short(name), short(about(reason, said))]))
        : undefined,
  };
}

/**
 * What the caller gets: the status and the body of a success, or a refusal.
 *
 * @param {Answer} answer
 * @param {{ hidden: ReadonlySet<string>, key: string, secrets: string[] }} options
 * @returns {{ status: number, body: string | null }}
 */
export function passedOn({ status, headers, text }, { hidden, key, secrets }) {
  const body = parsed(text);
  if (status >= 200 && status < 300) {
    // All that some gateways leave of `{"success": true}`.
    if (text.trim() === "") return { status, body: null };
    if (!body) throw unreadable("no JSON");
    return { status, body: JSON.stringify(without(body.json, hidden, blotter([key]))) };
  }
  if (status === 401) {
    // Not 401, which would tell the page that its user is not signed in, nor 403: by that a client takes it that nobody may
    // ever list the numbers, and deletes a trunk that calls may lead to.
    throw new Refusal(424, "The relay's API key was refused by Wavix.", { why: "key refused" });
  }
  const { message, errors } = words(body?.json, blotter([key, ...secrets]));
  const details = { headers: patience(headers), why: `Wavix answered ${status}`, ...(errors ? { errors } : {}) };
  if (BELIEVED.has(status)) {
    if (!isObject(body?.json)) {
      const gateway = `Something in front of Wavix answered with status ${status}.`;
      throw new Refusal(502, gateway, { why: `${status} of a gateway` });
    }
    // Without words where Wavix has none: by them a client tells what it may believe.
    throw new Refusal(status, message, details);
  }
  // By 407 a proxy on the relay's own way asks who the relay is.
  if (status >= 400 && status < 600 && status !== 407) {
    throw new Refusal(status, message ?? `Wavix answered with status ${status}.`, details);
  }
  throw new Refusal(502, `Wavix answered with status ${status}.`, { why: `Wavix answered ${status}` });
}
