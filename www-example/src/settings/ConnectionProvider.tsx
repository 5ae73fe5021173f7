// The client that the whole page uses, and the way to another one.

import { type ReactNode, useMemo, useState } from "react";
import { ConnectionContext } from "./connection";
import { clientFor, load, type Settings, save } from "./settings";

export function ConnectionProvider({ children }: { children: ReactNode }) {
  const [{ settings, turn }, setState] = useState(() => ({ settings: load(), turn: 0 }));
  const connection = useMemo(
    () => ({
      settings,
      client: clientFor(settings),
      turn,
      connect(next: Settings) {
        save(next);
        setState((state) => ({ settings: next, turn: state.turn + 1 }));
      },
    }),
    [settings, turn],
  );
  return <ConnectionContext value={connection}>{children}</ConnectionContext>;
}
