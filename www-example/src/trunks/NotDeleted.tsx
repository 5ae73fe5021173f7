// Of many trunks those that still stand, why, and what can be done about it.

import { isWavixError, type TrunkSummary } from "wavix-trunks/slim";
import { useWords } from "../settings/preferences";
import { Dialog } from "../ui/Dialog";
import { remedyFor } from "../ui/remedy";
import { useDeleteWords } from "../words/delete";
import { labelOf } from "./facts";
import { obstacleOf } from "./obstacle";

interface Props {
  failures: { trunk: TrunkSummary; reason: unknown }[];
  /** How many were to be deleted. */
  total: number;
  onClose: () => void;
  onRetry: (ifRouted: "refuse" | "delete") => void;
}

/** As many as somebody reads. */
const SHOWN = 20;

export function NotDeleted({ failures, total, onClose, onRetry }: Props) {
  const words = useDeleteWords();
  const shared = useWords();

  function reasonOf(error: unknown): string {
    const obstacle = obstacleOf(error);
    const [first, ...others] = obstacle?.numbers ?? [];
    if (first !== undefined) return words.routed(first, 1 + others.length);
    if (obstacle) return words.unlisted;
    const { title } = remedyFor(error, "", shared);
    if (!isWavixError(error) || error.outcome !== "unknown") return title;
    // What was stopped on its way had begun.
    return error.code === "aborted" ? shared.failure.unknownOutcome : `${title}. ${shared.failure.unknownOutcome}`;
  }

  const isUnknown = failures.some(({ reason }) => isWavixError(reason) && reason.outcome === "unknown");
  const title = (isUnknown ? words.notKnown : words.notAllDeleted)(failures.length, total);
  const held = failures.filter(({ reason }) => obstacleOf(reason)).length;
  return (
    <Dialog title={title} onCancel={onClose}>
      <ul className="names">
        {failures.slice(0, SHOWN).map(({ trunk, reason }) => (
          <li key={trunk.id}>
            <b>{labelOf(trunk)}</b>: {reasonOf(reason)}
          </li>
        ))}
        {failures.length > SHOWN && <li>{words.andMore(failures.length - SHOWN)}</li>}
      </ul>
      <div className="actions end">
        <button type="button" onClick={onClose}>
          {shared.close}
        </button>
        <button type="button" onClick={() => onRetry("refuse")}>
          {words.retryRest}
        </button>
        {held > 0 && (
          <button type="button" className="danger" onClick={() => onRetry("delete")}>
            {words.anywayMany(held)}
          </button>
        )}
      </div>
    </Dialog>
  );
}
