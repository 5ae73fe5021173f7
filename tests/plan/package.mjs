// @ts-check
// wavix-trunks and wavix-trunks/plan as a throw-away project imports them.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { install } from "../packaging/project.mjs";

/** The folder of the project. */
export const { folder } = install();
const entry = join(folder, "plan.mjs");
writeFileSync(entry, 'export * from "wavix-trunks";\nexport * from "wavix-trunks/plan";\n');

/** @type {typeof import("wavix-trunks") & typeof import("wavix-trunks/plan")} */
export const { apply, ConfigurationError, ConflictError, exportState, plan, TrunkClient } = await import(
  pathToFileURL(entry).href
);

export const KEY = "planted+key/9f3a=7c1e";
export const PASSWORD = "Planted-Passw0rd & 5d2b";

/**
 * @param {string} label
 * @param {object} [more]
 * @returns {import("wavix-trunks").TrunkInput}
 */
export const trunk = (label, more = {}) => ({ label, password: PASSWORD, callerid: "12121234567", ...more });
