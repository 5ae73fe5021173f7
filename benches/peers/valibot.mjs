// valibot.

import * as v from "valibot";
import { ADDRESS, DIGITS, E164, INT32, NOT_BLANK, REQUIRED_WHEN, switches } from "./rules.mjs";

const whole = (/** @type {number} */ least) =>
  v.nullish(v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(INT32)));
const schema = v.pipe(
  v.object({
    label: v.pipe(v.string(), v.regex(NOT_BLANK)),
    password: v.pipe(v.string(), v.minLength(1)),
    callerid: v.pipe(v.string(), v.regex(E164)),
    ...switches(() => v.optional(v.boolean())),
    allowed_ips: v.optional(v.array(v.object({ ip: v.pipe(v.string(), v.regex(ADDRESS)) }))),
    call_limit: whole(1),
    max_call_cost: v.nullish(v.pipe(v.number(), v.gtValue(0))),
    max_channels: whole(1),
    rewrite_prefix: v.optional(v.pipe(v.string(), v.regex(DIGITS))),
    rewrite_cond: v.optional(v.pipe(v.string(), v.regex(DIGITS))),
    transcription_threshold: whole(0),
  }),
  ...REQUIRED_WHEN.map(([on, value]) =>
    v.forward(
      v.partialCheck([[on], [value]], (trunk) => trunk[on] !== true || (trunk[value] ?? null) !== null),
      [value],
    ),
  ),
);

export const problems = (/** @type {unknown} */ value) => v.safeParse(schema, value).issues?.length ?? 0;
