// How far something is, as a bar and in words.

import "./progress.css";

interface Props {
  value: number;
  max: number;
  label: string;
}

export function Progress({ value, max, label }: Props) {
  return (
    <div className="progress">
      <progress value={value} max={Math.max(max, 1)} aria-label={label} />
      <p role="status">{label}</p>
    </div>
  );
}
