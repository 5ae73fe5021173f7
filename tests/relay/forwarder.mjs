// @ts-check
// Between a relay and its upstream: passes bytes on, until it is told to keep them to itself.

import { once } from "node:events";
import { connect, createServer } from "node:net";

/**
 * @param {Pick<import("node:test").TestContext, "after">} test
 * @param {string} upstream
 */
export async function startForwarder(test, upstream) {
  const { port: target } = new URL(upstream);
  /** @type {((held: { closed: Promise<unknown> }) => void) | undefined} */
  let hold;
  /** @type {Set<import("node:net").Socket>} */
  const open = new Set();
  const server = createServer((socket) => {
    const further = connect(Number(target), "127.0.0.1");
    for (const one of [socket, further]) {
      open.add(one);
      // Whoever breaks off breaks off on both sides.
      one.on("error", () => {});
      one.on("close", () => {
        open.delete(one);
        socket.destroy();
        further.destroy();
      });
    }
    socket.on("data", (bytes) => {
      if (!hold) return further.write(bytes);
      hold({ closed: new Promise((resolve) => socket.once("close", resolve)) });
    });
    further.on("data", (bytes) => socket.write(bytes));
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  test.after(() => {
    for (const socket of open) socket.destroy();
    server.close();
  });
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return {
    url: `http://127.0.0.1:${port}`,
    /** Keeps the next request: fulfilled when it is here, with a promise of its connection's end. */
    keep: () =>
      /** @type {Promise<{ closed: Promise<unknown> }>} */ (
        new Promise((resolve) => {
          hold = (held) => {
            hold = undefined;
            resolve(held);
          };
        })
      ),
  };
}
