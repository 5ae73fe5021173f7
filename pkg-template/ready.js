// @ts-check
// Browsers and bundlers: the wasm travels inside, as text.
// The files that browsers load are named .js: not every server knows .mjs, and browsers refuse modules without a type.
// Not `new URL("…wasm", import.meta.url)`, which every bundler treats differently and some servers refuse, and not
// top-level await, which makes every module that imports this one wait too. Not base64, which compresses badly, and not
// hex, which is longer.

import * as live from "./live.js";
import { startNow } from "./load.js";
import text from "./wasm-text.js";

/**
 * @param {string} text a sign for every byte, or two: the first one of two says how much higher the byte is
 * @returns {Uint8Array<ArrayBuffer>}
 */
function decode(text) {
  // Its own bytes hold the result too, which is never longer.
  const bytes = new TextEncoder().encode(text);
  const place = new Uint8Array(128);
  let count = 0;
  for (let code = 32; code < 127; code++) {
    // What string literals escape, and what begins a tag, is no sign.
    if (!"\"'`\\$<".includes(String.fromCharCode(code))) place[code] = count++;
  }
  let length = 0;
  let higher = 0;
  // Not by for…of, which takes three times as long before it is compiled.
  for (let at = 0; at < bytes.length; at++) {
    const sign = place[bytes[at] ?? 0] ?? 0;
    if (sign < 2) {
      higher = 87 * (sign + 1);
    } else {
      bytes[length++] = higher + sign - 2;
      higher = 0;
    }
  }
  return bytes.subarray(0, length);
}

startNow(decode(text));

// As constants of this module: re-exports are what bundlers look behind, and esbuild then leaves out this module and with
// it the wasm. One by one, so that they still leave out what nobody imports.
export const describeCallerId = live.describeCallerId;
export const generatePassword = live.generatePassword;
export const passwordStrength = live.passwordStrength;
export const readTrunks = live.readTrunks;
export const TrunkClient = live.TrunkClient;
export const trunkSchema = live.trunkSchema;
export const validateDestinations = live.validateDestinations;
export const validateField = live.validateField;
export const validateTrunk = live.validateTrunk;
export const validateTrunkStream = live.validateTrunkStream;
export const validateTrunks = live.validateTrunks;
