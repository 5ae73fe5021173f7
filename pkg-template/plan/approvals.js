// @ts-check
// What Wavix approves by hand: it is not at once as it was asked for, and asking twice is no use.

import { notice } from "./notice.js";

/**
 * @typedef {import("wavix-trunks").Difference} Difference
 * @typedef {import("../plan.js").PlanNotice} PlanNotice
 */

/**
 * @param {import("./wishes.js").Settings} settings
 * @param {import("./account.js").TrunkSummary} trunk
 * @param {boolean} askAgain
 */
export function approvals(settings, trunk, askAgain) {
  /** @type {Difference[]} */
  const differences = [];
  /** @type {PlanNotice[]} */
  const notices = [];
  const waits = (/** @type {string} */ field, /** @type {string} */ message) =>
    notices.push(notice("waits_for_approval", message, [field]));

  const wanted = settings.host_request?.host ?? null;
  const has = trunk.host_request?.host ?? null;
  const address = (/** @type {string | null} */ host) => (host === null ? null : { host });
  if (trunk.status === "pending" && has !== null) {
    // It stays through an update that leaves it out, and a change of it is refused.
    waits("host_request", "Wavix reviews the address, which cannot be changed until it has decided.");
  } else if (wanted !== has) {
    differences.push({ field: "host_request", before: address(has), after: address(wanted) });
  } else if (wanted !== null && trunk.status === "rejected") {
    notices.push(notice("rejected", "Wavix did not grant the address.", ["host_request"]));
    if (askAgain) differences.push({ field: "host_request", before: address(has), after: address(wanted) });
  }

  const passes = Boolean(trunk.passthrough);
  const shouldPass = Boolean(settings.passthrough);
  if (shouldPass && !passes) {
    waits("passthrough", "Passthrough is off until Wavix grants it; whether it was asked for, Wavix does not tell.");
    if (askAgain) differences.push({ field: "passthrough", before: false, after: true });
  } else if (passes !== shouldPass) {
    differences.push({ field: "passthrough", before: passes, after: shouldPass });
  }
  return { differences, notices };
}
