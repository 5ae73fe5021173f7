// yup.

import * as yup from "yup";
import { ADDRESS, DIGITS, E164, INT32, NOT_BLANK, REQUIRED_WHEN, switches } from "./rules.mjs";

/** @type {Record<string, string>} */
const switchOf = Object.fromEntries(REQUIRED_WHEN.map(([on, value]) => [value, on]));
const needed = (/** @type {import("yup").NumberSchema} */ schema, /** @type {string} */ name) =>
  // biome-ignore lint/suspicious/noThenProperty: what the library calls it
  schema.when(switchOf[name], { is: true, then: (value) => value.required(), otherwise: (value) => value.nullable() });
const whole = (/** @type {number} */ least) => yup.number().strict().integer().min(least).max(INT32);
const schema = yup.object({
  label: yup.string().strict().matches(NOT_BLANK),
  password: yup.string().strict().required(),
  callerid: yup.string().strict().required().matches(E164),
  ...switches(() => yup.boolean().strict()),
  allowed_ips: yup.array(yup.object({ ip: yup.string().strict().required().matches(ADDRESS) })),
  call_limit: needed(whole(1), "call_limit"),
  max_call_cost: needed(yup.number().strict().positive(), "max_call_cost"),
  max_channels: needed(whole(1), "max_channels"),
  rewrite_prefix: yup.string().strict().matches(DIGITS),
  rewrite_cond: yup.string().strict().matches(DIGITS),
  transcription_threshold: whole(0).nullable(),
});

export const problems = (/** @type {unknown} */ value) => {
  try {
    schema.validateSync(value, { abortEarly: false });
    return 0;
  } catch (error) {
    return /** @type {import("yup").ValidationError} */ (error).errors.length;
  }
};
