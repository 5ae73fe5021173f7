// Where the API is and with which key, kept for as long as the tab is open.
// A key is taken for this machine only: in a page, every visitor can read it. Elsewhere a relay adds it.

import { TrunkClient } from "wavix-trunks";

export interface Settings {
  /** The sandbox, or a relay that adds the key. */
  address: string;
  /** Empty where none is sent. */
  key: string;
}

const STORED = "wavix-trunks.settings";

/** The address and the key that a sandbox has when nobody says otherwise. */
const SANDBOX: Settings = { address: "http://127.0.0.1:8787", key: "sandbox-key" };

/** What the page starts with. */
export function defaults(): Settings {
  const address = import.meta.env.VITE_WAVIX_BASE_URL || SANDBOX.address;
  return { address, key: takesKey(address) ? SANDBOX.key : "" };
}

export function load(): Settings {
  try {
    const { address, key } = JSON.parse(sessionStorage.getItem(STORED) ?? "null");
    const settings = { address: String(address), key: String(key) };
    return works(settings) ? settings : defaults();
  } catch {
    return defaults();
  }
}

export function save(settings: Settings): void {
  try {
    sessionStorage.setItem(STORED, JSON.stringify(settings));
  } catch {
    // A browser that stores nothing forgets the settings on reload, which does no harm.
  }
}

/** The client for these settings; throws a `WavixError` with code `configuration` when they cannot work. */
export function clientFor({ address, key }: Settings): TrunkClient {
  return key === ""
    ? new TrunkClient({ baseUrl: address })
    : new TrunkClient({ baseUrl: address, apiKey: key, auth: "bearer" });
}

export function works(settings: Settings): boolean {
  try {
    clientFor(settings).free();
    return true;
  } catch {
    return false;
  }
}

/** Whether a key may be typed in for this address. The client decides, so that there is one answer to the question. */
export function takesKey(address: string): boolean {
  return works({ address, key: SANDBOX.key });
}
