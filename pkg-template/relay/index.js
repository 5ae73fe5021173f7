// @ts-check
// The relay: the walk of a request, from the page to Wavix and back. Cheap questions come first; nobody makes it read a
// body before it is known that they may.

import { passedOn } from "./answer.js";
import { assertNoBody } from "./body.js";
import { deadline } from "./deadline.js";
import { demand, grantFor } from "./grant.js";
import { note } from "./log.js";
import { nameOf } from "./once.js";
import { settingsFrom } from "./options.js";
import { corsFor, preflight } from "./origin.js";
import { count } from "./rate.js";
import { misfits, Refusal } from "./refusal.js";
import { routeOf } from "./route.js";
import { ask } from "./upstream.js";

export { durableObjectStore, RateLimitObject } from "./durable.js";
export { toNodeHandler } from "./node.js";
export { memoryStore } from "./rate.js";

/**
 * @typedef {import("./options.js").Settings} Settings
 * @typedef {import("./log.js").Entry} Entry
 */

/** On every answer. Nothing of it is for a cache, and none of it is a page. */
const ALWAYS = {
  "cache-control": "no-store",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "cross-origin-resource-policy": "same-origin",
  "x-content-type-options": "nosniff",
  vary: "origin",
};

/**
 * What becomes of a request that may come from where it comes from.
 *
 * @param {Request} request
 * @param {unknown} context
 * @param {Settings} settings
 * @param {Entry} entry
 */
async function served(request, context, settings, entry) {
  const route = routeOf(request, settings.basePath);
  entry.path = route.shown;
  const waiting = deadline(request.signal, settings.timeoutMs);
  try {
    const grant = await grantFor(settings.authorize, request, context, waiting);
    entry.subject = grant.subject;
    demand(grant, route.permission);
    const name = route.isCreate ? nameOf(request.headers, grant.subject) : undefined;
    // 429 says that nothing was made, which is not known of what has come before.
    await count(settings.rate, grant.subject, settings.creates.has(name) ? 503 : 429, waiting);

    if (!route.body) await assertNoBody(request, waiting);
    const sent = route.body ? await route.body(request, settings, waiting) : { body: undefined, secrets: [] };
    const call = { method: route.method, path: route.path, body: sent.body, requestId: entry.requestId };
    const { hidden, apiKey: key } = settings;
    /** @param {import("./deadline.js").Deadline} until */
    const answerOf = async (until) =>
      passedOn(await ask(call, settings, until, entry), { hidden, key, secrets: sent.secrets });
    if (name === undefined || sent.body === undefined) return await answerOf(waiting);
    const answer = await settings.creates.once({ name, body: sent.body, waiting }, async () => {
      // Whoever has gone may come again for the answer.
      const untilDone = deadline(undefined, waiting.left());
      return await answerOf(untilDone).finally(untilDone.end);
    });
    if (answer.repeated) entry.repeated = true;
    return answer;
  } finally {
    waiting.end();
  }
}

/**
 * @param {unknown} error
 * @param {Entry} entry
 */
function refusalOf(error, entry) {
  const refusal =
    error instanceof Refusal
      ? error
      : new Refusal(500, "Internal server error", { why: error instanceof Error ? error.name : typeof error });
  entry.refused = refusal.why ?? refusal.message;
  return refusal;
}

/**
 * @param {Request} request
 * @param {unknown} context
 * @param {Settings} settings
 * @param {Entry} entry
 */
async function answered(request, context, settings, entry) {
  /** @type {Record<string, string>} */
  const headers = { ...ALWAYS, "x-request-id": entry.requestId };
  try {
    const misfit = misfits.get(request);
    if (misfit) throw misfit.refusal;
    Object.assign(headers, corsFor(request, settings.cors));
    const permitted = preflight(request, settings.basePath, settings.cors);
    if (permitted) return new Response(null, { status: 204, headers: { ...headers, ...permitted } });
    const { status, body } = await served(request, context, settings, entry);
    if (body !== null) headers["content-type"] = "application/json; charset=utf-8";
    return new Response(body, { status, headers });
  } catch (error) {
    const refusal = refusalOf(error, entry);
    headers["content-type"] = "application/json; charset=utf-8";
    return new Response(refusal.body(), { status: refusal.status, headers: { ...headers, ...refusal.headers } });
  }
}

/**
 * @template Context
 * @param {import("wavix-trunks/relay").RelayOptions<Context>} options
 * @returns {import("wavix-trunks/relay").Relay<Context>}
 */
export function createRelay(options) {
  const settings = settingsFrom(options);
  return async (request, context) => {
    const begun = Date.now();
    // Ours and never the caller's, who could write anything into the log with it.
    /** @type {Entry} */
    const entry = { requestId: crypto.randomUUID(), method: misfits.get(request)?.method ?? request.method };
    const answer = await answered(request, context, settings, entry);
    note(settings.logger, entry, answer.status, Date.now() - begun);
    return answer;
  };
}
