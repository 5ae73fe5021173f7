// @ts-check
// The client that a command works with, as its options and the environment say.

import { TrunkClient } from "wavix-trunks";
import { apiKey } from "./secrets.js";

/**
 * What every command takes.
 *
 * @typedef {object} Global
 * @property {string} [baseUrl]
 * @property {"query" | "bearer"} [auth]
 * @property {number} [timeout] seconds
 * @property {boolean} [keyStdin]
 * @property {boolean} [json]
 * @property {boolean} [yes]
 * @property {"numbers" | "mydids"} [numbersApi]
 */

/** @param {Global} options */
export async function clientOf(options) {
  const baseUrl = options.baseUrl ?? process.env.WAVIX_BASE_URL;
  return new TrunkClient({
    apiKey: await apiKey(options),
    ...(baseUrl ? { baseUrl } : {}),
    ...(options.auth ? { auth: options.auth } : {}),
    ...(options.numbersApi ? { numbersApi: options.numbersApi } : {}),
    ...(options.timeout ? { timeoutMs: options.timeout * 1000 } : {}),
  });
}
