// Compiles ajv's schema ahead of time, as `ajv compile` does.

import { writeFileSync } from "node:fs";
import { Ajv } from "ajv";
import standalone from "ajv/dist/standalone/index.js";
import { schema } from "./json-schema.mjs";

const ajv = new Ajv({ allErrors: true, allowUnionTypes: true, code: { source: true } });
writeFileSync(new URL("./ajv-compiled.cjs", import.meta.url), standalone.default(ajv, ajv.compile(schema)));
