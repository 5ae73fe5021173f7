// The client that the whole page uses, and the way to another one.

import { type ReactNode, useMemo, useState } from "react";
import { type Connection, ConnectionContext, clientFor, loadConnection, saveConnection } from "./connection";

export function ConnectionProvider({ children }: { children: ReactNode }) {
  const [{ connection, turn }, setState] = useState(() => ({ connection: loadConnection(), turn: 0 }));
  const connected = useMemo(
    () => ({
      connection,
      client: clientFor(connection),
      turn,
      connect(next: Connection) {
        saveConnection(next);
        setState((state) => ({ connection: next, turn: state.turn + 1 }));
      },
    }),
    [connection, turn],
  );
  return <ConnectionContext value={connected}>{children}</ConnectionContext>;
}
