// @ts-check
// Every page of Markdown that the repository has, the generated ones of the reference among them, and what is on it.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import MarkdownIt from "markdown-it";

export const ROOT = join(import.meta.dirname, "../..");

/** Folders of what others wrote and what was built. */
const SKIPPED = ["node_modules", "target", "dist"];

const markdown = new MarkdownIt({ html: true });

/**
 * @param {string} folder
 * @returns {string[]}
 */
function pagesIn(folder) {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const { name } = entry;
    if (name.startsWith(".") || SKIPPED.includes(name)) return [];
    const path = folder ? `${folder}/${name}` : name;
    return entry.isDirectory() ? pagesIn(path) : name.endsWith(".md") ? [path] : [];
  });
}

/** Their paths, from the root. */
export const PAGES = pagesIn("").sort();

/** @param {string} page */
export const textOf = (page) => readFileSync(join(ROOT, page), "utf8");

/** @param {string} page */
export const tokensOf = (page) => markdown.parse(textOf(page), {});

/**
 * A block of code on a page.
 *
 * @typedef Block
 * @property {string} page
 * @property {number} line where its code begins, from 1
 * @property {string} place page and line, for people
 * @property {string} kind the language it names
 * @property {string} code
 * @property {string | undefined} reason why it is not run, when it is not
 * @property {string | undefined} runner the test that runs it instead of this one
 * @property {string | undefined} file the file that the sentence before it calls it
 * @property {string | undefined} printed the block of text right behind it: what it prints
 */

/**
 * The blocks of a page. What another one prints is not a block of its own.
 *
 * @param {string} page
 * @returns {Block[]}
 */
export function blocksOf(page) {
  /** @type {Block[]} */
  const blocks = [];
  const tokens = tokensOf(page);
  for (const [index, { type, info, content, map }] of tokens.entries()) {
    if (type !== "fence" && type !== "code_block") continue;
    const [, kind = "", rest = ""] = info.match(/^(\S*)\s*(.*)$/) ?? [];
    const last = blocks.at(-1);
    if (kind === "text" && !rest && last?.printed === undefined && tokens[index - 1]?.type === "fence") {
      if (last) last.printed = content;
      continue;
    }
    const line = (map?.[0] ?? 0) + 2;
    blocks.push({
      page,
      line,
      place: `${page}, line ${line}`,
      kind,
      code: content,
      reason: rest.match(/^not run: (.+)$/)?.[1],
      runner: rest.match(/^run by (\S+)$/)?.[1],
      file: fileNamed(tokens[index - 2]?.content),
      printed: undefined,
    });
  }
  return blocks;
}

/**
 * The file in "`server.mjs`:" or "In `server.mjs`:".
 *
 * @param {string | undefined} sentence
 */
const fileNamed = (sentence) => sentence?.match(/`([\w.-]+\.\w+)`:$/)?.[1];
