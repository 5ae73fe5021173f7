// What stands beside the figures, in English. It travels with the view; see languages.ts.

import { usePreferences } from "../settings/preferences";
import { figure } from "./figure";

const english = {
  thisMonth: "This month",
  trunks: "Trunks",
  measure: "Show",
  measures: { talk_time: "Talk time", charge: "Charge" },
  units: { talk_time: "hours", charge: "USD" },
  rank: "trunks, the most used first",
  perTrunk: (measure: string) => `${measure} per trunk`,
  plotCaption: (measure: string, count: number, total: string) =>
    `${measure} of ${figure(count)} trunks in descending order, ${total} in all. The numbers stand in the table below.`,
  topTen: (measure: string) => `Top ten by ${measure.toLowerCase()}`,
  byStatus: "Trunks by status",
  numbers: "All numbers",
};

export type UsageWords = typeof english;

export const useUsageWords = (): UsageWords => usePreferences().translation.views.usage ?? english;
