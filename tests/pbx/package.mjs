// @ts-check
// wavix-trunks/pbx as a throw-away project imports it, together with the package itself.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { install } from "../packaging/project.mjs";

const { folder } = install();
/** The folder of the project. */
export const home = folder;
const entry = join(folder, "pbx.mjs");
writeFileSync(entry, 'export * from "wavix-trunks/pbx";\nexport { ConfigurationError } from "wavix-trunks";\n');

/** @type {typeof import("wavix-trunks/pbx") & Pick<typeof import("wavix-trunks"), "ConfigurationError">} */
export const { ConfigurationError, pbxConfig, pbxKinds, wavixGateways } = await import(pathToFileURL(entry).href);
