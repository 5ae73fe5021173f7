// The schema of ajv, compiled when it starts and ahead of time.

import { ADDRESS, DIGITS, E164, INT32, NOT_BLANK, REQUIRED_WHEN, switches } from "./rules.mjs";

const whole = (/** @type {number} */ least) => ({
  type: ["integer", "null"],
  minimum: least,
  maximum: INT32,
});
const text = (/** @type {RegExp} */ pattern) => ({ type: "string", pattern: pattern.source });

export const schema = {
  type: "object",
  required: ["label", "password", "callerid"],
  properties: {
    label: text(NOT_BLANK),
    password: { type: "string", minLength: 1 },
    callerid: text(E164),
    ...switches(() => ({ type: "boolean" })),
    allowed_ips: {
      type: "array",
      items: { type: "object", required: ["ip"], properties: { ip: text(ADDRESS) } },
    },
    call_limit: whole(1),
    max_call_cost: { type: ["number", "null"], exclusiveMinimum: 0 },
    max_channels: whole(1),
    rewrite_prefix: text(DIGITS),
    rewrite_cond: text(DIGITS),
    transcription_threshold: whole(0),
  },
  allOf: REQUIRED_WHEN.map(([on, value]) => ({
    if: { properties: { [on]: { const: true } }, required: [on] },
    // biome-ignore lint/suspicious/noThenProperty: JSON Schema has one
    then: { properties: { [value]: { type: "number" } }, required: [value] },
  })),
};

/**
 * How many problems ajv found: it reports the `if` beside what failed behind it.
 *
 * @param {{ keyword: string }[] | null | undefined} errors
 */
export const counted = (errors) => errors?.filter(({ keyword }) => keyword !== "if").length ?? 0;
