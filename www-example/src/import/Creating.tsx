// How far the creating is, and the ways to hold or end it.

import { useWords } from "../settings/preferences";
import { Progress } from "../ui/Progress";
import { Counts } from "./Counts";
import type { Stage } from "./useImport";

interface Props {
  stage: Extract<Stage, { step: "creating" }>;
  onPause: () => void;
  onResume: () => void;
  onCancel: () => void;
}

export function Creating({ stage, onPause, onResume, onCancel }: Props) {
  const words = useWords();
  const { progress, checked, paused, ending } = stage;
  const done = progress.created + progress.skipped + progress.failed + progress.unknown;
  return (
    <section className="card">
      <h2>{ending ? words.import.ending : paused ? words.import.paused : words.import.creating}</h2>
      <Progress value={done} max={checked.total} label={words.trunks.deletedOf(done, checked.total)} />
      <Counts counts={outcomeCounts(progress, words.import)} />
      <div className="actions">
        {paused ? (
          <button type="button" className="main" onClick={onResume}>
            {words.import.resume}
          </button>
        ) : (
          <button type="button" onClick={onPause} disabled={ending}>
            {words.import.pause}
          </button>
        )}
        <button type="button" className="danger" onClick={onCancel} disabled={ending}>
          {words.import.cancel}
        </button>
      </div>
    </section>
  );
}

/** The four ends of a row. */
export function outcomeCounts(
  counts: { created: number; skipped: number; failed: number; unknown: number },
  words: ReturnType<typeof useWords>["import"],
): Parameters<typeof Counts>[0]["counts"] {
  return [
    [words.statuses.created, counts.created, "done"],
    [words.statuses.skipped, counts.skipped, "warning"],
    [words.statuses.failed, counts.failed, "error"],
    [words.statuses.unknown, counts.unknown, "error"],
  ];
}
