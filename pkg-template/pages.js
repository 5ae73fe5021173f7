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

/**
 * @param {Source} source
 * @param {AbortSignal | undefined} signal
 */
export async function* trunksOf(source, signal) {
  for await (const page of pagesOf(source)) {
    for (const trunk of page.sip_trunks) {
      yield trunk;
      // To hear its reason: a page in hand is no reason to go on.
      if (signal?.aborted) await source.next();
    }
  }
}
