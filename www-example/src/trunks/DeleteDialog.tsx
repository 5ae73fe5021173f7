// Asks before a trunk is deleted, because nothing brings it back.

import type { TrunkSummary } from "wavix-trunks";
import { ConfirmDialog } from "../ui/ConfirmDialog";
import { Failure } from "../ui/Failure";
import { useDeleteTrunk } from "./queries";
import { labelOf } from "./words";

interface Props {
  trunk: TrunkSummary;
  onClose: () => void;
  onDeleted: () => void;
}

export function DeleteDialog({ trunk, onClose, onDeleted }: Props) {
  const remove = useDeleteTrunk();
  return (
    <ConfirmDialog
      title={`Delete ${labelOf(trunk)}?`}
      keep="Keep the trunk"
      confirm="Delete the trunk"
      confirming="Deleting…"
      busy={remove.isPending}
      onKeep={onClose}
      onConfirm={() => remove.mutate(trunk.id, { onSuccess: onDeleted })}
    >
      <p>
        Calls through login <code>{trunk.name}</code> stop at once. A deleted trunk cannot be brought back.
      </p>
      {remove.error && <Failure error={remove.error} />}
    </ConfirmDialog>
  );
}
