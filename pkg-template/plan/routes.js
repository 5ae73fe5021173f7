// @ts-check
// Which trunks calls to phone numbers lead to, so that a plan says it before it deletes one.

import { isWavixError } from "wavix-trunks";

/** So many numbers fit on a page. */
const MOST = 100;

/** @typedef {Map<number, string[]>} Routes */

/**
 * The numbers of each trunk that has some, by the trunk's id. Nothing where the account's numbers cannot be listed, or not
 * all of them came.
 *
 * @param {import("wavix-trunks").TrunkClient} client
 * @param {import("./account.js").Account} account
 * @param {AbortSignal | null} signal
 * @returns {Promise<Routes | undefined>}
 */
export async function routesOf(client, account, signal) {
  /** @type {Routes} */
  const routes = new Map();
  // Older answers may name a trunk by its login only.
  const logins = new Map([...account.values()].map(({ id, name }) => [name, id]));
  const seen = new Set();
  let total = 1;
  try {
    for (let page = 1; seen.size < total; page++) {
      const { items, pagination } = await client.numbers.list({ page, per_page: MOST }, { signal });
      const came = seen.size;
      total = pagination.total ?? 0;
      for (const { id: ofNumber, number, destination } of items) {
        seen.add(ofNumber);
        const led = destination.map(
          (to) => to.trunk_id ?? (to.transport === 5 ? logins.get(to.destination) : undefined),
        );
        for (const id of new Set(led)) {
          if (typeof id === "number") routes.set(id, [...(routes.get(id) ?? []), number]);
        }
      }
      // A page that brings nothing new is the last one that does not repeat itself.
      if (seen.size === came) break;
    }
    return seen.size === total ? routes : undefined;
  } catch (error) {
    if (!isWavixError(error, "permission") && !isWavixError(error, "not_found")) throw error;
    return undefined;
  }
}
