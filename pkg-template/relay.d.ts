import type { ValidateOptions } from "wavix-trunks";

/**
 * What somebody may do: `"read"` is list and get, of trunks and of phone numbers; `"write"` is create and update of trunks,
 * `"delete"` their delete; `"route"` sends calls to phone numbers elsewhere, to any trunk, SIP address or phone. Who may
 * write but not read cannot use `patch`, `listAll` and the like, which read first; a delete by who may not read does not
 * know whether calls lead to the trunk.
 */
export type RelayPermission = "read" | "write" | "delete" | "route";

/**
 * What `authorize` finds out about a request. A property that is there has a value: `undefined` is taken for a look-up that
 * found nothing, and refused with 500.
 */
export interface RelayGrant {
  /**
   * Who it is, 1 to 256 characters: a name for the rate limit and the log, such as the number of a user. All requests
   * without one are counted together.
   */
  subject?: string;
  /** What they may do. Default everything. */
  permissions?: readonly RelayPermission[];
}

/** How often one subject may ask: so many requests at once, and as many again spread over each window. */
export interface Rate {
  /** Requests in a window. Default 300. */
  requests: number;
  /** The length of the window in seconds. Default 60. */
  seconds: number;
}

/** Where the rate limit counts. One that is shared by all machines holds for all of them together. */
export interface RateStore {
  /**
   * Counts one request of a subject, at once for all who ask.
   *
   * @param subject who asks, as `authorize` named them; empty for everybody without a name
   * @param rate how often they may
   * @returns 0 when the request may pass, otherwise in how many milliseconds the next one may. What it throws, and what else
   * it gives, refuses the request with 503; when it does not answer in time, it is 504.
   */
  take(subject: string, rate: Rate): number | Promise<number>;
}

/** What the log is told of a request. Nothing in it is secret: no key, no password, no header, no body. */
export interface RelayEvent {
  /** Also in the answer, as `x-request-id`, and sent to Wavix. */
  requestId: string;
  /** As the request has it. */
  method: string;
  /** What was asked of Wavix, such as `/v1/trunks/7`; missing for paths that lead nowhere. */
  path?: string;
  /** As `authorize` named it. */
  subject?: string;
  /** The status of the answer. */
  status: number;
  /** The status of Wavix's answer, when there was one. */
  upstreamStatus?: number;
  /** A create that had come before under its `Idempotency-Key`: the answer is the one that the first got. */
  repeated?: true;
  /** Why the request did not come to a good end, in words of the relay's own. */
  refused?: string;
  /** How long it took. */
  milliseconds: number;
}

/**
 * Takes one object for each request: `console`, pino and others. 5xx are errors, 4xx are warnings. What it throws, now or
 * later, is its own affair.
 */
export interface RelayLogger {
  info?(event: RelayEvent): void;
  warn?(event: RelayEvent): void;
  error?(event: RelayEvent): void;
}

/** Options of {@link createRelay}. */
export interface RelayOptions<Context = unknown> {
  /** The key, as Wavix shows it. It stays in the relay. `undefined`, as of a variable that is not set, is refused. */
  apiKey: string | undefined;
  /** How the key travels to Wavix: in the query, as the overview has it, or in a header. Default `"query"`. */
  auth?: "query" | "bearer";
  /**
   * Says who may: `true` for everything, a grant for what it names, and nothing, `null` or `false` to refuse with 401.
   * What else it gives, and what it throws, is answered with 500; when it does not answer in time, it is 504. It must leave
   * the body alone.
   *
   * @param request the request as it came
   * @param context what the platform handed over besides: Node's request, Hono's or Next's context, Deno's connection
   */
  authorize(
    request: Request,
    context: Context,
  ): RelayGrant | boolean | null | undefined | Promise<RelayGrant | boolean | null | undefined>;
  /** Where the relay is on its own server. Default `"/api/wavix"`. */
  basePath?: string;
  /** Where Wavix is. Default `"https://api.wavix.com"`; http only on this machine. */
  baseUrl?: string;
  /** Allows a `baseUrl` with http on another machine. Default false. */
  allowInsecure?: boolean;
  /** How much is too much. */
  limits?: {
    /** The largest body of a request, in bytes. Default 65,536. */
    bodyBytes?: number;
    /** The largest answer of Wavix that is read, in bytes. Default 8,388,608. */
    answerBytes?: number;
    /**
     * The time for a request in milliseconds: `authorize`, the store of the rate limit, reading its body and the call to Wavix
     * together. Default 30,000.
     */
    timeoutMs?: number;
    /** How often one subject may ask; `false` for no limit. Default 300 requests in 60 seconds, counted in memory. */
    rate?: (Partial<Rate> & { store?: RateStore }) | false;
  };
  /** Pages of which other origins may use the relay. Default none: only pages of its own origin. */
  cors?: {
    /** Origins such as `"https://app.example.com"`, each written out. */
    origins?: readonly string[];
    /** Headers that such pages may send, besides `idempotency-key`. Default `["content-type", "authorization"]`. */
    headers?: readonly string[];
    /** Whether such pages may send cookies. Default false. */
    credentials?: boolean;
    /** For how many seconds browsers remember what is allowed. Default 600. */
    maxAgeSeconds?: number;
  };
  /** Secrets in answers that the caller may see. Default none. */
  reveal?: readonly ("access_token" | "password")[];
  /** How strictly settings are judged, against which limits of your account, and in which language. */
  rules?: ValidateOptions;
  /** Hears of every request. Default nobody. */
  logger?: RelayLogger;
  /** What carries the calls. Default the runtime's `fetch`. */
  fetch?: typeof globalThis.fetch;
}

/** Answers one request. It never rejects. */
export type Relay<Context = unknown> = (request: Request, context?: Context) => Promise<Response>;

/**
 * Makes a relay: what a page's `TrunkClient({ baseUrl: "/api/wavix" })` talks to, so that the key stays on a server.
 *
 * @throws {ConfigurationError} when an option is missing or cannot work
 * @example
 * import { createServer } from "node:http";
 *
 * const relay = createRelay({
 *   apiKey: process.env.WAVIX_API_KEY,
 *   authorize: async (request) => {
 *     const user = await userOf(request);
 *     return user && { subject: user.id, permissions: user.isAdmin ? ["read", "write", "delete"] : ["read"] };
 *   },
 * });
 * createServer(toNodeHandler(relay)).listen(8080);
 */
export function createRelay<Context = unknown>(options: RelayOptions<Context>): Relay<Context>;

/**
 * A store of the rate limit in the memory of one process. It remembers the `most` subjects that asked last, by default
 * 10,000.
 *
 * @example
 * const rate = { requests: 300, seconds: 60, store: memoryStore({ most: 1000 }) };
 */
export function memoryStore(options?: { most?: number }): RateStore;

/**
 * What the relay needs of a request of Node's `http`; Express and others add to it. Those of `http2` are other ones, and are
 * refused with 505.
 */
export interface NodeRequest {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  /** The target before Express took off the path that a router is mounted at. */
  readonly originalUrl?: string | undefined;
  readonly headersDistinct: Record<string, string[] | undefined>;
  readonly socket: object & { readonly encrypted?: boolean };
  readonly readableDidRead: boolean;
  on(event: "data", listener: (chunk: Uint8Array) => void): unknown;
  on(event: "end", listener: () => void): unknown;
  on(event: "error", listener: (error: Error) => void): unknown;
  pause(): unknown;
  resume(): unknown;
  destroy(): unknown;
}

/** What the relay needs of a response of Node's `http`. */
export interface NodeResponse {
  statusCode: number;
  readonly headersSent: boolean;
  readonly destroyed: boolean;
  setHeader(name: string, value: string): unknown;
  end(body: Uint8Array): unknown;
  once(event: "close", listener: () => void): unknown;
}

/**
 * The relay for Node's `http`, Express, Fastify and whatever else has requests and responses of Node's.
 * `authorize` gets the request of Node's as its second argument.
 *
 * @example
 * import { createServer } from "node:http";
 *
 * createServer(toNodeHandler(relay)).listen(8080); // in Express: app.use("/api/wavix", …), before express.json()
 */
export function toNodeHandler<Incoming extends NodeRequest>(
  relay: Relay<Incoming>,
): (incoming: Incoming, outgoing: NodeResponse) => Promise<void>;

/** What is needed of a namespace of Durable Objects; `Id` is the platform's own. */
export interface DurableNamespace<Id> {
  idFromName(name: string): Id;
  get(id: Id): { fetch(url: string, init: { method: string; body: string }): Promise<Pick<Response, "json">> };
}

/** What is needed of the state of a Durable Object. */
export interface DurableState {
  readonly storage: {
    get(key: string): Promise<unknown>;
    put(key: string, value: unknown): Promise<void>;
    setAlarm(at: number): Promise<void>;
    deleteAll(): Promise<void>;
  };
}

/**
 * A store of the rate limit in Durable Objects of Cloudflare's, one for each subject, so that the limit holds for all
 * places in which the worker runs.
 *
 * @param namespace bound to {@link RateLimitObject} in the worker's configuration
 * @example
 * export { RateLimitObject } from "wavix-trunks/relay";
 * const rate = { requests: 300, seconds: 60, store: durableObjectStore(env.RATE_LIMIT) };
 */
export function durableObjectStore<Id>(namespace: DurableNamespace<Id>): RateStore;

/**
 * The class of those Durable Objects: a worker exports it, and nobody calls it.
 *
 * @example
 * export { RateLimitObject } from "wavix-trunks/relay";
 */
export class RateLimitObject {
  constructor(state: DurableState);
  fetch(request: Request): Promise<Response>;
  alarm(): Promise<void>;
}
