// The list of trunks in each of its states, and what is done from it.
//
// How it uses wavix-trunks: `client.pages()` brings all trunks page by page (queries.ts), `describeCallerId` writes
// numbers for people (facts.ts), `client.deleteMany` removes many at once with progress (DeleteDialog.tsx).

import { lazy, Suspense, useCallback, useDeferredValue, useEffect, useState } from "react";
import type { TrunkSummary } from "wavix-trunks/slim";
import { useWords } from "../settings/preferences";
import { Failure } from "../ui/Failure";
import { Icon } from "../ui/Icon";
import { Notice } from "../ui/Notice";
import { follow, hrefOf, navigate, useRoute } from "../ui/route";
import { COLUMN_NAMES } from "./columns";
import { useTrunks } from "./queries";
import { type Selection, TrunkTable } from "./TrunkTable";
import { type ListState, useListState } from "./useListState";
import "./trunks.css";

// What somebody sees only after a press is fetched then; the list is there sooner without it.
const CreateDialog = lazy(async () => ({ default: (await import("../form/TrunkDialog")).CreateDialog }));
const EditDialog = lazy(async () => ({ default: (await import("../form/TrunkDialog")).EditDialog }));
const DeleteDialog = lazy(async () => ({ default: (await import("./DeleteDialog")).DeleteDialog }));

export function TrunksView() {
  const words = useWords();
  const { path, query } = useRoute();
  const [said, setSaid] = useState("");
  const [deleting, setDeleting] = useState<TrunkSummary[]>();
  const [selection, setSelection] = useState<Selection>({});
  const list = useTrunks();
  const trunks = list.data?.trunks ?? NO_TRUNKS;

  const open = path[1];
  const back = useCallback(() => navigate(hrefOf("trunks", query)), [query]);
  useEffect(() => {
    if (open) setSaid("");
  }, [open]);

  const askForOne = useCallback((trunk: TrunkSummary) => {
    setSaid("");
    setDeleting([trunk]);
  }, []);
  const selected = trunks.filter(({ id }) => selection[id]);

  function deleted(count: number, label: string | undefined) {
    setDeleting(undefined);
    setSelection({});
    setSaid(label === undefined ? words.trunks.deletedMany(count) : words.trunks.deleted(label));
  }

  return (
    <>
      <div className="view-head">
        <h1 tabIndex={-1}>{words.views.trunks}</h1>
        <a className="button main" href={hrefOf("trunks/new", query)} onClick={follow}>
          {words.trunks.create}
        </a>
      </div>
      <Notice tone="done">{said}</Notice>
      <List
        list={list}
        trunks={trunks}
        selection={selection}
        selected={selected}
        onSelection={setSelection}
        onDelete={askForOne}
        onDeleteSelected={() => setDeleting(selected)}
      />
      <Suspense fallback={null}>
        {open === "new" && (
          <CreateDialog onClose={back} onCreated={(trunk) => setSaid(words.trunks.created(trunk.label, trunk.name))} />
        )}
        {open !== undefined && open !== "new" && (
          <EditDialog
            key={open}
            id={Number(open)}
            onClose={back}
            onSaved={(trunk) => {
              back();
              setSaid(words.trunks.saved(trunk.label));
            }}
          />
        )}
        {deleting && <DeleteDialog trunks={deleting} onClose={() => setDeleting(undefined)} onDeleted={deleted} />}
      </Suspense>
    </>
  );
}

/** Always the same, so that the table does not start anew. */
const NO_TRUNKS: TrunkSummary[] = [];

interface ListProps {
  list: ReturnType<typeof useTrunks>;
  trunks: TrunkSummary[];
  selection: Selection;
  selected: TrunkSummary[];
  onSelection: (selection: Selection) => void;
  onDelete: (trunk: TrunkSummary) => void;
  onDeleteSelected: () => void;
}

function List({ list, trunks, selection, selected, onSelection, onDelete, onDeleteSelected }: ListProps) {
  const words = useWords();
  const state = useListState();
  // The letters appear at once, the list a moment later.
  const search = useDeferredValue(state.search);
  const { data, error, isFetching, isPending, refetch } = list;
  const total = data?.total ?? 0;

  if (isPending) return <Loading />;
  const failure = error && <Failure error={error} onRetry={refetch} busy={isFetching} />;
  if (!data || (error && trunks.length === 0)) return failure;
  if (trunks.length === 0 && !isFetching) return <Empty />;
  return (
    <>
      {failure}
      <search className="list-head">
        <label className="search">
          <Icon name="search" />
          <span className="unseen">{words.trunks.search}</span>
          <input
            type="search"
            placeholder={words.trunks.search}
            value={state.search}
            onChange={(event) => state.set({ search: event.target.value })}
          />
        </label>
        <label>
          <span className="unseen">{words.trunks.columns.status}</span>
          <select value={state.status} onChange={(event) => state.set({ status: event.target.value })}>
            <option value="">{words.trunks.anyStatus}</option>
            <option value="active">{words.status.active}</option>
            <option value="pending">{words.status.pending}</option>
            <option value="rejected">{words.status.rejected}</option>
          </select>
        </label>
        <SortSelect state={state} />
        <p className="count" role="status">
          {isFetching && trunks.length < total
            ? words.trunks.loadingSome(trunks.length, total)
            : isFetching
              ? words.trunks.refreshing
              : words.trunks.count(trunks.length)}
        </p>
        {selected.length > 0 && (
          <>
            <button type="button" className="quiet" onClick={() => onSelection({})}>
              {words.trunks.selectNone}
            </button>
            <button type="button" className="danger" onClick={onDeleteSelected}>
              {words.trunks.deleteSelected(selected.length)}
            </button>
          </>
        )}
        <button type="button" className="quiet" aria-disabled={isFetching} onClick={() => isFetching || refetch()}>
          {words.trunks.refresh}
        </button>
      </search>
      <TrunkTable
        trunks={trunks}
        state={{ ...state, search }}
        selection={selection}
        busy={isFetching}
        onSelection={onSelection}
        onDelete={onDelete}
      />
    </>
  );
}

/** For narrow screens, where the list has no heads of columns to press. */
function SortSelect({ state }: { state: ListState }) {
  const words = useWords().trunks;
  const [sorted] = state.sorting;
  return (
    <label className="sort-select">
      <span className="unseen">{words.sortBy}</span>
      <select
        value={sorted?.id ?? ""}
        onChange={({ target: { value } }) =>
          state.set({ sorting: value ? [{ id: value, desc: value === "talk_time" || value === "charge" }] : [] })
        }
      >
        <option value="">{words.unsorted}</option>
        {COLUMN_NAMES.map((name) => (
          <option key={name} value={name}>
            {words.columns[name]}
          </option>
        ))}
      </select>
    </label>
  );
}

function Loading() {
  const words = useWords();
  return (
    <div className="loading" role="status">
      <p>{words.trunks.loading}</p>
      {["first", "second", "third", "fourth"].map((row) => (
        <div key={row} aria-hidden="true" />
      ))}
    </div>
  );
}

function Empty() {
  const words = useWords();
  return (
    <div className="empty">
      <h2>{words.trunks.noneYet}</h2>
      <p>{words.trunks.noneYetAdvice}</p>
      <div className="actions">
        <a className="button main" href={hrefOf("trunks/new")} onClick={follow}>
          {words.trunks.createFirst}
        </a>
        <a className="button" href={hrefOf("import")} onClick={follow}>
          {words.trunks.importSome}
        </a>
      </div>
    </div>
  );
}
