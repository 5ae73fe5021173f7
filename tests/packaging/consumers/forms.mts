// The schema in strict TypeScript: what goes in and what comes out is inferred, by the libraries' own types.

import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";
import type { StandardJSONSchemaV1, StandardSchemaV1 } from "@standard-schema/spec";
import { FormApi } from "@tanstack/form-core";
import { createFormControl } from "react-hook-form";
import type {
  Issue,
  Language,
  PasswordStrength,
  TrunkConfig,
  TrunkField,
  TrunkFormInput,
  TrunkInput,
} from "wavix-trunks";
import {
  describeCallerId,
  generatePassword,
  passwordStrength,
  trunkFields,
  trunkJsonSchema,
  trunkSchema,
  validateField,
} from "wavix-trunks";

type Same<One, Other> = (<T>() => T extends One ? 1 : 2) extends <T>() => T extends Other ? 1 : 2 ? true : false;
const input: Same<StandardSchemaV1.InferInput<typeof trunkSchema>, TrunkInput> = true;
const output: Same<StandardSchemaV1.InferOutput<typeof trunkSchema>, TrunkConfig> = true;
const both: StandardSchemaV1<TrunkInput, TrunkConfig> & StandardJSONSchemaV1<TrunkInput, TrunkConfig> = trunkSchema;

const { handleSubmit } = createFormControl({ resolver: standardSchemaResolver(trunkSchema) });
const typed = createFormControl({
  defaultValues: { call_limit: "60", ip_restrict: "on" },
  resolver: standardSchemaResolver(trunkSchema.with({ coerce: true })),
});
const submit = handleSubmit((config) => {
  const complete: boolean = config.call_restrict;
  return complete;
});

const form = new FormApi({
  defaultValues: { label: "", password: "", call_limit: "" } as TrunkFormInput,
  validators: { onChange: trunkSchema.with({ coerce: true, strict: true, limits: { call_limit: 60 } }) },
});

const german: Language = {
  labels: { callerid: "Rufnummer" },
  messages: { required: "{label} fehlt.", "required.callerid": "{label} fehlt." },
  words: { short: "kurz" },
};
const issues: Issue[] = validateField("call_limit", "", { context: new FormData(), coerce: true, language: german });
const switches: TrunkField[] = trunkFields.filter((field) => field.type === "checkbox");
const title: unknown = trunkJsonSchema().title;
const password: string = generatePassword({ length: 24, avoidAmbiguous: false });
const strength: PasswordStrength = passwordStrength(password, { label: "Head office" });
const code: string | null | undefined = describeCallerId("+1 212 123 4567")?.countryCode;
console.log(
  input,
  output,
  both,
  submit,
  typed,
  form,
  issues,
  switches,
  title,
  strength.reasons.includes("short"),
  code,
);

// @ts-expect-error: there is no such field
const wrongLabel: Language = { labels: { caller: "x" } };
// @ts-expect-error: there is no such code
const wrongCode: Language = { messages: { nonsense: "x" } };
// @ts-expect-error: a limit is a number
trunkSchema.with({ limits: { call_limit: "60" } });
// @ts-expect-error: the table is for reading
trunkFields[0].label = "x";
console.log(wrongLabel, wrongCode);
