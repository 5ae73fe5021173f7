// @ts-check
// Where to: the calls on trunks and on phone numbers that the client makes, and nothing else. What is asked for is read into
// numbers and bounded words, and the upstream URL is made of those, so nothing of the path or the query travels on as it came.

import { invalid, Refusal } from "./refusal.js";
import { routingOf } from "./routing.js";
import { settingsOf } from "./settings.js";

/**
 * @typedef {import("wavix-trunks/relay").RelayPermission} Permission
 *
 * @typedef {Record<string, (value: string) => boolean>} Shapes what each parameter may look like
 *
 * @typedef {object} Way what can be done at a place
 * @property {Permission} permission what somebody needs for it
 * @property {typeof settingsOf | typeof routingOf} [body] reads the body; without it there must be none
 * @property {Shapes} [query]
 *
 * @typedef {Record<string, Way>} Ways by their method
 *
 * @typedef {object} Route
 * @property {string} method
 * @property {string} path from the root of the API, the query included
 * @property {string} shown the same as the log may have it: without what somebody looks for
 * @property {Permission} permission
 * @property {Way["body"]} body
 * @property {boolean} isCreate of a trunk, which must not be made twice
 */

const PATH = /^\/v1\/(trunks|numbers|mydids\/update-destinations|mydids)(?:\/([1-9][0-9]{0,15}))?$/;

/** @param {number} most */
const upTo = (most) => (/** @type {string} */ value) => /^[1-9][0-9]{0,9}$/.test(value) && Number(value) <= most;

const PAGE = { page: upTo(0xffff_ffff), per_page: upTo(100) };
/** A number as people write it, and the label of one in any script: no more than a line. */
const SOUGHT = {
  search: (/** @type {string} */ value) => /^[+0-9 ().-]{1,32}$/.test(value),
  label: (/** @type {string} */ value) => /^[^\p{Cc}\p{Cs}]{1,200}$/u.test(value),
};

/** @type {Ways} */
const READ = { GET: { permission: "read" } };
/** @type {Ways} */
const NUMBERS = { GET: { permission: "read", query: { ...PAGE, ...SOUGHT } } };
/** @type {Way} */
const ROUTING = { permission: "route", body: routingOf };

/**
 * The places of the API: what can be done with all that is there, and with one of it.
 *
 * @type {Record<string, { all: Ways, one?: Ways }>}
 */
const PLACES = {
  trunks: {
    all: { GET: { permission: "read", query: PAGE }, POST: { permission: "write", body: settingsOf } },
    one: {
      GET: { permission: "read" },
      PUT: { permission: "write", body: settingsOf },
      DELETE: { permission: "delete" },
    },
  },
  numbers: { all: { ...NUMBERS, PATCH: ROUTING }, one: READ },
  mydids: { all: NUMBERS, one: READ },
  "mydids/update-destinations": { all: { POST: ROUTING } },
};

/**
 * What can be done at a path below `basePath`, and the path from the root of the API, when it is one of the API's.
 *
 * @param {string} pathname
 * @param {string} basePath
 */
function placeAt(pathname, basePath) {
  // Compared as it stands: a path that is encoded, doubled or in capitals is another path.
  const [, name = "", id] = (pathname.startsWith(basePath) && PATH.exec(pathname.slice(basePath.length))) || [];
  const place = PLACES[name];
  const ways = id === undefined ? place?.all : place?.one;
  if (!ways || !Number.isSafeInteger(Number(id ?? 1))) throw new Refusal(404, "Record not found");
  return { ways, path: id === undefined ? `/v1/${name}` : `/v1/${name}/${id}` };
}

/**
 * @param {URLSearchParams} given
 * @param {Shapes} shapes
 */
function queryOf(given, shapes) {
  const query = new URLSearchParams();
  for (const [name, value] of given) {
    const shape = Object.hasOwn(shapes, name) ? shapes[name] : undefined;
    // A parameter that is unknown could be the `appid` of somebody else's key, one given twice is read in two ways.
    if (shape === undefined || query.has(name)) throw invalid("query");
    if (!shape(value)) throw invalid(name);
    query.set(name, value);
  }
  return query;
}

/**
 * @param {string} path
 * @param {URLSearchParams} query
 */
const withQuery = (path, query) => (query.size > 0 ? `${path}?${query}` : path);

/**
 * What a request asks for.
 *
 * @param {Request} request
 * @param {string} basePath
 * @returns {Route}
 */
export function routeOf({ url, method }, basePath) {
  const { pathname, search, searchParams } = new URL(url);
  const { ways, path } = placeAt(pathname, basePath);
  const way = Object.hasOwn(ways, method) ? ways[method] : undefined;
  if (way === undefined) {
    throw new Refusal(405, "Method not allowed", { headers: { allow: Object.keys(ways).join(", ") } });
  }
  const { permission, body, query: shapes } = way;
  if (search !== "" && !shapes) throw invalid("query");
  const query = queryOf(searchParams, shapes ?? {});
  const whole = withQuery(path, query);
  for (const name of Object.keys(SOUGHT)) query.delete(name);
  return {
    method,
    path: whole,
    shown: withQuery(path, query),
    permission,
    body,
    isCreate: body === settingsOf && method === "POST",
  };
}

/**
 * The methods that a page of a listed origin may use here.
 *
 * @param {Request} request
 * @param {string} basePath
 */
export const methodsAt = ({ url }, basePath) => Object.keys(placeAt(new URL(url).pathname, basePath).ways).join(", ");
