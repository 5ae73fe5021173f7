// Waits with a change of the page until a press of the mouse is over. Leaving a field shows what is wrong with it, which
// moves what is below; if that happened between press and release, the click would miss.

import { useEffect, useRef } from "react";

/** Returns a function that does something now, or, while something is pressed, right after. */
export function useAfterPress(): (action: () => void) => void {
  const pressed = useRef(false);
  const waiting = useRef<(() => void)[]>([]);

  useEffect(() => {
    const end = new AbortController();
    const listen = (type: string, listener: () => void) =>
      addEventListener(type, listener, { capture: true, signal: end.signal });
    const release = () => {
      pressed.current = false;
      // In the next frame, when the click itself has happened.
      requestAnimationFrame(() => {
        for (const action of waiting.current.splice(0)) action();
      });
    };
    listen("pointerdown", () => {
      pressed.current = true;
    });
    listen("pointerup", release);
    listen("pointercancel", release);
    return () => end.abort();
  }, []);

  return (action) => {
    if (pressed.current) waiting.current.push(action);
    else action();
  };
}
