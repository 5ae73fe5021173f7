// @ts-check
// The async generators of `pages()` and `listAll()`: the language's own way to stop at `break`.

/**
 * @typedef {object} Page
 * @property {unknown[]} sip_trunks
 *
 * @typedef {object} Source
 * @property {() => Promise<Page | undefined>} next
 * @property {() => void} stop
 * @property {() => void} free
 */

/** @param {Source} source */
export async function* pagesOf(source) {
  try {
    for (let page = await source.next(); page !== undefined; page = await source.next()) {
      yield page;
    }
  } finally {
    source.stop();
    source.free();
  }
}

/** @param {Source} source */
export async function* trunksOf(source) {
  for await (const page of pagesOf(source)) yield* page.sip_trunks;
}
