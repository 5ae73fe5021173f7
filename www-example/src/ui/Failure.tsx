// An error with its remedy: what happened, what to do, and the buttons for doing it.

import { WavixError } from "wavix-trunks";
import { useConnection } from "../settings/connection";
import { remedyFor } from "./remedy";

interface Props {
  error: unknown;
  onRetry?: () => void;
  onSettings?: () => void;
}

export function Failure({ error, onRetry, onSettings }: Props) {
  const { settings } = useConnection();
  const remedy = remedyFor(error, settings.address);
  const requestId = error instanceof WavixError ? error.requestId : undefined;
  return (
    <div className="notice" data-tone="error" role="alert">
      <h3>{remedy.title}</h3>
      <p>{remedy.advice}</p>
      <p className="detail">
        {error instanceof Error ? error.message : String(error)}
        {requestId && ` Request ${requestId}.`}
      </p>
      <div className="actions">
        {onRetry && (
          <button type="button" onClick={onRetry}>
            Try again
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
