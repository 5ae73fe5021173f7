import type { FieldName, Issue, TrunkConfig, TrunkInput, ValidateOptions } from "wavix-trunks";

/** Settings as a form holds them, where everything may be text: for `coerce`. */
export type TrunkFormInput = { [Name in FieldName]?: TrunkInput[Name] | string | null };

/**
 * The rules as a Standard Schema v1 and a Standard JSON Schema v1 (https://standardschema.dev): what react-hook-form,
 * TanStack Form, Conform, tRPC, Hono and others take.
 */
export interface TrunkSchema<Input = TrunkInput> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: string;
    /** Judges anything. Only errors are issues; with `strict` warnings are, too. Never throws. */
    readonly validate: (
      value: unknown,
    ) => { readonly value: TrunkConfig; readonly issues?: undefined } | { readonly issues: readonly Issue[] };
    /** The JSON Schemas of what goes in and of what comes out, for the targets `draft-2020-12` and `draft-07`. */
    readonly jsonSchema: {
      readonly input: (options: { readonly target: string }) => Record<string, unknown>;
      readonly output: (options: { readonly target: string }) => Record<string, unknown>;
    };
    readonly types?: { readonly input: Input; readonly output: TrunkConfig } | undefined;
  };
  /**
   * The same schema with other options.
   *
   * @example
   * const formSchema = trunkSchema.with({ coerce: true, limits: { max_channels: 10 } });
   */
  with<Options extends ValidateOptions>(
    options: Options,
  ): TrunkSchema<Options extends { coerce: true } ? TrunkFormInput : Input>;
}

/**
 * Settings of a trunk as a Standard Schema. What it gives back is complete and normalised.
 *
 * @example
 * import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";
 *
 * const resolver = standardSchemaResolver(trunkSchema); // for useForm({ resolver }) of react-hook-form
 */
export const trunkSchema: TrunkSchema;
