// @ts-check
// Some at a time: for reading many trunks and for working on them.

import { AbortError, ConfigurationError } from "wavix-trunks";

/**
 * Works on every item, and gives what came out in their order. The first failure ends it, once what is under way is done.
 *
 * @template Item, Result
 * @param {readonly Item[]} items
 * @param {{ concurrency?: number, signal?: AbortSignal | null }} options
 * @param {(item: Item, index: number) => Promise<Result>} work
 * @returns {Promise<Result[]>}
 */
export async function each(items, { concurrency = 4, signal }, work) {
  if (!Number.isInteger(concurrency) || concurrency < 1 || concurrency > 100) {
    throw new ConfigurationError("concurrency must be a whole number from 1 to 100.", { code: "configuration" });
  }
  /** @type {Result[]} */
  const results = [];
  const todo = items.entries();
  let failed = false;
  const worker = async () => {
    for (const [index, item] of todo) {
      if (failed) return;
      try {
        if (signal?.aborted) {
          throw new AbortError("It was aborted.", { code: "aborted", cause: signal.reason });
        }
        results[index] = await work(item, index);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  const workers = Array.from({ length: Math.min(concurrency, items.length) }, worker);
  const [failure] = (await Promise.allSettled(workers)).filter(({ status }) => status === "rejected");
  if (failure?.status === "rejected") throw failure.reason;
  return results;
}
