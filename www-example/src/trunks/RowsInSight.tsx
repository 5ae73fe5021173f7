// Of a long list only the rows in sight are drawn, so that 10,000 trunks scroll like ten. Fetched when a list is long.

import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import type { ReactNode, Ref } from "react";
import { Gap } from "../ui/Gap";
import type { TrunkRow } from "./columns";

interface Props {
  rows: TrunkRow[];
  scroller: HTMLDivElement;
  /** The row at which Tab stops. It is drawn wherever somebody scrolls, or Tab would lead past the list. */
  active: number;
  draw: (row: TrunkRow, index: number, measure: Ref<HTMLTableRowElement>) => ReactNode;
}

/** What a row is high where nothing wraps. */
const ROW_HEIGHT = 45;

export function RowsInSight({ rows, scroller, active, draw }: Props) {
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 8,
    rangeExtractor: (range) => [...new Set([active, ...defaultRangeExtractor(range)])].sort((a, b) => a - b),
  });
  let drawn = 0;
  return (
    <>
      {/* Flat, so that a row keeps its key, and with it its focus, whatever comes before it. */}
      {virtualizer.getVirtualItems().flatMap((item) => {
        const row = rows[item.index];
        if (!row) return [];
        const gap = item.start - drawn;
        drawn = item.end;
        return [
          gap > 0 && <Gap key={`before-${row.id}`} height={gap} />,
          draw(row, item.index, virtualizer.measureElement),
        ];
      })}
      <Gap height={virtualizer.getTotalSize() - drawn} />
    </>
  );
}
