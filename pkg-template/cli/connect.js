// @ts-check
// The settings for a PBX, to the screen or into files that only their owner can read.

import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pbxConfig } from "wavix-trunks/pbx";
import { print, printJson, printTable, say } from "./print.js";
import { passwordMissing, trunkPassword } from "./secrets.js";
import { clientOf } from "./session.js";

/** @typedef {import("wavix-trunks/pbx").PbxKind} PbxKind */

/**
 * @param {number} id
 * @param {import("./session.js").Global & import("./secrets.js").Secrets & { kind: PbxKind, gateway?: string, callerId?: string, out?: string }} options
 */
export async function pbx(id, { kind, gateway, callerId, out, ...options }) {
  const { password } = await trunkPassword(options);
  const trunk = await (await clientOf(options)).get(id);
  const digest = trunk.host === "dynamic" || !trunk.host;
  if (digest && !password) throw passwordMissing("Digest authentication");
  const config = pbxConfig(trunk, {
    kind,
    ...(gateway ? { gateway } : {}),
    ...(callerId ? { callerId } : {}),
    ...(password ? { password } : {}),
  });
  if (out) {
    mkdirSync(out, { recursive: true });
    for (const { name, text, place } of config.files) {
      // A file that is there already would keep its mode.
      rmSync(join(out, name), { force: true });
      writeFileSync(join(out, name), text, { mode: 0o600, flag: "wx" });
      say(`${join(out, name)} → ${place}`);
    }
  }
  if (options.json) {
    printJson(config);
  } else {
    if (!out) for (const { name, place, text } of config.files) showFile(name, place, text);
    if (config.fields.length > 0) {
      printTable(config.fields, [
        ["WHERE", ({ section }) => section],
        ["FIELD", ({ label }) => label],
        ["VALUE", ({ value }) => value],
      ]);
    }
  }
  for (const note of config.notes) say(`• ${note}`);
}

/**
 * @param {string} name
 * @param {string} place
 * @param {string} text
 */
function showFile(name, place, text) {
  say(`── ${name} → ${place}`);
  for (const line of text.replace(/\n$/, "").split("\n")) print(line);
}
