// @ts-check
// Whether a value shows a secret to anybody who prints it.

import assert from "node:assert/strict";
import { inspect } from "node:util";

/**
 * Everything that a console, a log or a crash report would show of a value, and what hides in it.
 *
 * @param {unknown} value
 * @returns {string}
 */
function shown(value) {
  const cause = value instanceof Error && value.cause ? shown(value.cause) : "";
  const text = [
    inspect(value, { showHidden: true, depth: null }),
    inspect(value),
    String(value),
    JSON.stringify(value),
  ];
  const stack = value instanceof Error ? value.stack : "";
  return [...text, stack, cause].join("\n");
}

/**
 * @param {unknown} value
 * @param {string[]} secrets
 */
export function assertHides(value, ...secrets) {
  const text = shown(value);
  for (const secret of secrets) {
    for (const form of [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)]) {
      assert.ok(!text.includes(form), `${form} is shown in ${text}`);
    }
  }
}
