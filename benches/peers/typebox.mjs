// typebox, compiled. It has no `if`, so the three rules are checked by hand.

import { Type } from "@sinclair/typebox";
import { TypeCompiler } from "@sinclair/typebox/compiler";
import { ADDRESS, DIGITS, E164, INT32, missing, NOT_BLANK, switches } from "./rules.mjs";

const text = (/** @type {RegExp} */ pattern) => Type.String({ pattern: pattern.source });
const nullish = (/** @type {import("@sinclair/typebox").TSchema} */ type) =>
  Type.Optional(Type.Union([type, Type.Null()]));
const whole = (/** @type {number} */ minimum) => nullish(Type.Integer({ minimum, maximum: INT32 }));
const schema = TypeCompiler.Compile(
  Type.Object({
    label: text(NOT_BLANK),
    password: Type.String({ minLength: 1 }),
    callerid: text(E164),
    ...switches(() => Type.Optional(Type.Boolean())),
    allowed_ips: Type.Optional(Type.Array(Type.Object({ ip: text(ADDRESS) }))),
    call_limit: whole(1),
    max_call_cost: nullish(Type.Number({ exclusiveMinimum: 0 })),
    max_channels: whole(1),
    rewrite_prefix: Type.Optional(text(DIGITS)),
    rewrite_cond: Type.Optional(text(DIGITS)),
    transcription_threshold: whole(0),
  }),
);

export const problems = (/** @type {Record<string, unknown>} */ value) => {
  const absent = missing(value).length;
  if (schema.Check(value)) return absent;
  let count = absent;
  for (const _ of schema.Errors(value)) count++;
  return count;
};
