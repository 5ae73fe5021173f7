// @ts-check
// Accounts as files: plan, apply, export.

import { writeFileSync } from "node:fs";
import { isWavixError } from "wavix-trunks";
import { apply as applyPlan, exportState, plan as makePlan } from "wavix-trunks/plan";
import { asks, confirm } from "./confirm.js";
import { EXIT, told, Usage, Verdict } from "./failure.js";
import { confirmReplacing } from "./files.js";
import { openJournal } from "./journal.js";
import { COLOURS, differenceLine, issueLine, print, printAside, printJson, say } from "./print.js";
import { passwordMissing, trunkPassword } from "./secrets.js";
import { clientOf } from "./session.js";
import { readWishes } from "./wishes.js";

/**
 * @typedef {import("./session.js").Global} Global
 * @typedef {import("./secrets.js").Secrets} Secrets
 * @typedef {import("wavix-trunks/plan").Plan} Plan
 * @typedef {Global & Secrets & { prune?: boolean, askAgain?: boolean, concurrency?: number }} PlanOptions
 */

const SIGNS = /** @type {const} */ ({
  create: ["+", COLOURS.green],
  update: ["~", COLOURS.yellow],
  delete: ["-", COLOURS.red],
  none: [" ", COLOURS.grey],
});

/**
 * What is as wished is not shown, unless a setting of the wish has a name that is none: that may be why.
 *
 * @param {import("wavix-trunks/plan").PlanStep} step
 */
function worthShowing(step) {
  if (step.action !== "none") return [step];
  const issues = step.issues.filter(({ code }) => code === "unknown_field");
  return issues.length > 0 ? [{ ...step, issues, notices: [] }] : [];
}

/**
 * @param {Plan} plan
 * @param {typeof print} [line] shows one
 */
function show({ ok, steps, counts, problems, unmanaged }, line = print) {
  if (!ok) {
    for (const { message, issues } of problems) {
      say(`error: ${message}`);
      for (const issue of issues.slice(1)) say(`  ${issueLine(issue)}`);
    }
    return;
  }
  for (const { action, label, id, differences, issues, notices } of steps.flatMap(worthShowing)) {
    const [sign, colour] = SIGNS[action];
    line(`${sign} ${action} ${label}${id === undefined ? "" : ` (${id})`}`, colour);
    for (const difference of differences) line(differenceLine(difference));
    for (const { message } of notices) line(`    ${message}`, COLOURS.grey);
    for (const issue of issues) line(`    ${issueLine(issue)}`, COLOURS.grey);
  }
  const kept = unmanaged.length > 0 ? `, ${unmanaged.length} not among the wishes` : "";
  const { create, update, delete: gone, none } = counts;
  line(`${create} to create, ${update} to update, ${gone} to delete, ${none} as wished${kept}.`);
}

/**
 * The password for the one step that needs one. An update sets the password that it brings along, so that one for several
 * trunks would make them all alike.
 *
 * @param {Plan} plan
 * @param {PlanOptions} options
 */
async function passwordFor({ steps }, options) {
  const { length: needy } = steps.filter(({ notices }) => notices.some(({ code }) => code === "password_needed"));
  if (needy > 1) throw new Usage(`${needy} trunks need their passwords: write each one into the file.`);
  const { password } = await trunkPassword(options);
  if (needy === 1 && !password) throw passwordMissing("This plan");
  return needy === 1 ? password : undefined;
}

/** @param {PlanOptions} options */
const only = ({ prune = false, askAgain = false, concurrency = 4 }) => ({ prune, askAgain, concurrency });

/**
 * @param {string} file
 * @param {PlanOptions} options
 */
export async function plan(file, options) {
  const wishes = await readWishes(file);
  const made = await makePlan(await clientOf(options), wishes, only(options));
  if (options.json) printJson(made);
  else show(made);
  if (!made.ok) throw new Verdict(EXIT.validation);
  if (!made.empty) throw new Verdict(EXIT.changes);
}

/**
 * @param {string} file
 * @param {PlanOptions & { journal?: string, ifRouted?: "refuse" | "delete" }} options
 */
export async function apply(file, options) {
  const wishes = await readWishes(file);
  const client = await clientOf(options);
  const made = await makePlan(client, wishes, only(options));
  if (!made.ok) {
    show(made);
    throw new Verdict(EXIT.validation);
  }
  const password = await passwordFor(made, options);
  const opened = options.journal ? openJournal(options.journal, made, wishes) : undefined;
  if (!options.json) show(made);
  if (!made.empty) {
    // Who is asked must have seen what it is about, also when the results go elsewhere.
    if (asks(options) && (options.json || !process.stdout.isTTY)) show(made, printAside);
    await confirm("Do this?", options);
  }
  opened?.begin();

  const interrupt = new AbortController();
  const stop = () => {
    say("Stopping after what is under way; run it again to go on.");
    interrupt.abort();
  };
  process.once("SIGINT", stop);
  const applying = applyPlan(client, opened?.plan ?? made, {
    ...(opened ? { journal: opened.journal } : {}),
    ...(options.ifRouted ? { ifRouted: options.ifRouted } : {}),
    concurrency: only(options).concurrency,
    signal: interrupt.signal,
    // A plan from a journal has lost its passwords; the wishes have them still. Only trunks with an id may share a label.
    password: ({ id, label }) =>
      made.steps.find((step) => (id === undefined ? step.label === label : step.id === id))?.password ?? password,
    onProgress: ({ done, failed, total, step }) => say(`[${done + failed}/${total}] ${step.action} ${step.label}`),
  });
  const applied = await applying.catch((error) => {
    if (!options.journal || !isWavixError(error, "conflict")) throw error;
    say(`error: ${error.message}`);
    say(`Remove ${options.journal}, run it again, and look at the plan before you say yes.`);
    throw new Verdict(EXIT.error);
  });
  if (applied.ok) opened?.finish();
  process.off("SIGINT", stop);

  const count = (/** @type {string} */ status) => applied.steps.filter((step) => step.status === status).length;
  const counts = {
    done: count("done"),
    found: count("found"),
    failed: count("failed"),
    not_started: count("not_started"),
  };
  if (options.json) printJson({ ok: applied.ok, counts, steps: applied.steps.map(brief) });
  else print(`${counts.done + counts.found} done, ${counts.failed} failed, ${counts.not_started} not begun.`);
  for (const { step, error, status } of applied.steps) {
    if (status === "failed") for (const line of told(error).lines) say(`${step.label}: ${line}`);
  }
  if (!applied.ok) throw new Verdict(EXIT.error);
}

/** @param {import("wavix-trunks/plan").AppliedStep} step */
const brief = ({ step, status, trunk, error }) => ({
  action: step.action,
  label: step.label,
  id: trunk?.id ?? step.id,
  status,
  ...(error ? { error } : {}),
});

/** @param {Global & { out?: string, concurrency?: number }} options */
export async function exported({ out, concurrency = 4, ...options }) {
  const state = await exportState(await clientOf(options), { concurrency });
  if (!out) {
    printJson(state);
    return;
  }
  const text = `${JSON.stringify(state, null, 2)}\n`;
  await confirmReplacing([{ path: out, text }], options);
  writeFileSync(out, text);
  say(`${state.trunks.length} ${state.trunks.length === 1 ? "trunk is" : "trunks are"} in ${out}.`);
}
