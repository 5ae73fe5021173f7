// arktype.

import { type } from "arktype";
import { ADDRESS, DIGITS, E164, INT32, missing, NOT_BLANK, SWITCHES } from "./rules.mjs";

const schema = type({
  label: NOT_BLANK,
  password: "string > 0",
  callerid: E164,
  ...Object.fromEntries(SWITCHES.map((name) => [`${name}?`, "boolean"])),
  "allowed_ips?": type({ ip: ADDRESS }).array(),
  "call_limit?": `1 <= number.integer <= ${INT32} | null`,
  "max_call_cost?": "number > 0 | null",
  "max_channels?": `1 <= number.integer <= ${INT32} | null`,
  "rewrite_prefix?": DIGITS,
  "rewrite_cond?": DIGITS,
  "transcription_threshold?": `0 <= number.integer <= ${INT32} | null`,
}).narrow((trunk, context) => {
  for (const [on, value] of missing(trunk)) {
    context.error({ path: [value], expected: "there", actual: "", message: `must be there when ${on} is on` });
  }
  return !context.hasError();
});

export const problems = (/** @type {unknown} */ value) => {
  const result = schema(value);
  return result instanceof type.errors ? result.length : 0;
};
