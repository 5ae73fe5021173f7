// How the good rows become trunks.

import { useState } from "react";
import { useImportWords } from "../words/import";

interface Props {
  count: number;
  skipped: number;
  onCreate: (options: { concurrency: number; skipTaken: boolean }) => void;
}

export function CreateForm({ count, skipped, onCreate }: Props) {
  const words = useImportWords();
  const [concurrency, setConcurrency] = useState(4);
  const [skipTaken, setSkipTaken] = useState(true);
  return (
    <form
      className="create"
      onSubmit={(event) => {
        event.preventDefault();
        onCreate({ concurrency, skipTaken });
      }}
    >
      <label className="inline">
        <input type="checkbox" checked={skipTaken} onChange={(event) => setSkipTaken(event.target.checked)} />
        {words.skipTaken}
      </label>
      <label className="inline">
        {words.concurrency}
        <select value={concurrency} onChange={(event) => setConcurrency(Number(event.target.value))}>
          {[1, 2, 4, 8, 16].map((number) => (
            <option key={number}>{number}</option>
          ))}
        </select>
      </label>
      <button type="submit" className="main">
        {words.create(count)}
      </button>
      {skipped > 0 && <p className="help">{words.willSkip(skipped)}</p>}
    </form>
  );
}
