// @ts-check
// Files of text, as people and their editors save them.

import { readFileSync } from "node:fs";
import { Usage } from "./failure.js";

/** Takes a byte order mark away, and puts no other character in the place of a byte that it cannot read. */
const UTF8 = new TextDecoder("utf-8", { fatal: true });

/** @param {string} file */
export function textIn(file) {
  const bytes = readFileSync(file);
  try {
    return UTF8.decode(bytes);
  } catch {
    throw new Usage(`${file} is not UTF-8: save it as UTF-8.`);
  }
}
