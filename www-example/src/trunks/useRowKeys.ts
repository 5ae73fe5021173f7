// Keys in the list. Tab stops at one row; arrows, Page Up and Down, Home and End lead to the others, whether they are
// drawn or not.

import { type FocusEvent, type KeyboardEvent, useRef, useState } from "react";

const PAGE = 10;

export function useRowKeys(count: number) {
  const [active, setActive] = useState(0);
  const wanted = useRef<{ row: number; column: string }>(undefined);
  const last = Math.max(count - 1, 0);

  function targetOf(key: string): number | undefined {
    switch (key) {
      case "ArrowDown":
        return active + 1;
      case "ArrowUp":
        return active - 1;
      case "PageDown":
        return active + PAGE;
      case "PageUp":
        return active - PAGE;
      case "Home":
        return 0;
      case "End":
        return last;
    }
    return undefined;
  }

  return {
    /** The row at which Tab stops. It is always drawn. */
    active: Math.min(active, last),
    onFocus(event: FocusEvent) {
      const row = event.target.closest<HTMLElement>("tr[data-index]");
      if (row) setActive(Number(row.dataset.index));
    },
    onKeyDown(event: KeyboardEvent) {
      const column = (event.target as HTMLElement).dataset.column;
      const target = targetOf(event.key);
      if (!column || target === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      const row = Math.min(Math.max(target, 0), last);
      wanted.current = { row, column };
      setActive(row);
    },
    /** Called when rows have been drawn: the one that keys lead to may be among them now. */
    focusWanted(body: HTMLElement) {
      if (!wanted.current) return;
      const { row, column } = wanted.current;
      const target = body.querySelector<HTMLElement>(`tr[data-index="${row}"] [data-column="${column}"]`);
      if (!target) return;
      wanted.current = undefined;
      target.focus();
    },
  };
}
