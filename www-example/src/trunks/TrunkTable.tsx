// The list as a table: found, sorted and selected by TanStack Table, read by keys, drawn whole while it is short.

import { type RowSelectionState, type SortingState, useTable } from "@tanstack/react-table";
import { lazy, type Ref, Suspense, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { TrunkSummary } from "wavix-trunks/slim";
import { useWords } from "../settings/preferences";
import { Icon } from "../ui/Icon";
import { hrefOf, useRoute } from "../ui/route";
import { type ColumnName, columns, features, isFound, type TrunkRow as Row } from "./columns";
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

/** More rows than these are drawn as they come into sight, and these until that has been fetched. */
const SHORT = 60;
const RowsInSight = lazy(async () => ({ default: (await import("./RowsInSight")).RowsInSight }));
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

  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  const body = useRef<HTMLTableSectionElement>(null);
  const keys = useRowKeys(rows.length);
  useLayoutEffect(() => {
    if (body.current) keys.focusWanted(body.current);
  });

  // Where another search or order begins, nobody wants to stand in the middle of it.
  const shown = `${state.search} ${state.status} ${query.get("sort")}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is shown is the reason
  useLayoutEffect(() => {
    scroller?.scrollTo({ top: 0 });
  }, [shown]);

  // It stays so when the list becomes shorter: to be drawn anew would take the focus from a row.
  const [long, setLong] = useState(false);
  if (!long && rows.length > SHORT) setLong(true);

  const draw = (row: Row, index: number, measure?: Ref<HTMLTableRowElement>) => (
    <TrunkRow
      key={row.id}
      measure={measure}
      index={index}
      row={row}
      href={hrefOf(`trunks/${row.id}`, query)}
      selected={row.getIsSelected()}
      tabStop={index === keys.active}
      onDelete={onDelete}
    />
  );
  const first = rows.slice(0, SHORT).map((row, index) => draw(row, index));
  return (
    <div className="table-scroll" ref={setScroller}>
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
          {long && scroller ? (
            <Suspense fallback={first}>
              <RowsInSight rows={rows} scroller={scroller} active={keys.active} draw={draw} />
            </Suspense>
          ) : (
            first
          )}
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
