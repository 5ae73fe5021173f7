// How far the creating is, and the ways to hold or end it.

import { useWords } from "../settings/preferences";
import { Progress } from "../ui/Progress";
import { type ImportWords, useImportWords } from "../words/import";
import { Counts } from "./Counts";
import type { Stage } from "./useImport";

interface Props {
  stage: Extract<Stage, { step: "creating" }>;
  onPause: () => void;
  onResume: () => void;
  onCancel: () => void;
}

export function Creating({ stage, onPause, onResume, onCancel }: Props) {
  const words = useImportWords();
  const shared = useWords();
  const { progress, checked, paused, ending } = stage;
  const done = progress.created + progress.skipped + progress.failed + progress.unknown;
  return (
    <section className="card">
      <h2>{ending ? words.ending : paused ? words.paused : words.creating}</h2>
      <Progress value={done} max={checked.total} label={shared.trunks.deletedOf(done, checked.total)} />
      <Counts counts={outcomeCounts(progress, words)} />
      <div className="actions">
        {paused ? (
          <button type="button" className="main" onClick={onResume}>
            {words.resume}
          </button>
        ) : (
          <button type="button" onClick={onPause} disabled={ending}>
            {words.pause}
          </button>
        )}
        <button type="button" className="danger" onClick={onCancel} disabled={ending}>
          {words.cancel}
        </button>
      </div>
    </section>
  );
}

/** The four ends of a row. */
export function outcomeCounts(
  counts: { created: number; skipped: number; failed: number; unknown: number },
  words: ImportWords,
): Parameters<typeof Counts>[0]["counts"] {
  return [
    [words.statuses.created, counts.created, "done"],
    [words.statuses.skipped, counts.skipped, "warning"],
    [words.statuses.failed, counts.failed, "error"],
    [words.statuses.unknown, counts.unknown, "error"],
  ];
}
