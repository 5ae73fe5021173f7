// @ts-check
// How often: so many requests for each subject, counted in a store, which may be shared by many machines.

import { drawn } from "./bucket.js";
import { inTime } from "./deadline.js";
import { group, whole } from "./given.js";
import { Refusal } from "./refusal.js";

/**
 * @typedef {import("wavix-trunks/relay").RateStore} RateStore
 * @typedef {import("./bucket.js").Bucket} Bucket
 */

/** For whom no name was given: all of them together. */
const NOBODY = "";

/**
 * Keeps the count in the memory of one process. Of more subjects than `most` those are forgotten that have been quiet
 * for longest.
 *
 * @param {{ most?: number }} [options]
 * @returns {RateStore}
 */
export function memoryStore(options = {}) {
  const most = whole("most", group("memoryStore", options, ["most"]).most, 10_000);
  /** @type {Map<string, Bucket>} */
  const buckets = new Map();
  return {
    take(subject, rate) {
      const { bucket, waitMs } = drawn(buckets.get(subject), rate, Date.now());
      // Taken out and put in again: a Map keeps the order in which its keys came.
      buckets.delete(subject);
      buckets.set(subject, bucket);
      if (buckets.size > most) {
        for (const quietest of buckets.keys()) {
          buckets.delete(quietest);
          break;
        }
      }
      return waitMs;
    },
  };
}

/**
 * Counts a request, and refuses it when there were too many.
 *
 * @param {import("./options.js").Settings["rate"]} rate
 * @param {string | undefined} subject
 * @param {number} status of the refusal
 * @param {import("./deadline.js").Deadline} waiting
 */
export async function count(rate, subject, status, waiting) {
  if (!rate) return;
  const { store, requests, seconds } = rate;
  let waitMs;
  try {
    waitMs = await inTime(store.take(subject ?? NOBODY, { requests, seconds }), waiting, "The store of the rate limit");
    // By its type first: null, false and [] are no less than 0.
    if (!Number.isFinite(waitMs) || waitMs < 0) throw new TypeError("no time to wait");
  } catch (error) {
    if (error instanceof Refusal) throw error;
    // Closed and not open: what does not count does not limit.
    const why = `the store of the rate limit threw ${error instanceof Error ? error.name : typeof error}`;
    throw new Refusal(503, "Service unavailable", { why, headers: { "retry-after": "1" } });
  }
  if (waitMs > 0) {
    const headers = { "retry-after": String(Math.ceil(waitMs / 1000)), "retry-after-ms": String(Math.ceil(waitMs)) };
    throw new Refusal(status, "Too many requests", { headers, why: "rate limit" });
  }
}
