// @ts-check
// The errors that this package throws. Written by hand, because a class made by wasm-bindgen is not
// an Error: it has no stack, and `instanceof Error` is false.

/**
 * What is known of an error besides its message.
 *
 * @typedef {object} Details
 * @property {string} code what kind of error it is
 * @property {number} [status] the HTTP status, when the server answered
 * @property {Record<string, string>} [headers] the headers of the answer
 * @property {string} [requestId] the server's name for the request
 * @property {unknown[]} [issues] what is wrong with which field
 * @property {string} [outcome] what became of a create, an update or a delete
 * @property {boolean} [retryable] whether the same call may help and can do no harm
 * @property {number} [attempts] how many requests were sent
 * @property {number[]} [candidates] trunks that could be the result of a create
 * @property {{ id?: number, number?: string }[]} [numbers] phone numbers whose calls lead to the trunk
 * @property {unknown} [cause] what brought it about
 */

/** Everything that can go wrong, told apart by `code` or by class. */
export class WavixError extends Error {
  /**
   * @param {string} message a sentence for a person
   * @param {Details} details
   */
  constructor(
    message,
    { code, status, headers, requestId, issues, outcome, retryable, attempts, candidates, numbers, cause },
  ) {
    // Only an error that has a cause gets the property: `cause: undefined` is printed.
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.issues = issues ?? [];
    this.retryable = retryable ?? false;
    this.attempts = attempts ?? 0;
    if (status !== undefined) this.status = status;
    if (requestId !== undefined) this.requestId = requestId;
    if (outcome !== undefined) this.outcome = outcome;
    if (candidates !== undefined) this.candidates = candidates;
    // The whole numbers are a screenful.
    if (numbers !== undefined) this.numbers = numbers.map(({ id, number }) => ({ id, number }));
    // Of use to programs and a screenful to people: not printed.
    Object.defineProperty(this, "headers", { value: headers ?? {}, enumerable: false });
  }

  /** What JSON keeps of an error: everything but the stack, the headers and the cause. */
  toJSON() {
    return Object.assign({ name: this.name, message: this.message }, this);
  }
}

/** Known to every copy of this package, so that a guard of one recognises the errors of another. */
const BRAND = Symbol.for("wavix-trunks.error");
Object.defineProperty(WavixError.prototype, BRAND, { value: true });

/**
 * Whether something is an error of this package, and of a certain kind. Unlike `instanceof` it also recognises the errors
 * of another copy of it: of a bundle, of another window.
 *
 * @param {unknown} error
 * @param {string} [code]
 */
export function isWavixError(error, code) {
  if (typeof error !== "object" || error === null || !(BRAND in error)) return false;
  return code === undefined || ("code" in error && error.code === code);
}

/** The settings have errors, named in `issues`; nothing was sent. */
export class ValidationError extends WavixError {}
/** An option is missing or cannot work; nothing was sent. */
export class ConfigurationError extends WavixError {}
/** 400 or 422: the server refused a parameter, named in `issues` when the server named it. */
export class InvalidRequestError extends WavixError {}
/** 401: the server does not know the API key. */
export class AuthenticationError extends WavixError {}
/** 403, or 404 with the words of 403: trunks, or phone numbers, are not provisioned for the account. */
export class PermissionError extends WavixError {}
/** 404: there is no such trunk or phone number, or nothing at all at this address. */
export class NotFoundError extends WavixError {}
/** Calls to phone numbers, named in `numbers`, lead to the trunk; it was not deleted. */
export class RoutedError extends WavixError {}
/** 409: the request conflicts with another one. */
export class ConflictError extends WavixError {}
/** 429: too many requests. */
export class RateLimitError extends WavixError {}
/** 5xx: the server failed. */
export class ServerError extends WavixError {}
/** The time for the call ran out, or 408. */
export class TimeoutError extends WavixError {}
/** The caller ended the call; `cause` is the reason of the signal. */
export class AbortError extends WavixError {}
/** No answer: the connection failed. */
export class NetworkError extends WavixError {}
/** A successful answer that is not what the documents describe, or is too large. */
export class DecodeError extends WavixError {}
/** A create may have happened, and more than one new trunk, named in `candidates`, could be its result. */
export class AmbiguousError extends WavixError {}
/** A bug of this package; it goes on working. */
export class InternalError extends WavixError {}

/** @type {Record<string, typeof WavixError>} */
const CLASSES = {
  validation: ValidationError,
  configuration: ConfigurationError,
  invalid_request: InvalidRequestError,
  authentication: AuthenticationError,
  permission: PermissionError,
  not_found: NotFoundError,
  routed: RoutedError,
  conflict: ConflictError,
  rate_limit: RateLimitError,
  server: ServerError,
  timeout: TimeoutError,
  aborted: AbortError,
  network: NetworkError,
  decode: DecodeError,
  ambiguous: AmbiguousError,
  internal: InternalError,
};

// Written out, since minifiers rename classes; on the prototypes, as the built-in errors have it:
// own properties are printed after the stack.
const NAMES = {
  WavixError,
  ValidationError,
  ConfigurationError,
  InvalidRequestError,
  AuthenticationError,
  PermissionError,
  NotFoundError,
  RoutedError,
  ConflictError,
  RateLimitError,
  ServerError,
  TimeoutError,
  AbortError,
  NetworkError,
  DecodeError,
  AmbiguousError,
  InternalError,
};
for (const [name, { prototype }] of Object.entries(NAMES)) {
  Object.defineProperty(prototype, "name", { value: name, configurable: true, writable: true });
}

/**
 * The error of the class that belongs to the code.
 *
 * @param {string} message
 * @param {string} details what else is known, as JSON
 * @param {unknown} cause
 */
export function errorSaid(message, details, cause) {
  /** @type {Details} */
  const known = { ...JSON.parse(details), cause };
  return new (CLASSES[known.code] ?? WavixError)(message, known);
}
