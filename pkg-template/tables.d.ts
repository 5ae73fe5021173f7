import type { FieldName } from "wavix-trunks";

/** A field of a trunk's settings: what a form needs to know to draw it. */
export interface TrunkField {
  /** Name on the wire, and in a form. */
  readonly name: FieldName;
  /** What kind of value it holds. `whole` is a whole number, `amount` an amount of money, `host` one address in `{ host }`. */
  readonly kind: "text" | "phone_number" | "digits" | "switch" | "whole" | "amount" | "addresses" | "host";
  /** Name for a person, in English. */
  readonly label: string;
  /** One or two sentences for a person, in English, under the field. */
  readonly help: string;
  /** It must be there. */
  readonly required: boolean;
  /** It need not be there when one of these switches is on. */
  readonly requiredUnless?: readonly FieldName[];
  /** It must be there when this switch is on. */
  readonly requiredWhen?: FieldName;
  /** What is sent when it is not given. */
  readonly default?: boolean | number;
  /** The switch without which it has no effect. */
  readonly dependsOn?: FieldName;
  /** What a number counts: `seconds`, `USD`, `calls`. */
  readonly unit?: string;
  /** The least value of a number. */
  readonly min?: number;
  /** A number must be above this. */
  readonly exclusiveMin?: number;
  /** The greatest value of a number; your account's own limit may be lower. */
  readonly max?: number;
  /** Regular expression for the whole text as people type it: HTML's `pattern`. */
  readonly pattern?: string;
  /** Never show it, never log it. */
  readonly secret: boolean;
  /** HTML's type of input, or `textarea`. */
  readonly type: "text" | "password" | "tel" | "number" | "checkbox" | "textarea";
  /** HTML's `inputmode`: which keyboard a phone shows. */
  readonly inputMode?: "text" | "tel" | "numeric" | "decimal";
  /** HTML's `autocomplete`. */
  readonly autocomplete: "new-password" | "off";
  /** The document of Wavix's that first has it: the overview of 2023, the reference pages, or the OpenAPI file of 2026. */
  readonly since: "overview" | "reference" | "open_api";
}

/**
 * Every field of a trunk's settings, in the order of Wavix's documents. Frozen.
 *
 * @example
 * for (const { name, label, type } of trunkFields) show(`<label>${label} <input name="${name}" type="${type}"></label>`);
 */
export const trunkFields: readonly TrunkField[];

/**
 * JSON Schema (2020-12) of the settings that {@link validateTrunk} accepts without `coerce`: everything that a schema can
 * express of the rules' errors. A new object each time.
 *
 * @example
 * import { Ajv2020 } from "ajv/dist/2020.js";
 *
 * const accepts = new Ajv2020().compile(trunkJsonSchema());
 *
 * @param side `"output"` for what `validateTrunk` gives back, complete and normalised. Default `"input"`
 */
export function trunkJsonSchema(side?: "input" | "output"): Record<string, unknown>;
