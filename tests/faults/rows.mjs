// @ts-check
// The rows of the table: what goes wrong, in the words of the table and in those of the sandbox.

/**
 * @typedef {object} Row
 * @property {string} name
 * @property {{ fault: unknown, processed?: boolean | "late", path?: string }} rule what the sandbox is told, but for how often
 * @property {boolean} [silent] whether no answer ever comes, so that only a deadline ends the call
 */

/** An hour: far beyond any deadline here. */
const ms = 3_600_000;

/** So that nothing waits for long, though waits there are. */
const wait = { "retry-after-ms": 1 };

/**
 * A fault that strikes instead of the request being carried out, one that strikes after that, and, where a server may
 * still be busy behind the one that answers, one that strikes before that.
 *
 * @param {string} name
 * @param {unknown} fault
 * @returns {Row[]}
 */
const both = (name, fault) => [
  { name: `${name}, not processed`, rule: { fault } },
  { name: `${name}, processed`, rule: { fault, processed: true } },
];

/**
 * @param {string} name
 * @param {unknown} fault
 * @returns {Row[]}
 */
const all = (name, fault) => [
  ...both(name, fault),
  { name: `${name}, processed later`, rule: { fault, processed: "late" } },
];

/** @type {Row[]} */
export const rows = [
  { name: "nothing", rule: { path: "/v1/nothing", fault: "drop" } },
  ...all("connection dropped", "drop"),
  ...both("no answer ever", { delay: { ms } }).map((row) => ({ ...row, silent: true })),
  { name: "429, `retry-after-ms`", rule: { fault: { status: { code: 429, wait } } } },
  { name: "429, `Retry-After` in seconds", rule: { fault: { status: { code: 429, wait: { "retry-after": 0 } } } } },
  { name: "429, `Retry-After` as a date", rule: { fault: { status: { code: 429, wait: { "retry-after-date": 0 } } } } },
  { name: "429, `X-RateLimit-Reset`", rule: { fault: { status: { code: 429, wait: { "x-ratelimit-reset": 0 } } } } },
  // A server that refuses what it has done, or says 204 to what it has not, lies, and nobody can tell: no rows for that.
  // 408 is no refusal: it says that the server gave up, not what it did.
  { name: "409", rule: { fault: { status: { code: 409, wait } } } },
  ...both("500", { status: { code: 500, wait } }),
  ...[408, 502, 503, 504].flatMap((code) => all(`${code}`, { status: { code, wait } })),
  ...all("502 with a gateway's page", { html: { status: 502 } }),
  ...both("200 with a gateway's page", { html: { status: 200 } }),
  { name: "200 without a body, processed", rule: { fault: { empty: { status: 200 } }, processed: true } },
  { name: "204, processed", rule: { fault: { empty: { status: 204 } }, processed: true } },
  ...both("200 with garbage", "garbage"),
  { name: "200 with a body over 64 MiB, processed", rule: { fault: { huge: { bytes: 70_000_000 } }, processed: true } },
  ...both("302 to another server", { redirect: { to: "https://elsewhere.invalid/" } }),
  ...both("307 to another server", { redirect: { to: "https://elsewhere.invalid/", status: 307 } }),
  { name: "400 that repeats what was sent", rule: { fault: { repeat_secrets: { status: 400 } } } },
  ...both("500 that repeats what was sent", { repeat_secrets: { status: 500 } }),
  { name: "connection dropped after the headers", rule: { fault: { truncate: { bytes: 0 } } } },
  { name: "connection dropped within the body", rule: { fault: { truncate: { bytes: 9 } } } },
  { name: "body in drips", rule: { fault: { slow: { ms: 0 } } } },
  { name: "JSON that calls itself HTML", rule: { fault: { wrong_type: { content_type: "text/html" } } } },
];
