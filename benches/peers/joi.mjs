// joi.

import Joi from "joi";
import { ADDRESS, DIGITS, E164, INT32, NOT_BLANK, switches } from "./rules.mjs";

const needed = (/** @type {import("joi").NumberSchema} */ schema, /** @type {string} */ on) =>
  // biome-ignore lint/suspicious/noThenProperty: what the library calls it
  schema.when(on, { is: true, then: Joi.required(), otherwise: Joi.allow(null) });
const whole = (/** @type {number} */ least) => Joi.number().integer().min(least).max(INT32);
const schema = Joi.object({
  label: Joi.string().pattern(NOT_BLANK).required(),
  password: Joi.string().required(),
  callerid: Joi.string().pattern(E164).required(),
  ...switches(() => Joi.boolean()),
  allowed_ips: Joi.array().items(Joi.object({ ip: Joi.string().pattern(ADDRESS).required() })),
  call_limit: needed(whole(1), "call_restrict"),
  max_call_cost: needed(Joi.number().greater(0), "cost_limit"),
  max_channels: needed(whole(1), "channels_restrict"),
  rewrite_prefix: Joi.string().allow("").pattern(DIGITS),
  rewrite_cond: Joi.string().allow("").pattern(DIGITS),
  transcription_threshold: whole(0).allow(null),
});
const options = { abortEarly: false, convert: false };

export const problems = (/** @type {unknown} */ value) => schema.validate(value, options).error?.details.length ?? 0;
