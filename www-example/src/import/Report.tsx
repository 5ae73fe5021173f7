// What became of each row, and another try for those that are not there yet.

import { useMemo, useState } from "react";
import { useWords } from "../settings/preferences";
import { LongTable } from "../ui/LongTable";
import { follow, hrefOf } from "../ui/route";
import { useImportWords } from "../words/import";
import { Counts } from "./Counts";
import { outcomeCounts } from "./Creating";
import { csv, download } from "./download";
import type { Outcome, OutcomeStatus } from "./types";
import type { Stage } from "./useImport";

interface Props {
  stage: Extract<Stage, { step: "ended" }>;
  onAgain: (options: { concurrency: number; skipTaken: boolean }) => void;
}

const TONES: Record<OutcomeStatus, string> = {
  created: "done",
  skipped: "warning",
  failed: "error",
  unknown: "error",
};

export function Report({ stage: { checked, outcomes }, onAgain }: Props) {
  const words = useImportWords();
  const shared = useWords();
  const [status, setStatus] = useState<OutcomeStatus | "">("");
  const counts = useMemo(() => {
    const counts = { created: 0, skipped: 0, failed: 0, unknown: 0 };
    for (const { status } of outcomes) counts[status] += 1;
    return counts;
  }, [outcomes]);
  const shown = useMemo(
    () => outcomes.filter((outcome) => status === "" || outcome.status === status),
    [outcomes, status],
  );
  const notBegun = checked.total - outcomes.length;
  const left = notBegun + counts.failed;

  function downloadReport() {
    const head = ["row", "line", "label", "status", "login name", "reason"];
    const rows = outcomes.map(({ row, line, label, status, name = "", reason = "" }: Outcome) => [
      ...[row, line, label, status, name, reason],
    ]);
    download(csv([head, ...rows]), "import-report.csv");
  }

  return (
    <>
      <div role="status">
        <h2 className="report-title">{words.ended(counts.created)}</h2>
      </div>
      <Counts counts={outcomeCounts(counts, words)} />
      {notBegun > 0 && (
        <p className="notice" data-tone="warning">
          {words.notBegun(notBegun)}
        </p>
      )}
      {counts.unknown > 0 && (
        <p className="notice" data-tone="warning">
          {words.unknownAdvice}
        </p>
      )}
      <div className="list-head">
        <label>
          <span className="unseen">{words.outcome}</span>
          <select value={status} onChange={(event) => setStatus(event.target.value as OutcomeStatus | "")}>
            <option value="">{words.anyOutcome}</option>
            {Object.entries(words.statuses).map(([status, name]) => (
              <option key={status} value={status}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <span className="stretch" />
        <button type="button" onClick={downloadReport}>
          {words.downloadReport}
        </button>
        {left > 0 && (
          <button type="button" onClick={() => onAgain({ concurrency: 4, skipTaken: false })}>
            {words.goOn(left)}
          </button>
        )}
        <a className="button main" href={hrefOf("trunks")} onClick={follow}>
          {words.toList}
        </a>
      </div>
      <LongTable
        caption={words.reportCaption}
        rows={shown}
        columns={[
          { name: "row", head: words.row, cell: ({ row }) => row },
          { name: "line", head: words.line, cell: ({ line }) => line },
          { name: "label", head: shared.trunks.columns.label, cell: ({ label }) => label },
          {
            name: "outcome",
            head: words.outcome,
            cell: ({ status }) => <span data-tone={TONES[status]}>{words.statuses[status]}</span>,
          },
          {
            name: "message",
            head: words.detail,
            cell: ({ name, reason }) => reason ?? words.login(name ?? ""),
          },
        ]}
      />
    </>
  );
}
