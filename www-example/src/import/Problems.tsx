// What was found in a file: counts, a table of problems to filter, what to take away for correcting, and the way on.

import { useDeferredValue, useMemo, useState } from "react";
import type { BulkRow, FieldName } from "wavix-trunks/slim";
import { fields, isFieldName } from "../form/fields";
import { usePreferences } from "../settings/preferences";
import { Icon } from "../ui/Icon";
import { LongTable } from "../ui/LongTable";
import { useImportWords } from "../words/import";
import { Counts } from "./Counts";
import { CreateForm } from "./CreateForm";
import { csv, download } from "./download";
import type { Checked } from "./types";
import type { Source } from "./useImport";

interface Props {
  source: Source;
  checked: Checked;
  onRowsToCorrect: (source: Source, format: NonNullable<Checked["format"]>) => Promise<Blob | undefined> | undefined;
  onCreate: (options: { concurrency: number; skipTaken: boolean }) => void;
}

interface Problem {
  row: number;
  line: number;
  /** Empty for what is about the row as a whole. */
  field: FieldName | "";
  severity: "error" | "warning";
  message: string;
}

export function Problems({ source, checked, onRowsToCorrect, onCreate }: Props) {
  const words = useImportWords();
  const { pack } = usePreferences().translation;
  const [severity, setSeverity] = useState("");
  const [field, setField] = useState("");
  const [search, setSearch] = useState("");
  const [impossible, setImpossible] = useState(false);
  const wanted = useDeferredValue({ severity, field, search: search.trim().toLowerCase() });

  const problems = useMemo(() => checked.rows.flatMap(problemsOf), [checked]);
  const named = useMemo(
    () => [...new Set(problems.map(({ field }) => field))].filter((name) => name !== ""),
    [problems],
  );
  const shown = useMemo(
    () =>
      problems.filter(
        (problem) =>
          (wanted.severity === "" || problem.severity === wanted.severity) &&
          (wanted.field === "" || problem.field === wanted.field) &&
          (wanted.search === "" || `${problem.line} ${problem.message}`.toLowerCase().includes(wanted.search)),
      ),
    [problems, wanted],
  );
  const nameOf = (name: FieldName | "") => (name === "" ? "" : (pack?.labels?.[name] ?? fields[name].label));
  const severities = { error: words.error, warning: words.warning };

  function downloadProblems() {
    const head = ["row", "line", "field", "severity", "message"];
    const rows = problems.map(({ row, line, field, severity, message }) => [row, line, field, severity, message]);
    download(csv([head, ...rows]), "problems.csv");
  }

  async function downloadRows() {
    if (!checked.format) return;
    const rows = await onRowsToCorrect(source, checked.format);
    setImpossible(!rows);
    if (rows) download(rows, `to-correct.${checked.format}`);
  }

  return (
    <>
      <Counts
        counts={[
          [words.rows, checked.total],
          [words.good, checked.valid, "done"],
          [words.withErrors, checked.invalid, "error"],
          [words.withAdvice, checked.warnings, "warning"],
        ]}
      />
      {checked.issues.map(({ message }) => (
        <p key={message} className="notice" data-tone="error" role="alert">
          {message}
        </p>
      ))}
      {checked.total === 0 && checked.issues.length === 0 && <p className="notice">{words.nothing}</p>}
      {checked.valid > 0 && <CreateForm count={checked.valid} skipped={checked.invalid} onCreate={onCreate} />}
      {problems.length > 0 && (
        <>
          <search className="list-head">
            <label className="search">
              <Icon name="search" />
              <span className="unseen">{words.searchProblems}</span>
              <input
                type="search"
                placeholder={words.searchProblems}
                value={search}
                onChange={(event) => setSearch(event.target.value)}
              />
            </label>
            <label>
              <span className="unseen">{words.severity}</span>
              <select value={severity} onChange={(event) => setSeverity(event.target.value)}>
                <option value="">{words.anySeverity}</option>
                <option value="error">{words.errors}</option>
                <option value="warning">{words.advice}</option>
              </select>
            </label>
            <label>
              <span className="unseen">{words.field}</span>
              <select value={field} onChange={(event) => setField(event.target.value)}>
                <option value="">{words.anyField}</option>
                {named.map((name) => (
                  <option key={name} value={name}>
                    {nameOf(name)}
                  </option>
                ))}
              </select>
            </label>
            <p className="count" role="status">
              {words.problems(shown.length)}
              {checked.truncated && ` ${words.truncated}`}
            </p>
            {checked.invalid > 0 && (
              <button type="button" onClick={downloadRows}>
                {words.downloadRows}
              </button>
            )}
            <button type="button" onClick={downloadProblems}>
              {words.downloadProblems}
            </button>
          </search>
          {impossible && (
            <p className="notice" data-tone="warning" role="alert">
              {words.rowsImpossible}
            </p>
          )}
          <LongTable
            caption={words.problemsCaption}
            rows={shown}
            columns={[
              { name: "row", head: words.row, cell: ({ row }) => row },
              { name: "line", head: words.line, cell: ({ line }) => line },
              { name: "field", head: words.field, cell: ({ field }) => nameOf(field) },
              {
                name: "severity",
                head: words.severity,
                cell: ({ severity }) => <span data-tone={severity}>{severities[severity]}</span>,
              },
              { name: "message", head: words.message, cell: ({ message }) => message },
            ]}
          />
        </>
      )}
    </>
  );
}

function problemsOf({ row, line, issues }: BulkRow): Problem[] {
  return issues.map(({ path: [name], severity, message }) => ({
    ...{ row, line, severity, message },
    field: isFieldName(name) ? name : "",
  }));
}
