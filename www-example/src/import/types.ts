// What goes between the page and its worker.

import type { BulkReport, ErrorCode } from "wavix-trunks/slim";

export type Checked = BulkReport;

export interface CheckProgress {
  bytes: number;
  rows: number;
}

/** What became of a row. `skipped`: it has errors, or its label is taken. `unknown`: it may have been created. */
export type OutcomeStatus = "created" | "skipped" | "failed" | "unknown";

export interface Outcome {
  row: number;
  line: number;
  label: string;
  status: OutcomeStatus;
  /** The login name of what was created. */
  name?: string;
  /** Why not, in English when the server said it. */
  reason?: string;
}

/** What became of each row, or why none was begun. */
export type Ended = { outcomes: Outcome[] } | { code: ErrorCode; message: string };
