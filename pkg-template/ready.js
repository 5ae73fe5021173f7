// @ts-check
// Browsers and bundlers: the wasm travels inside, as text.
// The files that browsers load are named .js: not every server knows .mjs, and browsers refuse modules without a type.
// Not `new URL("…wasm", import.meta.url)`, which every bundler treats differently and some servers refuse, and not
// top-level await, which makes every module that imports this one wait too. Hex and not base64: hex compresses well.

import * as live from "./live.js";
import { startNow } from "./load.js";
import hex from "./wasm-hex.js";

/**
 * @param {string} text two lower-case digits for every byte
 * @returns {Uint8Array<ArrayBuffer>}
 */
function decode(text) {
  if ("fromHex" in Uint8Array && typeof Uint8Array.fromHex === "function") {
    return Uint8Array.fromHex(text);
  }
  // By character codes: parseInt on slices takes five times as long.
  const value = new Uint8Array(103);
  for (let digit = 0; digit < 16; digit++) value[digit.toString(16).charCodeAt(0)] = digit;
  const bytes = new Uint8Array(text.length / 2);
  for (let at = 0; at < bytes.length; at++) {
    const [high = 0, low = 0] = [value[text.charCodeAt(2 * at)], value[text.charCodeAt(2 * at + 1)]];
    bytes[at] = (high << 4) | low;
  }
  return bytes;
}

startNow(decode(hex));

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
