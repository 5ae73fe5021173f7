// One setting on the form: its label, its control, its help and what is wrong with it.

import { type ComponentProps, useState } from "react";
import type { FieldName } from "wavix-trunks";
import { Messages } from "../ui/Messages";
import { fields } from "./fields";
import type { TrunkForm } from "./useTrunkForm";

interface Props {
  name: FieldName;
  form: TrunkForm;
}

export function TrunkField({ name, form }: Props) {
  const row = fields[name];
  const issues = form.issuesAt(name);
  const messages = (severity: string) =>
    issues.filter((issue) => issue.severity === severity).map(({ message }) => message);
  const errors = messages("error");
  const warnings = messages("warning");

  const id = `field-${name}`;
  const about = {
    id,
    "aria-invalid": errors.length > 0,
    "aria-describedby": [`${id}-help`, row.unit && `${id}-unit`, `${id}-messages`].filter(Boolean).join(" "),
    onBlur: () => form.leave(name),
  };
  const value = form.values[name];
  const text = { ...about, name, value: String(value), spellCheck: false };
  const change = (event: { target: { value: string } }) => form.change(name, event.target.value);

  const below = (
    <>
      <p className="help" id={`${id}-help`}>
        {row.help}
      </p>
      <Messages id={`${id}-messages`} errors={errors} warnings={warnings} />
    </>
  );
  if (row.kind === "switch") {
    return (
      <div className="field switch">
        <input
          {...about}
          type="checkbox"
          // biome-ignore lint/a11y/useAriaPropsForRole: a checkbox says itself whether it is checked
          role="switch"
          name={name}
          checked={value === true}
          onChange={(event) => form.change(name, event.target.checked)}
        />
        <div>
          <label htmlFor={id}>{row.label}</label>
          {below}
        </div>
      </div>
    );
  }
  return (
    <div className={row.dependsOn ? "field dependent" : "field"}>
      <label htmlFor={id}>{row.label}</label>
      {row.type === "textarea" && <textarea {...text} rows={3} placeholder="One on each line" onChange={change} />}
      {row.type === "password" && <PasswordInput {...text} autoComplete={row.autocomplete} onChange={change} />}
      {row.type !== "textarea" && row.type !== "password" && (
        <div className="with-unit">
          {/* Never type="number", which hides from the page what was typed if it is no number. */}
          <input
            {...text}
            type={row.type === "tel" ? "tel" : "text"}
            inputMode={row.inputMode}
            autoComplete={row.autocomplete}
            onChange={change}
          />
          {row.unit && <span id={`${id}-unit`}>{row.unit}</span>}
        </div>
      )}
      {below}
    </div>
  );
}

function PasswordInput(input: ComponentProps<"input">) {
  const [shown, setShown] = useState(false);
  return (
    <div className="with-unit">
      <input {...input} type={shown ? "text" : "password"} />
      <button type="button" aria-pressed={shown} onClick={() => setShown(!shown)}>
        Show<span className="unseen"> password</span>
      </button>
    </div>
  );
}
