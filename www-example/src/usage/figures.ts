// Sums over trunks. Money is added up as whole ten-thousandths of a dollar, since 0.1 + 0.2 is not 0.3.

import type { TrunkSummary } from "wavix-trunks/slim";

export type Measure = "talk_time" | "charge";

/** A trunk with its charge as a number of USD. */
export type Used = TrunkSummary & { money: number };

export interface Figures {
  trunks: Used[];
  /** Seconds. */
  talkTime: number;
  /** USD. */
  charge: number;
  /** How many trunks of each status, the most frequent first. */
  byStatus: [status: TrunkSummary["status"], count: number][];
}

const PARTS = 10_000;

export function figuresOf(summaries: TrunkSummary[]): Figures {
  const trunks = summaries.map((trunk) => ({ ...trunk, money: Number(trunk.charge ?? 0) }));
  const counts = new Map<TrunkSummary["status"], number>();
  let talkTime = 0;
  let parts = 0;
  for (const { talk_time, money, status } of trunks) {
    talkTime += talk_time ?? 0;
    parts += Math.round(money * PARTS);
    counts.set(status, (counts.get(status) ?? 0) + 1);
  }
  const byStatus = [...counts].sort(([, one], [, other]) => other - one);
  return { trunks, talkTime, charge: parts / PARTS, byStatus };
}

/** The most used first. */
export function inOrder(trunks: Used[], measure: Measure): Used[] {
  return trunks.toSorted((one, other) => amountOf(other, measure) - amountOf(one, measure));
}

export function amountOf(trunk: Used, measure: Measure): number {
  return measure === "charge" ? trunk.money : (trunk.talk_time ?? 0);
}

/** USD as a price: $1,234.50. */
export function moneyOf(usd: number | null): string {
  return (usd ?? 0).toLocaleString("en-US", { style: "currency", currency: "USD" });
}
