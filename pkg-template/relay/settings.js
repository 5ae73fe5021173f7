// @ts-check
// What leaves: the settings of a trunk, judged by the rules of the package and written anew, so that the upstream reads
// what was judged and not what could be read in two ways.

import { validateTrunk } from "wavix-trunks";
import { jsonOf } from "./body.js";
import { faulty, invalid } from "./refusal.js";

/**
 * The settings in the body of a request, as JSON for the upstream.
 *
 * @param {Request} request
 * @param {{ bodyBytes: number, rules: import("wavix-trunks").ValidateOptions }} options
 * @param {import("./deadline.js").Deadline} deadline
 * @returns {Promise<{ body: string, secrets: string[] }>}
 */
export async function settingsOf(request, { bodyBytes, rules }, deadline) {
  const given = await jsonOf(request, bodyBytes, deadline);
  // Unknown settings go along, but not the key of somebody else's account.
  if (Object.hasOwn(Object(given), "appid")) throw invalid("appid");
  const report = validateTrunk(given, rules);
  if (report.ok) return { body: JSON.stringify(report.value), secrets: [report.value.password] };
  const counts = report.issues.filter(({ severity }) => severity === "error" || rules.strict);
  throw faulty(counts, "settings with errors");
}
