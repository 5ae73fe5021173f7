// @ts-check
// A body as JSON: of the right type, no larger, deeper or stranger than anything that the relay takes, and none where none
// belongs.

import { Stopped, TooLong, textOf } from "./bytes.js";
import { gone, invalid, Refusal } from "./refusal.js";

/** @typedef {import("./deadline.js").Deadline} Deadline */

/** Deeper than anything goes that is sent to Wavix. */
const DEEPEST = 8;
/** More values than anything holds. Each unknown setting costs a search for what it may have meant. */
const MOST = 2000;
/** Names by which an object changes what it is, in whatever reads it next. */
const POISONOUS = new Set(["__proto__", "constructor", "prototype"]);

const JSON_TYPE = /^application\/json\s*(?:;\s*charset\s*=\s*"?utf-8"?\s*)?$/i;

/** @param {Headers} headers */
function assertJson(headers) {
  if (!JSON_TYPE.test(headers.get("content-type") ?? "")) {
    throw new Refusal(415, "Content-Type must be application/json");
  }
  if ((headers.get("content-encoding") ?? "identity").toLowerCase() !== "identity") {
    throw new Refusal(415, "Content-Encoding must be identity", { why: "encoded body" });
  }
}

/**
 * Whether a value is no larger, deeper or stranger than what is sent to Wavix. Not recursive: how deep it is, is the question.
 *
 * @param {unknown} value
 */
function isModest(value) {
  /** @type {{ value: unknown, depth: number }[]} */
  const open = [{ value, depth: 0 }];
  let seen = 0;
  for (let next = open.pop(); next; next = open.pop()) {
    if (typeof next.value !== "object" || next.value === null) continue;
    for (const [name, inner] of Object.entries(next.value)) {
      seen += 1;
      if (next.depth >= DEEPEST || seen > MOST || POISONOUS.has(name)) return false;
      open.push({ value: inner, depth: next.depth + 1 });
    }
  }
  return true;
}

/**
 * @param {Request} request
 * @param {number} bodyBytes
 * @param {Deadline} deadline
 */
async function received(request, bodyBytes, deadline) {
  const tooLarge = () => new Refusal(413, `Request body is larger than ${bodyBytes} bytes`);
  // What is announced need not be waited for.
  if (Number(request.headers.get("content-length") ?? 0) > bodyBytes) throw tooLarge();
  try {
    return await textOf(request.body, bodyBytes, deadline.signal);
  } catch (error) {
    if (error instanceof TooLong) throw tooLarge();
    if (error instanceof Stopped && deadline.over() === "gone") throw gone();
    if (error instanceof Stopped && deadline.over() === "time") throw new Refusal(408, "Request body took too long");
    throw invalid("body", "body: broken off or no UTF-8");
  }
}

/**
 * Refuses a body where none belongs: what does not look at it would take it for the next request.
 *
 * @param {Request} request
 * @param {Deadline} deadline
 */
export async function assertNoBody({ headers, body }, deadline) {
  const refused = () => invalid("body", "body where none belongs");
  if ((headers.get("content-length") ?? "0") !== "0" || headers.has("transfer-encoding")) throw refused();
  // There may be a stream all the same, of nothing.
  await textOf(body, 0, deadline.signal).catch(() => {
    throw refused();
  });
}

/**
 * What a request holds, read once.
 *
 * @param {Request} request
 * @param {number} bodyBytes
 * @param {Deadline} deadline
 * @returns {Promise<unknown>}
 */
export async function jsonOf(request, bodyBytes, deadline) {
  assertJson(request.headers);
  const text = await received(request, bodyBytes, deadline);
  let given;
  try {
    given = JSON.parse(text);
  } catch {
    throw invalid("body", "body: no JSON");
  }
  if (!isModest(given)) throw invalid("body", "body: too deep, too many values, or a name that is none");
  return given;
}
