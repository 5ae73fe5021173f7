// A secret that is typed: hidden until somebody wants to see it. More buttons may stand beside it.

import type { ComponentProps, ReactNode } from "react";
import { useFormWords } from "../words/form";

interface Props extends ComponentProps<"input"> {
  shown: boolean;
  onShown: (shown: boolean) => void;
  children?: ReactNode;
}

export function SecretInput({ shown, onShown, children, ...input }: Props) {
  const words = useFormWords();
  return (
    <div className="with-unit">
      <input {...input} type={shown ? "text" : "password"} autoComplete="new-password" />
      <button type="button" aria-pressed={shown} onClick={() => onShown(!shown)}>
        {words.show}
        <span className="unseen"> {words.thePassword}</span>
      </button>
      {children}
    </div>
  );
}
