// @ts-check
// Files judged without any network: of any size, row by row.

import { createReadStream } from "node:fs";
import { validateTrunkStream } from "wavix-trunks";
import { EXIT, Verdict } from "./failure.js";
import { COLOURS, issueLine, print, printJson } from "./print.js";

/**
 * @param {string[]} files `-` for standard input
 * @param {{ json?: boolean, strict?: boolean, format?: import("wavix-trunks").BulkFormat }} options
 */
export async function validate(files, { json, strict = false, format }) {
  /** @type {Record<string, import("wavix-trunks").BulkReport>} */
  const reports = {};
  for (const file of files) {
    const stream = file === "-" ? process.stdin : createReadStream(file);
    const report = await validateTrunkStream(stream, { strict, ...(format ? { format } : {}) });
    reports[file] = report;
    if (!json) show(file, report);
  }
  if (json) printJson(reports);
  if (Object.values(reports).some(({ ok }) => !ok)) throw new Verdict(EXIT.validation);
}

/**
 * @param {string} file
 * @param {import("wavix-trunks").BulkReport} report
 */
function show(file, { ok, total, valid, invalid, warnings, rows, issues, truncated }) {
  for (const row of rows) {
    for (const issue of row.issues) {
      print(`${file}:${row.line}: ${issueLine(issue)}`, issue.severity === "error" ? COLOURS.red : COLOURS.yellow);
    }
  }
  for (const issue of issues) print(`${file}: ${issueLine(issue)}`, COLOURS.red);
  if (truncated) print(`${file}: more rows have issues than are shown.`);
  print(
    `${file}: ${total} ${total === 1 ? "trunk" : "trunks"}, ${valid} valid, ${invalid} invalid, ${warnings} with warnings`,
    ok ? COLOURS.green : COLOURS.red,
  );
}
