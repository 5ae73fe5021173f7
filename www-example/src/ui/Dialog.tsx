// A modal dialog: the browser's own, which keeps the focus inside and gives it back afterwards.

import { type ReactNode, useLayoutEffect, useRef } from "react";

interface Props {
  labelledBy: string;
  describedBy?: string | undefined;
  /** `panel`: at the side and as high as the page, for long forms. */
  shape?: "panel";
  role?: "alertdialog";
  /** Escape was pressed. Whoever draws the dialog decides whether it closes, by not drawing it any more. */
  onCancel: () => void;
  children: ReactNode;
}

export function Dialog({ labelledBy, describedBy, shape, role, onCancel, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);

  // Before it leaves the page and not after, or the browser does not give back the focus.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    // The browser's own choice is the first thing that scrolls.
    element?.querySelector<HTMLElement>("input, button")?.focus();
    return () => element?.close();
  }, []);

  return (
    <dialog
      ref={dialog}
      role={role}
      className={shape}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      onCancel={(event) => {
        event.preventDefault();
        onCancel();
      }}
      onClose={() => {
        // A browser may close a dialog on a second Escape without asking.
        if (!dialog.current?.open) onCancel();
      }}
    >
      {children}
    </dialog>
  );
}
