// Where the API is and with which key, kept for as long as the tab is open.
// A key is taken for this machine only: in a page, every visitor can read it. Elsewhere a relay adds it.

import { createContext, use } from "react";
import { TrunkClient } from "wavix-trunks/slim";

export interface Connection {
  /** The sandbox, or a relay that adds the key. */
  address: string;
  /** Empty where none is sent. */
  key: string;
}

const STORED = "wavix-trunks.connection";

/** The address and the key that a sandbox has when nobody says otherwise. */
const SANDBOX: Connection = { address: "http://127.0.0.1:8787", key: "sandbox-key" };

/** What the page starts with. */
export function defaultConnection(): Connection {
  const address = import.meta.env.VITE_WAVIX_BASE_URL || SANDBOX.address;
  return { address, key: takesKey(address) ? SANDBOX.key : "" };
}

export function loadConnection(): Connection {
  try {
    const { address, key } = JSON.parse(sessionStorage.getItem(STORED) ?? "null");
    const connection = { address: String(address), key: String(key) };
    return works(connection) ? connection : defaultConnection();
  } catch {
    return defaultConnection();
  }
}

export function saveConnection(connection: Connection): void {
  try {
    sessionStorage.setItem(STORED, JSON.stringify(connection));
  } catch {
    // A browser that stores nothing forgets the connection on reload, which does no harm.
  }
}

/** The client for it; throws a `WavixError` with code `configuration` when it cannot work. */
export function clientFor({ address, key }: Connection): TrunkClient {
  return key === ""
    ? new TrunkClient({ baseUrl: address })
    : new TrunkClient({ baseUrl: address, apiKey: key, auth: "bearer" });
}

export function works(connection: Connection): boolean {
  try {
    clientFor(connection).free();
    return true;
  } catch {
    return false;
  }
}

/**
 * Whether a key may be typed in for this address. Not for a path: there the relay is, on the page's own server. For the
 * others the client decides, so that there is one answer to the question.
 */
export function takesKey(address: string): boolean {
  return !address.startsWith("/") && works({ address, key: SANDBOX.key });
}

export interface Connected {
  connection: Connection;
  client: TrunkClient;
  /** Counts the connections. It stands in the keys of queries, where an API key must not. */
  turn: number;
  connect(connection: Connection): void;
}

export const ConnectionContext = createContext<Connected | null>(null);

export function useConnection(): Connected {
  const connected = use(ConnectionContext);
  if (!connected) throw new Error("no ConnectionProvider above");
  return connected;
}
