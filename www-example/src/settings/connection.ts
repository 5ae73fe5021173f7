// The connection as components see it.

import { createContext, use } from "react";
import type { TrunkClient } from "wavix-trunks";
import type { Settings } from "./settings";

export interface Connection {
  settings: Settings;
  client: TrunkClient;
  /** Counts the connections. It stands in the keys of queries, where an API key must not. */
  turn: number;
  connect(settings: Settings): void;
}

export const ConnectionContext = createContext<Connection | null>(null);

export function useConnection(): Connection {
  const connection = use(ConnectionContext);
  if (!connection) throw new Error("no ConnectionProvider above");
  return connection;
}
