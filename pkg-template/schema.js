// @ts-check
// The rules as a Standard Schema (https://standardschema.dev), for the libraries of forms and of remote calls that take
// one. Written by hand, because it is an object that others call, and wasm offers only functions and classes.

import { trunkJsonSchema } from "./tables.js";
import { validateTrunk } from "./validate.js";

/** Where a JSON Schema says which draft it is written for. Ours use nothing that only one of the two has. */
const DRAFTS = {
  "draft-2020-12": "https://json-schema.org/draft/2020-12/schema",
  "draft-07": "http://json-schema.org/draft-07/schema#",
};

/**
 * @param {"input" | "output"} side
 * @returns {(options: { target: string }) => Record<string, unknown>}
 */
const jsonSchema =
  (side) =>
  ({ target }) => {
    if (target !== "draft-2020-12" && target !== "draft-07") {
      throw new TypeError(`The JSON Schema comes as ${Object.keys(DRAFTS).join(" and ")}, and not as ${target}.`);
    }
    return { ...trunkJsonSchema(side), $schema: DRAFTS[target] };
  };

/**
 * @param {import("wavix-trunks").ValidateOptions} options
 * @returns {import("wavix-trunks").TrunkSchema<never>}
 */
const schema = (options) => ({
  "~standard": {
    version: 1,
    vendor: "wavix-trunks",
    validate(value) {
      /** @type {import("wavix-trunks").Report} */
      const report = validateTrunk(value, options);
      if (report.ok) return { value: report.value };
      // A Standard Schema knows no warnings: an issue is a failure.
      return { issues: report.issues.filter(({ severity }) => options.strict || severity === "error") };
    },
    jsonSchema: { input: jsonSchema("input"), output: jsonSchema("output") },
  },
  with: (more) => schema({ ...options, ...more }),
});

export const trunkSchema = /* @__PURE__ */ schema({});
