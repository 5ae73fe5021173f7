// @ts-check
// Files of text: read as people and their editors save them, and not replaced unasked.

import { readFileSync, statSync } from "node:fs";
import { confirm } from "./confirm.js";
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

/** @param {{ path: string, text: string }} file */
function holdsOther({ path, text }) {
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return false;
  const held = readFileSync(path, "utf8");
  return held !== "" && held !== text;
}

/**
 * Asks before files are replaced that hold something else, of which they may be the only copy.
 *
 * @param {{ path: string, text: string }[]} files
 * @param {import("./session.js").Global} options
 */
export async function confirmReplacing(files, options) {
  const others = files.filter(holdsOther).map(({ path }) => path);
  if (others.length > 0) await confirm(`Replace ${others.join(" and ")}?`, options);
}
