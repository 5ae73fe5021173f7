// @ts-check
// One request by `fetch`, and its answer read: by hand, because async functions are the language's own, and JSON need not go
// through wasm to be read.

/** @typedef {{ status: number, headers: string, document: unknown }} Carried `document` is `undefined` for what is no JSON */
/** @typedef {{ failure: "lost" | "no_response" | "too_large", code?: string }} Failed */

class NoResponse extends Error {}
class TooLarge extends Error {}

/**
 * A member of anything; `undefined` where it cannot be read.
 *
 * @param {any} value
 * @param {PropertyKey} name
 */
function member(value, name) {
  try {
    return value[name];
  } catch {
    return undefined;
  }
}

/**
 * Chunk by chunk, so that an endless body ends at the limit. Made text as a whole: Node does that twice as fast as in pieces,
 * between which it must remember half a character.
 *
 * @param {any} reader
 * @param {number} largest
 */
async function textOf(reader, largest) {
  if (typeof member(reader, "read") !== "function") throw new NoResponse();
  /** @type {Uint8Array} */
  let bytes = new Uint8Array();
  let length = 0;
  for (;;) {
    const chunk = await reader.read();
    if (member(chunk, "done")) break;
    const value = member(chunk, "value");
    // Whose length is what it holds, whatever a body says of itself.
    if (!ArrayBuffer.isView(value)) throw new NoResponse();
    const piece = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
    const end = length + piece.length;
    if (end > largest) throw new TooLarge();
    if (length === 0) {
      // Mostly the only one. It has no room for more, so that nothing is written into what is not ours.
      bytes = piece;
    } else {
      bytes = withRoom(bytes, end);
      bytes.set(piece, length);
    }
    length = end;
  }
  // As `Response.text()` does it: bad UTF-8 is replaced, a byte order mark left out.
  return new TextDecoder().decode(bytes.subarray(0, length));
}

/**
 * In one place and not kept as they came: a million tiny chunks take far more memory than what is in them.
 *
 * @param {Uint8Array} bytes
 * @param {number} length
 */
function withRoom(bytes, length) {
  if (length <= bytes.length) return bytes;
  const wider = new Uint8Array(Math.max(length, 2 * bytes.length));
  wider.set(bytes);
  return wider;
}

/**
 * What behaves like a `Response`: of this realm, of another one, or a plain object of a test.
 *
 * @param {any} answer
 * @param {number} largest
 */
function bodyOf(answer, largest) {
  const stream = member(answer, "body");
  if (typeof member(stream, "getReader") === "function") return textOf(stream.getReader(), largest);
  if (typeof member(answer, "text") === "function") return answer.text();
  throw new NoResponse();
}

/**
 * Names in lower case and values, with zero characters between: one text is handed over faster than many.
 *
 * @param {any} headers
 */
function headersOf(headers) {
  const texts = [];
  try {
    for (const [name, value] of headers) {
      if (typeof name === "string" && typeof value === "string") texts.push(name.toLowerCase(), value);
    }
  } catch {
    // What cannot be read is not there.
  }
  return texts.map((text) => text.replaceAll("\0", " ")).join("\0");
}

/**
 * An empty body is no JSON, but all that some gateways leave of `{"success": true}`.
 *
 * @param {unknown} text
 * @returns {unknown}
 */
function documentOf(text) {
  if (typeof text !== "string" || text.trim() === "") return null;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Never rejects. Runtimes put the URL, and so the key, into the message of such an error: only Node's short code gets out.
 *
 * @param {typeof fetch | undefined} own in the place of the runtime's
 * @param {string} method
 * @param {string} url
 * @param {string} headers by name, as JSON
 * @param {string | undefined} body
 * @param {AbortSignal} signal
 * @param {number} largest bytes of a body that is read
 * @returns {Promise<Carried | Failed>}
 */
export async function carry(own, method, url, headers, body, signal, largest) {
  // `manual`: the API does not redirect, and whoever does must not get the key.
  /** @type {RequestInit} */
  const init = { method, headers: JSON.parse(headers), redirect: "manual", signal };
  if (body !== undefined) init.body = body;
  try {
    /** @type {any} */
    const answer = await (own ? own(url, init) : globalThis.fetch(url, init));
    const status = member(answer, "status");
    if (typeof status !== "number") throw new NoResponse();
    const text = await bodyOf(answer, largest);
    return { status, headers: headersOf(member(answer, "headers")), document: documentOf(text) };
  } catch (error) {
    if (error instanceof NoResponse) return { failure: "no_response" };
    if (error instanceof TooLarge) return { failure: "too_large" };
    const code = member(member(error, "cause"), "code");
    return { failure: "lost", code: typeof code === "string" && /^[A-Z_]{1,40}$/.test(code) ? code : undefined };
  }
}
