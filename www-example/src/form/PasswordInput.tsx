// A password: shown on request, made on request, and how hard it is to guess.

import { type ComponentProps, useState } from "react";
import { generatePassword, passwordStrength } from "wavix-trunks/slim";
import { SecretInput } from "../ui/SecretInput";
import { useFormWords } from "../words/form";
import type { FormValues } from "./values";

interface Props extends ComponentProps<"input"> {
  password: string;
  /** The label and the caller ID, which must not be part of it. */
  others: FormValues;
  onGenerate: (password: string) => void;
}

export function PasswordInput({ password, others, onGenerate, ...input }: Props) {
  const words = useFormWords();
  const [shown, setShown] = useState(false);

  function generate() {
    onGenerate(generatePassword());
    // Whoever did not think of it wants to see it.
    setShown(true);
  }

  const { score } = passwordStrength(password, { label: String(others.label), callerid: String(others.callerid) });
  return (
    <>
      <SecretInput {...input} shown={shown} onShown={setShown}>
        <button type="button" onClick={generate}>
          {words.generate}
          <span className="unseen"> {words.aPassword}</span>
        </button>
      </SecretInput>
      {password !== "" && (
        <div className="strength">
          <meter min={0} max={4} low={2} high={3} optimum={4} value={score} aria-label={words.strength} />
          <span>{words.strengths[score]}</span>
        </div>
      )}
    </>
  );
}
