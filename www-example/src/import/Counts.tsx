// Numbers that sum up, side by side.

import { usePreferences } from "../settings/preferences";

type Tone = "done" | "error" | "warning";

export function Counts({ counts }: { counts: [name: string, count: number, tone?: Tone][] }) {
  const { locale } = usePreferences().translation;
  return (
    <dl className="counts">
      {counts.map(([name, count, tone]) => (
        <div key={name} data-tone={count > 0 ? tone : undefined}>
          <dt>{name}</dt>
          <dd>{count.toLocaleString(locale)}</dd>
        </div>
      ))}
    </dl>
  );
}
