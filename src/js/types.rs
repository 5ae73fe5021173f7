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
  /**
   * Which of Wavix's calls on phone numbers are used: `"numbers"`, `/v1/numbers` of the documents of 2026, or `"mydids"`,
   * `/v1/mydids` of those before. Default `"numbers"`.
   */
  numbersApi?: "numbers" | "mydids";
  /** Anything that behaves like `fetch`. Default: the `fetch` of the runtime. */
  fetch?: typeof fetch;
  /** Milliseconds that a call may take, all attempts and the waits between them included, or `Infinity`. Default 60,000. */
  timeoutMs?: number;
  /** Attempts after the first one, 0 to 100. Default 2. */
  maxRetries?: number;
  /** Headers sent along with every request, as for a call; one of a call takes the place of one with the same name. */
  headers?: CallOptions["headers"];
  /** Called before each wait for another attempt. */
  onRetry?: (retry: Retry) => void;
  /** Where to log, such as `console`. What is logged holds no key, no password and no URL query. */
  logger?: Logger;
  /** How much is logged. Default `"warn"`. */
  logLevel?: "off" | "error" | "warn" | "info" | "debug";
}

/** How a trunk is deleted. */
export interface DeleteOptions extends CallOptions {
  /**
   * What becomes of a trunk to which calls to phone numbers lead; they would end with it. `"refuse"`: it is not deleted,
   * nor is it when the numbers cannot be listed. `"delete"`: it is deleted, and nothing is listed. Left out: it is not
   * deleted, unless Wavix says that the numbers cannot be listed (403 or 404).
   */
  ifRouted?: "refuse" | "delete";
}

/** How calls get another way. */
export interface RouteOptions extends CallOptions {
  /**
   * Where inbound messages are sent, for all of the numbers. Left out, nothing is sent about it. Wavix's documents of
   * `/v1/mydids` say that it must be there.
   */
  smsRelayUrl?: string;
}

/** A place to which calls to a number go. */
export type DestinationInput = {
  /** From 1; the destination with the lowest is tried first. Default: the place in the list. */
  priority?: number | null;
  [member: string]: unknown;
} & (
  | {
      /** A SIP address; `[did]` in it stands for the number that was called. */
      transport: 1;
      destination: string;
    }
  | {
      /** A phone number with its country code. */
      transport: 4;
      destination: string;
    }
  | {
      /** A SIP trunk, by its number or by its login `name`, or by both. */
      transport?: 5;
      trunk_id: number;
      destination?: string | null;
    }
  | { transport: 5; destination: string; trunk_id?: null }
);

/** What came out of judging a list of destinations. */
export type DestinationsReport =
  | {
      /** It can be sent. */
      ok: true;
      /** The list, normalised. */
      value: DestinationInput[];
      issues: Issue[];
    }
  | {
      /** It cannot be sent. */
      ok: false;
      value?: undefined;
      /** What is wrong, at `["destinations", index, name]`. */
      issues: Issue[];
    };

/** The phone numbers (DIDs) of the account: `client.numbers`. */
export interface PhoneNumbers {
  /**
   * One page of numbers. A page past the last one is empty.
   *
   * @param params which page, from 1, how many numbers on it, 1 to 100 (default 25), and which numbers
   */
  list(params?: NumberListParams | null, options?: CallOptions): Call<NumberPage>;
  /**
   * All numbers, one by one, none of them twice. It ends at a short, empty or repeated page; `break` ends it too.
   *
   * @param params the page to begin with (default 1), how many numbers on each (default 100), and which numbers
   * @example
   * for await (const { number, destination } of client.numbers.listAll()) console.log(number, destination);
   */
  listAll(params?: NumberListParams | null, options?: CallOptions): AsyncGenerator<PhoneNumber, void, void>;
  /**
   * One number.
   *
   * @throws {WavixError} code `not_found` when there is no such number
   */
  get(id: number, options?: CallOptions): Call<PhoneNumber>;
  /**
   * Calls to numbers go to these destinations, in the place of those before; with `[]` they go nowhere. A trunk that is
   * given by its `trunk_id` alone is read first, for its login. Twice is as good as once, so it is tried again as an
   * update is.
   *
   * @param numberIds ids of numbers, at least one
   * @throws {WavixError} code `validation`, with `issues`, when the destinations have errors: nothing was sent
   * @example
   * await client.numbers.route(ids, [{ trunk_id: trunk.id }, { transport: 4, destination: "+1 212 123 4567" }]);
   */
  route(numberIds: readonly number[], destinations: readonly DestinationInput[], options?: RouteOptions): Call<Routed>;
  /**
   * Calls to numbers go to a trunk, and nowhere else.
   *
   * @param numberIds ids of numbers, at least one
   * @throws {WavixError} code `not_found` when there is no such trunk: nothing was changed
   * @example
   * await client.numbers.routeToTrunk(ids, trunk.id);
   */
  routeToTrunk(
    numberIds: readonly number[],
    trunkId: number,
    options?: RouteOptions & { /** From 1. Default 1. */ priority?: number | null },
  ): Call<Routed>;
  /**
   * The numbers whose calls lead to a trunk, as one of their destinations. All numbers of the account are listed for that,
   * 100 at a time.
   */
  routes(trunkId: number, options?: CallOptions): Promise<PhoneNumber[]>;
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
  /**
   * Headers sent along, in Latin-1; not those that the client sets (accept, authorization, content-type) or `fetch`
   * (connection, content-length, expect, host, keep-alive, transfer-encoding, upgrade).
   */
  headers?: Record<string, string> | Headers | Iterable<readonly [string, string]>;
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
  /**
   * The ids of the trunks that have this label already, of a list that you have read before; `[]` when none has. With
   * `"reconcile"` it saves the list before the create. A trunk that is missing here may be taken for the new one,
   * and a new one whose label the server has changed is not noticed.
   */
  known?: readonly number[] | null;
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
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
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
  /** By name in lower case, without cookies, and with the key and passwords blotted out. */
  headers: Record<string, string>;
  /** The server's name for the request, to quote when asking Wavix about it. */
  requestId?: string;
}
"#;
