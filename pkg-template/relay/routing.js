// @ts-check
// What leaves: where calls to phone numbers are to go, judged by the rules of the package and written anew.

import { validateDestinations } from "wavix-trunks";
import { jsonOf } from "./body.js";
import { faulty, invalid } from "./refusal.js";

/** More numbers than somebody changes with one request. */
const MOST_NUMBERS = 1000;
/** Longer than addresses are. */
const LONGEST_URL = 2000;

/** @param {unknown} ids */
const areIds = (ids) =>
  Array.isArray(ids) &&
  ids.length > 0 &&
  ids.length <= MOST_NUMBERS &&
  ids.every((id) => Number.isSafeInteger(id) && id > 0);

/**
 * Where messages are sent, if it is said.
 *
 * @param {unknown} url
 */
function messagesTo(url) {
  if (url === undefined) return {};
  // Half of a character, and what ends a line, everybody leaves out or replaces in their own way.
  const isText = typeof url === "string" && url.length <= LONGEST_URL && /^https?:[^\p{Cc}\p{Cs}]*$/iu.test(url);
  const isUrl = isText && URL.canParse(url);
  if (!isUrl) throw invalid("sms_relay_url");
  return { sms_relay_url: url };
}

/**
 * Numbers and their destinations in the body of a request, as JSON for the upstream.
 *
 * @param {Request} request
 * @param {{ bodyBytes: number }} options
 * @param {import("./deadline.js").Deadline} deadline
 * @returns {Promise<{ body: string, secrets: string[] }>}
 */
export async function routingOf(request, { bodyBytes }, deadline) {
  const given = await jsonOf(request, bodyBytes, deadline);
  const { ids, destinations, sms_relay_url: url, ...others } = Object(given);
  // What else Wavix lets be changed of a number is nobody's here.
  if (Object.keys(others).length > 0) throw invalid("body", "body: more than a routing");
  if (!areIds(ids)) throw invalid("ids");
  const { value, issues } = validateDestinations(destinations);
  if (value === undefined) throw faulty(issues, "destinations with errors");
  const more = messagesTo(url);
  return { body: JSON.stringify({ ids, destinations: value, ...more }), secrets: Object.values(more) };
}
