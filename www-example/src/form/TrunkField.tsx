// One setting on the form: its label, its control, its help and what is wrong with it.

import type { UseFormRegisterReturn } from "react-hook-form";
import type { FieldName } from "wavix-trunks/slim";
import { usePreferences } from "../settings/preferences";
import { useFormWords } from "../words/form";
import { CallerIdNote } from "./CallerIdNote";
import { fields } from "./fields";
import { PasswordInput } from "./PasswordInput";
import type { Judgement } from "./useTrunkForm";
import type { FormValues } from "./values";

interface Props {
  name: FieldName;
  value: string | boolean;
  others: FormValues;
  judgement: Judgement;
  register: UseFormRegisterReturn;
  onGenerate: (password: string) => void;
}

export function TrunkField({ name, value, others, judgement, register, onGenerate }: Props) {
  const { translation } = usePreferences();
  const words = useFormWords();
  const { pack, help } = translation;
  const row = fields[name];
  const label = pack?.labels?.[name] ?? row.label;
  const unit = row.unit && (pack?.words?.[row.unit] ?? row.unit);
  const { errors, warnings } = judgement;

  const id = `field-${name}`;
  const control = {
    ...register,
    id,
    "aria-invalid": errors.length > 0,
    "aria-describedby": [`${id}-help`, unit && `${id}-unit`, `${id}-messages`].filter(Boolean).join(" "),
  };
  const text = { ...control, spellCheck: false };

  const below = (
    <>
      <p className="help" id={`${id}-help`}>
        {help[name] ?? row.help}
      </p>
      {name === "callerid" && <CallerIdNote value={value} />}
      <div id={`${id}-messages`} className="messages" aria-live="polite">
        {errors.map((message) => (
          <p key={message} data-tone="error">
            <b>{words.error}</b> {message}
          </p>
        ))}
        {warnings.map((message) => (
          <p key={message} data-tone="warning">
            <b>{words.advice}</b> {message}
          </p>
        ))}
      </div>
    </>
  );
  if (row.kind === "switch") {
    return (
      <div className="field switch">
        {/* biome-ignore lint/a11y/useAriaPropsForRole: a checkbox says itself whether it is checked */}
        <input {...control} type="checkbox" role="switch" />
        <div>
          <label htmlFor={id}>{label}</label>
          {below}
        </div>
      </div>
    );
  }
  return (
    <div className={row.dependsOn ? "field dependent" : "field"}>
      <label htmlFor={id}>{label}</label>
      {row.type === "textarea" && <textarea {...text} rows={3} placeholder={words.onePerLine} />}
      {row.type === "password" && (
        <PasswordInput {...text} password={String(value)} others={others} onGenerate={onGenerate} />
      )}
      {row.type !== "textarea" && row.type !== "password" && (
        <div className="with-unit">
          {/* Never type="number", which hides from the page what was typed if it is no number. */}
          <input
            {...text}
            type={row.type === "tel" ? "tel" : "text"}
            inputMode={row.inputMode}
            autoComplete={row.autocomplete}
          />
          {unit && <span id={`${id}-unit`}>{unit}</span>}
        </div>
      )}
      {below}
    </div>
  );
}
