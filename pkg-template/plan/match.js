// @ts-check
// Which wish is for which trunk, and what speaks against it.

import { byLabel } from "./account.js";
import { isError } from "./wishes.js";

/**
 * @typedef {import("./wishes.js").Wish} Wish
 * @typedef {import("./account.js").TrunkSummary} TrunkSummary
 * @typedef {import("../plan.js").PlanProblem} PlanProblem
 */

/**
 * @param {PlanProblem["code"]} code
 * @param {number} index
 * @param {string} message
 * @param {Partial<Pick<PlanProblem, "ids" | "issues">>} [more]
 * @returns {PlanProblem}
 */
const problem = (code, index, message, { ids = [], issues = [] } = {}) => ({ code, message, index, ids, issues });

/**
 * @param {Wish[]} wishes
 * @param {import("./account.js").Account} account
 */
export function match(wishes, account) {
  /** @type {PlanProblem[]} */
  const problems = [];
  /** @type {Map<Wish, TrunkSummary>} */
  const trunks = new Map();
  /** @type {Map<number, Wish>} */
  const claimed = new Map();
  /** @type {Map<string, Wish>} */
  const labelled = new Map();

  for (const wish of wishes) {
    const { index, id, label } = wish;
    const errors = wish.issues.filter(isError);
    if (errors.length > 0) {
      problems.push(
        problem("invalid", index, `trunks[${index}] has errors: ${errors[0]?.message}`, { issues: errors }),
      );
    }
    const twin = labelled.get(label);
    if (twin && (id === undefined || twin.id === undefined)) {
      const message = `trunks[${index}] has the label of trunks[${twin.index}]: say by id which trunks are meant.`;
      problems.push(problem("duplicate_label", index, message));
    }
    labelled.set(label, wish);
    if (id === undefined) continue;
    const trunk = account.get(id);
    if (!trunk) {
      problems.push(problem("unknown_id", index, `There is no trunk ${id}: leave the id out to have one made.`));
    } else if (claimed.has(id)) {
      const message = `trunks[${index}] has the id of trunks[${claimed.get(id)?.index}].`;
      problems.push(problem("duplicate_label", index, message, { ids: [id] }));
    } else {
      claimed.set(id, wish);
      trunks.set(wish, trunk);
    }
  }

  const free = byLabel([...account.values()].filter(({ id }) => !claimed.has(id)));
  for (const wish of wishes.filter(({ id }) => id === undefined)) {
    const [trunk, ...others] = free.get(wish.label) ?? [];
    if (!trunk) continue;
    if (others.length > 0) {
      const ids = [trunk, ...others].map(({ id }) => id);
      const message = `${ids.length} trunks have the label of trunks[${wish.index}]: say by id which one is meant, ${ids.join(", ")}.`;
      problems.push(problem("duplicate_label", wish.index, message, { ids }));
    } else if (!claimed.has(trunk.id)) {
      claimed.set(trunk.id, wish);
      trunks.set(wish, trunk);
    }
  }
  problems.push(...addressProblems(wishes, trunks, account));
  return { trunks, problems, rest: [...account.values()].filter(({ id }) => !claimed.has(id)) };
}

/**
 * One address maps to one trunk, and stays as it is while Wavix reviews it.
 *
 * @param {Wish[]} wishes
 * @param {Map<Wish, TrunkSummary>} trunks
 * @param {import("./account.js").Account} account
 */
function* addressProblems(wishes, trunks, account) {
  /** @type {Map<string, Wish>} */
  const wanted = new Map();
  for (const wish of wishes) {
    const host = wish.settings.host_request?.host;
    if (!host) continue;
    const { index } = wish;
    const own = trunks.get(wish);
    const twin = wanted.get(host);
    wanted.set(host, wish);
    if (twin) yield problem("address_taken", index, `trunks[${index}] wants the address of trunks[${twin.index}].`);
    const holder = [...account.values()].find((trunk) => trunk.host_request?.host === host && trunk.id !== own?.id);
    if (holder) {
      const message = `Trunk ${holder.id} has the address of trunks[${index}]: one address maps to one trunk.`;
      yield problem("address_taken", index, message, { ids: [holder.id] });
    }
    if (own?.host_request && own.host_request.host !== host && own.status === "pending") {
      const message = `Wavix reviews another address of trunk ${own.id}, which cannot be changed until it has decided.`;
      yield problem("address_pending", index, message, { ids: [own.id] });
    }
  }
}
