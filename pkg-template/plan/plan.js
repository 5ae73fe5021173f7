// @ts-check
// What it takes to make an account as it should be: reads, compares, and sends nothing.

import { trunkFields } from "wavix-trunks";
import { accountOf } from "./account.js";
import { approvals } from "./approvals.js";
import { each } from "./each.js";
import { match } from "./match.js";
import { notice } from "./notice.js";
import { routesOf } from "./routes.js";
import { isError, wishesOf } from "./wishes.js";

/**
 * @typedef {import("../plan.js").PlanStep} PlanStep
 * @typedef {import("./wishes.js").Wish} Wish
 * @typedef {import("./account.js").TrunkSummary} TrunkSummary
 * @typedef {import("wavix-trunks").Difference} Difference
 */

/** Fields whose value depends on a person at Wavix, and are compared in their own way. */
const APPROVED = ["host_request", "passthrough"];
const COMPARED = trunkFields.filter(({ name, secret }) => !secret && !APPROVED.includes(name));
const SWITCHES = new Set(COMPARED.filter(({ kind }) => kind === "switch").map(({ name }) => name));

/**
 * The step with a password that does not show itself.
 *
 * @param {PlanStep} step
 * @param {string | undefined} password
 */
function withPassword(step, password) {
  if (password !== undefined) Object.defineProperty(step, "password", { get: () => password, enumerable: false });
  return step;
}

/** @param {Wish} wish */
function created({ label, settings, password, issues }) {
  const filled = trunkFields.filter(({ secret, name, default: usual }) => {
    const value = /** @type {Record<string, unknown>} */ (settings)[name];
    return !secret && value !== undefined && value !== "" && value !== (usual ?? false);
  });
  /** @type {Difference[]} */
  const differences = filled.map(({ name }) => ({
    field: name,
    before: null,
    after: /** @type {Record<string, unknown>} */ (settings)[name],
  }));
  const notices = password === undefined ? [needed("A new trunk needs a password.")] : [];
  return withPassword({ action: "create", label, differences, settings, issues, notices }, password);
}

/** @param {string} why */
const needed = (why) =>
  notice("password_needed", `${why} Give it in the wish, or when the plan is applied.`, ["password"]);

/**
 * @param {import("wavix-trunks").TrunkClient} client
 * @param {Wish} wish
 * @param {TrunkSummary} trunk
 * @param {import("../plan.js").PlanOptions} options
 * @returns {Promise<PlanStep>}
 */
async function compared(client, wish, trunk, { askAgain = false, signal }) {
  const { label, settings, password, issues, written } = wish;
  // Every field, since an update replaces everything: what the wish leaves out is compared with its default.
  const changes = Object.fromEntries(
    COMPARED.map(({ name, kind, default: usual }) => [
      name,
      /** @type {Record<string, unknown>} */ (settings)[name] ?? usual ?? (kind === "switch" ? false : null),
    ]),
  );
  const found = await client.preview(trunk.id, changes, { signal: signal ?? null });
  // A switch that the server does not mention is off.
  const plain = found.filter(({ field, before, after }) => !SWITCHES.has(field) || Boolean(before) !== Boolean(after));
  const approved = approvals(settings, trunk, askAgain);
  const differences = [...plain, ...approved.differences];
  const notices = [...approved.notices];
  const reset = differences.map(({ field }) => field).filter((field) => !written.includes(field));
  if (reset.length > 0) {
    notices.push(notice("resets", `Not among the wishes, so back to the default: ${reset.join(", ")}.`, reset));
  }
  const action = differences.length > 0 ? "update" : "none";
  if (action === "update" && password === undefined) notices.push(needed("An update needs the trunk's password."));
  if (action === "none" && password !== undefined) {
    const message = "The password cannot be compared, since Wavix never gives it back: a new one alone is not sent.";
    notices.push(notice("password_not_compared", message, ["password"]));
  }
  return withPassword({ action, label, id: trunk.id, differences, settings, issues, notices }, password);
}

/**
 * @param {TrunkSummary} trunk
 * @param {string[]} numbers whose calls lead to it
 * @returns {PlanStep}
 */
function deleted({ id, label }, numbers) {
  const notices = [notice("deletes", "The trunk is gone for good, and its calls stop routing.")];
  if (numbers.length > 0) {
    const more = numbers.length > 1 ? ` and ${numbers.length - 1} more` : "";
    const message = `Calls to ${numbers[0]}${more} lead to it: route them elsewhere, or apply with ifRouted "delete".`;
    notices.push(notice("routed", message));
  }
  return { action: "delete", label: String(label ?? ""), id, differences: [], issues: [], notices };
}

/**
 * @param {import("wavix-trunks").TrunkClient} client
 * @param {import("../plan.js").Desired} desired
 * @param {import("../plan.js").PlanOptions} [options]
 */
export async function plan(client, desired, options = {}) {
  return (await planAndAccount(client, desired, options)).plan;
}

/**
 * The plan, the account that it was made for, and the routes of its numbers, where there is something to delete and they are
 * known.
 *
 * @param {import("wavix-trunks").TrunkClient} client
 * @param {import("../plan.js").Desired} desired
 * @param {import("../plan.js").PlanOptions} options
 * @returns {Promise<{ plan: import("../plan.js").Plan, account: import("./account.js").Account, routes: import("./routes.js").Routes | undefined }>}
 */
export async function planAndAccount(client, desired, options) {
  const { prune = false, askAgain = false, concurrency = 4, signal = null } = options;
  const wishes = wishesOf(desired);
  const account = await accountOf(client, signal);
  const { trunks, problems, rest } = match(wishes, account);
  // What cannot be done is not compared either: its problem says why.
  const steps = await each(
    wishes.filter(({ issues }) => !issues.some(isError)),
    { concurrency, signal },
    async (wish) => {
      const trunk = trunks.get(wish);
      return trunk ? await compared(client, wish, trunk, { askAgain, signal }) : created(wish);
    },
  );
  const deletes = prune ? rest : [];
  const routes = deletes.length > 0 ? await routesOf(client, account, signal) : undefined;
  steps.push(...deletes.map((trunk) => deleted(trunk, routes?.get(trunk.id) ?? [])));
  const count = (/** @type {PlanStep["action"]} */ action) => steps.filter((step) => step.action === action).length;
  const counts = { create: count("create"), update: count("update"), delete: count("delete"), none: count("none") };
  const plan = {
    id: crypto.randomUUID(),
    ok: problems.length === 0,
    empty: problems.length === 0 && counts.none === steps.length,
    prune,
    askAgain,
    counts,
    steps,
    problems,
    unmanaged: prune ? [] : rest.map(({ id, label }) => ({ id, label })),
  };
  return { plan, account, routes };
}
