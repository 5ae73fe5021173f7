import type { Issue, TrunkConfig, TrunkInput, ValidateOptions } from "wavix-trunks";

/**
 * The rules as a Standard Schema v1 and a Standard JSON Schema v1 (https://standardschema.dev): what react-hook-form,
 * TanStack Form, Conform, tRPC, Hono and others take.
 */
export interface TrunkSchema {
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
    readonly types?: { readonly input: TrunkInput; readonly output: TrunkConfig } | undefined;
  };
  /**
   * The same schema with other options.
   *
   * @example
   * const formSchema = trunkSchema.with({ coerce: true, limits: { max_channels: 10 } });
   */
  with(options: ValidateOptions): TrunkSchema;
}

/**
 * Settings of a trunk as a Standard Schema. What it gives back is complete and normalised.
 *
 * @example
 * const form = useForm({ resolver: standardSchemaResolver(trunkSchema) });
 */
export const trunkSchema: TrunkSchema;
