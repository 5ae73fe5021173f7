// @ts-check
// An upstream that notes what it is asked and answers what it is told: for what no sandbox would say.

import { serve } from "./place.mjs";

/**
 * @typedef {object} Said
 * @property {number} [status]
 * @property {Record<string, string>} [headers]
 * @property {string | Uint8Array} [body]
 */

/**
 * @param {Pick<import("node:test").TestContext, "after">} test
 * @param {Said} [said]
 */
export async function startRecorder(test, { status = 200, headers = {}, body = "{}" } = {}) {
  /** @type {{ method: string, url: string, headers: import("node:http").IncomingHttpHeaders, body: string }[]} */
  const requests = [];
  const { url } = await serve(test, async (incoming, outgoing) => {
    const chunks = [];
    for await (const chunk of incoming) chunks.push(chunk);
    const { method = "", url = "", headers: received } = incoming;
    requests.push({ method, url, headers: received, body: Buffer.concat(chunks).toString() });
    outgoing.writeHead(status, headers).end(body);
  });
  return { url, requests };
}
