// @ts-check
// Where to: the five calls on trunks and nothing else. What is asked for is read into numbers, and the upstream URL is
// made of those, so nothing of the path or the query travels on as it came.

import { invalid, Refusal } from "./refusal.js";

/**
 * @typedef {import("wavix-trunks/relay").RelayPermission} Permission
 *
 * @typedef {object} Route
 * @property {string} method
 * @property {string} path from the root of the API, the query included
 * @property {Permission} permission what somebody needs for it
 * @property {boolean} hasBody
 */

const PATH = /^\/v1\/trunks(?:\/([1-9][0-9]{0,15}))?$/;
const NUMBER = /^[1-9][0-9]{0,9}$/;

/** The largest value of each parameter of the list. */
const PARAMETERS = new Map([
  ["page", 0xffff_ffff],
  ["per_page", 100],
]);

/** @type {Record<string, Permission>} */
const ON_ALL = { GET: "read", POST: "write" };
/** @type {Record<string, Permission>} */
const ON_ONE = { GET: "read", PUT: "write", DELETE: "delete" };

/**
 * The path below `basePath`, when it is one of the API's: its number is `undefined` for all trunks.
 *
 * @param {string} pathname
 * @param {string} basePath
 */
function trunkAt(pathname, basePath) {
  // Compared as it stands: a path that is encoded, doubled or in capitals is another path.
  const found = pathname.startsWith(basePath) ? PATH.exec(pathname.slice(basePath.length)) : null;
  const id = found?.[1] === undefined ? undefined : Number(found[1]);
  if (!found || (id !== undefined && !Number.isSafeInteger(id))) throw new Refusal(404, "Record not found");
  return id;
}

/** @param {URLSearchParams} query */
function pageOf(query) {
  const page = new URLSearchParams();
  for (const [name, value] of query) {
    const most = PARAMETERS.get(name);
    // A parameter that is unknown could be the `appid` of somebody else's key, one given twice is read in two ways.
    if (most === undefined || page.has(name)) throw invalid("query");
    if (!NUMBER.test(value) || Number(value) > most) throw invalid(name);
    page.set(name, value);
  }
  return page.size > 0 ? `?${page}` : "";
}

/**
 * What a request asks for.
 *
 * @param {Request} request
 * @param {string} basePath
 * @returns {Route}
 */
export function routeOf({ url, method }, basePath) {
  const { pathname, search, searchParams } = new URL(url);
  const id = trunkAt(pathname, basePath);
  const methods = id === undefined ? ON_ALL : ON_ONE;
  const permission = Object.hasOwn(methods, method) ? methods[method] : undefined;
  if (permission === undefined) {
    const allow = Object.keys(methods).join(", ");
    throw new Refusal(405, "Method not allowed", { headers: { allow } });
  }
  const isList = id === undefined && method === "GET";
  if (search !== "" && !isList) throw invalid("query");
  const path = id === undefined ? `/v1/trunks${isList ? pageOf(searchParams) : ""}` : `/v1/trunks/${id}`;
  return { method, path, permission, hasBody: method === "POST" || method === "PUT" };
}

/**
 * The methods that a page of a listed origin may use here.
 *
 * @param {Request} request
 * @param {string} basePath
 */
export const methodsAt = ({ url }, basePath) =>
  Object.keys(trunkAt(new URL(url).pathname, basePath) === undefined ? ON_ALL : ON_ONE).join(", ");
