// @ts-check
// A sandbox with trunks and numbers, and clients of both generations of calls.

import assert from "node:assert/strict";
import { startFaulty } from "../faults/control.mjs";
import { install } from "../packaging/project.mjs";

export const KEY = "planted+key/7d2a=1f8c";
export const OFFICE = { label: "Head office", password: "Planted-Passw0rd & 4b9e", callerid: "12121234567" };

const project = install();
/** @type {typeof import("wavix-trunks")} */
export const wavix = await project.byImport();
/** @type {typeof import("wavix-trunks/plan")} */
export const plans = await project.byImport("wavix-trunks/plan");

/** @param {string[]} options */
export const startPlace = (...options) => startFaulty(KEY, ...options);

export const GENERATIONS = /** @type {const} */ (["numbers", "mydids"]);

/**
 * @param {string} baseUrl
 * @param {Partial<import("wavix-trunks").ClientOptions>} [options]
 */
export const clientAt = (baseUrl, options = {}) =>
  new wavix.TrunkClient({ apiKey: KEY, baseUrl, maxRetries: 0, ...options });

/**
 * @param {Promise<unknown>} promise
 * @returns {Promise<import("wavix-trunks").WavixError>}
 */
export const failure = (promise) =>
  promise.then(
    () => assert.fail("it succeeded"),
    (error) => error,
  );

/**
 * `5 67758`, one for each destination.
 *
 * @param {{ destination: { transport: unknown, destination: string }[] }} number
 */
export const leads = ({ destination }) => destination.map((to) => `${to.transport} ${to.destination}`);

/**
 * `GET /v1/numbers`, one for each request that came, but for those of the test itself.
 *
 * @param {Awaited<ReturnType<typeof startPlace>>} sandbox
 * @param {() => Promise<unknown>} work
 */
export async function requestsOf(sandbox, work) {
  await sandbox.forgetRequests();
  await work();
  const rows = await sandbox.requests();
  return rows.flatMap(({ method, path, received }) => Array(received).fill(`${method} ${path}`)).sort();
}
