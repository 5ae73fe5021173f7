// zod 4.

import * as z from "zod";
import { ADDRESS, DIGITS, E164, INT32, missing, NOT_BLANK, switches } from "./rules.mjs";

const whole = (/** @type {number} */ least) => z.number().int().min(least).max(INT32).nullish();
const schema = z
  .object({
    label: z.string().regex(NOT_BLANK),
    password: z.string().min(1),
    callerid: z.string().regex(E164),
    ...switches(() => z.boolean().optional()),
    allowed_ips: z.array(z.object({ ip: z.string().regex(ADDRESS) })).optional(),
    call_limit: whole(1),
    max_call_cost: z.number().positive().nullish(),
    max_channels: whole(1),
    rewrite_prefix: z.string().regex(DIGITS).optional(),
    rewrite_cond: z.string().regex(DIGITS).optional(),
    transcription_threshold: whole(0),
  })
  .superRefine((trunk, context) => {
    for (const [on, value] of missing(trunk)) {
      context.addIssue({ code: "custom", path: [value], message: `must be there when ${on} is on` });
    }
  });

export const problems = (/** @type {unknown} */ value) => {
  const { success, error } = schema.safeParse(value);
  return success ? 0 : error.issues.length;
};
