// @ts-check
// Between a command and the sandbox: passes requests on, and keeps what was sent, which the sandbox tells nobody.

import { once } from "node:events";
import { createServer } from "node:http";
import { json } from "node:stream/consumers";

/**
 * @param {Pick<import("node:test").TestContext, "after">} test
 * @param {string} upstream
 */
export async function startBetween(test, upstream) {
  /** @type {Record<string, any>[]} */
  const sent = [];
  const server = createServer(async (request, response) => {
    const { method = "GET", url = "" } = request;
    const body = /^P/.test(method) ? /** @type {Record<string, any>} */ (await json(request)) : undefined;
    if (body) sent.push({ path: url.replace(/\?.*/, ""), ...body });
    const init = body ? { method, body: JSON.stringify(body) } : { method };
    const answer = await fetch(`${upstream}${url}`, { ...init, headers: { "content-type": "application/json" } });
    response.writeHead(answer.status, { "content-type": "application/json" }).end(await answer.text());
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  test.after(() => server.close());
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return { url: `http://127.0.0.1:${port}`, sent };
}
