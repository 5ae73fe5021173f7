// The list: only the rows in sight are drawn, so that 10,000 trunks scroll like ten.

import { type RowSelectionState, type SortingState, useTable } from "@tanstack/react-table";
import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import { useLayoutEffect, useMemo, useRef } from "react";
import type { TrunkSummary } from "wavix-trunks/slim";
import { useWords } from "../settings/preferences";
import { Gap } from "../ui/Gap";
import { Icon } from "../ui/Icon";
import { hrefOf, useRoute } from "../ui/route";
import { type ColumnName, columns, features, isFound } from "./columns";
import { TrunkRow } from "./TrunkRow";
import type { ListState } from "./useListState";
import { useRowKeys } from "./useRowKeys";

export type Selection = RowSelectionState;

interface Props {
  trunks: TrunkSummary[];
  state: ListState;
  selection: Selection;
  busy: boolean;
  onSelection: (selection: Selection) => void;
  onDelete: (trunk: TrunkSummary) => void;
}

/** What a row is high where nothing wraps. */
const ROW_HEIGHT = 45;
const FIGURES = new Set<string>(["talk_time", "charge"] satisfies ColumnName[]);

export function TrunkTable({ trunks, state, selection, busy, onSelection, onDelete }: Props) {
  const words = useWords();
  const { query } = useRoute();
  const table = useTable({
    features,
    columns,
    data: trunks,
    getRowId: (trunk) => String(trunk.id),
    globalFilterFn: isFound,
    getColumnCanGlobalFilter: (column) => column.id === "label",
    state: {
      sorting: state.sorting,
      globalFilter: state.search.trim() || undefined,
      columnFilters: useMemo(() => (state.status ? [{ id: "status", value: state.status }] : []), [state.status]),
      rowSelection: selection,
    },
    onSortingChange: (change) => state.set({ sorting: changed(change, state.sorting) }),
    onRowSelectionChange: (change) => onSelection(changed(change, selection)),
    autoResetAll: false,
  });
  const { rows } = table.getRowModel();

  const scroller = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLTableSectionElement>(null);
  const keys = useRowKeys(() => virtualizer, rows.length);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 8,
    // The row at which Tab stops is drawn wherever somebody scrolls, or Tab would lead past the list.
    rangeExtractor: (range) => [...new Set([keys.active, ...defaultRangeExtractor(range)])].sort((a, b) => a - b),
  });
  useLayoutEffect(() => {
    if (body.current) keys.focusWanted(body.current);
  });

  // Where another search or order begins, nobody wants to stand in the middle of it.
  const shown = `${state.search} ${state.status} ${query.get("sort")}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is shown is the reason
  useLayoutEffect(() => {
    scroller.current?.scrollTo({ top: 0 });
  }, [shown]);

  const items = virtualizer.getVirtualItems();
  let drawn = 0;
  return (
    <div className="table-scroll" ref={scroller}>
      <table
        className="trunks"
        role="grid"
        aria-busy={busy}
        aria-rowcount={rows.length + 1}
        aria-multiselectable
        aria-label={words.trunks.caption}
        onFocus={keys.onFocus}
        onKeyDown={keys.onKeyDown}
      >
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col" className="choice">
              <input
                type="checkbox"
                aria-label={words.trunks.selectAll}
                checked={table.getIsAllRowsSelected()}
                ref={(box) => {
                  if (box) box.indeterminate = table.getIsSomeRowsSelected() && !table.getIsAllRowsSelected();
                }}
                onChange={(event) => table.toggleAllRowsSelected(event.target.checked)}
              />
            </th>
            {table.getAllLeafColumns().map((column) => {
              const sorted = column.getIsSorted();
              return (
                <th
                  key={column.id}
                  scope="col"
                  className={FIGURES.has(column.id) ? "figure" : undefined}
                  data-name={column.id}
                  aria-sort={sorted === "asc" ? "ascending" : sorted === "desc" ? "descending" : "none"}
                >
                  <button type="button" className="quiet sort" onClick={column.getToggleSortingHandler()}>
                    <span>{words.trunks.columns[column.id as ColumnName]}</span>
                    {sorted && <Icon name={sorted === "asc" ? "up" : "down"} />}
                  </button>
                </th>
              );
            })}
            <th scope="col" className="row-actions">
              <span className="unseen">{words.trunks.actions}</span>
            </th>
          </tr>
        </thead>
        <tbody ref={body}>
          {/* Flat, so that a row keeps its key, and with it its focus, whatever comes before it. */}
          {items.flatMap((item) => {
            const row = rows[item.index];
            if (!row) return [];
            const gap = item.start - drawn;
            drawn = item.end;
            return [
              gap > 0 && <Gap key={`before-${row.id}`} height={gap} />,
              <TrunkRow
                key={row.id}
                measure={virtualizer.measureElement}
                index={item.index}
                row={row}
                href={hrefOf(`trunks/${row.id}`, query)}
                selected={row.getIsSelected()}
                tabStop={item.index === keys.active}
                onDelete={onDelete}
              />,
            ];
          })}
          <Gap height={virtualizer.getTotalSize() - drawn} />
        </tbody>
      </table>
      {rows.length === 0 && <p className="nothing-found">{words.trunks.nothingFound}</p>}
    </div>
  );
}

function changed<State extends SortingState | Selection>(
  change: State | ((state: State) => State),
  state: State,
): State {
  return typeof change === "function" ? change(state) : change;
}
