// The form itself: the sections, what to say above them, and the buttons below, which stay in sight.

import { type FormEvent, useEffect, useRef } from "react";
import { type Trunk, type TrunkConfig, WavixError } from "wavix-trunks";
import { Failure } from "../ui/Failure";
import { sections } from "./sections";
import { TrunkField } from "./TrunkField";
import type { TrunkForm } from "./useTrunkForm";

interface Props {
  trunk: Trunk | undefined;
  form: TrunkForm;
  saving: boolean;
  error: Error | null;
  onSave: (config: TrunkConfig) => void;
  onCancel: () => void;
  onSettings: () => void;
}

/** What describes the dialog of a trunk that is changed. */
export const NOTICE = "form-notice";

const WHOLE_REPLACEMENT =
  "Saving replaces every setting of this trunk with what stands below. Wavix never shows a password, so enter the current one again, or a new one.";

export function TrunkFields(props: Props) {
  const { trunk, form, saving, error, onSave, onCancel, onSettings } = props;
  const element = useRef<HTMLFormElement>(null);
  const attempted = useRef(false);

  // To the first field that is wrong, once the page shows which one that is.
  useEffect(() => {
    if (!attempted.current || saving) return;
    attempted.current = false;
    element.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    if (saving) return;
    attempted.current = true;
    form.attempt();
    if (form.config) onSave(form.config);
  }

  const named = error instanceof WavixError && error.issues.length > 0;
  const { wrongFields } = form;
  return (
    <form ref={element} className="trunk-form" noValidate onSubmit={submit} aria-busy={saving}>
      <div className="fields">
        {trunk && (
          <p className="notice" data-tone="info" id={NOTICE}>
            {WHOLE_REPLACEMENT}
          </p>
        )}
        {form.otherErrors.map(({ message }) => (
          <p key={message} className="notice" data-tone="error" role="alert">
            {message}
          </p>
        ))}
        <fieldset className="plain" disabled={saving}>
          {sections.map(({ title, names }) => (
            <fieldset key={title}>
              <legend>{title}</legend>
              {names.filter(form.isShown).map((name) => (
                <TrunkField key={name} name={name} form={form} />
              ))}
            </fieldset>
          ))}
        </fieldset>
      </div>
      <footer>
        {error && !named && <Failure error={error} onSettings={onSettings} />}
        <div className="actions">
          <p role="status" className="stretch" data-tone={wrongFields > 0 ? "error" : undefined}>
            {wrongFields > 0 && `${wrongFields} ${wrongFields === 1 ? "field" : "fields"} to correct`}
          </p>
          <button type="button" onClick={onCancel} disabled={saving}>
            Cancel
          </button>
          <button type="submit" className="main" aria-disabled={saving}>
            {saving ? "Saving…" : trunk ? "Save changes" : "Create trunk"}
          </button>
        </div>
      </footer>
    </form>
  );
}
