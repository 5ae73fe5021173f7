// @ts-check
// A static host: the files of a folder and nothing else.

import { once } from "node:events";
import { createReadStream, existsSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";

const TYPES = /** @type {Record<string, string>} */ ({
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".wasm": "application/wasm",
  ".css": "text/css",
});

/** @param {string} folder */
export async function host(folder) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(String(request.url), "http://localhost");
    const file = join(folder, pathname);
    const type = TYPES[extname(file)];
    if (pathname === "/favicon.ico") response.writeHead(204).end();
    else if (!type || !existsSync(file)) response.writeHead(404).end();
    else createReadStream(file).pipe(response.writeHead(200, { "content-type": type }));
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return {
    url: `http://127.0.0.1:${port}`,
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}
