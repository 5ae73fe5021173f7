//! TypeScript types that no Rust type has the shape of. The others are generated from the Rust types by tsify.

use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** Fields that this version does not know are there all the same, untouched: read them with a cast. */
export interface Extra {}

/**
 * Settings as you would write them down: the two that every trunk needs, whichever others you want to set, and the
 * shapes of the older documents. {@link validateTrunk} makes a {@link TrunkConfig} of them.
 *
 * @example
 * const settings: TrunkInput = { label: "Head office", password: "correct-Horse-7", callerid: "+1 (212) 123-4567" };
 */
export type TrunkInput = Pick<TrunkConfig, "label" | "password"> & {
  [Name in Exclude<keyof TrunkConfig, "label" | "password" | "allowed_ips" | "max_call_cost">]?: TrunkConfig[Name] | null;
} & {
  /** Addresses as text, as `{ ip }`, or as a trunk has them, `{ id, ip }`. */
  allowed_ips?: (string | AllowedIp | AllowedAddress)[] | null;
  /** USD, as a number or as decimal digits. */
  max_call_cost?: number | string | null;
};

/** Whose trunks, where, and how the key travels. */
export interface ClientOptions {
  /** Your Wavix API key. Needed unless `baseUrl` is a relay that adds it. Keep it out of browsers. */
  apiKey?: string;
  /**
   * `"query"` sends `?appid=<key>`, as the overview documents it; `"bearer"` sends `Authorization: Bearer <key>`, which
   * Wavix's newer documents prefer and which keeps the key out of logs of URLs. Default `"query"`.
   */
  auth?: "query" | "bearer";
  /**
   * Where the API is: https, or http on this machine. In a page it may be a path, such as `/api/wavix`.
   * Default `https://api.wavix.com`.
   */
  baseUrl?: string;
  /** Allows http to another machine than this one. Default false. */
  allowInsecure?: boolean;
  /** Allows an API key in a browser page, where every visitor can read it. Default false. */
  dangerouslyAllowBrowser?: boolean;
  /** Anything that behaves like `fetch`. Default: the `fetch` of the runtime. */
  fetch?: typeof fetch;
  /** Milliseconds that a call may take, all attempts and the waits between them included, or `Infinity`. Default 60,000. */
  timeoutMs?: number;
  /** Attempts after the first one, 0 to 100. Default 2. */
  maxRetries?: number;
  /** Headers sent along with every request; not accept, authorization and content-type, which the client sets. */
  headers?: Record<string, string>;
  /** Called before each wait for another attempt. */
  onRetry?: (retry: Retry) => void;
  /** Where to log, such as `console`. What is logged holds no key, no password and no URL query. */
  logger?: Logger;
  /** How much is logged. Default `"warn"`. */
  logLevel?: "off" | "error" | "warn" | "info" | "debug";
}

/** A logger like `console`: each function gets one line. */
export interface Logger {
  error?(line: string): void;
  warn?(line: string): void;
  info?(line: string): void;
  debug?(line: string): void;
}

/** How one call is made. What is left out is as the client has it. */
export interface CallOptions {
  /** Ends the call: it rejects with an {@link AbortError} whose `cause` is the signal's reason. */
  signal?: AbortSignal | null;
  /** Milliseconds that the call may take, all attempts and the waits between them included, or `Infinity`. */
  timeoutMs?: number;
  /** Attempts after the first one, 0 to 100. */
  maxRetries?: number;
  /** Headers sent along; not accept, authorization and content-type, which the client sets. */
  headers?: Record<string, string>;
  /** Called before each wait for another attempt, after the client's own. */
  onRetry?: (retry: Retry) => void;
}

/** How a trunk is made. */
export interface CreateOptions extends CallOptions {
  /**
   * What to do when the answer to the create was lost. `"report"`: the error says `outcome: "unknown"`.
   * `"reconcile"`: look for a trunk that is new since the call, with that label and these settings. Default `"report"`.
   */
  onUnknown?: "report" | "reconcile";
}

/** How a trunk is changed. */
export interface PatchOptions extends CallOptions {
  /** The trunk's password, unless the changes hold it: an update replaces everything. */
  password?: string;
}

/** How many calls are made. */
export interface ManyOptions<T> extends CallOptions {
  /** Calls under way at the same time, 1 to 1000. Default 4. */
  concurrency?: number;
  /** Called after each item. */
  onProgress?: (progress: { done: number; failed: number; total: number; index: number }) => void;
  /** The report of an earlier run over the same items: what it settled is not done again. */
  resume?: readonly (Settled<T> | undefined)[];
}

/** What became of one of many items. */
export type Settled<T> = { status: "fulfilled"; value: T } | { status: "rejected"; reason: WavixError };

/** Another attempt to come. */
export interface Retry {
  method: "GET" | "POST" | "PUT" | "DELETE";
  /** Path without host and query: `/v1/trunks/293`. */
  path: string;
  /** The attempt that failed, from 1. */
  attempt: number;
  /** Milliseconds until the next one. */
  delayMs: number;
  /** Why it failed. */
  error: WavixError;
}

/** A promise of what was asked for, which can also give the answer that it came in. */
export interface Call<T> extends Promise<T> {
  /** The data together with the status and the headers of the answer. */
  withResponse(): Promise<{ data: T; response: ResponseInfo }>;
}

/** Around the data of an answer. */
export interface ResponseInfo {
  status: number;
  /** By name in lower case. */
  headers: Record<string, string>;
  /** The server's name for the request, to quote when asking Wavix about it. */
  requestId?: string;
}
"#;
