// @ts-check
// Chance that can be repeated: the same seed, the same numbers (mulberry32).

/** @param {number} seed */
export function chance(seed) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    /** @param {number} limit a whole number from 0 to one less */
    below: (limit) => Math.floor(next() * limit),
    /**
     * @template Item
     * @param {readonly Item[]} items
     */
    of: (items) => items[Math.floor(next() * items.length)],
  };
}
