// The rows of a file that cannot be sent, as they stand there: to be corrected and imported again.

import { type BulkFormat, readTrunks } from "wavix-trunks/slim";

import { answering } from "./answering";

export type Correctable = BulkFormat;

/** From its first line to the one before the next row's. */
interface Lines {
  from: number;
  to: number;
}

/** Nothing when the file is JSON and broken as a whole, where rows do not end with lines. */
export async function rowsToCorrect(file: Blob, format: Correctable): Promise<Blob | undefined> {
  const bad: { row: number; lines: Lines }[] = [];
  let last: { row: number; lines: Lines } | undefined;
  let first: number | undefined;
  for await (const rows of readTrunks(answering(file), { format })) {
    for (const { row, line, ok } of rows) {
      first ??= line;
      if (last) last.lines.to = line - 1;
      last = ok ? undefined : { row, lines: { from: line, to: Number.POSITIVE_INFINITY } };
      if (last) bad.push(last);
    }
  }
  if (format === "json") {
    return fromArray(
      file,
      bad.map(({ row }) => row),
    );
  }
  const wanted = bad.map(({ lines }) => lines);
  // The names of the fields, and what stands in front of them.
  if (format === "csv") wanted.unshift({ from: 1, to: (first ?? 2) - 1 });
  return await linesOf(file, wanted);
}

async function fromArray(file: Blob, rows: number[]): Promise<Blob | undefined> {
  try {
    const all: unknown[] = JSON.parse(await file.text());
    const bad = rows.map((row) => JSON.stringify(all[row - 1]));
    return new Blob([`[\n${bad.join(",\n")}\n]\n`]);
  } catch {
    return undefined;
  }
}

async function linesOf(file: Blob, wanted: Lines[]): Promise<Blob> {
  const kept: string[] = [];
  const left = [...wanted];
  let line = 0;
  for await (const text of textLines(file)) {
    line += 1;
    while (left[0] && line > left[0].to) left.shift();
    if (left[0] && line >= left[0].from) kept.push(`${text}\n`);
  }
  return new Blob(kept);
}

async function* textLines(file: Blob): AsyncGenerator<string, void> {
  const reader = answering(file).pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    const lines = (rest + chunk.value).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
  if (rest !== "") yield rest;
}
