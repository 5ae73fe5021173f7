// A field of a form: its label, its control, what helps with it and what is wrong with it, read out together.

import { type ReactNode, useId } from "react";
import "./fields.css";

/** What joins a control to its label and to what stands under it. */
interface Joined {
  id: string;
  "aria-invalid": boolean;
  "aria-describedby": string;
}

interface Props {
  label: ReactNode;
  help?: ReactNode;
  error?: ReactNode;
  children: (joined: Joined) => ReactNode;
}

export function Field({ label, help, error, children }: Props) {
  const id = useId();
  const ids = { help: `${id}-help`, messages: `${id}-messages` };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        "aria-invalid": Boolean(error),
        "aria-describedby": help ? `${ids.help} ${ids.messages}` : ids.messages,
      })}
      {help && (
        <p className="help" id={ids.help}>
          {help}
        </p>
      )}
      <div className="messages" id={ids.messages} aria-live="polite">
        {error && <p data-tone="error">{error}</p>}
      </div>
    </div>
  );
}
