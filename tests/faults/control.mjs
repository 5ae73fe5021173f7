// @ts-check
// What a test asks of a sandbox behind the client's back: faults, counts, and the trunks as they are.

import assert from "node:assert/strict";
import { startSandbox } from "../packaging/sandbox.mjs";

/**
 * A sandbox that can be told what goes wrong.
 *
 * @param {string} key
 * @param {string[]} options
 */
export async function startFaulty(key, ...options) {
  const { url, stop } = await startSandbox("--api-key", key, ...options);

  /**
   * @param {string} method
   * @param {string} path
   * @param {unknown} [body]
   * @returns {Promise<any>}
   */
  async function ask(method, path, body) {
    const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" };
    const init = body === undefined ? { method, headers } : { method, headers, body: JSON.stringify(body) };
    const response = await fetch(`${url}${path}`, init);
    const text = await response.text();
    assert.ok(response.ok, `${method} ${path}: ${response.status} ${text}`);
    return JSON.parse(text);
  }

  /** @returns {Promise<{ method: string, path: string, received: number, processed: number }[]>} */
  const requests = () => ask("GET", "/sandbox/requests");
  const forgetRequests = () => ask("DELETE", "/sandbox/requests");

  return {
    url,
    stop,
    /** As new: no trunks, no faults, no requests. */
    reset: () => ask("POST", "/sandbox/reset"),
    /** @param {object[]} rules */
    order: (rules) => ask("PUT", "/sandbox/faults", rules),
    calm: () => ask("DELETE", "/sandbox/faults"),
    /** Lets the sandbox do what it was asked for and has answered without doing it. */
    catchUp: () => ask("POST", "/sandbox/late"),
    /** @param {object} settings */
    create: (settings) => ask("POST", "/v1/trunks", settings),
    /** @param {object[]} numbers */
    buy: async (numbers) => (await ask("POST", "/sandbox/numbers", numbers)).items,
    /** @param {number} id */
    number: (id) => ask("GET", `/v1/numbers/${id}`),
    requests,
    forgetRequests,
    /** How many requests of each kind came since the last time, numbers in paths left out: `{ "GET /v1/trunks/*": 2 }`. */
    async newRequests() {
      /** @type {Record<string, number>} */
      const counts = {};
      for (const { method, path, received } of await requests()) {
        const kind = `${method} ${path.replace(/\d+$/, "*")}`;
        counts[kind] = (counts[kind] ?? 0) + received;
      }
      await forgetRequests();
      return counts;
    },
    /** How many trunks there are. */
    count: async () => (await ask("GET", "/sandbox/trunks/count")).count,
    /** @returns {Promise<{ id: number, label: string, access_token: string }[]>} */
    trunks: async () => (await ask("GET", "/v1/trunks?per_page=100")).sip_trunks,
  };
}
