// @ts-check
// The throw-away project in which the examples are run: a folder for each page, with the package installed above it.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { install, withLibraries } from "../packaging/project.mjs";

/** @typedef {import("./pages.mjs").Block} Block */

const project = withLibraries(install());

export const { folder: PROJECT, home: HOME } = project;

/**
 * The folder of the block's page.
 *
 * @param {Block} block
 */
export function folderOf({ page }) {
  const folder = join(PROJECT, page.replaceAll("/", "-"));
  mkdirSync(folder, { recursive: true });
  // A project of its own: what one page installs is for no other.
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true }));
  return folder;
}

/**
 * Writes a block as the file that its page calls it, or as `name`, with its lines where they are on the page.
 *
 * @param {Block} block
 * @param {string} name
 * @param {string} code
 */
export function written(block, name, code = block.code) {
  const path = join(folderOf(block), block.file ?? name);
  writeFileSync(path, block.file ? code : "\n".repeat(block.line - 1) + code);
  return path;
}
