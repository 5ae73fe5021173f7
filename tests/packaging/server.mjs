// @ts-check
// A server that answers whatever it is told to and counts the requests: for what no sandbox would say. It ends with the
// test that started it, also when that fails: left open, it would keep the test runner waiting for ever.

import { once } from "node:events";
import { createServer } from "node:http";

/**
 * @param {import("node:test").TestContext} test
 * @param {number} status
 * @param {string | Uint8Array} body
 * @param {Record<string, string>} [headers]
 */
export async function startServer(test, status, body, headers = {}) {
  let requests = 0;
  const server = createServer((request, response) => {
    requests += 1;
    request.resume().on("end", () => response.writeHead(status, headers).end(body));
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  const stop = () => {
    server.closeAllConnections();
    server.close();
  };
  test.after(stop);
  return { url: `http://127.0.0.1:${address.port}`, requests: () => requests };
}

/**
 * An address where nobody listens.
 *
 * @returns {Promise<string>}
 */
export async function nowhere() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  await once(server.close(), "close");
  return `http://127.0.0.1:${address.port}`;
}
