// Asks before trunks are deleted, because nothing brings them back; of many it shows how far it is and what became of each.

import { useRef, useState } from "react";
import { type Deleted, isWavixError, type Settled, type TrunkSummary } from "wavix-trunks/slim";
import { useConnection } from "../settings/connection";
import { useWords } from "../settings/preferences";
import { ConfirmDialog } from "../ui/ConfirmDialog";
import { Dialog } from "../ui/Dialog";
import { Failure } from "../ui/Failure";
import { Progress } from "../ui/Progress";
import { remedyFor } from "../ui/remedy";
import { labelOf } from "./facts";
import { useForget, useRefresh } from "./queries";

interface Props {
  trunks: TrunkSummary[];
  onClose: () => void;
  /** All are deleted: how many, and the label of a single one. */
  onDeleted: (count: number, label: string | undefined) => void;
}

type Report = (Settled<Deleted> | undefined)[];

/** How far it is: not begun, so many settled, or ended with a report. */
type State = { step: "asking" } | { step: "deleting"; done: number } | { step: "ended"; report: Report };

export function DeleteDialog({ trunks, onClose, onDeleted }: Props) {
  const words = useWords();
  const { client } = useConnection();
  const forget = useForget();
  const refresh = useRefresh();
  const [state, setState] = useState<State>({ step: "asking" });
  const stop = useRef(new AbortController());
  const [only] = trunks;
  const single = trunks.length === 1 && only ? labelOf(only) : undefined;

  async function remove(resume?: Report) {
    stop.current = new AbortController();
    setState({ step: "deleting", done: 0 });
    const report = await client.deleteMany(
      trunks.map(({ id }) => id),
      {
        signal: stop.current.signal,
        onProgress: ({ done }) => setState({ step: "deleting", done }),
        ...(resume && { resume }),
      },
    );
    // What somebody else deleted is gone as well, but that it was must be said.
    const gone = trunks.filter((_, index) => report[index]?.status === "fulfilled").map(({ id }) => id);
    forget(new Set(gone));
    refresh();
    if (gone.length === trunks.length) onDeleted(gone.length, single);
    else setState({ step: "ended", report });
  }

  const failures = state.step === "ended" ? failuresIn(state.report, trunks) : [];
  const [failure] = failures;
  if (trunks.length === 1 && only) {
    return (
      <ConfirmDialog
        title={words.trunks.deleteQuestion(labelOf(only))}
        keep={words.trunks.keepOne}
        confirm={words.trunks.confirmOne}
        confirming={words.trunks.deleting}
        busy={state.step === "deleting"}
        error={failure && <Failure error={failure.reason} />}
        onKeep={onClose}
        onConfirm={() => remove()}
      >
        <p>{words.trunks.deleteWarning(only.name)}</p>
      </ConfirmDialog>
    );
  }
  if (state.step === "asking") {
    return (
      <ConfirmDialog
        title={words.trunks.deleteManyQuestion(trunks.length)}
        keep={words.trunks.keepMany}
        confirm={words.trunks.confirmMany(trunks.length)}
        onKeep={onClose}
        onConfirm={() => remove()}
      >
        <p>{words.trunks.deleteManyWarning}</p>
        <ul className="names">
          {trunks.slice(0, 5).map((trunk) => (
            <li key={trunk.id}>{labelOf(trunk)}</li>
          ))}
          {trunks.length > 5 && <li>{words.trunks.andMore(trunks.length - 5)}</li>}
        </ul>
      </ConfirmDialog>
    );
  }
  if (state.step === "deleting") {
    const halt = () => stop.current.abort();
    return (
      <Dialog title={words.trunks.deletingMany(trunks.length)} onCancel={halt}>
        <Progress value={state.done} max={trunks.length} label={words.trunks.deletedOf(state.done, trunks.length)} />
        <div className="actions end">
          <button type="button" onClick={halt}>
            {words.trunks.stop}
          </button>
        </div>
      </Dialog>
    );
  }
  const { report } = state;
  return (
    <Dialog title={words.trunks.notAllDeleted(failures.length, trunks.length)} onCancel={onClose}>
      <ul className="names">
        {failures.slice(0, 20).map(({ trunk, reason }) => (
          <li key={trunk.id}>
            <b>{labelOf(trunk)}</b>: {remedyFor(reason, "", words).title}
            {isWavixError(reason) && reason.outcome === "unknown" && ` ${words.failure.unknownOutcome}`}
          </li>
        ))}
        {failures.length > 20 && <li>{words.trunks.andMore(failures.length - 20)}</li>}
      </ul>
      <div className="actions end">
        <button type="button" onClick={onClose}>
          {words.close}
        </button>
        <button type="button" className="danger" onClick={() => remove(report)}>
          {words.trunks.retryRest}
        </button>
      </div>
    </Dialog>
  );
}

function failuresIn(report: Report, trunks: TrunkSummary[]) {
  return trunks.flatMap((trunk, index) => {
    const entry = report[index];
    return entry?.status === "rejected" ? [{ trunk, reason: entry.reason }] : [];
  });
}
