import type { ErrorCode, Issue, Outcome } from "wavix-trunks";

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
