// A question before something that cannot be undone. The harmless answer comes first and has the focus.

import { type ReactNode, useEffect, useRef } from "react";
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
  const harmless = useRef<HTMLButtonElement>(null);
  // Another question is a new one: nobody shall answer it with the press that was meant for the last.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the question is the reason
  useEffect(() => harmless.current?.focus(), [title]);

  // What is being done is not kept from it by closing the question, which would only hide how it ends.
  const keepIt = () => busy || onKeep();

  return (
    <Dialog role="alertdialog" title={title} description={children} onCancel={keepIt}>
      {error}
      <div className="actions end">
        <button type="button" ref={harmless} aria-disabled={busy} onClick={keepIt}>
          {keep}
        </button>
        <button type="button" className="danger" aria-disabled={busy} onClick={() => busy || onConfirm()}>
          {busy ? confirming : confirm}
        </button>
      </div>
    </Dialog>
  );
}
