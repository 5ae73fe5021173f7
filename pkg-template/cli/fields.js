// @ts-check
// The settings of a trunk as options, made from the table of fields: no second list that could be forgotten.

import { trunkFields } from "wavix-trunks";
import { Usage } from "./failure.js";
import { textIn } from "./files.js";

const FIELDS = trunkFields.filter(({ secret }) => !secret);

/** @param {string} name */
const flag = (name) => `--${name.replaceAll("_", "-")}`;
/** @param {string} name */
const key = (name) => name.replace(/_(\w)/g, (_, letter) => letter.toUpperCase());

/** @type {Partial<Record<import("wavix-trunks").TrunkField["kind"], string>>} */
const PLACEHOLDERS = {
  switch: "[on|off]",
  whole: "<number>",
  amount: "<amount>",
  addresses: "<list>",
  host: "<address>",
};

/**
 * @param {import("commander").Command} command
 * @returns {import("commander").Command}
 */
export function withFields(command) {
  for (const { name, kind, label, unit } of FIELDS) {
    command.option(`${flag(name)} ${PLACEHOLDERS[kind] ?? "<text>"}`, unit ? `${label}, ${unit}` : label);
  }
  return command.option("--from <file>", "a JSON file with settings; options win over it");
}

/**
 * A JSON file with one object.
 *
 * @param {string} file
 * @returns {Record<string, unknown>}
 */
function objectIn(file) {
  try {
    const value = JSON.parse(textIn(file));
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value;
  } catch (error) {
    // What a parser says of a broken file may quote it, passwords included.
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new Usage(`${file} must hold one JSON object with the settings of a trunk.`);
}

/**
 * The settings that were given, by file and by option.
 *
 * @param {Record<string, unknown>} options
 * @returns {Record<string, unknown>}
 */
export function settingsOf(options) {
  const settings = typeof options.from === "string" ? objectIn(options.from) : {};
  // As wishes have it: the password is not here.
  if (settings.password === "keep" || settings.password === null) delete settings.password;
  for (const { name, kind } of FIELDS) {
    const given = options[key(name)];
    if (given === undefined) continue;
    settings[name] = kind === "switch" ? isOn(name, given) : kind === "host" ? { host: given } : typed(kind, given);
  }
  return settings;
}

/**
 * @param {string} name
 * @param {unknown} given
 */
function isOn(name, given) {
  if (given === true || given === "on" || given === "true") return true;
  if (given === "off" || given === "false") return false;
  throw new Usage(`${flag(name)} is on or off.`);
}

/**
 * @param {string} kind
 * @param {unknown} given
 */
function typed(kind, given) {
  if (kind === "addresses")
    return String(given)
      .split(/[\s,]+/)
      .filter(Boolean);
  // What is no number is left to the rules, which say so of the field.
  const isNumber = (kind === "whole" || kind === "amount") && String(given).trim() !== "";
  return isNumber && Number.isFinite(Number(given)) ? Number(given) : given;
}
