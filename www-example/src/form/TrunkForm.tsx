// The form itself: sections of fields on one side, what will be sent on the other, and the buttons, which stay in sight.

import { type FormEvent, useEffect, useLayoutEffect, useRef } from "react";
import { type FieldName, isWavixError, type Trunk, type TrunkConfig } from "wavix-trunks/slim";
import { useWords } from "../settings/preferences";
import { Failure } from "../ui/Failure";
import { useFormWords } from "../words/form";
import { isFieldName } from "./fields";
import { Preview } from "./Preview";
import { sections } from "./sections";
import { TrunkField } from "./TrunkField";
import { useAfterPress } from "./useAfterPress";
import { useSaveTrunk } from "./useSaveTrunk";
import { useJudge, useTrunkForm } from "./useTrunkForm";

interface Props {
  trunk: Trunk | undefined;
  onBusy: (busy: boolean) => void;
  onDirty: (dirty: boolean) => void;
  onCancel: () => void;
  onSaved: (trunk: Trunk, password: string) => void;
}

export function TrunkForm({ trunk, onBusy, onDirty, onCancel, onSaved }: Props) {
  const words = useFormWords();
  const shared = useWords();
  const { form, started } = useTrunkForm(trunk);
  const { values, settings, judge, isShown, wrong, dirty, otherError } = useJudge(form.control, started, trunk);
  const { mutateAsync, isPending: saving, error } = useSaveTrunk(trunk?.id);

  const afterPress = useAfterPress();
  const refused = useRef<FieldName>(undefined);

  // Once the fields are enabled again, or the focus could not go there.
  useEffect(() => {
    if (saving || !refused.current) return;
    form.setFocus(refused.current);
    refused.current = undefined;
  }, [saving, form]);

  function register(name: FieldName) {
    const { onBlur, ...rest } = form.register(name);
    return {
      ...rest,
      onBlur: async (event: Parameters<typeof onBlur>[0]) => afterPress(() => void onBlur(event)),
    };
  }

  useLayoutEffect(() => onDirty(dirty), [dirty, onDirty]);
  useEffect(() => onBusy(saving), [saving, onBusy]);

  async function save(config: TrunkConfig) {
    try {
      onSaved(await mutateAsync(config), config.password);
    } catch (error) {
      refuse(error);
    }
  }

  /** Says at the fields what the server said about them. */
  function refuse(error: unknown) {
    if (!isWavixError(error)) return;
    const others: string[] = [];
    for (const { path, message } of error.issues) {
      const name = path[0];
      if (isFieldName(name) && isShown(name)) {
        form.setError(name, { type: "server", message });
        refused.current ??= name;
      } else others.push(message);
    }
    // Where no field was named, the error itself says it below.
    if (refused.current && others.length > 0) {
      form.setError("root.server", { type: "server", message: others.join(" ") });
    }
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!saving) form.handleSubmit(save)(event);
  }

  const placed = isWavixError(error) && error.issues.some(({ path }) => isFieldName(path[0]) && isShown(path[0]));
  return (
    <form className="trunk-form" noValidate onSubmit={submit} aria-busy={saving}>
      <div className="columns">
        <fieldset className="plain fields" disabled={saving}>
          {otherError && (
            <p className="notice" data-tone="error" role="alert">
              {otherError}
            </p>
          )}
          {sections.map(({ section, names }) => (
            <fieldset key={section}>
              <legend>{words.sections[section]}</legend>
              {names.filter(isShown).map((name) => (
                <TrunkField
                  key={name}
                  name={name}
                  value={values[name]}
                  others={values}
                  judgement={judge(name)}
                  register={register(name)}
                  onGenerate={(password) =>
                    form.setValue("password", password, { shouldDirty: true, shouldTouch: true, shouldValidate: true })
                  }
                />
              ))}
            </fieldset>
          ))}
        </fieldset>
        <Preview trunk={trunk} settings={settings} started={started} />
      </div>
      <footer>
        {error && !placed && <Failure error={error} />}
        <div className="actions">
          <p role="status" className="stretch" data-tone={wrong > 0 ? "error" : undefined}>
            {wrong > 0 && words.wrongFields(wrong)}
          </p>
          <button type="button" onClick={onCancel} disabled={saving}>
            {shared.cancel}
          </button>
          <button type="submit" className="main" aria-disabled={saving}>
            {saving ? words.saving : trunk ? words.save : words.create}
          </button>
        </div>
      </footer>
    </form>
  );
}
