// @ts-check
// A relay as its users run it, behind Node's http on a free port, with people who may do this and that.

import { once } from "node:events";
import { createServer } from "node:http";
import { install } from "../packaging/project.mjs";

export const KEY = "planted+key/5e1f=9a0b";
export const PASSWORD = "Planted-Passw0rd & 2c6d";
export const GOOD = { label: "Head office", password: PASSWORD, callerid: "12121234567" };

export const project = install();
/** @type {typeof import("wavix-trunks")} */
export const wavix = await project.byImport();
/** @type {typeof import("wavix-trunks/relay")} */
export const relays = await project.byImport("wavix-trunks/relay");

/** Sessions by their cookie. */
const SESSIONS = new Map(
  /** @type {[string, import("wavix-trunks/relay").RelayGrant][]} */ ([
    ["admin", { subject: "ada", permissions: ["read", "write", "delete", "route"] }],
    ["writer", { subject: "wim", permissions: ["read", "write"] }],
    ["reader", { subject: "rosa", permissions: ["read"] }],
  ]),
);

/** @param {Request} request */
export const authorize = (request) =>
  SESSIONS.get(request.headers.get("cookie")?.match(/^session=([a-z]+)$/)?.[1] ?? "");

/**
 * @typedef {import("wavix-trunks/relay").RelayOptions} Options
 * @typedef {import("node:test").TestContext} TestContext
 * @typedef {import("node:http").RequestListener} Listener
 */

/**
 * A server on a free port of this machine, gone with the test.
 *
 * @param {Pick<TestContext, "after">} test
 * @param {Listener} listener
 */
export async function serve(test, listener) {
  const server = createServer(listener);
  await once(server.listen(0, "127.0.0.1"), "listening");
  test.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return { port, url: `http://127.0.0.1:${port}` };
}

/**
 * @param {Pick<TestContext, "after">} test
 * @param {Partial<Options> & { baseUrl: string }} options
 */
export async function startRelay(test, options) {
  /** @type {import("wavix-trunks/relay").RelayEvent[]} */
  const events = [];
  /** @param {import("wavix-trunks/relay").RelayEvent} event */
  const hear = (event) => events.push(event);
  const logger = { info: hear, warn: hear, error: hear };
  const relay = relays.createRelay({ apiKey: KEY, authorize, logger, ...options });
  const { port, url } = await serve(test, relays.toNodeHandler(relay));

  /**
   * A request as a program sends it.
   *
   * @param {string} method
   * @param {string} path below /api/wavix
   * @param {{ body?: unknown, session?: string, headers?: Record<string, string>, signal?: AbortSignal }} [more]
   */
  const ask = async (method, path, { body, session = "admin", headers = {}, signal } = {}) => {
    return await fetch(`${url}/api/wavix${path}`, {
      method,
      headers: { cookie: `session=${session}`, "content-type": "application/json", ...headers },
      body: body === undefined ? null : JSON.stringify(body),
      signal: signal ?? null,
    });
  };
  return { port, url, relay, events, ask, baseUrl: `${url}/api/wavix` };
}
