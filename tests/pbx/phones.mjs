// @ts-check
// Ends of a call, each at a loopback address of its own: as much SIP over UDP as it takes to call through a proxy.

import { createSocket } from "node:dgram";
import { once } from "node:events";

/** Where the proxies of the tests listen. */
const PROXY = "127.0.0.1";

/**
 * What a request is made of besides its method and its URI. A route makes it one within a call.
 *
 * @typedef {object} Details
 * @property {string} call the Call-ID, and the branch of its transaction
 * @property {string} [from]
 * @property {string} [to]
 * @property {string[]} [route] values of Route
 * @property {number} [cseq]
 */

/**
 * The values of a header, from the top.
 *
 * @param {string} message
 * @param {string} name
 */
export const header = (message, name) =>
  message.split("\r\n").flatMap((line) => (line.startsWith(`${name}: `) ? [line.slice(name.length + 2)] : []));

/** @param {string} message */
export const firstLine = (message) => message.split("\r\n")[0] ?? "";

/**
 * A phone, a PBX or a gateway, which keeps what it hears. It is gone when the test ends.
 *
 * @param {import("node:test").TestContext} test
 * @param {string} host
 */
export async function startPhone(test, host) {
  const socket = createSocket("udp4").bind(0, host);
  await once(socket, "listening");
  test.after(() => socket.close());
  const address = `${host}:${socket.address().port}`;
  /** @type {string[]} */
  const heard = [];
  socket.on("message", (message) => {
    heard.push(String(message));
    socket.emit("heard");
  });

  /**
   * The first message of which this holds, now or later.
   *
   * @param {(message: string) => boolean} holds
   */
  async function hears(holds) {
    for (;;) {
      const found = heard.find(holds);
      if (found !== undefined) return found;
      await once(socket, "heard");
    }
  }

  /**
   * @param {number} port of the proxy
   * @param {string} method
   * @param {string} uri
   * @param {Details} details
   */
  function send(
    port,
    method,
    uri,
    { call, from = `<sip:12025550123@${address}>;tag=caller`, to, route = [], cseq = 1 },
  ) {
    // A CANCEL is of the transaction that it ends.
    const branch = `z9hG4bK-${call}-${cseq}-${method === "CANCEL" ? "INVITE" : method}`;
    const request = [
      `${method} ${uri} SIP/2.0`,
      `Via: SIP/2.0/UDP ${address};branch=${branch}`,
      ...route.map((value) => `Route: ${value}`),
      "Max-Forwards: 70",
      `From: ${from}`,
      `To: ${to ?? `<${uri}>`}`,
      `Call-ID: ${call}`,
      `CSeq: ${cseq} ${method}`,
      `Contact: <sip:phone@${address}>`,
      "Content-Length: 0",
      "",
      "",
    ];
    socket.send(request.join("\r\n"), port, PROXY);
  }

  return {
    address,
    heard,
    hears,
    send,
    /**
     * Sends a request, again while the proxy starts, and gives the first line of the final answer.
     *
     * @param {Parameters<typeof send>} request
     */
    async ask(...request) {
      send(...request);
      const again = setInterval(() => send(...request), 100);
      const [, method, , { call, cseq = 1 }] = request;
      const answer = await hears(
        (message) =>
          /^SIP\/2\.0 [2-6]/.test(message) &&
          header(message, "Call-ID")[0] === call &&
          header(message, "CSeq")[0] === `${cseq} ${method}`,
      );
      clearInterval(again);
      return firstLine(answer);
    },
    /**
     * @param {number} port of the proxy
     * @param {string} request
     * @param {string} status
     */
    answer(port, request, status) {
      const copied = ["Via", "Record-Route", "From", "To", "Call-ID", "CSeq"].flatMap((name) =>
        header(request, name).map((value) => `${name}: ${value}`),
      );
      const answer = copied.map((line) => (/^To: (?!.*;tag=)/.test(line) ? `${line};tag=callee` : line));
      const own = [`Contact: <sip:phone@${address}>`, "Content-Length: 0", "", ""];
      socket.send([`SIP/2.0 ${status}`, ...answer, ...own].join("\r\n"), port, PROXY);
    },
  };
}
