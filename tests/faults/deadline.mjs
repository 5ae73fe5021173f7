// @ts-check
// Deadlines that pass when a test says so, and waits that are over at once: nothing here takes longer on a slow machine.

/** @type {Map<object, { milliseconds: unknown, ring: () => void }>} */
const held = new Map();
/** @type {Set<number>} */
const deadlines = new Set();

const { setTimeout: wait, clearTimeout: forget } = globalThis;
Object.assign(globalThis, {
  /** @param {any[]} timer */
  setTimeout(...timer) {
    const [ring, milliseconds] = timer;
    if (!deadlines.has(milliseconds)) return Reflect.apply(wait, globalThis, timer);
    const handle = {};
    held.set(handle, { milliseconds, ring });
    return handle;
  },
  /** @param {any} timer */
  clearTimeout(timer) {
    if (!held.delete(timer)) forget(timer);
  },
});

// The client spreads its waits by chance, from nothing to the whole: now always from nothing.
Math.random = () => 0;

/** A time that is not over until somebody lets it pass. */
export function deadline() {
  const milliseconds = 1_000_000_000 + deadlines.size;
  deadlines.add(milliseconds);
  return {
    milliseconds,
    pass() {
      for (const timer of [...held.values()]) if (timer.milliseconds === milliseconds) timer.ring();
    },
  };
}
