// An error with its remedy: what happened, what to do, and the buttons for doing it.

import { WavixError } from "wavix-trunks";
import { useConnection } from "../settings/connection";
import { remedyFor } from "./remedy";

interface Props {
  error: unknown;
  onRetry?: () => void;
  /** Whether it is being tried again. */
  busy?: boolean;
  onSettings?: () => void;
}

export function Failure({ error, onRetry, busy = false, onSettings }: Props) {
  const { settings } = useConnection();
  const remedy = remedyFor(error, settings.address);
  const requestId = error instanceof WavixError ? error.requestId : undefined;
  return (
    <div className="notice" data-tone="error" role="alert">
      <p className="title">{remedy.title}</p>
      <p>{remedy.advice}</p>
      <p className="detail">
        {error instanceof Error ? error.message : String(error)}
        {requestId && ` Request ${requestId}.`}
      </p>
      <div className="actions">
        {onRetry && (
          <button type="button" aria-disabled={busy} onClick={() => busy || onRetry()}>
            {busy ? "Trying…" : "Try again"}
          </button>
        )}
        {onSettings && remedy.settings && (
          <button type="button" onClick={onSettings}>
            Open settings
          </button>
        )}
      </div>
    </div>
  );
}
