// @ts-check
// How long a request may take and whether anybody still waits for it: one signal for both, that of the upstream call.

import { gone, late } from "./refusal.js";

/**
 * @typedef {object} Deadline
 * @property {AbortSignal} signal fires when the time is over or the caller has gone
 * @property {() => "time" | "gone" | undefined} over which of the two it was
 * @property {() => number} left milliseconds
 * @property {() => void} end
 */

/**
 * @param {AbortSignal | undefined} asker fires when the caller goes; without one it does not matter
 * @param {number} milliseconds
 * @returns {Deadline}
 */
export function deadline(asker, milliseconds) {
  const controller = new AbortController();
  /** @type {"time" | "gone" | undefined} */
  let over;
  /** @param {"time" | "gone"} why */
  const stop = (why) => {
    over ??= why;
    controller.abort();
  };
  const gone = () => stop("gone");
  // Not AbortSignal.any, which in Node 20 keeps what it was made of for as long as the source lives.
  asker?.addEventListener("abort", gone, { once: true });
  if (asker?.aborted) gone();
  const until = Date.now() + milliseconds;
  const timer = setTimeout(() => stop("time"), milliseconds);
  return {
    signal: controller.signal,
    over: () => over,
    left: () => Math.max(0, until - Date.now()),
    end() {
      clearTimeout(timer);
      asker?.removeEventListener("abort", gone);
    },
  };
}

/**
 * What somebody else gives, for as long as there is time.
 *
 * @template T
 * @param {T | PromiseLike<T>} given
 * @param {Deadline} waiting
 * @param {string} who gives it
 * @returns {Promise<T>}
 */
export function inTime(given, { signal, over }, who) {
  return new Promise((resolve, reject) => {
    const stop = () => reject(over() === "gone" ? gone() : late(who));
    signal.addEventListener("abort", stop, { once: true });
    if (signal.aborted) stop();
    Promise.resolve(given)
      .then(resolve, reject)
      .finally(() => signal.removeEventListener("abort", stop));
  });
}
