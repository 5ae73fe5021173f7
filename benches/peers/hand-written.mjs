// What somebody would write without a library, copying the value and naming each problem.

import { ADDRESS, DIGITS, E164, INT32, missing, NOT_BLANK, SWITCHES } from "./rules.mjs";

/** @param {unknown} value @param {number} least */
const isWhole = (value, least) => Number.isInteger(value) && value >= least && value <= INT32;
const isAbsent = (/** @type {unknown} */ value) => value === undefined || value === null;

/** @param {Record<string, any>} trunk */
function judged(trunk) {
  const issues = [];
  const wrong = (/** @type {string} */ name, /** @type {string} */ message) => issues.push({ path: [name], message });
  if (typeof trunk.label !== "string" || !NOT_BLANK.test(trunk.label)) wrong("label", "is blank");
  if (typeof trunk.password !== "string" || trunk.password === "") wrong("password", "is missing");
  if (typeof trunk.callerid !== "string" || !E164.test(trunk.callerid)) wrong("callerid", "is no number");
  for (const name of SWITCHES) {
    if (trunk[name] !== undefined && typeof trunk[name] !== "boolean") wrong(name, "must be true or false");
  }
  for (const [at, { ip }] of (trunk.allowed_ips ?? []).entries()) {
    if (typeof ip !== "string" || !ADDRESS.test(ip)) wrong(`allowed_ips.${at}.ip`, "is no address");
  }
  if (!isAbsent(trunk.call_limit) && !isWhole(trunk.call_limit, 1)) wrong("call_limit", "is out of bounds");
  if (!isAbsent(trunk.max_channels) && !isWhole(trunk.max_channels, 1)) wrong("max_channels", "is out of bounds");
  if (!isAbsent(trunk.transcription_threshold) && !isWhole(trunk.transcription_threshold, 0)) {
    wrong("transcription_threshold", "is out of bounds");
  }
  if (!isAbsent(trunk.max_call_cost) && !(typeof trunk.max_call_cost === "number" && trunk.max_call_cost > 0)) {
    wrong("max_call_cost", "must be above 0");
  }
  for (const name of ["rewrite_prefix", "rewrite_cond"]) {
    if (!isAbsent(trunk[name]) && !DIGITS.test(trunk[name])) wrong(name, "may hold only digits");
  }
  for (const [, name] of missing(trunk)) wrong(name, "is missing");
  return { value: { ...trunk }, issues };
}

export const problems = (/** @type {Record<string, unknown>} */ value) => judged(value).issues.length;
