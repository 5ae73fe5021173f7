// @ts-check
// The call to Wavix: the host is fixed, the key is added here and nowhere else, and no header of the caller goes along.

import { NoText, TooLong, textOf } from "./bytes.js";
import { gone, late, Refusal, unreadable } from "./refusal.js";

/**
 * @typedef {import("./deadline.js").Deadline} Deadline
 * @typedef {import("./options.js").Settings} Settings
 *
 * @typedef {object} Call
 * @property {string} method
 * @property {string} path from the root of the API, the query included
 * @property {string | undefined} body
 * @property {string} requestId
 *
 * @typedef {object} Answer
 * @property {number} status
 * @property {Headers} headers
 * @property {string} text
 */

/**
 * @param {Call} call
 * @param {Settings} settings
 */
function address({ path }, { baseUrl, auth, apiKey }) {
  const url = `${baseUrl}${path}`;
  if (auth === "bearer") return url;
  return `${url}${path.includes("?") ? "&" : "?"}appid=${encodeURIComponent(apiKey)}`;
}

/**
 * Node's short code of what went wrong. The message of such an error may hold the URL, and with it the key.
 *
 * @param {unknown} error
 */
function codeOf(error) {
  const code = error instanceof Error ? Object(error.cause).code : undefined;
  return typeof code === "string" && /^[A-Z_]{1,40}$/.test(code) ? `no answer, ${code}` : "no answer";
}

/**
 * @param {Call} call
 * @param {Settings} settings
 * @param {Deadline} deadline
 * @param {import("./log.js").Entry} entry
 * @returns {Promise<Answer>}
 */
export async function ask(call, settings, deadline, entry) {
  const headers = new Headers({ accept: "application/json", "x-request-id": call.requestId });
  if (call.body !== undefined) headers.set("content-type", "application/json");
  if (settings.auth === "bearer") headers.set("authorization", `Bearer ${settings.apiKey}`);
  try {
    const { fetch } = settings;
    const {
      status,
      headers: received,
      body,
    } = await fetch(address(call, settings), {
      method: call.method,
      headers,
      body: call.body ?? null,
      // The API does not redirect, and whoever does must not get the key.
      redirect: "manual",
      signal: deadline.signal,
    });
    entry.upstreamStatus = status;
    return { status, headers: received, text: await textOf(body, settings.answerBytes, deadline.signal) };
  } catch (error) {
    if (deadline.over() === "gone") throw gone();
    if (deadline.over() === "time") throw late("Wavix");
    if (error instanceof NoText) throw unreadable("no UTF-8");
    if (error instanceof TooLong) throw new Refusal(502, "The answer of Wavix is too large.", { why: "huge answer" });
    throw new Refusal(502, "Wavix could not be reached.", { why: codeOf(error) });
  }
}
