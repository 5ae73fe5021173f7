// @ts-check
// The net under a call. Written by hand, because Rust cannot catch what a trap throws.

/**
 * Calls a function and swallows what it throws: who called can tell by what the function left undone.
 *
 * @param {() => void} call
 */
export function attempt(call) {
  try {
    call();
  } catch {
    // A trap: the engine's own message names nothing that a user could act on.
  }
}
