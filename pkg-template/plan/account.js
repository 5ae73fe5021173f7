// @ts-check
// An account as it is: every trunk of its list, found by id or by label.

import { ConflictError } from "wavix-trunks";

/**
 * @typedef {import("wavix-trunks").TrunkSummary} TrunkSummary
 * @typedef {Map<number, TrunkSummary>} Account
 */

/**
 * Of a list without some trunks nobody can tell which ones there are: they would be made again.
 *
 * @param {import("wavix-trunks").TrunkClient} client
 * @param {AbortSignal | null} [signal]
 * @returns {Promise<Account>}
 */
export async function accountOf(client, signal) {
  /** @type {Account} */
  const account = new Map();
  let total = 0;
  for await (const { sip_trunks, pagination } of client.pages(null, { signal: signal ?? null })) {
    for (const trunk of sip_trunks) account.set(trunk.id, trunk);
    total = pagination.total ?? 0;
  }
  if (account.size < total) {
    const message = `The list of trunks is not whole: ${account.size} came, and Wavix says that there are ${total}. Something may have moved while it was read: try again.`;
    throw new ConflictError(message, { code: "conflict", outcome: "not_sent" });
  }
  return account;
}

/**
 * The trunks of each label.
 *
 * @param {Iterable<TrunkSummary>} trunks
 */
export function byLabel(trunks) {
  /** @type {Map<string, TrunkSummary[]>} */
  const labels = new Map();
  for (const trunk of trunks) {
    // As the rules normalise a label: what was made without them may have white space around it.
    const label = String(trunk.label ?? "").trim();
    labels.set(label, [...(labels.get(label) ?? []), trunk]);
  }
  return labels;
}
