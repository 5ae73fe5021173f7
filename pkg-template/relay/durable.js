// @ts-check
// The count of the rate limit in a Durable Object of Cloudflare's: one for each subject, wherever in the world it asks.

import { drawn } from "./bucket.js";

/**
 * @typedef {import("wavix-trunks/relay").DurableState} DurableState
 * @typedef {import("wavix-trunks/relay").RateStore} RateStore
 * @typedef {import("./bucket.js").Bucket} Bucket
 */

/** The object that counts for one subject: to be exported by the worker and bound in its configuration. */
export class RateLimitObject {
  #storage;

  /** @param {DurableState} state */
  constructor(state) {
    this.#storage = state.storage;
  }

  /** @param {Request} request */
  async fetch(request) {
    /** @type {import("wavix-trunks/relay").Rate} */
    const rate = await request.json();
    // Between reading and writing nobody else gets in: the platform holds other requests back.
    const { bucket, waitMs } = drawn(
      /** @type {Bucket | undefined} */ (await this.#storage.get("bucket")),
      rate,
      Date.now(),
    );
    await this.#storage.put("bucket", bucket);
    // When it would be full again, there is nothing left to know.
    await this.#storage.setAlarm(Date.now() + rate.seconds * 1000);
    return Response.json(waitMs);
  }

  async alarm() {
    await this.#storage.deleteAll();
  }
}

/**
 * @template Id
 * @param {import("wavix-trunks/relay").DurableNamespace<Id>} namespace
 * @returns {RateStore}
 */
export const durableObjectStore = (namespace) => ({
  async take(subject, rate) {
    const object = namespace.get(namespace.idFromName(subject));
    // An object has no address; the URL only has to be one.
    const answer = await object.fetch("https://rate-limit/", { method: "POST", body: JSON.stringify(rate) });
    return await answer.json();
  },
});
