// The form's state: react-hook-form keeps what is typed, wavix-trunks judges it.

import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";
import { useMemo } from "react";
import { type Control, type FieldErrors, useForm, useFormState, useWatch } from "react-hook-form";
import {
  type FieldName,
  type Issue,
  type Trunk,
  type TrunkConfig,
  trunkSchema,
  validateField,
} from "wavix-trunks/slim";
import { usePreferences } from "../settings/preferences";
import { fieldNames } from "./fields";
import { type FormValues, isShown, settingsOf, startValues } from "./values";

export type FormControl = Control<FormValues, unknown, TrunkConfig>;

/** The form of a new trunk, or of one that is there. */
export function useTrunkForm(trunk: Trunk | undefined) {
  const { translation } = usePreferences();
  const started = useMemo(() => startValues(trunk), [trunk]);
  const resolver = useMemo(() => {
    const rules = trunkSchema.with({ coerce: true, ...(translation.pack && { language: translation.pack }) })[
      "~standard"
    ];
    return standardSchemaResolver<FormValues, unknown, TrunkConfig>({
      // What the form holds is judged together with what it does not show.
      "~standard": {
        ...rules,
        types: undefined,
        validate: (values) => rules.validate(settingsOf(values as FormValues, started, trunk)),
      },
    });
  }, [translation, started, trunk]);

  const form = useForm<FormValues, unknown, TrunkConfig>({
    defaultValues: started,
    // Whoever only passes by a field has not said anything yet; what is left is judged, and then followed as it is typed.
    mode: "onTouched",
    resolver,
  });
  return { form, started };
}

/** What there is to say about a field, and whether it is time to. */
export interface Judgement {
  errors: string[];
  warnings: string[];
}

/**
 * As somebody types: what `validateField` says about a field, given the others, and what the server said. Nothing before
 * somebody typed into it and left it, or tried to save.
 */
export function useJudge(control: FormControl, started: FormValues, trunk: Trunk | undefined) {
  const { translation } = usePreferences();
  const values = useWatch({ control }) as FormValues;
  const state = useFormState({ control });
  const context = useMemo(() => settingsOf(values, started, trunk), [values, started, trunk]);

  function judge(name: FieldName): Judgement {
    const typed = state.dirtyFields[name] && (state.touchedFields[name] || typeof values[name] === "boolean");
    if (!typed && !state.isSubmitted) return { errors: [], warnings: [] };
    const language = translation.pack && { language: translation.pack };
    const issues = validateField(name, values[name], { context, coerce: true, ...language });
    const refused = refusalOf(state.errors, name);
    const errors = messagesOf(issues, "error");
    return { errors: refused ? [...errors, refused] : errors, warnings: messagesOf(issues, "warning") };
  }

  const shown = fieldNames.filter((name) => isShown(name, values));
  return {
    values,
    settings: context,
    judge,
    isShown: (name: FieldName) => isShown(name, values),
    /** How many fields in sight keep the form from being sent, once somebody tried. */
    wrong: state.isSubmitted ? shown.filter((name) => judge(name).errors.length > 0).length : 0,
    dirty: state.isDirty,
    submitted: state.isSubmitted,
    /** What belongs to no field in sight. */
    otherError: state.errors.root?.server?.message ?? state.errors.root?.message,
  };
}

function messagesOf(issues: Issue[], wanted: Issue["severity"]): string[] {
  return issues.filter(({ severity }) => severity === wanted).map(({ message }) => message);
}

function refusalOf(errors: FieldErrors<FormValues>, name: FieldName): string | undefined {
  const error = errors[name];
  return error?.type === "server" ? error.message : undefined;
}
