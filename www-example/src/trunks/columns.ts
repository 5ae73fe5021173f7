// What the list knows about its columns: how they are sorted, searched and filtered. TanStack Table does all three.

import {
  columnFilteringFeature,
  createColumnHelper,
  createFilteredRowModel,
  createSortedRowModel,
  globalFilteringFeature,
  type Row,
  rowSelectionFeature,
  rowSortingFeature,
  tableFeatures,
} from "@tanstack/react-table";
import type { TrunkSummary } from "wavix-trunks/slim";
import { labelOf, SWITCHES } from "./facts";

export const features = tableFeatures({
  rowSortingFeature,
  columnFilteringFeature,
  globalFilteringFeature,
  rowSelectionFeature,
  sortedRowModel: createSortedRowModel(),
  filteredRowModel: createFilteredRowModel(),
});

export type TrunkRow = Row<typeof features, TrunkSummary>;

/** `Desk 2` before `Desk 10`, whatever the case. */
const { compare } = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });
const byText = (one: TrunkRow, other: TrunkRow, column: string) =>
  compare(one.getValue<string>(column), other.getValue<string>(column));
const byNumber = (one: TrunkRow, other: TrunkRow, column: string) =>
  one.getValue<number>(column) - other.getValue<number>(column);
const equals = (row: TrunkRow, column: string, wanted: string) => row.getValue(column) === wanted;

/** Whether a trunk has all the words somebody looks for, in its label, login name or caller ID. */
export function isFound({ original: { label, name, callerid } }: TrunkRow, _column: string, search: string): boolean {
  const text = `${label} ${name} ${callerid ?? ""}`.toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word.replace(/^\+/, "")));
}

const helper = createColumnHelper<typeof features, TrunkSummary>();

export const columns = helper.columns([
  helper.accessor((trunk) => labelOf(trunk), { id: "label", sortFn: byText }),
  helper.accessor("name", { sortFn: byText }),
  helper.accessor((trunk) => trunk.callerid ?? "", { id: "callerid", sortFn: byText }),
  helper.accessor((trunk) => trunk.auth_method ?? "", { id: "auth_method", sortFn: byText }),
  helper.accessor((trunk) => trunk.status ?? "", { id: "status", sortFn: byText, filterFn: equals }),
  helper.accessor((trunk) => SWITCHES.filter((name) => trunk[name]).length, { id: "switches", sortFn: byNumber }),
  helper.accessor((trunk) => trunk.talk_time ?? -1, { id: "talk_time", sortFn: byNumber, sortDescFirst: true }),
  helper.accessor((trunk) => Number(trunk.charge ?? -1), { id: "charge", sortFn: byNumber, sortDescFirst: true }),
]);

export const COLUMN_NAMES = [
  "label",
  "name",
  "callerid",
  "auth_method",
  "status",
  "switches",
  "talk_time",
  "charge",
] as const;
export type ColumnName = (typeof COLUMN_NAMES)[number];
