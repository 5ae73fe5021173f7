// A trunk in the list: a row where there is room, a card where there is not, by CSS alone.

import { memo, type Ref } from "react";
import type { TrunkSummary } from "wavix-trunks/slim";
import { useWords } from "../settings/preferences";
import { Icon } from "../ui/Icon";
import { follow, hrefOf } from "../ui/route";
import type { TrunkRow as Row } from "./columns";
import { callerIdOf, chargeOf, labelOf, SWITCHES, statusOf, talkTimeOf } from "./facts";

interface Props {
  row: Row;
  /** Its place in the list as it is sorted and filtered, from 0. */
  index: number;
  /** Where its label leads. */
  href: string;
  selected: boolean;
  /** Whether Tab stops here: of all rows only one, since arrow keys lead to the others. */
  tabStop: boolean;
  onDelete: (trunk: TrunkSummary) => void;
  measure: Ref<HTMLTableRowElement> | undefined;
}

export const TrunkRow = memo(function TrunkRow(props: Props) {
  const { row, index, href, selected, tabStop, onDelete, measure } = props;
  const trunk = row.original;
  const words = useWords();
  const { columns } = words.trunks;
  const label = labelOf(trunk);
  const status = statusOf(trunk.status, words);
  const tabIndex = tabStop ? 0 : -1;
  return (
    <tr ref={measure} data-index={index} aria-rowindex={index + 2} aria-selected={selected}>
      <td className="choice">
        <input
          type="checkbox"
          checked={selected}
          aria-label={words.trunks.select(label)}
          tabIndex={tabIndex}
          data-column="choice"
          onChange={row.getToggleSelectedHandler()}
        />
      </td>
      <th scope="row">
        <a href={href} onClick={follow} tabIndex={tabIndex} data-column="label" title={label}>
          {label}
        </a>
      </th>
      <td data-label={columns.name}>
        <code>{trunk.name}</code>
      </td>
      <td data-label={columns.callerid} className="number">
        {callerIdOf(trunk, words)}
      </td>
      <td data-label={columns.auth_method}>
        <span>
          {trunk.auth_method ?? "—"}
          {trunk.host_request && <small>{trunk.host_request.host}</small>}
        </span>
      </td>
      <td data-label={columns.status}>
        <span>
          <span className="status" data-status={trunk.status}>
            {status.word}
          </span>
          {status.note && <small>{status.note}</small>}
        </span>
      </td>
      <td data-label={columns.switches}>
        <span className="switches">
          {SWITCHES.filter((name) => trunk[name]).map((name) => (
            <span key={name} className="chip">
              <Icon name={name} />
              {words.switches[name]}
            </span>
          ))}
        </span>
      </td>
      <td data-label={columns.talk_time} className="figure">
        {talkTimeOf(trunk.talk_time)}
      </td>
      <td data-label={columns.charge} className="figure">
        {chargeOf(trunk.charge)}
      </td>
      <td className="row-actions">
        <a
          className="icon-only"
          href={hrefOf(`connect/${trunk.id}`)}
          onClick={follow}
          aria-label={words.trunks.connectOne(label)}
          title={words.trunks.connectOne(label)}
          tabIndex={tabIndex}
          data-column="connect"
        >
          <Icon name="connect" />
        </a>
        <button
          type="button"
          className="quiet danger icon-only"
          aria-label={words.trunks.deleteOne(label)}
          title={words.trunks.deleteOne(label)}
          tabIndex={tabIndex}
          data-column="delete"
          onClick={() => onDelete(trunk)}
        >
          <Icon name="delete" />
        </button>
      </td>
    </tr>
  );
});
