// @ts-check
// The options, read once and before the first request: what cannot work is said when the server starts.

import { ConfigurationError } from "wavix-trunks";
import { memoryOfCreates } from "./once.js";
import { memoryStore } from "./rate.js";

/**
 * @typedef {import("wavix-trunks/relay").RelayOptions} Options
 * @typedef {import("wavix-trunks/relay").RelayLogger} Logger
 * @typedef {import("wavix-trunks/relay").RateStore} RateStore
 *
 * @typedef {object} Cors
 * @property {ReadonlySet<string>} origins
 * @property {string} headers
 * @property {boolean} credentials
 * @property {number} maxAgeSeconds
 *
 * @typedef {object} Settings
 * @property {string} apiKey
 * @property {"query" | "bearer"} auth
 * @property {(request: Request, context: unknown) => unknown} authorize
 * @property {string} basePath
 * @property {string} baseUrl
 * @property {number} bodyBytes
 * @property {number} answerBytes
 * @property {number} timeoutMs
 * @property {{ requests: number, seconds: number, store: RateStore } | undefined} rate
 * @property {ReturnType<typeof memoryOfCreates>} creates
 * @property {Cors} cors
 * @property {ReadonlySet<string>} hidden
 * @property {import("wavix-trunks").ValidateOptions} rules
 * @property {Logger} logger
 * @property {typeof globalThis.fetch} fetch
 */

/** The longest time that a timer takes. */
const LONGEST_MS = 2 ** 31 - 1;
const SECRETS = ["access_token", "password"];
const KNOWN = new Set([
  ...["apiKey", "auth", "authorize", "basePath", "baseUrl", "allowInsecure", "limits", "cors", "reveal"],
  ...["rules", "logger", "fetch"],
]);

/** @param {string} message */
const wrong = (message) => new ConfigurationError(message, { code: "configuration" });

/**
 * @param {string} name
 * @param {unknown} value
 * @param {number} otherwise
 * @param {number} [most]
 */
function whole(name, value, otherwise, most = Number.MAX_SAFE_INTEGER) {
  const number = value ?? otherwise;
  if (typeof number === "number" && Number.isInteger(number) && number >= 1 && number <= most) return number;
  throw wrong(`${name} must be a whole number from 1${most === Number.MAX_SAFE_INTEGER ? "" : ` to ${most}`}.`);
}

/** @param {string} path */
const withoutSlash = (path) => (path.endsWith("/") ? path.slice(0, -1) : path);

/** @param {string} hostname */
const isThisMachine = (hostname) =>
  hostname === "localhost" ||
  hostname.endsWith(".localhost") ||
  hostname === "[::1]" ||
  /^127\.\d+\.\d+\.\d+$/.test(hostname);

/**
 * @param {unknown} given
 * @param {boolean} allowInsecure
 */
function upstream(given, allowInsecure) {
  const base = URL.canParse(String(given)) ? new URL(String(given)) : undefined;
  const { protocol, username, search, hash, hostname, href } = base ?? {};
  if (!base || (protocol !== "https:" && protocol !== "http:") || username || search || hash) {
    throw wrong("baseUrl must be a URL such as https://api.wavix.com, without a user name, a query and a fragment.");
  }
  if (protocol === "http:" && !isThisMachine(hostname ?? "") && !allowInsecure) {
    throw wrong("baseUrl must begin with https:// unless it is on this machine; allowInsecure: true lifts that.");
  }
  return withoutSlash(href ?? "");
}

/** @param {unknown} given */
function base(given) {
  if (typeof given === "string" && given.startsWith("/")) {
    const path = withoutSlash(given);
    if (path === "" || new URL(path, "http://relay").pathname === path) return path;
  }
  throw wrong("basePath must be a path such as /api/wavix, written as browsers write it.");
}

/** @param {Options["cors"]} given */
function cors({ origins = [], headers = ["content-type", "authorization"], credentials = false, maxAgeSeconds } = {}) {
  for (const origin of origins) {
    if (!URL.canParse(origin) || new URL(origin).origin !== origin || origin === "null") {
      throw wrong("cors.origins must be origins such as https://app.example.com, each written out: no path, no *.");
    }
  }
  for (const header of headers) {
    if (!/^[a-z0-9-]+$/i.test(header)) throw wrong("cors.headers must be names of headers, each written out.");
  }
  return {
    origins: new Set(origins),
    headers: [...new Set([...headers, "idempotency-key"])].join(", "),
    credentials,
    maxAgeSeconds: whole("cors.maxAgeSeconds", maxAgeSeconds, 600),
  };
}

/** @param {NonNullable<Options["limits"]>["rate"]} given */
function rate(given = {}) {
  if (given === false) return undefined;
  const { requests, seconds, store = memoryStore() } = given;
  if (typeof store?.take !== "function") throw wrong("limits.rate.store must have a function take.");
  return {
    requests: whole("limits.rate.requests", requests, 300),
    seconds: whole("limits.rate.seconds", seconds, 60),
    store,
  };
}

/**
 * @param {Options} options
 * @returns {Settings}
 */
export function settingsFrom(options) {
  const { apiKey, auth = "query", authorize, basePath = "/api/wavix", baseUrl = "https://api.wavix.com" } = options;
  const { allowInsecure = false, limits = {}, reveal = [], rules = {}, logger = {} } = options;
  // A misspelt `authorise` or `cors` would otherwise go unseen.
  for (const name of Object.keys(options)) {
    if (!KNOWN.has(name)) throw wrong(`${name} is no option of createRelay.`);
  }
  if (typeof apiKey !== "string" || !/^[\x21-\x7e]+$/.test(apiKey)) {
    throw wrong("apiKey must be the key as Wavix shows it: letters and digits without spaces.");
  }
  if (auth !== "query" && auth !== "bearer") throw wrong('auth must be "query" or "bearer".');
  if (typeof authorize !== "function") {
    throw wrong("authorize is missing: a function that says who may use the relay, or whoever finds it may.");
  }
  if (!Array.isArray(reveal) || !reveal.every((name) => SECRETS.includes(name))) {
    throw wrong('reveal must be a list of "access_token" and "password".');
  }
  if (typeof logger !== "object" || logger === null) {
    throw wrong("logger must be an object with functions such as warn and info, like console.");
  }
  const timeoutMs = whole("limits.timeoutMs", limits.timeoutMs, 30_000, LONGEST_MS);
  return {
    apiKey,
    auth,
    authorize,
    basePath: base(basePath),
    baseUrl: upstream(baseUrl, allowInsecure),
    bodyBytes: whole("limits.bodyBytes", limits.bodyBytes, 64 * 1024),
    answerBytes: whole("limits.answerBytes", limits.answerBytes, 8 * 1024 * 1024),
    timeoutMs,
    creates: memoryOfCreates(timeoutMs),
    rate: rate(limits.rate),
    cors: cors(options.cors),
    hidden: new Set(SECRETS.filter((name) => !reveal.includes(/** @type {"password"} */ (name)))),
    rules,
    logger,
    // Asked for at each call: a runtime or a test may put another one in its place.
    fetch: options.fetch ?? ((input, init) => globalThis.fetch(input, init)),
  };
}
