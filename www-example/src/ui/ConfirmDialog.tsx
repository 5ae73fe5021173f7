// A question before something that cannot be undone. The harmless answer comes first and has the focus.

import type { ReactNode } from "react";
import { Dialog } from "./Dialog";

interface Props {
  title: string;
  children: ReactNode;
  keep: string;
  confirm: string;
  /** Said instead of `confirm` while it is being done. */
  confirming?: string;
  busy?: boolean;
  error?: ReactNode;
  onKeep: () => void;
  onConfirm: () => void;
}

export function ConfirmDialog(props: Props) {
  const { title, children, keep, confirm, confirming, busy = false, error, onKeep, onConfirm } = props;
  return (
    <Dialog role="alertdialog" title={title} description={children} onCancel={onKeep}>
      {error}
      <div className="actions end">
        <button type="button" onClick={onKeep}>
          {keep}
        </button>
        <button type="button" className="danger" aria-disabled={busy} onClick={() => busy || onConfirm()}>
          {busy ? confirming : confirm}
        </button>
      </div>
    </Dialog>
  );
}
