// @ts-check
// The settings for a PBX, to the screen or into files that only their owner can read.

import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pbxConfig } from "wavix-trunks/pbx";
import { confirmReplacing } from "./files.js";
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
  const { files, fields, ...rest } = config;
  if (out) {
    const saved = filesIn(out, config);
    await save(saved, options);
    if (options.json) printJson({ ...rest, files: saved.map(({ path, place }) => ({ path, place })) });
  } else if (options.json) {
    printJson(config);
  } else {
    for (const { name, place, text } of files) showFile(name, place, text);
    if (fields.length > 0) {
      printTable(fields, [
        ["WHERE", ({ section }) => section],
        ["FIELD", ({ label }) => label],
        ["VALUE", ({ value }) => value],
      ]);
    }
  }
  for (const note of config.notes) say(`• ${note}`);
}

/**
 * All that holds the password as files, also what is to be typed into a form.
 *
 * @param {string} folder
 * @param {import("wavix-trunks/pbx").PbxConfig} config
 */
function filesIn(folder, { kind, files, fields }) {
  const text = fields.map(({ section, label, value }) => `${section}, ${label}: ${value}\n`).join("");
  const form = text ? [{ name: `${kind}.txt`, place: "type it into the form", text }] : [];
  return [...files, ...form].map(({ name, place, text }) => ({ path: join(folder, name), place, text }));
}

/**
 * @param {ReturnType<typeof filesIn>} files
 * @param {import("./session.js").Global} options
 */
async function save(files, options) {
  await confirmReplacing(files, options);
  for (const { path, place, text } of files) {
    mkdirSync(dirname(path), { recursive: true });
    // A file that is there already would keep its mode.
    rmSync(path, { force: true });
    writeFileSync(path, text, { mode: 0o600, flag: "wx" });
    say(`${path} → ${place}`);
  }
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
