// A table of any length to read: only the rows in sight are drawn.

import { useVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useRef } from "react";
import { Gap } from "./Gap";
import "./long-table.css";

interface Props<Row> {
  caption: string;
  rows: Row[];
  columns: { name: string; head: string; cell: (row: Row) => ReactNode }[];
}

const ROW_HEIGHT = 37;

export function LongTable<Row>({ caption, rows, columns }: Props<Row>) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 10,
  });
  const items = virtualizer.getVirtualItems();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and keys must be able to do that
    <section className="long-table" ref={scroller} tabIndex={0} aria-label={caption}>
      <table aria-label={caption} aria-rowcount={rows.length + 1}>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map(({ name, head }) => (
              <th key={name} scope="col" data-name={name}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Gap height={items[0]?.start ?? 0} />
          {items.map(({ index }) => {
            const row = rows[index];
            return (
              row !== undefined && (
                <tr key={index} ref={virtualizer.measureElement} data-index={index} aria-rowindex={index + 2}>
                  {columns.map(({ name, head, cell }) => (
                    <td key={name} data-label={head} data-name={name}>
                      {cell(row)}
                    </td>
                  ))}
                </tr>
              )
            );
          })}
          <Gap height={virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0)} />
        </tbody>
      </table>
    </section>
  );
}
