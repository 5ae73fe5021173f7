// @ts-check
// What is written down of a request: never its query, its headers or its body, and of its path only what the relay has
// made itself.

/**
 * @typedef {object} Entry
 * @property {string} requestId
 * @property {string} method
 * @property {string} [path]
 * @property {string | undefined} [subject]
 * @property {string} [refused]
 * @property {number} [upstreamStatus]
 * @property {true} [repeated]
 */

/**
 * @param {import("wavix-trunks/relay").RelayLogger} logger
 * @param {Entry} entry
 * @param {number} status
 * @param {number} milliseconds
 */
export function note(logger, entry, status, milliseconds) {
  const level = status < 400 ? "info" : status < 500 ? "warn" : "error";
  try {
    const noted = logger[level]?.({ ...entry, status, milliseconds });
    // Some note it later.
    Promise.resolve(noted).catch(() => {});
  } catch {
    // What a logger throws is its own affair.
  }
}
