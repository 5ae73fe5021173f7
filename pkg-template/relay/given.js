// @ts-check
// Options as somebody gives them: of the right kind, and none misspelt, which would otherwise go unseen.

import { ConfigurationError } from "wavix-trunks";

/** @param {string} message */
export const wrong = (message) => new ConfigurationError(message, { code: "configuration" });

/**
 * @template {object} Group
 * @param {string} name
 * @param {Group} given
 * @param {string[]} known
 * @returns {Group}
 */
export function group(name, given, known) {
  if (typeof given !== "object" || given === null || Array.isArray(given)) {
    throw wrong(`${name} takes an object with ${known.join(", ")}.`);
  }
  for (const field of Object.keys(given)) {
    if (!known.includes(field)) throw wrong(`${field} is no option of ${name}, which takes ${known.join(", ")}.`);
  }
  return given;
}

/**
 * @param {string} name
 * @param {unknown} value
 * @param {number} otherwise
 * @param {number} [most]
 */
export function whole(name, value, otherwise, most = Number.MAX_SAFE_INTEGER) {
  const number = value === undefined ? otherwise : value;
  if (typeof number === "number" && Number.isInteger(number) && number >= 1 && number <= most) return number;
  throw wrong(`${name} must be a whole number from 1${most === Number.MAX_SAFE_INTEGER ? "" : ` to ${most}`}.`);
}

/**
 * @param {string} name
 * @param {unknown} value
 */
export function either(name, value = false) {
  if (typeof value !== "boolean") throw wrong(`${name} must be true or false.`);
  return value;
}
