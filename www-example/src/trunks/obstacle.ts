// Why a trunk still stands although somebody wants it gone: calls to phone numbers lead to it, or nobody can tell.

import { describeCallerId, isWavixError } from "wavix-trunks/slim";

export interface Obstacle {
  /** The numbers whose calls lead to the trunk, written for people; none when the API does not tell which do. */
  numbers: string[];
}

export function obstacleOf(error: unknown): Obstacle | undefined {
  if (!isWavixError(error)) return undefined;
  if (error.code === "routed") {
    return { numbers: (error.numbers ?? []).map(({ number = "" }) => describeCallerId(number)?.display ?? number) };
  }
  // What refuses the delete itself has been sent.
  return error.code === "permission" && error.outcome === "not_sent" ? { numbers: [] } : undefined;
}
