// A modal dialog: Radix keeps the focus inside and hides the page behind it from screen readers.
// Without Radix's Overlay, which writes a style element that a strict Content-Security-Policy forbids.

import { Content, Description, Portal, Root, Title } from "@radix-ui/react-dialog";
import { type ReactNode, useLayoutEffect, useState } from "react";
import "./dialog.css";

/** How many dialogs are open, one over the other. */
let open = 0;

interface Props {
  title: ReactNode;
  description?: ReactNode;
  /** `panel`: at the side and as high as the page, for long forms. */
  shape?: "panel" | "box";
  role?: "alertdialog";
  /** Escape was pressed. Whoever draws the dialog decides whether it closes, by not drawing it any more. */
  onCancel: () => void;
  /** What gets the focus afterwards when that which had it is gone. */
  fallbackFocus?: string;
  children: ReactNode;
}

export function Dialog(props: Props) {
  const { title, description, shape = "box", role, onCancel, fallbackFocus = "h1", children } = props;
  const [opener] = useState(() => document.activeElement);

  // What is hidden from screen readers must not be reached by anybody else.
  useLayoutEffect(() => {
    const page = document.getElementById("root");
    open += 1;
    page?.toggleAttribute("inert", true);
    return () => {
      open -= 1;
      page?.toggleAttribute("inert", open > 0);
    };
  }, []);

  function giveBackFocus(event: Event) {
    event.preventDefault();
    const still = opener instanceof HTMLElement && opener !== document.body && opener.isConnected;
    const target = still ? opener : document.querySelector<HTMLElement>(fallbackFocus);
    target?.focus();
  }

  return (
    <Root open onOpenChange={(stays) => stays || onCancel()}>
      <Portal>
        <div className="backdrop" data-shape={shape}>
          <Content
            className={`dialog ${shape}`}
            {...(role && { role })}
            {...(!description && { "aria-describedby": undefined })}
            onCloseAutoFocus={giveBackFocus}
            // A press beside it must not throw away what was typed.
            onInteractOutside={(event) => event.preventDefault()}
          >
            <Title>{title}</Title>
            {description && (
              <Description asChild>
                <div className="dialog-description">{description}</div>
              </Description>
            )}
            {children}
          </Content>
        </div>
      </Portal>
    </Root>
  );
}
