// Asks before trunks are deleted, because nothing brings them back; of many it shows how far it is and what became of each.
//
// How it uses wavix-trunks: `client.deleteMany` with `ifRouted: "refuse"` leaves a trunk alone while calls to phone numbers
// lead to it, and says to which; whoever wants it gone all the same is asked a second time, and then it is "delete".

import { useEffect, useRef, useState } from "react";
import type { Deleted, DeleteOptions, Settled, TrunkSummary } from "wavix-trunks/slim";
import { useConnection } from "../settings/connection";
import { useWords } from "../settings/preferences";
import { ConfirmDialog } from "../ui/ConfirmDialog";
import { Dialog } from "../ui/Dialog";
import { Failure } from "../ui/Failure";
import { Progress } from "../ui/Progress";
import { release, useGuard } from "../ui/route";
import { useDeleteWords } from "../words/delete";
import { labelOf } from "./facts";
import { NotDeleted } from "./NotDeleted";
import { type Obstacle, obstacleOf } from "./obstacle";
import { useForget, useRefresh } from "./queries";

interface Props {
  trunks: TrunkSummary[];
  onClose: () => void;
  /** All are deleted: how many, and the label of a single one. */
  onDeleted: (count: number, label: string | undefined) => void;
}

type Report = (Settled<Deleted> | undefined)[];

/** How far it is: not begun, so many settled, or ended with a report. */
type State = { step: "asking" } | { step: "deleting"; done: number; total: number } | { step: "ended"; report: Report };

export function DeleteDialog({ trunks, onClose, onDeleted }: Props) {
  const words = useDeleteWords();
  const shared = useWords();
  const { client } = useConnection();
  const forget = useForget();
  const refresh = useRefresh();
  const [state, setState] = useState<State>({ step: "asking" });
  const [obstacle, setObstacle] = useState<Obstacle>();
  const stop = useRef(new AbortController());
  const [only] = trunks;
  const single = trunks.length === 1 && only ? labelOf(only) : undefined;

  // Nobody would see what became of the others, nor could stop it.
  useGuard(state.step === "deleting", stay);
  useEffect(() => () => stop.current.abort(), []);

  async function remove(ifRouted: NonNullable<DeleteOptions["ifRouted"]>, earlier?: Report) {
    stop.current = new AbortController();
    const todo = trunks.flatMap((trunk, index) => (isLeft(earlier?.[index], ifRouted) ? [{ trunk, index }] : []));
    setState({ step: "deleting", done: 0, total: todo.length });
    const part = await client.deleteMany(
      todo.map(({ trunk }) => trunk.id),
      {
        ifRouted,
        signal: stop.current.signal,
        onProgress: ({ done, total }) => setState({ step: "deleting", done, total }),
      },
    );
    const report: Report = trunks.map((_, index) => earlier?.[index]);
    for (const [at, { index }] of todo.entries()) report[index] = part[at];
    // What somebody else deleted is gone as well, but that it was must be said.
    forget(new Set(todo.filter((_, at) => part[at]?.status === "fulfilled").map(({ trunk }) => trunk.id)));
    refresh();
    release();
    if (report.every((settled) => settled?.status === "fulfilled")) return onDeleted(trunks.length, single);
    const [first] = failuresIn(report, trunks);
    setObstacle(obstacleOf(first?.reason));
    setState({ step: "ended", report });
  }

  const failures = state.step === "ended" ? failuresIn(state.report, trunks) : [];
  if (trunks.length === 1 && only) {
    const [failure] = failures;
    const label = labelOf(only);
    const question = { keep: words.keepOne, onKeep: onClose, confirming: words.deleting };
    const busy = state.step === "deleting";
    const error = failure && !obstacle && <Failure error={failure.reason} />;
    return obstacle ? (
      <ConfirmDialog
        {...question}
        title={obstacle.numbers.length > 0 ? words.routedQuestion(label) : words.unlistedQuestion(label)}
        confirm={words.anyway}
        busy={busy}
        error={error}
        onConfirm={() => remove("delete")}
      >
        <p>{obstacle.numbers.length > 0 ? words.routedWarning(obstacle.numbers.length) : words.unlistedWarning}</p>
        <Names names={obstacle.numbers} />
      </ConfirmDialog>
    ) : (
      <ConfirmDialog
        {...question}
        title={words.question(label)}
        confirm={words.confirmOne}
        busy={busy}
        error={error}
        onConfirm={() => remove("refuse")}
      >
        <p>{words.warning(only.name)}</p>
      </ConfirmDialog>
    );
  }
  if (state.step === "asking") {
    return (
      <ConfirmDialog
        title={words.questionOfMany(trunks.length)}
        keep={words.keepMany}
        confirm={words.confirmMany(trunks.length)}
        onKeep={onClose}
        onConfirm={() => remove("refuse")}
      >
        <p>{words.warningOfMany}</p>
        <Names names={trunks.map(labelOf)} />
      </ConfirmDialog>
    );
  }
  if (state.step === "deleting") {
    const halt = () => stop.current.abort();
    return (
      <Dialog title={words.deletingMany(state.total)} onCancel={halt}>
        <Progress value={state.done} max={state.total} label={shared.trunks.deletedOf(state.done, state.total)} />
        <div className="actions end">
          <button type="button" onClick={halt}>
            {shared.trunks.stop}
          </button>
        </div>
      </Dialog>
    );
  }
  const { report } = state;
  return (
    <NotDeleted
      failures={failures}
      total={trunks.length}
      onClose={onClose}
      onRetry={(ifRouted) => remove(ifRouted, report)}
    />
  );
}

/** The way out while trunks are being deleted: none. */
const stay = () => {};

/**
 * Whether a trunk is still to be deleted, also one that may be gone: a second delete does no harm. After a second yes only
 * those that calls lead to, which it was about.
 */
function isLeft(settled: Settled<Deleted> | undefined, ifRouted: NonNullable<DeleteOptions["ifRouted"]>) {
  if (settled === undefined) return true;
  if (settled.status === "fulfilled") return false;
  return ifRouted === "refuse" || obstacleOf(settled.reason) !== undefined;
}

/** The first of many, and how many more there are. */
function Names({ names }: { names: string[] }) {
  const words = useDeleteWords();
  return (
    names.length > 0 && (
      <ul className="names">
        {names.slice(0, 5).map((name, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two trunks may have one label, and nothing moves
          <li key={index}>{name}</li>
        ))}
        {names.length > 5 && <li>{words.andMore(names.length - 5)}</li>}
      </ul>
    )
  );
}

function failuresIn(report: Report, trunks: TrunkSummary[]) {
  return trunks.flatMap((trunk, index) => {
    const entry = report[index];
    return entry?.status === "rejected" ? [{ trunk, reason: entry.reason }] : [];
  });
}
