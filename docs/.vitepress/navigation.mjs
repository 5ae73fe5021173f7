// @ts-check
// The sidebar, made of the pages that are there: a page that has no place below is a recipe.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { slug } from "github-slugger";

const docs = join(import.meta.dirname, "..");

/** @typedef {import("vitepress").DefaultTheme.SidebarItem} Item */

const GUIDE = ["install", "first-trunk", "forms", "files", "errors", "secrets", "testing"].map(
  (name) => `guide/${name}`,
);
const DEPTH = ["client", "validation", "bulk", "languages", "sandbox"];
const FACTS = ["faults", "runtimes", "performance", "security"];

/** What is in docs and holds no pages that somebody wrote. */
const OTHERS = ["node_modules", "public", "reference"];

/**
 * The pages of a folder and of the folders in it, by their path in docs without `.md`.
 *
 * @param {string} folder
 * @returns {string[]}
 */
function pagesIn(folder) {
  return readdirSync(join(docs, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder ? `${folder}/${entry.name}` : entry.name;
    if (entry.isDirectory()) return entry.name.startsWith(".") || OTHERS.includes(path) ? [] : pagesIn(path);
    return path.endsWith(".md") ? [path.slice(0, -".md".length)] : [];
  });
}

/**
 * A page, called as its first heading is.
 *
 * @param {string} page
 */
function item(page) {
  const heading = readFileSync(join(docs, `${page}.md`), "utf8").match(/^# (.+)$/m)?.[1] ?? page;
  return { text: heading.replaceAll("`", ""), link: `/${page.replace(/\/index$/, "/")}` };
}

/**
 * Pages by their headings; those of a folder under its `index.md`.
 *
 * @param {string[]} pages
 * @returns {Item[]}
 */
function recipes(pages) {
  const inFolder = (/** @type {string} */ page) => page.includes("/") && !page.endsWith("/index");
  return pages
    .filter((page) => !inFolder(page))
    .map((page) => {
      const folder = page.endsWith("/index") ? page.slice(0, -"index".length) : undefined;
      if (!folder) return item(page);
      const items = pages.filter((other) => other.startsWith(folder) && other !== page).map(item);
      return { ...item(page), collapsed: true, items };
    })
    .sort((a, b) => a.text.localeCompare(b.text));
}

/**
 * The kinds of exports lead to their headings. VitePress makes buttons of groups that lead nowhere, and puts another
 * button into each, which those who hear the page cannot reach.
 *
 * @param {Item[]} items as typedoc-vitepress-theme writes them
 * @param {string} [page] what they are on
 * @returns {Item[]}
 */
function reference(items, page) {
  return items.map((item) => {
    const link = item.link ?? `${page}#${slug(String(item.text))}`;
    return item.items ? { ...item, link, items: reference(item.items, link) } : item;
  });
}

/** @returns {Item[]} */
export function sidebar() {
  const pages = pagesIn("").sort();
  const there = (/** @type {string[]} */ names) => names.filter((name) => pages.includes(name)).map(item);
  const placed = [...GUIDE, ...DEPTH, ...FACTS, "index"];
  return [
    { text: "Guide", items: there(GUIDE) },
    { text: "In depth", items: there(DEPTH) },
    { text: "Recipes", items: recipes(pages.filter((page) => !placed.includes(page))) },
    { text: "Facts", items: there(FACTS) },
    {
      text: "Reference",
      items: reference(JSON.parse(readFileSync(join(docs, "reference/typedoc-sidebar.json"), "utf8"))),
    },
  ];
}
