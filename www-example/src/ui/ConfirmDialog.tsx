// A question before something that cannot be undone. The harmless answer has the focus.

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
  onKeep: () => void;
  onConfirm: () => void;
}

export function ConfirmDialog(props: Props) {
  const { title, children, keep, confirm, confirming, busy = false, onKeep, onConfirm } = props;
  return (
    <Dialog role="alertdialog" labelledBy="confirm-title" describedBy="confirm-text" onCancel={onKeep}>
      <h2 id="confirm-title">{title}</h2>
      <div id="confirm-text">{children}</div>
      <div className="actions">
        <span className="stretch" />
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
