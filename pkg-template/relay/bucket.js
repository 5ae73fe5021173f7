// @ts-check
// The rate limit as arithmetic: a bucket that holds one window's requests and fills up again at a steady pace.

/**
 * @typedef {import("wavix-trunks/relay").Rate} Rate
 * @typedef {{ left: number, at: number }} Bucket what is in it, and when that was so
 */

/**
 * Takes one request out of a bucket.
 *
 * @param {Bucket | undefined} bucket full when there is none
 * @param {Rate} rate
 * @param {number} now milliseconds
 * @returns {{ bucket: Bucket, waitMs: number }} 0 to wait when there was one to take
 */
export function drawn(bucket, { requests, seconds }, now) {
  const perMs = requests / (seconds * 1000);
  // A clock that was set back fills nothing.
  const passed = bucket ? Math.max(0, now - bucket.at) : 0;
  const left = bucket ? Math.min(requests, bucket.left + passed * perMs) : requests;
  if (left < 1) return { bucket: { left, at: now }, waitMs: Math.ceil((1 - left) / perMs) };
  return { bucket: { left: left - 1, at: now }, waitMs: 0 };
}
