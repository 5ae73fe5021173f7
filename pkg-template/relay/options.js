// @ts-check
// The options, read once and before the first request: what cannot work is said when the server starts.

import { either, group, whole, wrong } from "./given.js";
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
const KNOWN = [
  ...["apiKey", "auth", "authorize", "basePath", "baseUrl", "allowInsecure", "limits", "cors", "reveal"],
  ...["rules", "logger", "fetch"],
];

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
  const isWeb = base?.protocol === "https:" || base?.protocol === "http:";
  // A query or a fragment without a letter stands in the address only, and would swallow the path of every call.
  if (!base || !isWeb || base.username || base.password || /[?#]/.test(base.href)) {
    throw wrong(
      "baseUrl must be a URL such as https://api.wavix.com, without a user, a password, a query and a fragment.",
    );
  }
  if (base.protocol === "http:" && !isThisMachine(base.hostname) && !allowInsecure) {
    throw wrong("baseUrl must begin with https:// unless it is on this machine; allowInsecure: true lifts that.");
  }
  return withoutSlash(base.href);
}

/** @param {unknown} given */
function base(given) {
  if (typeof given === "string" && given.startsWith("/")) {
    const path = withoutSlash(given);
    if (path === "" || new URL(path, "http://relay").pathname === path) return path;
  }
  throw wrong("basePath must be a path such as /api/wavix, written as browsers write it.");
}

/** @param {string} origin */
const isOrigin = (origin) => URL.canParse(origin) && new URL(origin).origin === origin && origin !== "null";

/** @param {string} header */
const isHeader = (header) => typeof header === "string" && /^[a-z0-9-]+$/i.test(header);

/** @param {Options["cors"]} given */
function cors(given = {}) {
  const known = ["origins", "headers", "credentials", "maxAgeSeconds"];
  const {
    origins = [],
    headers = ["content-type", "authorization"],
    credentials,
    maxAgeSeconds,
  } = group("cors", given, known);
  if (!Array.isArray(origins) || !origins.every(isOrigin)) {
    throw wrong(
      "cors.origins must be origins such as https://app.example.com in a list, each written out: no path, no *.",
    );
  }
  if (!Array.isArray(headers) || !headers.every(isHeader)) {
    throw wrong("cors.headers must be names of headers in a list, each written out.");
  }
  return {
    origins: new Set(origins),
    headers: [...new Set([...headers, "idempotency-key"])].join(", "),
    credentials: either("cors.credentials", credentials),
    maxAgeSeconds: whole("cors.maxAgeSeconds", maxAgeSeconds, 600),
  };
}

/** @param {NonNullable<Options["limits"]>["rate"]} given */
function rate(given = {}) {
  if (given === false) return undefined;
  const { requests, seconds, store = memoryStore() } = group("limits.rate", given, ["requests", "seconds", "store"]);
  if (typeof store?.take !== "function") throw wrong("limits.rate.store must have a function take.");
  return {
    requests: whole("limits.rate.requests", requests, 300),
    seconds: whole("limits.rate.seconds", seconds, 60),
    store,
  };
}

/** What the rules would take for not given. @param {Options["rules"]} given */
function rules(given = {}) {
  const {
    coerce,
    strict,
    limits = {},
    language = {},
  } = group("rules", given, ["coerce", "strict", "limits", "language"]);
  either("rules.coerce", coerce);
  either("rules.strict", strict);
  const { call_limit, max_call_cost, max_channels } = group("rules.limits", limits, [
    "call_limit",
    "max_call_cost",
    "max_channels",
  ]);
  for (const [name, most] of Object.entries({ call_limit, max_call_cost, max_channels })) {
    if (most !== undefined && !Number.isFinite(most)) throw wrong(`rules.limits.${name} must be a number.`);
  }
  group("rules.language", language, ["labels", "messages", "words"]);
  return given;
}

/** @param {Options["logger"]} given */
function logger(given = {}) {
  const isLogger = typeof given === "object" && given !== null;
  const levels = isLogger ? [given.info, given.warn, given.error] : [];
  if (!isLogger || levels.some((level) => level !== undefined && typeof level !== "function")) {
    throw wrong("logger must be an object with functions such as warn and info, like console.");
  }
  return given;
}

/**
 * @param {Options} options
 * @returns {Settings}
 */
export function settingsFrom(options) {
  group("createRelay", options, KNOWN);
  const { apiKey, auth = "query", authorize, basePath = "/api/wavix", baseUrl = "https://api.wavix.com" } = options;
  const { limits = {}, reveal = [], fetch } = options;
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
  if (fetch !== undefined && typeof fetch !== "function")
    throw wrong("fetch must be a function like the runtime's own.");
  group("limits", limits, ["bodyBytes", "answerBytes", "timeoutMs", "rate"]);
  const timeoutMs = whole("limits.timeoutMs", limits.timeoutMs, 30_000, LONGEST_MS);
  return {
    apiKey,
    auth,
    authorize,
    basePath: base(basePath),
    baseUrl: upstream(baseUrl, either("allowInsecure", options.allowInsecure)),
    bodyBytes: whole("limits.bodyBytes", limits.bodyBytes, 64 * 1024),
    answerBytes: whole("limits.answerBytes", limits.answerBytes, 8 * 1024 * 1024),
    timeoutMs,
    creates: memoryOfCreates(timeoutMs),
    rate: rate(limits.rate),
    cors: cors(options.cors),
    hidden: new Set(SECRETS.filter((name) => !reveal.includes(/** @type {"password"} */ (name)))),
    rules: rules(options.rules),
    logger: logger(options.logger),
    // Asked for at each call: a runtime or a test may put another one in its place.
    fetch: fetch ?? ((input, init) => globalThis.fetch(input, init)),
  };
}
