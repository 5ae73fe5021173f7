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
    const { href, protocol, hostname, username, password } = new URL(url, globalThis.location?.href);
    // A query or a fragment without a letter stands in the address only, where nothing else begins with these.
    const others = username + password + (href.match(/[?#]/) ?? "");
    return [href, protocol, hostname, others].join("\0");
  } catch {
    return undefined;
  }
}

/** Whether it is in a page, where every visitor can read its key. */
export const isInPage = () => globalThis.window?.document !== undefined;
