// @ts-check
// Wishes as somebody wrote them down, judged one by one.

import { ConfigurationError, generatePassword, validateTrunk } from "wavix-trunks";

/**
 * @typedef {import("wavix-trunks").Issue} Issue
 * @typedef {Omit<import("wavix-trunks").TrunkConfig, "password">} Settings
 *
 * @typedef {object} Wish
 * @property {number} index
 * @property {number | undefined} id
 * @property {string} label
 * @property {string | undefined} password
 * @property {string[]} written the fields that it names
 * @property {Settings} settings complete, unless `issues` has errors
 * @property {Issue[]} issues
 */

/** @param {string} message */
const wrong = (message) => new ConfigurationError(message, { code: "configuration" });

/** @param {Issue} issue */
export const isError = ({ severity }) => severity === "error";

/**
 * @param {unknown} given
 * @param {number} index
 * @returns {Wish}
 */
function wish(given, index) {
  if (typeof given !== "object" || given === null || Array.isArray(given)) {
    throw wrong(`trunks[${index}] must be an object with the settings of a trunk.`);
  }
  const { id, password, ...rest } = /** @type {Record<string, unknown>} */ (given);
  if (id !== undefined && !(Number.isSafeInteger(id) && Number(id) > 0)) {
    throw wrong(`trunks[${index}].id must be the number of a trunk; leave it out to go by the label.`);
  }
  const kept = password === undefined || password === null || password === "keep";
  // In the place of a password that is not here, one that is beyond reproach.
  const { value, issues } = validateTrunk({ ...rest, password: kept ? generatePassword() : password });
  /** @type {Partial<import("wavix-trunks").TrunkConfig>} */
  const { password: judged, ...settings } = value ?? rest;
  return {
    index,
    id: id === undefined ? undefined : Number(id),
    label: String(settings.label ?? ""),
    password: kept ? undefined : judged,
    written: Object.keys(rest).filter((name) => rest[name] !== undefined && rest[name] !== null),
    settings: /** @type {Settings} */ (settings),
    issues,
  };
}

/**
 * @param {unknown} desired
 * @returns {Wish[]}
 */
export function wishesOf(desired) {
  const given = typeof desired === "object" && desired !== null && "trunks" in desired ? desired.trunks : undefined;
  if (!Array.isArray(given)) throw wrong("The wishes must be an object with a list: { trunks: [ … ] }.");
  return given.map(wish);
}
