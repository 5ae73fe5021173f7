// ajv 8, compiled when it starts.

import { Ajv } from "ajv";
import { counted, schema } from "./json-schema.mjs";

const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema);

export const problems = (/** @type {unknown} */ value) => (validate(value) ? 0 : counted(validate.errors));
