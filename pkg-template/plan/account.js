// @ts-check
// An account as it is: every trunk of its list, found by id or by label.

/**
 * @typedef {import("wavix-trunks").TrunkSummary} TrunkSummary
 * @typedef {Map<number, TrunkSummary>} Account
 */

/**
 * @param {import("wavix-trunks").TrunkClient} client
 * @param {AbortSignal | null} [signal]
 * @returns {Promise<Account>}
 */
export async function accountOf(client, signal) {
  /** @type {Account} */
  const account = new Map();
  for await (const trunk of client.listAll(null, { signal: signal ?? null })) account.set(trunk.id, trunk);
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
