// @ts-check
// From where: pages of the relay's own origin, of those listed, and programs, which send neither header. Whatever a
// browser sends for another site is refused, reads too: a cookie goes along with them.

import { Refusal } from "./refusal.js";
import { methodsAt } from "./route.js";

/** @typedef {import("./options.js").Cors} Cors */

/** What a page of a listed origin may read of an answer, beyond what it always may. */
const EXPOSED = "retry-after, retry-after-ms, x-ratelimit-reset, x-request-id";

/**
 * Whether an origin is this one: as URLs have it, in small letters and without the port that is the scheme's own.
 *
 * @param {string | null} origin
 * @param {string} protocol
 * @param {string} host
 */
function isAt(origin, protocol, host) {
  const own = `${protocol}//${host}`;
  return URL.canParse(own) && new URL(own).origin === origin;
}

/**
 * @param {Request} request
 * @param {string | null} origin
 * @param {string | null} site
 */
function isOwn({ url, method, headers }, origin, site) {
  const { protocol, host: named } = new URL(url);
  // By the header first: Next writes a host of its own into the URL. No page can make a browser send another one.
  const host = headers.get("host") ?? named;
  // Behind a proxy that ends TLS the relay knows its host but not its scheme; the browser knows both.
  const alike = isAt(origin, protocol, host) || (site === "same-origin" && isAt(origin, "https:", host));
  // `none` is somebody who typed the address; nobody types a write.
  const near = site === null || site === "same-origin" || (site === "none" && method === "GET");
  return near && (origin === null || alike);
}

/**
 * The headers by which a page of another origin may read the answer; refuses whoever is neither listed nor at home.
 *
 * @param {Request} request
 * @param {Cors} cors
 * @returns {Record<string, string>}
 */
export function corsFor(request, { origins, credentials }) {
  const origin = request.headers.get("origin");
  if (origin !== null && origins.has(origin)) {
    return {
      "access-control-allow-origin": origin,
      "access-control-expose-headers": EXPOSED,
      "cross-origin-resource-policy": "cross-origin",
      ...(credentials ? { "access-control-allow-credentials": "true" } : {}),
    };
  }
  if (isOwn(request, origin, request.headers.get("sec-fetch-site"))) return {};
  throw new Refusal(403, "Requests from other sites are refused.", { why: "another site" });
}

/**
 * What a browser is told that asks, before it sends the request of a page of another origin, whether it may.
 *
 * @param {Request} request
 * @param {string} basePath
 * @param {Cors} cors
 * @returns {Record<string, string> | undefined} nothing when it is no such question
 */
export function preflight(request, basePath, { origins, headers, maxAgeSeconds }) {
  const isQuestion = request.method === "OPTIONS" && request.headers.has("access-control-request-method");
  if (!isQuestion || !origins.has(request.headers.get("origin") ?? "")) return undefined;
  return {
    "access-control-allow-methods": methodsAt(request, basePath),
    "access-control-allow-headers": headers,
    "access-control-max-age": String(maxAgeSeconds),
  };
}
