// @ts-check
// A server that answers whatever it is told to and counts the requests: for what no sandbox would say.

import { once } from "node:events";
import { createServer } from "node:http";

/**
 * @param {number} status
 * @param {string} body
 * @param {Record<string, string>} [headers]
 */
export async function startServer(status, body, headers = {}) {
  let requests = 0;
  const server = createServer((request, response) => {
    requests += 1;
    request.resume().on("end", () => response.writeHead(status, headers).end(body));
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    requests: () => requests,
    async stop() {
      server.closeAllConnections();
      await once(server.close(), "close");
    },
  };
}
