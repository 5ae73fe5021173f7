// @ts-check
// Bytes on a socket, for requests that no well-behaved client sends, and a listener that only notes who came.

import { once } from "node:events";
import { connect, createServer } from "node:net";

/**
 * Sends bytes and gives all that comes back until the connection closes.
 *
 * @param {number} port
 * @param {string | Uint8Array} bytes
 * @returns {Promise<string>}
 */
export async function exchange(port, bytes) {
  const socket = connect(port, "127.0.0.1");
  /** @type {Buffer[]} */
  const received = [];
  socket.on("data", (chunk) => received.push(chunk));
  // A server that has said its word may close while we still send.
  socket.on("error", () => {});
  await once(socket, "connect");
  socket.write(bytes);
  await once(socket, "close");
  return Buffer.concat(received).toString("latin1");
}

/** @param {string} said */
export const statusesIn = (said) => [...said.matchAll(/^HTTP\/1\.1 (\d{3}) /gm)].map(([, status]) => Number(status));

/**
 * Somebody who should never be called.
 *
 * @param {Pick<import("node:test").TestContext, "after">} test
 */
export async function startStranger(test) {
  let calls = 0;
  const server = createServer((socket) => {
    calls += 1;
    socket.destroy();
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  test.after(() => server.close());
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return { host: `127.0.0.1:${port}`, calls: () => calls };
}
