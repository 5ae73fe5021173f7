// Creates the trunks of a file, some at a time, so that it can be paused, cancelled, and gone on with. What was created,
// and what may have been created, is not created again.

import {
  isWavixError,
  type Language,
  readTrunks,
  type TrunkClient,
  type TrunkRow,
  type WavixError,
} from "wavix-trunks/slim";
import { answering } from "./answering";
import type { Outcome, OutcomeStatus } from "./types";

export interface CreationOptions {
  /** Calls under way at the same time. */
  concurrency: number;
  /** Rows whose label a trunk already has are left out. Whoever goes on leaves it as it was. */
  skipTaken: boolean;
  /** The language of what is said about errors; English without it. */
  language: Language | undefined;
  /** Why a row without errors is left out. */
  taken: string;
}

export type CreationProgress = Record<OutcomeStatus, number>;

/** So many go to `createMany` at once. A pause or a cancel waits for them, so that none is left half done. */
const TURN = 20;

export class Creation {
  private readonly outcomes = new Map<number, Outcome>();
  /** Labels that trunks had before the first row was created: what is gone on with is held against the same. */
  private taken: Set<string> | undefined;
  private cancelled = false;
  private pausing: { promise: Promise<void>; end: () => void } | undefined;

  pause(): void {
    if (this.pausing) return;
    let end = () => {};
    const promise = new Promise<void>((resolve) => {
      end = resolve;
    });
    this.pausing = { promise, end };
  }

  resume(): void {
    this.pausing?.end();
    this.pausing = undefined;
  }

  cancel(): void {
    this.cancelled = true;
    this.resume();
  }

  async run(
    file: Blob,
    client: TrunkClient,
    options: CreationOptions,
    onProgress: (progress: CreationProgress) => void,
  ): Promise<Outcome[]> {
    this.cancelled = false;
    // Pressed when there was nothing left to wait for.
    this.resume();
    this.taken ??= options.skipTaken ? await labelsOf(client) : new Set();
    const { taken } = this;
    let turn: (TrunkRow & { ok: true })[] = [];
    const work = async () => {
      await this.pausing?.promise;
      if (!this.cancelled) await this.create(turn, client, options.concurrency, () => onProgress(this.counts()));
      onProgress(this.counts());
      turn = [];
    };
    const { language } = options;
    for await (const rows of readTrunks(answering(file), language && { language })) {
      for (const row of rows) {
        if (this.isSettled(row.row)) continue;
        if (!row.ok) this.note(row, "skipped", "", firstError(row));
        else if (taken.has(row.value.label)) this.note(row, "skipped", row.value.label, options.taken);
        else if (turn.push(row) === TURN) await work();
        if (this.cancelled) return this.report();
      }
    }
    await work();
    return this.report();
  }

  private async create(
    rows: (TrunkRow & { ok: true })[],
    client: TrunkClient,
    concurrency: number,
    onProgress: () => void,
  ): Promise<void> {
    const settled = await client.createMany(
      rows.map(({ value }) => value),
      { concurrency },
    );
    for (const [index, row] of rows.entries()) {
      const result = settled[index];
      if (result?.status === "fulfilled") this.note(row, "created", row.value.label, undefined, result.value.name);
      else if (result) this.note(row, statusOf(result.reason), row.value.label, reasonOf(result.reason));
    }
    onProgress();
  }

  private note(row: TrunkRow, status: OutcomeStatus, label: string, reason?: string, name?: string): void {
    const { row: number, line } = row;
    const more = { ...(reason !== undefined && { reason }), ...(name !== undefined && { name }) };
    this.outcomes.set(number, { row: number, line, label, status, ...more });
  }

  private isSettled(row: number): boolean {
    const status = this.outcomes.get(row)?.status;
    return status === "created" || status === "unknown";
  }

  private counts(): CreationProgress {
    const counts: CreationProgress = { created: 0, skipped: 0, failed: 0, unknown: 0 };
    for (const { status } of this.outcomes.values()) counts[status] += 1;
    return counts;
  }

  private report(): Outcome[] {
    return [...this.outcomes.values()].sort((one, other) => one.row - other.row);
  }
}

async function labelsOf(client: TrunkClient): Promise<Set<string>> {
  const labels = new Set<string>();
  for await (const { label } of client.listAll()) labels.add(label);
  return labels;
}

const firstError = (row: TrunkRow): string => row.issues.find(({ severity }) => severity === "error")?.message ?? "";

function statusOf(error: WavixError): OutcomeStatus {
  return error.outcome === "unknown" ? "unknown" : "failed";
}

function reasonOf(error: WavixError): string {
  return isWavixError(error, "invalid_request") && error.issues[0] ? error.issues[0].message : error.message;
}
