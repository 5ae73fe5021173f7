// @ts-check
// The five calls: list, get, create, update, delete.

import { isWavixError, validateTrunk } from "wavix-trunks";
import { confirm } from "./confirm.js";
import { EXIT, told, Usage, Verdict } from "./failure.js";
import { settingsOf } from "./fields.js";
import { COLOURS, differenceLine, issueLine, print, printFields, printJson, printTable, say } from "./print.js";
import { passwordMissing, trunkPassword } from "./secrets.js";
import { clientOf } from "./session.js";

/**
 * @typedef {import("./session.js").Global} Global
 * @typedef {import("./secrets.js").Secrets} Secrets
 * @typedef {import("wavix-trunks").TrunkSummary} TrunkSummary
 * @typedef {import("wavix-trunks").TrunkInput} TrunkInput
 */

/** @type {[string, (trunk: TrunkSummary) => unknown][]} */
const COLUMNS = [
  ["ID", ({ id }) => id],
  ["LOGIN", ({ name }) => name],
  ["LABEL", ({ label }) => label],
  ["CALLER ID", ({ callerid }) => callerid],
  ["AUTH", ({ auth_method }) => auth_method],
  ["STATUS", ({ status }) => status],
];

/** @param {Global & { page?: number, perPage?: number }} options */
export async function list(options) {
  const client = await clientOf(options);
  /** @type {TrunkSummary[]} */
  const trunks = [];
  if (options.page || options.perPage) {
    const { sip_trunks } = await client.list({ page: options.page ?? 1, per_page: options.perPage ?? 25 });
    trunks.push(...sip_trunks);
  } else {
    for await (const trunk of client.listAll()) trunks.push(trunk);
  }
  if (options.json) printJson(trunks);
  else if (trunks.length === 0) say("There are no trunks; `wavix-trunks create` makes one.");
  else printTable(trunks, COLUMNS);
}

/**
 * @param {number} id
 * @param {Global} options
 */
export async function get(id, options) {
  const trunk = await (await clientOf(options)).get(id);
  if (options.json) printJson(trunk);
  else printFields(trunk);
}

/**
 * What `work` makes. A password that was made for it is not lost when the answer is: the trunk may have it.
 *
 * @template Made
 * @param {string | undefined} password
 * @param {Global} options
 * @param {() => Promise<Made>} work
 */
async function keeping(password, { json }, work) {
  try {
    return await work();
  } catch (error) {
    if (password && isWavixError(error) && error.outcome === "unknown") {
      if (json) printJson({ password });
      else print(`password  ${password}`);
      say("If it happened, the trunk has this password. It is shown this once: Wavix never gives it back.");
    }
    throw error;
  }
}

/** @param {Global & Secrets & Record<string, unknown>} options */
export async function create(options) {
  const settings = settingsOf(options);
  const { password, generated } = await trunkPassword(options);
  if (!password && settings.password === undefined)
    throw passwordMissing("A new trunk", ", or have one made by --generate-password");
  const client = await clientOf(options);
  const wanted = /** @type {TrunkInput} */ ({ ...settings, ...(password ? { password } : {}) });
  for (const issue of validateTrunk(wanted).issues) if (issue.severity === "warning") say(issueLine(issue));
  const trunk = await keeping(generated ? password : undefined, options, () =>
    client.create(wanted, { onUnknown: "reconcile" }),
  );
  if (options.json) {
    printJson(generated ? { ...trunk, password } : trunk);
    return;
  }
  printFields(trunk);
  if (generated) {
    print(`password  ${password}`);
    say("The password is shown this once: Wavix never gives it back.");
  }
}

/**
 * What can be said of changes without the trunk: no value is what it must be, and whether a name is one. A field that may be
 * empty for the sake of another one, or needs another one, is judged when it is sent.
 *
 * @param {Record<string, unknown>} changes
 */
function judgeChanges(changes) {
  const { issues } = validateTrunk(changes);
  const own = issues.filter(({ path, code }) => String(path[0]) in changes && !/^required/.test(code));
  const errors = own.filter(({ severity }) => severity === "error");
  for (const issue of own) if (issue.severity === "error" || issue.code === "unknown_field") say(issueLine(issue));
  if (errors.length > 0) throw new Verdict(EXIT.validation);
}

/**
 * @param {number} id
 * @param {Global & Secrets & { dryRun?: boolean } & Record<string, unknown>} options
 */
export async function update(id, options) {
  const { password: inFile, ...changes } = settingsOf(options);
  const secret = await trunkPassword(options);
  const password = secret.password ?? (typeof inFile === "string" ? inFile : undefined);
  judgeChanges(changes);
  const client = await clientOf(options);
  const differences = await client.preview(id, /** @type {Partial<TrunkInput>} */ (changes));
  const newPassword = secret.generated || inFile !== undefined;
  if (options.dryRun || (differences.length === 0 && !newPassword)) {
    if (options.json) printJson({ id, differences });
    else if (differences.length === 0) say("Nothing would change.");
    else for (const difference of differences) print(differenceLine(difference));
    return;
  }
  if (!password) throw passwordMissing("An update");
  for (const difference of differences) say(differenceLine(difference));
  await confirm(`Change trunk ${id}?`, options);
  const trunk = await keeping(secret.generated ? password : undefined, options, () =>
    client.patch(id, /** @type {Partial<TrunkInput>} */ (changes), { password }),
  );
  if (options.json) printJson(secret.generated ? { ...trunk, password } : trunk);
  else {
    print(`Trunk ${id} is changed.`, COLOURS.green);
    if (secret.generated) {
      print(`password  ${password}`);
      say("The password is shown this once: Wavix never gives it back.");
    }
  }
}

/**
 * @param {number[]} ids
 * @param {Global & { ifRouted?: "refuse" | "delete" }} options
 */
export async function remove(ids, options) {
  if (new Set(ids).size < ids.length) throw new Usage("an id is there twice.");
  const client = await clientOf(options);
  const trunks = await Promise.all(ids.map((id) => client.get(id)));
  for (const { id, label } of trunks) say(`  ${id}  ${label}`);
  await confirm(`Delete ${ids.length === 1 ? "this trunk" : `these ${ids.length} trunks`} for good?`, options);
  const results = await client.deleteMany(ids, options.ifRouted ? { ifRouted: options.ifRouted } : {});
  const gone = ids.filter((_, at) => results[at]?.status === "fulfilled");
  const failed = results.flatMap((result, at) =>
    result.status === "rejected" ? [/** @type {const} */ ([ids[at], result.reason])] : [],
  );
  if (options.json) printJson({ deleted: gone, failed: failed.length });
  else print(`${gone.length} deleted.`, COLOURS.green);
  for (const [id, error] of failed) for (const line of told(error).lines) say(`${id}: ${line}`);
  if (failed.length > 0) throw new Verdict(EXIT.error);
}
