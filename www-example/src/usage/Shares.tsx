// How many trunks of each status, as parts of one bar and as numbers.

import type { TrunkSummary } from "wavix-trunks/slim";
import { usePreferences } from "../settings/preferences";
import { statusOf } from "../trunks/facts";

export function Shares({ counts }: { counts: [TrunkSummary["status"], number][] }) {
  const { words, locale } = usePreferences().translation;
  const total = counts.reduce((sum, [, count]) => sum + count, 0);
  const share = (count: number) => (total > 0 ? count / total : 0);
  return (
    <>
      <div className="shares" aria-hidden="true">
        {counts.map(([status, count]) => (
          <span key={status} data-status={status} style={{ width: `${100 * share(count)}%` }} />
        ))}
      </div>
      <ul className="share-list">
        {counts.map(([status, count]) => (
          <li key={status}>
            <span className="status" data-status={status}>
              {statusOf(status, words).word}
            </span>
            <span>
              {count.toLocaleString(locale)} (
              {share(count).toLocaleString(locale, { style: "percent", maximumFractionDigits: 1 })})
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
