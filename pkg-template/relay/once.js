// @ts-check
// A create that comes twice under one id is carried out once. Browsers send a request again by themselves, a POST too, when
// a connection that they have used before ends without an answer; nobody is told, and Wavix would make two trunks.

import { inTime } from "./deadline.js";
import { invalid, Refusal } from "./refusal.js";

/** @typedef {{ status: number, body: string | null }} Answer */

/** So many creates are remembered, and so long after the time that each may take. */
const MOST = 1000;
const KEPT_MS = 60_000;
/** Larger than the answer to any create. */
const LARGEST = 64 * 1024;

/**
 * What a create is remembered by: who asks, and the id that they gave it. Nothing where they gave none.
 *
 * @param {Headers} headers
 * @param {string | undefined} subject
 */
export function nameOf(headers, subject) {
  const id = headers.get("idempotency-key");
  if (id === null) return undefined;
  if (!/^[!-~]{1,200}$/.test(id)) throw invalid("Idempotency-Key");
  return JSON.stringify([subject ?? null, id]);
}

/**
 * Whether nothing was made, whatever comes under the same id next: a refusal, and none after which nobody knows.
 *
 * @param {unknown} error
 */
const isRefused = (error) =>
  error instanceof Refusal && error.status < 500 && error.status !== 408 && error.status !== 499;

/** @param {string} body whose password is not kept */
async function digestOf(body) {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(body));
  return new Uint8Array(digest).join();
}

/**
 * The creates of the last minute, in the memory of one process.
 *
 * @param {number} timeoutMs that each may take
 */
export function memoryOfCreates(timeoutMs) {
  /**
   * In the order in which they came.
   *
   * @type {Map<string, { digest: string, until: number, answer: Promise<Answer>, isDone: boolean }>}
   */
  const creates = new Map();

  /** Makes room for one. Not of one that is under way, which would be carried out twice. */
  function forget() {
    for (const [name, { until, isDone }] of creates) {
      if (isDone && until > Date.now() && creates.size < MOST) return;
      if (isDone) creates.delete(name);
    }
    if (creates.size >= MOST) {
      throw new Refusal(503, "Service unavailable", {
        why: "too many creates under way",
        headers: { "retry-after": "1" },
      });
    }
  }

  return {
    /** @param {string | undefined} name */
    has: (name) => name !== undefined && creates.has(name),
    /**
     * What became of a create, which is carried out unless it has been. What failed stays failed, since it may have
     * happened; what was refused may come again.
     *
     * @param {{ name: string, body: string, waiting: import("./deadline.js").Deadline }} create
     * @param {() => Promise<Answer>} carryOut
     * @returns {Promise<Answer & { repeated: boolean }>}
     */
    async once({ name, body, waiting }, carryOut) {
      const digest = await digestOf(body);
      const earlier = creates.get(name);
      if (earlier && earlier.digest !== digest) {
        throw new Refusal(422, "The Idempotency-Key was used for another request.", { why: "another request's id" });
      }
      // Not for longer than there is time: some platforms end a request when its caller goes, and nothing comes of it then.
      if (earlier) return { ...(await inTime(earlier.answer, waiting, "Wavix")), repeated: true };
      forget();
      const answer = carryOut();
      const create = { digest, until: Date.now() + timeoutMs + KEPT_MS, answer, isDone: false };
      creates.set(name, create);
      try {
        const { status, body: text } = await answer;
        if (text !== null && text.length > LARGEST) creates.delete(name);
        return { status, body: text, repeated: false };
      } catch (error) {
        if (isRefused(error)) creates.delete(name);
        throw error;
      } finally {
        create.isDone = true;
      }
    },
  };
}
