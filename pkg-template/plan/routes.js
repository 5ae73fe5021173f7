// @ts-check
// Which trunks calls to phone numbers lead to, so that a plan says it before it deletes one.

import { isWavixError } from "wavix-trunks";

/**
 * The numbers of each trunk that has some, by the trunk's id. None where the account's numbers cannot be listed.
 *
 * @param {import("wavix-trunks").TrunkClient} client
 * @param {import("./account.js").Account} account
 * @param {AbortSignal | null} signal
 */
export async function routesOf(client, account, signal) {
  /** @type {Map<number, string[]>} */
  const routes = new Map();
  // Older answers may name a trunk by its login only.
  const logins = new Map([...account.values()].map(({ id, name }) => [name, id]));
  try {
    for await (const { number, destination } of client.numbers.listAll(null, { signal })) {
      const led = destination.map((to) => to.trunk_id ?? (to.transport === 5 ? logins.get(to.destination) : undefined));
      for (const id of new Set(led)) {
        if (typeof id === "number") routes.set(id, [...(routes.get(id) ?? []), number]);
      }
    }
  } catch (error) {
    if (!isWavixError(error, "permission") && !isWavixError(error, "not_found")) throw error;
  }
  return routes;
}
