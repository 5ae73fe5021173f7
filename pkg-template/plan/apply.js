// @ts-check
// Doing what a plan says: nothing when the account has moved, and nothing twice.

import { AbortError, ConfigurationError, ConflictError, isWavixError } from "wavix-trunks";
import { byLabel } from "./account.js";
import { each } from "./each.js";
import { planAndAccount } from "./plan.js";

/**
 * @typedef {import("../plan.js").Plan} Plan
 * @typedef {import("../plan.js").PlanStep} PlanStep
 * @typedef {import("../plan.js").AppliedStep} AppliedStep
 * @typedef {import("../plan.js").ApplyOptions} ApplyOptions
 * @typedef {import("../plan.js").JournalEntry} JournalEntry
 * @typedef {import("wavix-trunks").TrunkClient} TrunkClient
 *
 * @typedef {object} Task
 * @property {PlanStep} step
 * @property {number} index
 * @property {boolean} found an earlier run has done it
 * @property {string} password
 * @property {number[]} known the trunks that have its label already, so that nobody lists them again before a create
 * @property {"refuse" | "delete" | undefined} ifRouted where the plan that was made just now knows it, so that nobody asks again
 */

/** @param {string} message */
const wrong = (message) => new ConfigurationError(message, { code: "configuration", outcome: "not_sent" });

/** How many labels a message names. */
const NAMED = 3;

/** @param {PlanStep[]} steps */
const named = (steps) => {
  const more = steps.length > NAMED ? ` and ${steps.length - NAMED} more` : "";
  return (
    steps
      .slice(0, NAMED)
      .map(({ label }) => JSON.stringify(label))
      .join(", ") + more
  );
};

/**
 * The plan as it would be made now, and the account that it is for.
 *
 * @param {TrunkClient} client
 * @param {Plan} plan
 * @param {ApplyOptions} options
 */
function anew(client, { steps, prune, askAgain }, { concurrency = 4, signal = null }) {
  const trunks = steps
    .filter(({ action }) => action !== "delete")
    .map(({ id, settings }) => ({ ...settings, ...(id === undefined ? {} : { id }), password: "keep" }));
  return planAndAccount(client, /** @type {import("../plan.js").Desired} */ ({ trunks }), {
    prune,
    askAgain,
    concurrency,
    signal,
  });
}

/** @param {PlanStep | undefined} step */
const gist = (step) => JSON.stringify(step && [step.action, step.id, step.differences]);

/**
 * Whether a trunk differs in nothing but what was asked of Wavix again and waits for a person there.
 *
 * @param {PlanStep | undefined} step
 */
const onlyWaits = (step) =>
  step?.action === "update" &&
  step.differences.every(({ field, before, after }) =>
    field === "passthrough"
      ? after === true
      : field === "host_request" && JSON.stringify(before) === JSON.stringify(after),
  );

/**
 * What is left to do, when the account is as the plan and the journal say.
 *
 * @param {Plan} plan
 * @param {Awaited<ReturnType<typeof anew>>} now
 * @param {JournalEntry[]} entries
 * @param {ApplyOptions["ifRouted"]} ifRouted
 */
function compare(plan, { plan: fresh, account, routes }, entries, ifRouted) {
  const labelled = byLabel(account.values());
  const begun = new Map(entries.map((entry) => [entry.step, entry]));
  const wishes = plan.steps.filter(({ action }) => action !== "delete").length;
  const troubled = new Set(fresh.problems.map(({ index }) => index));
  const deletes = new Map(fresh.steps.slice(wishes).map((step) => [step.id, step]));
  /** @type {PlanStep[]} */
  const moved = [];
  /** @type {Omit<Task, "password">[]} */
  const tasks = [];
  for (const [index, step] of plan.steps.entries()) {
    const now = step.action === "delete" ? deletes.get(step.id) : fresh.steps[index];
    if (step.action === "delete") deletes.delete(step.id);
    const entry = begun.get(index);
    const settled =
      step.action === "delete"
        ? now === undefined
        : now?.action === "none" || (plan.askAgain && entry?.status === "done" && onlyWaits(now));
    const found = entry !== undefined && settled;
    const same = gist(now) === gist(step) && (step.action === "delete" || !troubled.has(index));
    // What was done and is not as it was left was changed by somebody else.
    if (!found && (!same || entry?.status === "done")) moved.push(step);
    const known = (labelled.get(step.label) ?? []).map(({ id }) => id);
    const asked = routes && (routes.has(step.id ?? 0) ? "refuse" : "delete");
    // What is not known the client asks before it deletes, as it does for each delete.
    if (step.action !== "none") {
      tasks.push({ step, index, found, known, ifRouted: ifRouted === "delete" ? ifRouted : (asked ?? ifRouted) });
    }
  }
  moved.push(...deletes.values());
  return { moved, tasks };
}

/**
 * Passwords before anything is sent: half a plan for want of one helps nobody.
 *
 * @param {Omit<Task, "password">[]} tasks
 * @param {ApplyOptions["password"]} ask
 * @returns {Promise<Task[]>}
 */
async function withPasswords(tasks, ask) {
  /** @type {Task[]} */
  const ready = [];
  /** @type {PlanStep[]} */
  const missing = [];
  for (const task of tasks) {
    const { step, found } = task;
    const needed = !found && step.action !== "delete";
    const password = needed ? (step.password ?? (await ask?.(step))) : "";
    if (password === undefined || (needed && password === "")) missing.push(step);
    else ready.push({ ...task, password });
  }
  if (missing.length > 0) {
    throw wrong(
      `Passwords are missing for ${named(missing)}: give them in the wishes, or by the option password of apply.`,
    );
  }
  return ready;
}

/**
 * Without the signal: of a request that is cut off nobody knows what became of it.
 *
 * @param {TrunkClient} client
 * @param {Task} task
 */
async function work(client, { step, password, known, ifRouted }) {
  const { action, id = 0 } = step;
  if (action === "delete") {
    await client.delete(id, ifRouted ? { ifRouted } : {});
    return undefined;
  }
  const settings = /** @type {import("wavix-trunks").TrunkInput} */ ({ ...step.settings, password });
  if (action === "update") return await client.update(id, settings);
  return await client.create(settings, { onUnknown: "reconcile", known });
}

/**
 * @param {TrunkClient} client
 * @param {Plan} plan
 * @param {ApplyOptions} [options]
 * @returns {Promise<import("../plan.js").Applied>}
 */
export async function apply(client, plan, options = {}) {
  const { concurrency = 4, onProgress, signal = null, journal, password, ifRouted } = options;
  if (!plan.ok) throw wrong(`The plan cannot be applied: ${plan.problems.map(({ message }) => message).join(" ")}`);
  const entries = [...((await journal?.read()) ?? [])];
  if (entries.some((entry) => entry.plan !== plan.id)) throw wrong("The journal is of another plan.");

  const { moved, tasks } = compare(plan, await anew(client, plan, options), entries, ifRouted);
  if (moved.length > 0) {
    const message = `The account has changed since the plan was made, at ${named(moved)}: plan again.`;
    throw new ConflictError(message, { code: "conflict", outcome: "not_sent" });
  }
  const ready = await withPasswords(tasks, password);

  let [done, failed] = [0, 0];
  const tell = (/** @type {PlanStep} */ step) => {
    try {
      onProgress?.({ done, failed, total: ready.length, step });
    } catch {
      // What a listener throws is its own affair.
    }
  };
  const write = (/** @type {Omit<JournalEntry, "plan">} */ entry) => journal?.append({ plan: plan.id, ...entry });
  const steps = await each(ready, { concurrency }, async (task) => {
    const { step, index } = task;
    /** @type {AppliedStep} */
    let applied;
    if (task.found) {
      applied = { step, status: "found" };
    } else if (signal?.aborted) {
      return /** @type {AppliedStep} */ ({ step, status: "not_started", error: aborted(signal) });
    } else {
      await write({ step: index, status: "started" });
      try {
        const trunk = await work(client, task);
        applied = { step, status: "done", ...(trunk ? { trunk } : {}) };
        await write({ step: index, status: "done", id: trunk?.id ?? Number(step.id) });
      } catch (error) {
        if (!isWavixError(error)) throw error;
        await write({ step: index, status: "failed" });
        applied = { step, status: "failed", error };
      }
    }
    if (applied.status === "failed") failed += 1;
    else done += 1;
    tell(step);
    return applied;
  });
  return { ok: steps.every(({ status }) => status === "done" || status === "found"), steps };
}

/** @param {AbortSignal} signal */
const aborted = (signal) =>
  new AbortError("It was aborted before this step.", { code: "aborted", outcome: "not_sent", cause: signal.reason });
