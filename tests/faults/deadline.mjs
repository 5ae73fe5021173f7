// @ts-check
// Deadlines that pass when a test says so, and waits that are over at once: nothing here takes longer on a slow machine.

/** @type {Map<object, { milliseconds: unknown, ring: () => void }>} */
const held = new Map();
/** @type {number[]} */
const deadlines = [];
/** Between two deadlines, and more than any call takes: what is left of one for a later step still belongs to it. */
const APART = 100_000_000;
/** @param {number} left milliseconds */
const deadlineOf = (left) => deadlines.find((whole) => left <= whole && left > whole - APART);

const { setTimeout: wait, clearTimeout: forget } = globalThis;
Object.assign(globalThis, {
  /** @param {any[]} timer */
  setTimeout(...timer) {
    const [ring, milliseconds] = timer;
    const whole = deadlineOf(milliseconds);
    if (whole === undefined) return Reflect.apply(wait, globalThis, timer);
    const handle = {};
    held.set(handle, { milliseconds: whole, ring });
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
  const milliseconds = (deadlines.length + 10) * APART;
  deadlines.push(milliseconds);
  return {
    milliseconds,
    pass() {
      for (const timer of [...held.values()]) if (timer.milliseconds === milliseconds) timer.ring();
    },
  };
}
