import type { ErrorCode, Issue } from "wavix-trunks";

/**
 * Everything that can go wrong, told apart by `code`. No message, issue or cause of it ever holds
 * the API key, a password or an access token.
 */
export class WavixError extends Error {
  constructor(
    message: string,
    details: { code: ErrorCode; status?: number; issues?: Issue[]; requestId?: string; cause?: unknown },
  );
  /** What kind of error it is. */
  readonly code: ErrorCode;
  /** The HTTP status, when the server answered. */
  readonly status?: number;
  /** What is wrong with which field: found before sending, or told by the server. */
  readonly issues: Issue[];
  /** The server's name for the request, to quote when asking Wavix about it. */
  readonly requestId?: string;
}
