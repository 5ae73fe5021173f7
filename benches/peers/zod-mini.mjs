// zod/mini.

import * as z from "zod/mini";
import { ADDRESS, DIGITS, E164, INT32, missing, NOT_BLANK, switches } from "./rules.mjs";

const whole = (/** @type {number} */ least) => z.nullish(z.int().check(z.minimum(least), z.maximum(INT32)));
const schema = z
  .object({
    label: z.string().check(z.regex(NOT_BLANK)),
    password: z.string().check(z.minLength(1)),
    callerid: z.string().check(z.regex(E164)),
    ...switches(() => z.optional(z.boolean())),
    allowed_ips: z.optional(z.array(z.object({ ip: z.string().check(z.regex(ADDRESS)) }))),
    call_limit: whole(1),
    max_call_cost: z.nullish(z.number().check(z.positive())),
    max_channels: whole(1),
    rewrite_prefix: z.optional(z.string().check(z.regex(DIGITS))),
    rewrite_cond: z.optional(z.string().check(z.regex(DIGITS))),
    transcription_threshold: whole(0),
  })
  .check(({ value, issues }) => {
    for (const [on, name] of missing(value)) {
      issues.push({ code: "custom", path: [name], input: value, message: `must be there when ${on} is on` });
    }
  });

export const problems = (/** @type {unknown} */ value) => {
  const { success, error } = schema.safeParse(value);
  return success ? 0 : error.issues.length;
};
