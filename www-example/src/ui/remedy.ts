// What to do about an error of the client, for somebody in front of the page.

import { isWavixError } from "wavix-trunks/slim";
import type { Words } from "../words/english";

export interface Remedy {
  title: string;
  advice: string;
  /** Whether another address or key may help. */
  settings: boolean;
}

export function remedyFor(error: unknown, address: string, { failure }: Words): Remedy {
  const of = ([title, advice]: readonly [string, string], settings = false) => ({
    title,
    advice: advice.replace("{address}", address),
    settings,
  });
  switch (isWavixError(error) ? error.code : undefined) {
    case "network":
      return navigator.onLine ? of(failure.network, true) : of(failure.offline);
    case "timeout":
      return of(failure.timeout);
    case "authentication":
      return of(failure.authentication, true);
    case "permission":
      return of(failure.permission, true);
    case "not_found":
      return of(failure.notFound);
    case "rate_limit":
      return of(failure.rateLimit);
    case "validation":
    case "invalid_request":
      return of(failure.invalidRequest);
    case "conflict":
      return of(failure.conflict);
    case "decode":
    case "http":
      // By this a relay says that its own key was refused.
      return isWavixError(error) && error.status === 424
        ? of(failure.authentication, true)
        : of(failure.notWavix, true);
    case "aborted":
      return of(failure.aborted);
    default:
      return of(failure.other);
  }
}
