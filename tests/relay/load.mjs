// @ts-check
// Many requests at once: how many came through, and how long all of them took.

import { Agent, request } from "node:http";

/**
 * @typedef {object} Way
 * @property {string} url
 * @property {Record<string, string>} headers
 */

/**
 * Sends `count` requests, `concurrency` of them at a time.
 *
 * @param {Way} way
 * @param {number} count
 * @param {number} concurrency
 */
export async function storm({ url, headers }, count, concurrency) {
  const agent = new Agent({ keepAlive: true, maxSockets: concurrency });
  const one = () =>
    new Promise((resolve, reject) => {
      const sent = request(url, { agent, headers }, (answer) => {
        answer.resume();
        answer.once("end", () => resolve(answer.statusCode));
        answer.once("error", reject);
      });
      sent.once("error", reject);
      sent.end();
    });
  /** @type {Map<number, number>} */
  const statuses = new Map();
  let left = count;
  const begun = performance.now();
  const worker = async () => {
    while (left > 0) {
      left -= 1;
      const status = await one();
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  agent.destroy();
  return { statuses: Object.fromEntries(statuses), milliseconds: performance.now() - begun };
}
