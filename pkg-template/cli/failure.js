// @ts-check
// What went wrong, in words for a person that say what to do next, and as an exit code for a program.

import { isWavixError } from "wavix-trunks";
import { issueLine } from "./print.js";

export const EXIT = Object.freeze({ done: 0, error: 1, usage: 2, validation: 3, changes: 4 });

/** It was called in a way that cannot work. */
export class Usage extends Error {}

/** What was asked for has been judged and found wanting; everything is said already. */
export class Verdict extends Error {
  /** @param {number} code */
  constructor(code) {
    super();
    this.code = code;
  }
}

/** @type {Partial<Record<import("wavix-trunks").ErrorCode, string>>} */
const REMEDIES = {
  authentication: "Check the key in WAVIX_API_KEY; Wavix shows it under API keys. --auth bearer sends it as a header.",
  permission: "SIP trunks by API need a Flex Pro account: ask Wavix to switch them on.",
  not_found: "`wavix-trunks list` shows which trunks there are, `wavix-trunks numbers list` which phone numbers.",
  network: "Check the connection, and --base-url if you gave one.",
  timeout: "Try again, or allow more by --timeout.",
  rate_limit: "Wait a minute, or work on fewer at a time by --concurrency.",
  server: "Try again later; Wavix's status page may know more.",
  conflict: "Run it again, and look at the plan before you say yes.",
  routed: "Route these numbers to another trunk by `wavix-trunks numbers route`, or add --if-routed delete.",
  ambiguous: "Look at these trunks, and delete the one that is too many.",
  internal: "This is a bug of wavix-trunks: please report it.",
};

/** @param {import("wavix-trunks").WavixError} error */
function remedies(error) {
  const lines = error.issues.map((issue) => `  ${issueLine(issue)}`);
  if (error.candidates) lines.push(`Candidates: ${error.candidates.join(", ")}`);
  if (error.outcome === "unknown")
    lines.push("It may have happened: look at `wavix-trunks list` before you repeat it.");
  const remedy = REMEDIES[error.code];
  if (remedy) lines.push(remedy);
  if (error.requestId) lines.push(`Request ${error.requestId}`);
  return lines;
}

/** @param {unknown} error */
const isSystem = (error) => error instanceof Error && "syscall" in error && "code" in error;

/**
 * @param {unknown} error
 * @returns {{ lines: string[], code: number }}
 */
export function told(error) {
  if (error instanceof Verdict) return { lines: [], code: error.code };
  if (error instanceof Usage) return { lines: [`error: ${error.message}`], code: EXIT.usage };
  if (isWavixError(error)) {
    const code = error.code === "validation" ? EXIT.validation : EXIT.error;
    return { lines: [`error: ${error.message}`, ...remedies(error)], code };
  }
  // A file that is not there says so itself; anything else is a bug, whose stack somebody will need.
  const text =
    error instanceof Error ? ((isSystem(error) ? error.message : error.stack) ?? error.message) : String(error);
  return { lines: [`error: ${text}`], code: EXIT.error };
}
