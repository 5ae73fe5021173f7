// The types of wavix-trunks.


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



/** What a new password is to be like. */
export interface PasswordOptions {
    /** How many characters, 12 to 64. Default 20. */
    length?: number;
    /** Without `0`, `O`, `1`, `I` and `l`, for passwords that somebody reads out or copies by hand. Default true. */
    avoidAmbiguous?: boolean;
}

/** For which trunk a password is. */
export interface PasswordContext {
    /** The trunk's label. */
    label?: string;
    /** The trunk's caller ID. */
    callerid?: string;
}

/** What speaks against a password. */
export type PasswordReason =
| "masked"
| "short"
| "few_kinds"
| "repeats"
| "runs"
| "contains_label"
| "contains_callerid";



/** What came out of a validation. */
export type Report =
| {
    /** It can be sent. */
    ok: true;
    /** The settings, complete and normalised. */
    value: TrunkConfig;
    /** Warnings: advice that keeps nothing from being sent. */
    issues: Issue[];
}
| {
    /** It cannot be sent. */
    ok: false;
    value?: undefined;
    /** Errors and warnings, in the order of the fields. */
    issues: Issue[];
};

/** How strictly, against what, and in which language settings are judged. */
export interface ValidateOptions {
    /**
     * The values come from a form, where everything is text: numeric strings become numbers, `"on"`, `"true"`, `"false"`
     * and `""` become switches, and empty fields count as not given. Default false; a `FormData` is always read so.
     */
    coerce?: boolean;
    /** Warnings count as errors. Default false. */
    strict?: boolean;
    /** What your account allows at most: seconds, USD, concurrent calls. */
    limits?: { call_limit?: number; max_call_cost?: number; max_channels?: number };
    /** The language of the messages. Default English. */
    language?: Language;
}

/** How one field is judged. */
export interface ValidateFieldOptions extends ValidateOptions {
    /** The rest of the form, in any shape that {@link validateTrunk} takes. */
    context?: unknown;
}

/**
 * A language pack: what replaces the English labels, messages and words. What it leaves out stays English.
 *
 * @example
 * const german: Language = { labels: { label: "Name" }, messages: { blank: "{label} fehlt: bitte eintragen." } };
 * validateTrunk({ label: " " }, { language: german }).issues[0].message; // "Name fehlt: bitte eintragen."
 */
export interface Language {
    /** What the fields are called on your form. */
    labels?: { [Name in FieldName]?: string };
    /**
     * Sentences by code, or by code and variant: `e164.letters`, `required.callerid`. `{label}` stands for the label,
     * `{unit}` for the unit, `{min}` and the like for the issue's params, and the name of a field for its label.
     */
    messages?: { [Key in IssueCode | `${IssueCode}.${string}`]?: string };
    /** What params name: types (`string`), units (`seconds`), reasons (`short`), address ranges. */
    words?: Record<string, string>;
}


/**
 * A phone number (DID) of the account.
 */
export interface PhoneNumber extends Extra {
    /**
     * Number of the phone number in API calls.
     */
    id: number;
    /**
     * The phone number: digits with country code, such as `12565378257`.
     */
    number: string;
    /**
     * Your name for the number.
     */
    label: string | null;
    /**
     * `active`, or `inactive`, which neither receives nor places calls; a value that this version does not know is kept.
     */
    status: "active" | "inactive" | (string & {}) | null;
    /**
     * Where calls to the number go; empty when they go nowhere. Wavix calls it `destinations` where it is written.
     */
    destination: NumberDestination[];
    /**
     * City or rate centre.
     */
    city: string | null;
    /**
     * State or region.
     */
    state: string | null;
    /**
     * Country, in English.
     */
    country: string | null;
    /**
     * Country, two letters (ISO 3166).
     */
    country_short_name: string | null;
    /**
     * Paid once, in USD, as decimal digits.
     */
    activation_fee: string | null;
    /**
     * Paid every month, in USD, as decimal digits: `"0.99"`.
     */
    monthly_fee: string | null;
    /**
     * Price of an inbound minute, in USD, as decimal digits.
     */
    per_min: string | null;
    /**
     * Inbound minutes that cost nothing.
     */
    free_min: number | null;
    /**
     * Inbound minutes cost nothing.
     */
    unlimited: boolean | null;
    /**
     * Most concurrent inbound calls.
     */
    channels: number | null;
    /**
     * The number can be the caller ID of calls within its country.
     */
    domestic_cli: boolean | null;
    /**
     * CNAM is on.
     */
    cnam: boolean | null;
    /**
     * Inbound calls of this month, in seconds.
     */
    seconds: string | null;
    /**
     * When the number was bought, RFC 3339.
     */
    added: string | null;
    /**
     * Until when it is paid.
     */
    paid_until: string | null;
    /**
     * Messages are on.
     */
    sms_enabled: boolean | null;
    /**
     * Where inbound messages are sent.
     */
    sms_relay_url: string | null;
    /**
     * Where changes of a call's status are sent.
     */
    call_status_url: string | null;
    /**
     * Inbound calls are recorded.
     */
    call_recording_enabled: boolean | null;
    /**
     * Inbound calls are transcribed.
     */
    transcription_enabled: boolean | null;
    /**
     * Shortest call that is transcribed, in seconds.
     */
    transcription_threshold: number | null;
}

/**
 * A request for IP authentication and how far it got.
 */
export interface HostRequestState extends Extra {
    /**
     * The address that asked to place calls.
     */
    host: string;
    /**
     * How far the request got, in Wavix's words.
     */
    status?: string | null;
}

/**
 * A request for IP authentication.
 */
export interface HostRequest {
    /**
     * The public IPv4 or IPv6 address that will place calls. One address maps to one trunk.
     */
    host: string;
}

/**
 * A trunk as create, get and update return it.
 */
export interface Trunk extends Extra {
    /**
     * Number of the trunk in API calls.
     */
    id: number;
    /**
     * SIP login that Wavix made for the trunk, such as `67758`; PBX guides call it the SIP trunk ID.
     */
    name: string;
    /**
     * Your name for the trunk.
     */
    label: string;
    /**
     * Digest password. The 2023 overview shows it echoed by create; no other document does.
     */
    password?: string;
    /**
     * Caller ID; `null` when there is none, empty when many are allowed.
     */
    callerid: string | null;
    /**
     * Registration only from the listed addresses.
     */
    ip_restrict: boolean;
    /**
     * Addresses from which the trunk may register.
     */
    allowed_ips: AllowedAddress[] | null;
    /**
     * `dynamic` for digest authentication, an IP address for IP authentication.
     */
    host: string | null;
    /**
     * The dialled number is carried in the `To` header of inbound INVITEs.
     */
    didinfo_enabled: boolean;
    /**
     * Cap on the duration of a call on.
     */
    call_restrict: boolean | null;
    /**
     * Longest call, in seconds.
     */
    call_limit: number | null;
    /**
     * Cap on the cost of one outbound call on.
     */
    cost_limit: boolean;
    /**
     * Highest cost of one outbound call, in USD, as decimal digits: `"0.18"`.
     */
    max_call_cost: string | null;
    /**
     * Cap on concurrent outbound calls on.
     */
    channels_restrict: boolean;
    /**
     * Most concurrent outbound calls.
     */
    max_channels: number | null;
    /**
     * Dial plan on.
     */
    rewrite_enabled: boolean;
    /**
     * Digits put in front of the dialled number.
     */
    rewrite_prefix: string | null;
    /**
     * Leading digits deleted from the dialled number, or how many of them.
     */
    rewrite_cond: string | null;
    /**
     * Caller ID passthrough.
     */
    passthrough: boolean | null;
    /**
     * Any active or verified number of the account may be the caller ID.
     */
    multiple_numbers: boolean | null;
    /**
     * Outbound calls are recorded.
     */
    call_recording_enabled: boolean | null;
    /**
     * Calls are transcribed.
     */
    transcription_enabled: boolean | null;
    /**
     * Shortest call that is transcribed, in seconds.
     */
    transcription_threshold: number | null;
    /**
     * Voicemail detection.
     */
    machine_detection_enabled: boolean | null;
    /**
     * SRTP.
     */
    encrypted_media: boolean | null;
    /**
     * When the trunk was made, RFC 3339.
     */
    created_at: string | null;
    /**
     * A credential of the trunk.
     */
    access_token: string | null;
}

/**
 * A trunk as lists show it.
 */
export interface TrunkSummary extends Extra {
    /**
     * Number of the trunk in API calls.
     */
    id: number;
    /**
     * SIP login that Wavix made for the trunk.
     */
    name: string;
    /**
     * Your name for the trunk.
     */
    label: string;
    /**
     * Caller ID; `null` when there is none, empty when many are allowed.
     */
    callerid: string | null;
    /**
     * How calls are authenticated: `Digest` or `IP auth`; a value that this version does not know is kept.
     */
    auth_method: "Digest" | "IP auth" | (string & {}) | null;
    /**
     * The request for IP authentication and how far it got, if there is one.
     */
    host_request: HostRequestState | null;
    /**
     * Caller ID passthrough.
     */
    passthrough: boolean | null;
    /**
     * Any active or verified number of the account may be the caller ID.
     */
    multiple_numbers: boolean | null;
    /**
     * `active`, or `pending` or `rejected`, which cannot place calls; a value that this version does not know is kept.
     */
    status: "active" | "pending" | "rejected" | (string & {}) | null;
    /**
     * Talk time this month, in seconds.
     */
    talk_time: number | null;
    /**
     * Charge this month, in USD, as decimal digits: `"12.3400"`.
     */
    charge: string | null;
    /**
     * Outbound calls are recorded.
     */
    call_recording_enabled: boolean | null;
    /**
     * Voicemail detection.
     */
    machine_detection_enabled: boolean | null;
    /**
     * Calls are transcribed.
     */
    transcription_enabled: boolean | null;
    /**
     * Shortest call that is transcribed, in seconds.
     */
    transcription_threshold: number | null;
    /**
     * SRTP.
     */
    encrypted_media: boolean | null;
    /**
     * A credential of the trunk.
     */
    access_token: string | null;
}

/**
 * An address from which a trunk may register, with the number that Wavix gave it.
 */
export interface AllowedAddress extends Extra {
    /**
     * Number of the address; absent in the oldest documents.
     */
    id?: number;
    /**
     * An IPv4 or IPv6 address.
     */
    ip: string;
}

/**
 * An address from which a trunk may register.
 */
export interface AllowedIp {
    /**
     * A public IPv4 or IPv6 address.
     */
    ip: string;
}

/**
 * How hard a password is to guess.
 */
export interface PasswordStrength {
    /**
     * From 0 to 4. With 3 and 4 there is nothing to say against it; 4 has at least 16 characters.
     */
    score: number;
    /**
     * What speaks against it: `masked`, `short`, `few_kinds`, `repeats`, `runs`, `contains_label`,
     * `contains_callerid`.
     */
    reasons: PasswordReason[];
}

/**
 * One field that differs.
 */
export interface Difference {
    /**
     * Name of the field.
     */
    field: FieldName;
    /**
     * Its value before; `null` when it is not set.
     */
    before: unknown;
    /**
     * Its value after; `null` when it is not set.
     */
    after: unknown;
}

/**
 * One of the places to which calls to a number go.
 */
export interface NumberDestination extends Extra {
    /**
     * Number that Wavix gave it; another one after every change.
     */
    id: number;
    /**
     * A SIP address, the digits of a phone number, or the login `name` of a trunk.
     */
    destination: string;
    /**
     * The one with the lowest is tried first.
     */
    priority: number;
    /**
     * What it is: 1 a SIP address, 4 a phone number, 5 a SIP trunk.
     */
    transport: 1 | 4 | 5 | (number & {}) | null;
    /**
     * The trunk, by its number; `null` where it is none.
     */
    trunk_id: number | null;
    /**
     * Your name for that trunk.
     */
    trunk_label: string | null;
    /**
     * SRTP.
     */
    srtp: boolean | null;
}

/**
 * One page of phone numbers.
 */
export interface NumberPage extends Extra {
    /**
     * The numbers of this page; empty past the last one.
     */
    items: PhoneNumber[];
    /**
     * Where this page stands among the others.
     */
    pagination: Pagination;
}

/**
 * One page of trunks.
 */
export interface Page extends Extra {
    /**
     * The trunks of this page; empty past the last one.
     */
    sip_trunks: TrunkSummary[];
    /**
     * Where this page stands among the others.
     */
    pagination: Pagination;
}

/**
 * One thing that is wrong with a config (an error), or worth a second look (a warning).
 */
export interface Issue {
    /**
     * Where: `["call_limit"]`, `["allowed_ips", 0, "ip"]`; empty for the input as a whole.
     */
    path: (string | number)[];
    /**
     * What, for programs. Codes are stable.
     */
    code: IssueCode;
    /**
     * Whether it keeps the config from being sent.
     */
    severity: Severity;
    /**
     * What, for a person: one sentence that names the field and the remedy and never repeats a value.
     */
    message: string;
    /**
     * The numbers and names in the message, from which another language can be rendered.
     */
    params: Record<string, string | number | boolean | string[]>;
}

/**
 * The name of a field on the wire.
 */
export type FieldName = "label" | "password" | "callerid" | "ip_restrict" | "allowed_ips" | "host_request" | "didinfo_enabled" | "call_restrict" | "call_limit" | "cost_limit" | "max_call_cost" | "channels_restrict" | "max_channels" | "rewrite_enabled" | "rewrite_prefix" | "rewrite_cond" | "passthrough" | "multiple_numbers" | "call_recording_enabled" | "transcription_enabled" | "transcription_threshold" | "machine_detection_enabled" | "encrypted_media";

/**
 * The settings of a trunk, complete and normalised: the body of a create or an update.
 *
 * Validation makes one out of whatever was typed. Every switch that Wavix's 2026 documents require is sent explicitly;
 * the `Option`s are sent only when they were given. An update replaces *everything*: a field that is not sent goes back
 * to its default.
 */
export interface TrunkConfig extends Extra {
    /**
     * Your name for the trunk.
     */
    label: string;
    /**
     * Digest password. Required by every create *and* every update; Wavix never gives it back.
     */
    password: string;
    /**
     * Caller ID: an active or verified number of the account, digits with country code and no `+`, such as
     * `12121234567`; empty when many caller IDs are allowed.
     */
    callerid: string;
    /**
     * Registration only from the listed addresses.
     */
    ip_restrict: boolean;
    /**
     * Public addresses from which the trunk may register.
     */
    allowed_ips?: AllowedIp[];
    /**
     * Asks for IP authentication from a public address. Wavix reviews it by hand.
     */
    host_request?: HostRequest;
    /**
     * The dialled number is carried in the `To` header of inbound INVITEs. Default true.
     */
    didinfo_enabled: boolean;
    /**
     * Cap on the duration of a call on. Default false.
     */
    call_restrict: boolean;
    /**
     * Longest call, in seconds, at least 1 and not above the account's own cap. Ignored while `call_restrict` is false.
     */
    call_limit?: number;
    /**
     * Cap on the cost of one outbound call on. Default false.
     */
    cost_limit: boolean;
    /**
     * Highest cost of one outbound call, in USD, above 0. Ignored while `cost_limit` is false.
     */
    max_call_cost?: number;
    /**
     * Cap on concurrent outbound calls on. Default false.
     */
    channels_restrict: boolean;
    /**
     * Most concurrent outbound calls, at least 1 and not above the account's capacity. Ignored while
     * `channels_restrict` is false.
     */
    max_channels?: number;
    /**
     * Dial plan on. Default false.
     */
    rewrite_enabled: boolean;
    /**
     * Digits put in front of the dialled number.
     */
    rewrite_prefix?: string;
    /**
     * Leading digits deleted from the dialled number (2023 documents) or how many of them (2026 documents).
     */
    rewrite_cond?: string;
    /**
     * Caller ID passthrough. Wavix reviews it by hand.
     */
    passthrough?: boolean;
    /**
     * Any active or verified number of the account may be the caller ID.
     */
    multiple_numbers?: boolean;
    /**
     * Record outbound calls.
     */
    call_recording_enabled?: boolean;
    /**
     * Transcribe calls. Default false; Flex Pro.
     */
    transcription_enabled: boolean;
    /**
     * Shortest call that is transcribed, in seconds, at least 0. Default 6.
     */
    transcription_threshold: number;
    /**
     * Voicemail detection. Flex Pro.
     */
    machine_detection_enabled?: boolean;
    /**
     * SRTP.
     */
    encrypted_media?: boolean;
}

/**
 * What a caller ID says about itself.
 */
export interface CallerId {
    /**
     * Digits with the country code, as Wavix wants them: `12121234567`.
     */
    digits: string;
    /**
     * Country calling code: `1`, `44`; `null` when no code of the ITU's list begins the number.
     */
    countryCode: string | null;
    /**
     * Who has that code, in English. Several countries share `1` and `7`.
     */
    country: string | null;
    /**
     * For people: `+1 212 123 4567`, `+44 2079460018`. Only North American numbers are grouped, because elsewhere the
     * length of the area code would be a guess.
     */
    display: string;
}

/**
 * What a delete answers.
 */
export interface Deleted {
    /**
     * Always true: a refusal is an error.
     */
    success: true;
}

/**
 * What an issue is about. Stable: part of the public interface.
 */
export type IssueCode = "type" | "unknown_field" | "integer" | "range" | "required" | "blank" | "masked" | "weak_password" | "e164" | "sip_uri" | "one_of" | "country_code" | "allowed_ips_missing" | "no_effect" | "duplicate" | "ip" | "ip_not_public" | "needs_approval" | "required_when" | "above_account_limit" | "digits" | "dial_plan_empty" | "syntax" | "rejected";

/**
 * What became of a change of destinations.
 */
export interface Routed {
    /**
     * The numbers after the change; `null` where the calls before 2026 are used, which do not return them.
     */
    items: PhoneNumber[] | null;
}

/**
 * What became of a create, an update or a delete.
 */
export type Outcome = "not_sent" | "refused" | "unknown";

/**
 * What went wrong, for programs. Stable: part of the public interface.
 */
export type ErrorCode = "validation" | "configuration" | "network" | "invalid_request" | "authentication" | "permission" | "not_found" | "routed" | "conflict" | "rate_limit" | "timeout" | "aborted" | "ambiguous" | "server" | "http" | "decode" | "internal";

/**
 * Where a page stands among the others.
 */
export interface Pagination extends Extra {
    /**
     * Number of this page, from 1.
     */
    current_page?: number;
    /**
     * Trunks per page, 1 to 100.
     */
    per_page?: number;
    /**
     * Trunks in all.
     */
    total?: number;
    /**
     * Pages in all.
     */
    total_pages?: number;
}

/**
 * Whether an issue keeps a config from being sent.
 */
export type Severity = "error" | "warning";

/**
 * Which numbers, and which page of them.
 */
export interface NumberListParams {
    /**
     * Number of the page, from 1. Default 1.
     */
    page?: number;
    /**
     * Numbers per page, 1 to 100. Default 25.
     */
    per_page?: number;
    /**
     * Only numbers that hold these digits.
     */
    search?: string;
    /**
     * Only numbers with this label.
     */
    label?: string;
}

/**
 * Which page of the list.
 */
export interface ListParams {
    /**
     * Number of the page, from 1. Default 1.
     */
    page?: number;
    /**
     * Trunks per page, 1 to 100. Default 25.
     */
    per_page?: number;
}


/**
 * Manages the SIP trunks of one Wavix account. The key stays inside: neither inspecting nor serialising shows it.
 *
 * Every method takes `{ signal, timeoutMs, maxRetries, headers, onRetry }` as its last argument, and rejects with a
 * {@link WavixError}. A GET, an update, a delete and a change of numbers are tried again after a lost connection, 408, 409, 429 and 5xx; a
 * create only after 429, since Wavix cannot tell a repeated create from a second one.
 *
 * @example
 * const client = new TrunkClient({ apiKey: process.env.WAVIX_API_KEY, auth: "bearer" });
 * const page = await client.list({ page: 1, per_page: 50 });
 */
export class TrunkClient {
    free(): void;
    /**
     * Makes many trunks, some at a time. Never rejects for the sake of one item: each has its own result, in the order
     * of the items. A 429 that one meets holds back all. Handed back as `resume`, a report goes on where it ended:
     * what was made, and what may have been made, is not made again.
     *
     * @throws {WavixError} code `configuration` when an option cannot work
     * @example
     * const report = await client.createMany(list, { concurrency: 8, onProgress: ({ done, total }) => show(done / total) });
     * const again = await client.createMany(list, { resume: report });
     */
    createMany(items: readonly TrunkInput[], options?: ManyOptions<Trunk> & Omit<CreateOptions, "known">): Promise<Settled<Trunk>[]>;
    /**
     * Makes a trunk. Its settings are validated first: nothing is sent when they have errors.
     *
     * When the answer is lost, the error's `outcome` is `"unknown"`: the trunk may be there. With
     * `{ onUnknown: "reconcile" }` the client looks for it: found, it is the result; surely not there, it is made once
     * more; otherwise the error stands. This lists the trunks once before the create, unless `known` says which are old,
     * and the timeout then holds for each step.
     *
     * @returns the trunk, with the `id`, the SIP login `name` and the `access_token` that Wavix gave it
     * @throws {WavixError} code `validation`, with `issues`, when the settings have errors
     * @example
     * const trunk = await client.create({ label: "Head office", password: "correct-Horse-7", callerid: "12121234567" });
     */
    create(settings: TrunkInput, options?: CreateOptions): Call<Trunk>;
    /**
     * Removes many trunks, some at a time; otherwise as {@link TrunkClient.createMany} and {@link TrunkClient.delete}. The
     * numbers of the account are listed once.
     */
    deleteMany(ids: readonly number[], options?: ManyOptions<Deleted> & DeleteOptions): Promise<Settled<Deleted>[]>;
    /**
     * Removes a trunk for good; its calls stop routing. A trunk to which calls to phone numbers lead is not removed,
     * unless you say `{ ifRouted: "delete" }`: the numbers of the account are listed first, as far as they can be.
     *
     * @throws {WavixError} code `not_found` when there is no such trunk, `routed`, with the `numbers`, when calls lead to
     * it
     */
    delete(id: number, options?: DeleteOptions): Call<Deleted>;
    /**
     * One trunk. Its password is never returned.
     *
     * @throws {WavixError} code `not_found` when there is no such trunk
     */
    get(id: number, options?: CallOptions): Call<Trunk>;
    /**
     * All trunks, one by one, none of them twice: `for await (const trunk of client.listAll()) …`. Otherwise as
     * {@link TrunkClient.pages}.
     *
     * @param params the page to begin with (default 1) and how many trunks on each, 1 to 100 (default 100)
     * @example
     * for await (const trunk of client.listAll()) console.log(trunk.label, trunk.status);
     */
    listAll(params?: ListParams | null, options?: CallOptions): AsyncGenerator<TrunkSummary, void, void>;
    /**
     * One page of trunks. A page past the last one is empty.
     *
     * @param params which page, from 1, and how many trunks on it, 1 to 100 (default 25)
     * @example
     * const { sip_trunks, pagination } = await client.list({ page: 2, per_page: 100 });
     */
    list(params?: ListParams | null, options?: CallOptions): Call<Page>;
    /**
     * A client for one account.
     *
     * @throws {WavixError} code `configuration` when an option is missing or cannot work
     */
    constructor(options: ClientOptions);
    /**
     * All trunks, page by page: `for await (const page of client.pages()) …`. The next page is fetched while one is
     * worked on. It ends at a short, empty or repeated page; `break` and the signal end it too.
     *
     * @param params the page to begin with (default 1) and how many trunks on each, 1 to 100 (default 100)
     */
    pages(params?: ListParams | null, options?: CallOptions): AsyncGenerator<Page, void, void>;
    /**
     * Changes some settings of a trunk and keeps the others: reads it, puts the changes over it and updates it. The
     * password is needed, since an update replaces everything and Wavix never gives the password back. An update that
     * somebody else makes between the reading and the writing is overwritten.
     *
     * @throws {WavixError} code `configuration` when the password is missing or masked: nothing was sent
     * @example
     * await client.patch(trunk.id, { call_restrict: true, call_limit: 3600 }, { password: "correct-Horse-7" });
     */
    patch(id: number, changes: Partial<TrunkInput>, options: PatchOptions): Call<Trunk>;
    /**
     * What {@link TrunkClient.patch} would change, field by field, without changing it. The password is not compared.
     *
     * @example
     * await client.preview(trunk.id, { call_limit: 60 }); // [{ field: "call_limit", before: 3600, after: 60 }]
     */
    preview(id: number, changes: Partial<TrunkInput>, options?: CallOptions): Call<Difference[]>;
    /**
     * Replaces every setting of a trunk: what is left out goes back to its default, and the password is needed again.
     * {@link TrunkClient.patch} keeps the other settings.
     *
     * @throws {WavixError} code `validation`, with `issues`, when the settings have errors
     */
    update(id: number, settings: TrunkInput, options?: CallOptions): Call<Trunk>;
    /**
     * The phone numbers of the account, and the trunks to which calls to them lead.
     *
     * @example
     * await client.numbers.routeToTrunk(ids, trunk.id);
     */
    readonly numbers: PhoneNumbers;
}

/**
 * Reads a caller ID as people write it: its digits, its country calling code, and how to show it. Never throws.
 *
 * @returns `null` when it is not an E.164 number; {@link validateField} says why
 * @example
 * describeCallerId("+1 (212) 123-4567");
 * // { digits: "12121234567", countryCode: "1", country: "North America and the Caribbean", display: "+1 212 123 4567" }
 */
export function describeCallerId(value: unknown): CallerId | null;

/**
 * A password that nobody can guess, from `crypto.getRandomValues`: letters, digits and `-`, `_`, `.`, which no PBX's
 * configuration file takes for anything else.
 *
 * @throws {WavixError} code `configuration` when `length` is not from 12 to 64, or the runtime has no `crypto`
 * @example
 * const password = generatePassword({ length: 24 });
 * passwordStrength(password).score; // 4
 */
export function generatePassword(options?: PasswordOptions): string;

/**
 * How hard a password is to guess: the same judgement as the warning `weak_password`. Takes anything and never throws.
 *
 * @param password what somebody typed
 * @param context the trunk that it is for, whose label and caller ID must not be part of it
 * @example
 * passwordStrength("Branch-2026", { label: "Branch" }); // { score: 1, reasons: ["short", "contains_label"] }
 */
export function passwordStrength(password: unknown, context?: PasswordContext): PasswordStrength;

/**
 * Judges where calls to phone numbers are to go, by the rules of Wavix's documents. Takes anything and never throws.
 *
 * @param destinations the whole list of destinations of a number
 * @returns `ok`, the list as it is sent, and what is wrong with it, at `["destinations", index, name]`
 * @example
 * const { value } = validateDestinations([{ transport: 4, destination: "+1 (212) 123-4567" }]);
 * value; // [{ destination: "12121234567", priority: 1, transport: 4 }]
 */
export function validateDestinations(destinations: unknown): DestinationsReport;

/**
 * Judges one field as somebody types, given the rest of the form. Takes anything and never throws; a name that is no
 * field's is one issue.
 *
 * @param name which field
 * @param value what it holds, before it is part of the form
 * @param options how it is judged; `context` is the rest of the form
 * @returns what there is to say about this field, and nothing about the others
 * @example
 * const issues = validateField("call_limit", "", { context: { call_restrict: "on" }, coerce: true });
 * issues.at(0)?.message; // "Longest call is missing: enter it, or turn off “Limit call duration”."
 */
export function validateField(name: FieldName | (string & {}), value: unknown, options?: ValidateFieldOptions): Issue[];

/**
 * Judges the settings of a trunk by the rules of Wavix's documents. Takes anything and never throws: objects, a `Map`,
 * what a form holds (`FormData`, `URLSearchParams`), and whatever else somebody comes up with.
 *
 * @param input settings of a trunk, or whatever somebody typed
 * @param options how strictly, against what, and in which language they are judged
 * @returns `ok`, the complete and normalised settings, and what is wrong or worth a second look
 * @example
 * const report = validateTrunk({ label: "Fax", password: "********", callerid: "12121234567" });
 * report.ok; // false
 * report.issues.at(0); // { path: ["password"], code: "masked", severity: "error", message: "…", params: {} }
 */
export function validateTrunk(input: unknown, options?: ValidateOptions): Report;


/** How the rows of a file are written. */
export type BulkFormat = "json" | "ndjson" | "csv";

/** How many trunks at once are read and judged. */
export interface BulkOptions extends ValidateOptions {
  /**
   * `"json"` is one array, `"ndjson"` an object on each line (or with any white space between them), `"csv"` cells under
   * a first line that names the fields. Default: by the first character, `[`, `{` or anything else.
   */
  format?: BulkFormat;
  /** How many rows with issues a report keeps; its counts are complete all the same. Default 10,000. */
  maxRows?: number;
}

/** How a stream is read. */
export interface BulkStreamOptions extends BulkOptions {
  /** Called after each chunk with what has been read so far. */
  onProgress?: (progress: { bytes: number; rows: number }) => void;
  /** Ends the reading: it rejects with an {@link AbortError} whose `cause` is the signal's reason. */
  signal?: AbortSignal | null;
}

/** Bytes as they arrive: `response.body`, `file.stream()`, `createReadStream(path)` of Node; or chunks that are there. */
export type TrunkSource = ReadableStream<Uint8Array> | AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** A row about which there is something to say. */
export interface BulkRow {
  /** Which one, from 1. The first line of a CSV file is no row. */
  row: number;
  /** The line on which it begins, from 1. */
  line: number;
  /** It can be sent. */
  ok: boolean;
  /** Errors and warnings; of more than 100 the first 100. */
  issues: Issue[];
}

/** A row of a file, whatever there is to say about it. */
export type TrunkRow = BulkRow &
  (
    | {
        ok: true;
        /** The settings, complete and normalised. */
        value: TrunkConfig;
      }
    | { ok: false; value?: undefined }
  );

/** Counts, and what is wrong with the file itself. */
export interface BulkSummary {
  /** Everything was read, and every row can be sent. */
  ok: boolean;
  /** How the rows are written; `null` for a file in which there is nothing. */
  format: BulkFormat | null;
  /** How many rows there are. */
  total: number;
  /** How many of them can be sent. */
  valid: number;
  /** How many of them cannot. */
  invalid: number;
  /** How many of them have warnings. */
  warnings: number;
  /** Where reading stopped before the end, and why: one issue of code `syntax`. What came before it has been judged. */
  issues: Issue[];
}

/** What came out of a validation of many. */
export interface BulkReport extends BulkSummary {
  /** The rows with issues, the first {@link BulkOptions.maxRows} of them. */
  rows: BulkRow[];
  /** There are more rows with issues than were kept. */
  truncated: boolean;
}

/**
 * Judges every trunk of a file: a JSON array, NDJSON or CSV. A row that cannot be read is one issue with its line and
 * column, and the others are judged all the same. A label or a `host_request.host` that an earlier row has is a warning.
 * Never throws, whatever the file holds; no issue quotes it.
 *
 * @throws {ConfigurationError} when `data` is neither bytes nor text
 * @example
 * const report = validateTrunks("label,password,callerid\nFax,********,12121234567\n");
 * report.invalid; // 1
 * report.rows[0]; // { row: 1, line: 2, ok: false, issues: [{ path: ["password"], code: "masked", … }] }
 */
export function validateTrunks(data: Uint8Array | string, options?: BulkOptions): BulkReport;

/**
 * The same for a file of any size, as it arrives. What it keeps of each row is up to 30 bytes for its label, to find
 * duplicates, and its issues up to {@link BulkOptions.maxRows} rows.
 *
 * @throws {AbortError} when the signal fires; what the stream throws is thrown as it is
 * @example
 * const report = await validateTrunkStream(file.stream(), { onProgress: ({ bytes }) => (bar.value = bytes) });
 */
export function validateTrunkStream(stream: TrunkSource, options?: BulkStreamOptions): Promise<BulkReport>;

/**
 * Every row of a file with its config, in batches as they arrive: for an import. The generator returns the summary.
 *
 * @throws {AbortError} when the signal fires; what the stream throws is thrown as it is
 * @example
 * for await (const rows of readTrunks(file.stream())) {
 *   for (const row of rows) if (row.ok) await client.create(row.value);
 * }
 */
export function readTrunks(
  stream: TrunkSource,
  options?: BulkStreamOptions,
): AsyncGenerator<TrunkRow[], BulkSummary, undefined>;

/**
 * Everything that can go wrong, told apart by `code` or by class. No message, issue, header or cause of it ever holds
 * the API key, a password or an access token.
 *
 * @example
 * try {
 *   await client.create(settings);
 * } catch (error) {
 *   if (error instanceof ValidationError) show(error.issues);
 *   else if (error instanceof WavixError && error.outcome === "unknown") show("look before you repeat it");
 *   else throw error;
 * }
 */
export class WavixError extends Error {
  /** For tests of your own code: the package makes its errors itself. */
  constructor(
    message: string,
    details: {
      code: ErrorCode;
      status?: number;
      headers?: Record<string, string>;
      requestId?: string;
      issues?: Issue[];
      outcome?: Outcome;
      retryable?: boolean;
      attempts?: number;
      candidates?: number[];
      numbers?: { id: number; number: string }[];
      cause?: unknown;
    },
  );
  /** What kind of error it is. */
  readonly code: ErrorCode;
  /** The HTTP status, when the server answered. */
  readonly status?: number;
  /** The headers of the answer by name in lower case, without cookies; empty when there was none. Not enumerable. */
  readonly headers: Readonly<Record<string, string>>;
  /** The server's name for the request, to quote when asking Wavix about it. */
  readonly requestId?: string;
  /** What is wrong with which field: found before sending, or told by the server. */
  readonly issues: Issue[];
  /** What became of a create, an update or a delete: `"unknown"` means that it may have happened. */
  readonly outcome?: Outcome;
  /** Whether making the same call again may help and can do no harm. */
  readonly retryable: boolean;
  /** How many requests were sent. */
  readonly attempts: number;
  /** The trunks that could be the result of a create, when there are several. */
  readonly candidates?: number[];
  /** The phone numbers whose calls lead to the trunk that was to be deleted. */
  readonly numbers?: { id: number; number: string }[];
  /** Everything but the stack, the headers and the cause, for `JSON.stringify`. */
  toJSON(): Record<string, unknown>;
}

/**
 * Whether something is an error of this package, and of a certain kind. Unlike `instanceof` it also recognises the errors
 * of another copy of it: of a bundle, of another window.
 *
 * @example
 * if (isWavixError(error, "rate_limit")) show(error.headers["retry-after"]);
 */
export function isWavixError(error: unknown): error is WavixError;
export function isWavixError<Code extends ErrorCode>(error: unknown, code: Code): error is WavixError & { code: Code };

/**
 * The settings have errors, named in `issues`; nothing was sent.
 *
 * @example
 * if (error instanceof ValidationError) for (const { path, message } of error.issues) show(`${path.join(".")}: ${message}`);
 */
export class ValidationError extends WavixError {
  readonly code: "validation";
}
/**
 * An option is missing or cannot work; nothing was sent.
 *
 * @example
 * if (error instanceof ConfigurationError) throw error; // a mistake in the program: no repeating helps
 */
export class ConfigurationError extends WavixError {
  readonly code: "configuration";
}
/**
 * 400 or 422: the server refused a parameter, named in `issues` when the server named it.
 *
 * @example
 * if (error instanceof InvalidRequestError) console.error(error.message, error.issues, error.requestId);
 */
export class InvalidRequestError extends WavixError {
  readonly code: "invalid_request";
}
/**
 * 401: the server does not know the API key.
 *
 * @example
 * if (error instanceof AuthenticationError) console.error("Is WAVIX_API_KEY right?");
 */
export class AuthenticationError extends WavixError {
  readonly code: "authentication";
}
/**
 * 403, or 404 with the words of 403: trunks, or phone numbers, are not provisioned for the account.
 *
 * @example
 * if (error instanceof PermissionError) console.error("Ask Wavix to switch trunks on for the account.");
 */
export class PermissionError extends WavixError {
  readonly code: "permission";
}
/**
 * 404: there is no such trunk or phone number, or nothing at all at this address.
 *
 * @example
 * const trunk = await client.get(7).catch((error) => {
 *   if (error instanceof NotFoundError) return undefined;
 *   throw error;
 * });
 */
export class NotFoundError extends WavixError {
  readonly code: "not_found";
}
/**
 * Calls to phone numbers, named in `numbers`, lead to the trunk; it was not deleted.
 *
 * @example
 * if (error instanceof RoutedError) console.error("Route these first:", error.numbers);
 */
export class RoutedError extends WavixError {
  readonly code: "routed";
}
/**
 * 409: the request conflicts with another one.
 *
 * @example
 * if (error instanceof ConflictError) console.error("Somebody else is changing it:", error.message);
 */
export class ConflictError extends WavixError {
  readonly code: "conflict";
}
/**
 * 429: too many requests.
 *
 * @example
 * if (error instanceof RateLimitError) show(error.headers["retry-after"]);
 */
export class RateLimitError extends WavixError {
  readonly code: "rate_limit";
}
/**
 * 5xx: the server failed.
 *
 * @example
 * if (error instanceof ServerError && error.outcome === "unknown") show(`look for ${settings.label} before you repeat it`);
 */
export class ServerError extends WavixError {
  readonly code: "server";
}
/**
 * The time for the call ran out, or 408.
 *
 * @example
 * if (error instanceof TimeoutError && error.retryable) show("try it again later");
 */
export class TimeoutError extends WavixError {
  readonly code: "timeout";
}
/**
 * The caller ended the call; `cause` is the reason of the signal.
 *
 * @example
 * if (error instanceof AbortError) show(error.cause); // the reason that somebody gave the signal
 */
export class AbortError extends WavixError {
  readonly code: "aborted";
}
/**
 * No answer: the connection failed.
 *
 * @example
 * if (error instanceof NetworkError) console.error(error.message, error.cause);
 */
export class NetworkError extends WavixError {
  readonly code: "network";
}
/**
 * A successful answer that is not what the documents describe, or is too large.
 *
 * @example
 * if (error instanceof DecodeError) console.error("Is there a proxy in between?", error.status, error.headers["content-type"]);
 */
export class DecodeError extends WavixError {
  readonly code: "decode";
}
/**
 * A create may have happened, and more than one new trunk, named in `candidates`, could be its result.
 *
 * @example
 * if (error instanceof AmbiguousError) for (const id of error.candidates ?? []) show(await client.get(id));
 */
export class AmbiguousError extends WavixError {
  readonly code: "ambiguous";
}
/**
 * A bug of this package; it goes on working.
 *
 * @example
 * if (error instanceof InternalError) show(error.message); // and please tell us
 */
export class InternalError extends WavixError {
  readonly code: "internal";
}

/** Settings as a form holds them, where everything may be text: for `coerce`. */
export type TrunkFormInput = { [Name in FieldName]?: TrunkInput[Name] | string | null };

/**
 * The rules as a Standard Schema v1 and a Standard JSON Schema v1 (https://standardschema.dev): what react-hook-form,
 * TanStack Form, Conform, tRPC, Hono and others take.
 */
export interface TrunkSchema<Input = TrunkInput> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: string;
    /** Judges anything. Only errors are issues; with `strict` warnings are, too. Never throws. */
    readonly validate: (
      value: unknown,
    ) => { readonly value: TrunkConfig; readonly issues?: undefined } | { readonly issues: readonly Issue[] };
    /** The JSON Schemas of what goes in and of what comes out, for the targets `draft-2020-12` and `draft-07`. */
    readonly jsonSchema: {
      readonly input: (options: { readonly target: string }) => Record<string, unknown>;
      readonly output: (options: { readonly target: string }) => Record<string, unknown>;
    };
    readonly types?: { readonly input: Input; readonly output: TrunkConfig } | undefined;
  };
  /**
   * The same schema with other options.
   *
   * @example
   * const formSchema = trunkSchema.with({ coerce: true, limits: { max_channels: 10 } });
   */
  with<Options extends ValidateOptions>(
    options: Options,
  ): TrunkSchema<Options extends { coerce: true } ? TrunkFormInput : Input>;
}

/**
 * Settings of a trunk as a Standard Schema. What it gives back is complete and normalised.
 *
 * @example
 * import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";
 *
 * const resolver = standardSchemaResolver(trunkSchema); // for useForm({ resolver }) of react-hook-form
 */
export const trunkSchema: TrunkSchema;

/** A field of a trunk's settings: what a form needs to know to draw it. */
export interface TrunkField {
  /** Name on the wire, and in a form. */
  readonly name: FieldName;
  /** What kind of value it holds. `whole` is a whole number, `amount` an amount of money, `host` one address in `{ host }`. */
  readonly kind: "text" | "phone_number" | "digits" | "switch" | "whole" | "amount" | "addresses" | "host";
  /** Name for a person, in English. */
  readonly label: string;
  /** One or two sentences for a person, in English, under the field. */
  readonly help: string;
  /** It must be there. */
  readonly required: boolean;
  /** It need not be there when one of these switches is on. */
  readonly requiredUnless?: readonly FieldName[];
  /** It must be there when this switch is on. */
  readonly requiredWhen?: FieldName;
  /** What is sent when it is not given. */
  readonly default?: boolean | number;
  /** The switch without which it has no effect. */
  readonly dependsOn?: FieldName;
  /** What a number counts: `seconds`, `USD`, `calls`. */
  readonly unit?: string;
  /** The least value of a number. */
  readonly min?: number;
  /** A number must be above this. */
  readonly exclusiveMin?: number;
  /** The greatest value of a number; your account's own limit may be lower. */
  readonly max?: number;
  /** Regular expression for the whole text as people type it: HTML's `pattern`. */
  readonly pattern?: string;
  /** Never show it, never log it. */
  readonly secret: boolean;
  /** HTML's type of input, or `textarea`. */
  readonly type: "text" | "password" | "tel" | "number" | "checkbox" | "textarea";
  /** HTML's `inputmode`: which keyboard a phone shows. */
  readonly inputMode?: "text" | "tel" | "numeric" | "decimal";
  /** HTML's `autocomplete`. */
  readonly autocomplete: "new-password" | "off";
  /** The document of Wavix's that first has it: the overview of 2023, the reference pages, or the OpenAPI file of 2026. */
  readonly since: "overview" | "reference" | "open_api";
}

/**
 * Every field of a trunk's settings, in the order of Wavix's documents. Frozen.
 *
 * @example
 * for (const { name, label, type } of trunkFields) show(`<label>${label} <input name="${name}" type="${type}"></label>`);
 */
export const trunkFields: readonly TrunkField[];

/**
 * JSON Schema (2020-12) of the settings that {@link validateTrunk} accepts without `coerce`: everything that a schema can
 * express of the rules' errors. A new object each time.
 *
 * @example
 * import { Ajv2020 } from "ajv/dist/2020.js";
 *
 * const accepts = new Ajv2020().compile(trunkJsonSchema());
 *
 * @param side `"output"` for what `validateTrunk` gives back, complete and normalised. Default `"input"`
 */
export function trunkJsonSchema(side?: "input" | "output"): Record<string, unknown>;
