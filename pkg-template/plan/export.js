// @ts-check
// The way back: an account as wishes, of which the plan is empty.

import { trunkFields } from "wavix-trunks";
import { accountOf, byLabel } from "./account.js";
import { each } from "./each.js";

/** @typedef {import("../plan.js").DesiredTrunk} DesiredTrunk */

/**
 * @param {import("wavix-trunks").Trunk} trunk
 * @param {import("./account.js").TrunkSummary} summary
 * @param {boolean} alone no other trunk has its label
 * @returns {DesiredTrunk}
 */
function wish(trunk, summary, alone) {
  /** @type {Record<string, unknown>} */
  const wish = alone ? {} : { id: trunk.id };
  for (const { name } of trunkFields) {
    const value = /** @type {Record<string, unknown>} */ (/** @type {unknown} */ (trunk))[name];
    if (value !== undefined && value !== null) wish[name] = value;
  }
  if (trunk.allowed_ips) wish.allowed_ips = trunk.allowed_ips.map(({ ip }) => ({ ip }));
  if (trunk.max_call_cost !== null) wish.max_call_cost = Number(trunk.max_call_cost);
  if (summary.host_request) wish.host_request = { host: summary.host_request.host };
  return /** @type {DesiredTrunk} */ ({ ...wish, password: "keep" });
}

/**
 * @param {import("wavix-trunks").TrunkClient} client
 * @param {Pick<import("../plan.js").PlanOptions, "concurrency" | "signal">} [options]
 * @returns {Promise<import("../plan.js").Desired>}
 */
export async function exportState(client, { concurrency = 4, signal = null } = {}) {
  const account = await accountOf(client, signal);
  const labels = byLabel(account.values());
  const trunks = await each([...account.values()], { concurrency, signal }, async (summary) => {
    const trunk = await client.get(summary.id, { signal });
    return wish(trunk, summary, labels.get(String(summary.label ?? "").trim())?.length === 1);
  });
  return { trunks };
}
