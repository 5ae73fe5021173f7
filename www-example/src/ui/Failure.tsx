// An error with its remedy: what happened, what to do, and the buttons for doing it.

import { isWavixError } from "wavix-trunks/slim";
import { useConnection } from "../settings/connection";
import { useWords } from "../settings/preferences";
import type { Remedy } from "../words/english";
import { remedyFor } from "./remedy";
import { follow, hrefOf } from "./route";

interface Props {
  error: unknown;
  /** What to say where the error itself does not tell it. */
  said?: Remedy | undefined;
  onRetry?: () => void;
  /** Whether it is being tried again. */
  busy?: boolean;
}

export function Failure({ error, said, onRetry, busy = false }: Props) {
  const { connection } = useConnection();
  const words = useWords();
  const remedy = said
    ? { title: said[0], advice: said[1], settings: false }
    : remedyFor(error, connection.address, words);
  const requestId = isWavixError(error) ? error.requestId : undefined;
  return (
    <div className="notice" data-tone="error" role="alert">
      <p className="title">{remedy.title}</p>
      <p>{remedy.advice}</p>
      {isWavixError(error) && error.outcome === "unknown" && <p>{words.failure.unknownOutcome}</p>}
      <p className="detail" lang="en">
        {error instanceof Error ? error.message : String(error)}
        {requestId && ` Request ${requestId}.`}
      </p>
      <div className="actions">
        {onRetry && (
          <button type="button" aria-disabled={busy} onClick={() => busy || onRetry()}>
            {busy ? words.failure.trying : words.failure.retry}
          </button>
        )}
        {remedy.settings && (
          <a className="button" href={hrefOf("settings")} onClick={follow}>
            {words.failure.openSettings}
          </a>
        )}
      </div>
    </div>
  );
}
