// @ts-check
// No link on any page leads nowhere: files and headings of the repository, as somebody finds them who reads it there.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import GithubSlugger from "github-slugger";
import { PAGES, ROOT, tokensOf } from "./pages.mjs";

/** The README of the package is read at npm, away from everything else. */
const PACKAGE = "pkg-template/README.md";

/**
 * @param {string} page
 * @returns {string[]}
 */
function linksOf(page) {
  return tokensOf(page).flatMap(({ children }) =>
    (children ?? []).flatMap((token) => String(token.attrGet("href") ?? token.attrGet("src") ?? "") || []),
  );
}

/**
 * What a link with a `#` may lead to.
 *
 * @param {string} page
 */
function anchorsOf(page) {
  const slugger = new GithubSlugger();
  const tokens = tokensOf(page);
  const headings = tokens.filter((_, index) => tokens[index - 1]?.type === "heading_open");
  return headings.map(({ children }) => {
    const text = (children ?? []).filter(({ type }) => type === "text" || type === "code_inline");
    return slugger.slug(text.map(({ content }) => content).join(""));
  });
}

// Those of the reference are made by TypeDoc for the site, where another test follows them.
for (const page of PAGES.filter((page) => !page.startsWith("docs/reference/"))) {
  test(`${page} has no dead link`, () => {
    for (const link of linksOf(page)) {
      if (/^https:/.test(link)) continue;
      assert.doesNotMatch(link, /^[a-z]+:|^\//, `${link} works from wherever the page is read`);
      assert.ok(page !== PACKAGE || link.startsWith("#"), `${link} is there for readers at npm`);
      const [path = "", anchor] = link.split("#");
      const target = path ? join(dirname(page), path) : page;
      assert.ok(existsSync(join(ROOT, target)), `${link}: there is no ${target}`);
      if (anchor) assert.ok(anchorsOf(target).includes(anchor), `${link}: ${target} has no such heading`);
    }
  });
}
