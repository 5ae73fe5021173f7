// The list in each of its states: loading, failed, empty, and full.

import { useState } from "react";
import type { TrunkSummary } from "wavix-trunks";
import { Failure } from "../ui/Failure";
import { Pager } from "./Pager";
import { useTrunks } from "./queries";
import { TrunkTable } from "./TrunkTable";
import "./trunks.css";

interface Props {
  onCreate: () => void;
  onEdit: (trunk: TrunkSummary) => void;
  onDelete: (trunk: TrunkSummary) => void;
  onSettings: () => void;
}

export function TrunksView({ onCreate, onEdit, onDelete, onSettings }: Props) {
  const [page, setPage] = useState(1);
  const { data, error, isFetching, isPending, refetch } = useTrunks(page);

  if (isPending) return <Loading />;
  if (!data) return <Failure error={error} onRetry={refetch} busy={isFetching} onSettings={onSettings} />;

  const { sip_trunks: trunks, pagination } = data;
  // The last trunk of the last page was deleted.
  if (trunks.length === 0 && page > 1) setPage(page - 1);
  if (trunks.length === 0 && page === 1) return <Empty onCreate={onCreate} />;
  return (
    <>
      {error && <Failure error={error} onRetry={refetch} busy={isFetching} onSettings={onSettings} />}
      <div className="list-head">
        <p>{isFetching ? "Refreshing…" : countOf(pagination.total ?? trunks.length)}</p>
        <button type="button" className="quiet" onClick={() => refetch()}>
          Refresh
        </button>
      </div>
      <TrunkTable trunks={trunks} busy={isFetching} onEdit={onEdit} onDelete={onDelete} />
      <Pager page={page} pagination={pagination} onPage={setPage} />
    </>
  );
}

function countOf(total: number): string {
  return total === 1 ? "1 trunk" : `${total} trunks`;
}

function Loading() {
  return (
    <div className="loading" role="status">
      <p>Loading trunks…</p>
      <div aria-hidden="true" />
      <div aria-hidden="true" />
      <div aria-hidden="true" />
    </div>
  );
}

function Empty({ onCreate }: { onCreate: () => void }) {
  return (
    <div className="empty">
      <h2>No trunks yet</h2>
      <p>
        A SIP trunk connects your PBX to Wavix. Create one, then register your PBX with its login name and password.
      </p>
      <button type="button" className="main" onClick={onCreate}>
        Create the first trunk
      </button>
    </div>
  );
}
