// @ts-check
// Links from a page to a file of the repository that is no page: right where the repository is read, and on the site
// they lead to the repository.

import { posix } from "node:path";

/** Where the repository is read. */
export const REPOSITORY = "https://github.com/wavix-trunks/wavix-trunks";

/**
 * Where a link leads, given the page it is on: in the repository, when it leaves docs.
 *
 * @param {string} href
 * @param {string} page its path in docs
 */
export function outwards(href, page) {
  if (!href.startsWith("../")) return href;
  const target = posix.join("docs", posix.dirname(page), href);
  return target.startsWith("docs/") ? href : `${REPOSITORY}/blob/main/${target}`;
}
