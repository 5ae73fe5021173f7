// ajv 8, compiled ahead of time by set-up.mjs.

import validate from "./ajv-compiled.cjs";
import { counted } from "./json-schema.mjs";

export const problems = (/** @type {unknown} */ value) => (validate(value) ? 0 : counted(validate.errors));
