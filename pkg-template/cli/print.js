// @ts-check
// What people see: tables, colours where a terminal has them, and no character that a terminal would obey.

import stringWidth from "string-width";

/** Control characters, and those that turn the direction of text round: a label could rewrite the screen. */
const UNSAFE = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** @param {unknown} text */
const safe = (text) => String(text).replace(UNSAFE, "\ufffd");

/**
 * @param {NodeJS.WriteStream} stream
 * @param {number} code of the colour
 * @param {string} text
 */
const painted = (stream, code, text) =>
  stream.isTTY && stream.hasColors() ? `\u001b[${code}m${text}\u001b[39m` : text;

export const COLOURS = Object.freeze({ red: 31, green: 32, yellow: 33, grey: 90 });

/** @param {NodeJS.WriteStream} stream */
const printerTo =
  (stream) =>
  (/** @type {unknown} */ text = "", /** @type {number | undefined} */ colour = undefined) => {
    const line = safe(text);
    stream.write(`${colour ? painted(stream, colour, line) : line}\n`);
  };

/** A line for the reader of results. */
export const print = printerTo(process.stdout);

/** The same for somebody at a terminal, while the results go elsewhere. */
export const printAside = printerTo(process.stderr);

/**
 * A line beside the results: progress, warnings, what went wrong. Several lines stay several.
 *
 * @param {unknown} text
 */
export const say = (text) => {
  const lines = String(text).split("\n").map(safe);
  const [first = "", ...rest] = lines;
  const shown = first.startsWith("error:") ? painted(process.stderr, COLOURS.red, first) : first;
  process.stderr.write(`${[shown, ...rest].join("\n")}\n`);
};

/**
 * JSON, in which the same characters are written as escapes.
 *
 * @param {unknown} value
 */
export const printJson = (value) => {
  const escaped = (/** @type {string} */ character) =>
    character === "\n" ? character : `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  process.stdout.write(`${JSON.stringify(value, null, 2).replace(UNSAFE, escaped)}\n`);
};

/** @param {unknown} value */
const shown = (value) => {
  if (value === null || value === undefined) return "";
  return safe(typeof value === "object" ? JSON.stringify(value) : value);
};

/**
 * Aligned columns; numbers stand right.
 *
 * @template {object} Row
 * @param {readonly Row[]} rows
 * @param {readonly [string, (row: Row) => unknown][]} columns
 */
export function printTable(rows, columns) {
  const cells = rows.map((row) => columns.map(([, of]) => of(row)));
  const texts = cells.map((row) => row.map(shown));
  const widths = columns.map(([title], at) =>
    Math.max(...[title, ...texts.map((row) => row[at] ?? "")].map((text) => stringWidth(text))),
  );
  const pad = (/** @type {string} */ text, /** @type {number} */ at, /** @type {boolean} */ right) => {
    const space = " ".repeat((widths[at] ?? 0) - stringWidth(text));
    return right ? space + text : text + space;
  };
  const numeric = columns.map((_, at) => cells.every((row) => typeof row[at] === "number"));
  const line = (/** @type {string[]} */ row) =>
    row
      .map((text, at) => pad(text, at, Boolean(numeric[at]) && rows.length > 0))
      .join("  ")
      .trimEnd();
  print(line(columns.map(([title]) => title)), COLOURS.grey);
  for (const row of texts) print(line(row));
}

/**
 * One thing with its fields, a line each.
 *
 * @param {object} thing
 */
export function printFields(thing) {
  const entries = Object.entries(thing).filter(([, value]) => value !== null && value !== undefined);
  const width = Math.max(...entries.map(([name]) => name.length));
  for (const [name, value] of entries) print(`${name.padEnd(width)}  ${shown(value)}`);
}

/** @param {import("wavix-trunks").Issue} issue */
export const issueLine = ({ severity, path, message }) =>
  `${severity}${path.length > 0 ? ` ${path.join(".")}` : ""}: ${message}`;

/** @param {import("wavix-trunks").Difference} difference */
export const differenceLine = ({ field, before, after }) => `    ${field}: ${quoted(before)} → ${quoted(after)}`;

/** @param {unknown} value */
const quoted = (value) => (value === null ? "–" : JSON.stringify(value));
