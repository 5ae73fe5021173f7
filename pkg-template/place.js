// @ts-check
// Where a client is, and where it calls.

/**
 * Where a base URL leads, as the runtime itself reads it: its address, its protocol and its host, and whatever else is in it,
 * with zero characters between; nothing when it is no URL.
 *
 * @param {string} url
 */
export function placeOf(url) {
  try {
    const { href, protocol, hostname, username, password, search, hash } = new URL(url, globalThis.location?.href);
    return [href, protocol, hostname, username + password + search + hash].join("\0");
  } catch {
    return undefined;
  }
}

/** Whether it is in a page, where every visitor can read its key. */
export const isInPage = () => globalThis.window?.document !== undefined;
