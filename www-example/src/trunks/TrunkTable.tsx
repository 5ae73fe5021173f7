// The trunks of one page of the list. On a narrow screen each row becomes a card, by CSS alone.

import type { TrunkSummary } from "wavix-trunks";
import { authenticationOf, callerIdOf, chargeOf, labelOf, statusOf, talkTimeOf } from "./words";

interface Props {
  trunks: TrunkSummary[];
  busy: boolean;
  onEdit: (trunk: TrunkSummary) => void;
  onDelete: (trunk: TrunkSummary) => void;
}

export function TrunkTable({ trunks, busy, onEdit, onDelete }: Props) {
  return (
    <table className="trunks" aria-busy={busy}>
      <caption className="unseen">SIP trunks of this account</caption>
      <thead>
        <tr>
          <th scope="col">Label</th>
          <th scope="col">Login name</th>
          <th scope="col">Caller ID</th>
          <th scope="col">Authentication</th>
          <th scope="col">Status</th>
          <th scope="col" className="figure">
            Talk time <small>this month, h:mm:ss</small>
          </th>
          <th scope="col" className="figure">
            Charge <small>this month, USD</small>
          </th>
          <th scope="col">
            <span className="unseen">Actions</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {trunks.map((trunk) => (
          <Row key={trunk.id} trunk={trunk} onEdit={() => onEdit(trunk)} onDelete={() => onDelete(trunk)} />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  trunk: TrunkSummary;
  onEdit: () => void;
  onDelete: () => void;
}

function Row({ trunk, onEdit, onDelete }: RowProps) {
  const label = labelOf(trunk);
  const status = statusOf(trunk);
  return (
    <tr>
      <th scope="row">{label}</th>
      <td data-column="Login name">
        <code>{trunk.name}</code>
      </td>
      <td data-column="Caller ID">{callerIdOf(trunk)}</td>
      <td data-column="Authentication">
        <span>
          {authenticationOf(trunk)}
          {trunk.host_request && <small>{trunk.host_request.host}</small>}
        </span>
      </td>
      <td data-column="Status">
        <span>
          <span className="status" data-status={trunk.status}>
            {status.word}
          </span>
          {status.note && <small>{status.note}</small>}
        </span>
      </td>
      <td data-column="Talk time this month" className="figure">
        {talkTimeOf(trunk)}
      </td>
      <td data-column="Charge this month" className="figure">
        {chargeOf(trunk)}
      </td>
      <td className="row-actions">
        <button type="button" className="quiet" aria-label={`Edit ${label}`} onClick={onEdit}>
          Edit
        </button>
        <button type="button" className="quiet danger" aria-label={`Delete ${label}`} onClick={onDelete}>
          Delete
        </button>
      </td>
    </tr>
  );
}
